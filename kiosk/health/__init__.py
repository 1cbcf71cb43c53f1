"""How the kiosk is and how it ended last time: crash records, safe mode, the service's watchdog."""
