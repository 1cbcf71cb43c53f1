"""What goes wrong with a leaflet, said so that clinic staff can act on it."""


class LeafletError(Exception):
    """A leaflet that can't be made or written: one sentence with the remedy."""
