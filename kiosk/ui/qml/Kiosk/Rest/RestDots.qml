pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Which of the resting screen's cards is shown, in whatever language. Nothing to touch.
Row {
    id: dots

    required property int count
    required property int current
    required property real size

    height: dots.size
    spacing: dots.size
    visible: dots.count > 1

    Accessible.ignored: true

    Repeater {
        model: dots.count

        Rectangle {
            id: dot

            required property int index

            readonly property bool marked: dot.index === dots.current

            color: dot.marked ? Theme.restInk : Theme.restDot
            height: dots.size
            radius: height / 2
            width: dots.size * (dot.marked ? 3 : 1)
        }
    }
}
