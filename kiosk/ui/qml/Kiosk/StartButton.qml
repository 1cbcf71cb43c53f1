pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One way to start, on the resting screen. Its words shrink before they are cut.
Rectangle {
    id: button

    required property string label
    required property bool primary
    required property real size

    // All buttons are as wide as each other: all have a hand, or none.
    readonly property bool pictured: button.width > 9 * button.size
    readonly property color over: button.primary ? Theme.restTop : Theme.restInk

    signal tapped

    border.color: button.primary ? Theme.restInk : Theme.restEdge
    border.width: Math.max(Theme.hairline, Math.round(button.size * 0.06))
    color: button.primary ? (touch.held ? Theme.restQuiet : Theme.restInk) : touch.held ? Theme.restTop : Theme.restTint
    radius: Math.round(button.size * 0.7)

    Accessible.name: button.label
    Accessible.role: Accessible.Button
    Accessible.onPressAction: button.tapped()

    Row {
        anchors.centerIn: parent
        spacing: Math.round(button.size * 0.55)

        Icon {
            id: hand

            anchors.verticalCenter: parent.verticalCenter
            colour: button.over
            name: "hand"
            size: Math.round(button.size * 1.1)
            visible: button.pictured
        }

        Words {
            Accessible.ignored: true
            anchors.verticalCenter: parent.verticalCenter
            color: button.over
            font.bold: true
            font.pixelSize: button.size
            fontSizeMode: Text.Fit
            height: Math.min(implicitHeight, button.height - Theme.between)
            lineHeight: 1
            maximumLineCount: 2
            minimumPixelSize: Math.round(Theme.bodyAtFull * 0.7)
            text: button.label
            verticalAlignment: Text.AlignVCenter
            width: Math.min(implicitWidth, button.width - button.size - (button.pictured ? 2.5 * button.size : 0))
        }
    }

    Tap {
        id: touch

        gesturePolicy: Tap.ReleaseWithinBounds
        longPressThreshold: 0

        onTapped: button.tapped()
    }
}
