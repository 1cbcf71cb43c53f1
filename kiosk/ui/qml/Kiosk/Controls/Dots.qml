pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A hundred dots in rows of 25, 20 or 10; the first `count` are filled, the others are rings.
Grid {
    id: dots

    required property int count

    readonly property real pitch: Math.floor(Math.min(9 * Theme.mm, dots.width / dots.columns))

    columns: dots.width >= 150 * Theme.mm ? 25 : dots.width >= 100 * Theme.mm ? 20 : 10
    spacing: 0

    Accessible.ignored: true

    Repeater {
        model: 100

        Item {
            id: dot

            required property int index

            height: dots.pitch
            width: dots.pitch

            Rectangle {
                anchors.centerIn: parent
                border.color: dot.index < dots.count ? Theme.teal : Theme.edge
                border.width: Theme.hairline
                color: dot.index < dots.count ? Theme.teal : "transparent"
                height: width
                radius: width / 2
                width: Math.round(dots.pitch * 0.66)
            }
        }
    }
}
