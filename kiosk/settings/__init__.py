"""What this machine is, from one settings file and what stands in `settings.d` beside it."""
