"""What goes wrong with a report, said so that clinic staff can act on it."""


class ReportError(Exception):
    """A report that can't be made or written: one sentence with the remedy."""
