pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A white card with room inside; as high as what stands in it.
Rectangle {
    id: panel

    default property alias content: inside.data
    property real inset: Theme.padding
    property real startInset: panel.inset

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: inside.implicitHeight + 2 * panel.inset
    radius: Theme.radius

    Column {
        id: inside

        spacing: Theme.gapInside
        width: parent.width - panel.inset - panel.startInset
        x: panel.LayoutMirroring.enabled ? panel.inset : panel.startInset
        y: panel.inset
    }
}
