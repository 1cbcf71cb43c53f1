"""Counting what is opened, where the settings ask for it."""
