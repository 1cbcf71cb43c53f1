"""Releases of the program beside each other, and which of them runs."""
