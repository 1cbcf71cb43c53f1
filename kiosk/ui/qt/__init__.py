"""What the kiosk asks of Qt itself: the application, lists, properties, child processes."""
