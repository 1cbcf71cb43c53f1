pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Four bars, each higher than the one before; as many are filled as `filled` says, the others are hollow.
Row {
    id: marks

    required property int filled
    property color colour: Theme.teal

    readonly property real bar: Math.round(Theme.small * 0.26)

    spacing: Math.round(marks.bar * 0.5)

    Accessible.ignored: true

    Repeater {
        model: 4

        Rectangle {
            id: one

            required property int index

            readonly property bool full: one.index < marks.filled

            anchors.bottom: parent ? parent.bottom : undefined
            border.color: one.full ? marks.colour : Theme.edge
            border.width: Math.max(1, Math.round(Theme.hairline * 0.8))
            color: one.full ? marks.colour : "transparent"
            height: Math.round(Theme.small * (0.4 + 0.18 * one.index))
            radius: Math.round(marks.bar * 0.25)
            width: marks.bar
        }
    }
}
