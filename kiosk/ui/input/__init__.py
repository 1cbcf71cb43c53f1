"""What may come in: touches and keys, and what a key means."""
