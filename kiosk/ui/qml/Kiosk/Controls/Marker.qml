pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A number in a filled circle, as in the figures.
Rectangle {
    id: marker

    required property string text
    property bool silent: false

    color: Theme.teal
    height: width
    radius: width / 2
    width: Math.round(Theme.body * 1.35)

    Words {
        anchors.centerIn: parent
        color: Theme.overTeal
        font.bold: true
        font.pixelSize: Theme.small
        lineHeight: 1
        silent: marker.silent
        text: marker.text
    }
}
