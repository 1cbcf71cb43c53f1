"""What an installer gets wrong: `kiosk doctor` looks, names it, and says what mends it."""
