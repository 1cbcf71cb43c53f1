"""The faults that are told in one line, whichever command meets them."""

from __future__ import annotations

from kiosk.printed import PrintError


def known_faults() -> tuple[type[Exception], ...]:
    """Give the kinds of exception whose text is for people."""
    # Imported here: `kiosk --version` and a wrong option needn't wait for Qt.
    from kiosk.delivery.delivery_error import DeliveryError
    from kiosk.leaflet.leaflet_error import LeafletError
    from kiosk.page.error import ContentError
    from kiosk.publish.publish_error import PublishError
    from kiosk.report.report_error import ReportError
    from kiosk.settings.settings_files import SettingsError
    from kiosk.staff.pin import PinError
    from kiosk.ui.qt.application import StartError
    from kiosk.ui.snapshot import SnapshotError

    told = ContentError, LeafletError, PinError, PrintError, SettingsError, SnapshotError
    return *told, DeliveryError, PublishError, ReportError, StartError
