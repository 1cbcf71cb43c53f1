pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The sign of a moment to ask whether to go on: a question mark in a diamond. Draws only.
Item {
    id: mark

    height: width
    width: Math.round(Theme.small * 2)

    Accessible.ignored: true

    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.amberEdge
        border.width: Theme.hairline * 2
        color: Theme.amberTint
        height: width
        radius: Theme.mm / 2
        rotation: 45
        width: Math.round(mark.width * 0.7)
    }

    Words {
        anchors.centerIn: parent
        color: Theme.amber
        font.bold: true
        font.pixelSize: Theme.small
        lineHeight: 1
        silent: true
        text: "?"
    }
}
