"""Staff: who may open the staff page, and how they ask for it. Knows neither Qt nor content."""

RESTART, LEAVE = 75, 77
"""Exit codes of a kiosk that staff ended. The service starts it again after any other than 77."""
