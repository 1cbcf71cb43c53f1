pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A white card with room inside; as high as what stands in it, and as the card beside it if it has to be.
Rectangle {
    id: panel

    default property alias content: inside.data
    property real inset: Theme.padding
    property real startInset: panel.inset
    property Panel beside: null

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    height: Math.max(panel.implicitHeight, panel.beside?.implicitHeight ?? 0)
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
