"""Counts without persons: how often what was opened on a day, and nothing of who did."""
