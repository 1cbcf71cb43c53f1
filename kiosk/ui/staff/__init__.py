"""What is for staff: their gesture, their page, what it shows."""
