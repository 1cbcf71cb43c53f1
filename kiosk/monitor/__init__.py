"""What monitors read of a kiosk: one examination as JSON, as Nagios' line, as figures."""
