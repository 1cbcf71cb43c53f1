"""What makes a machine start the kiosk by itself, and what takes all of it away again."""
