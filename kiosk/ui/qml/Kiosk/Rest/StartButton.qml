pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One way to start, on the resting screen, and its language's name. Words shrink before they are cut.
Rectangle {
    id: button

    required property string label
    property string language: ""
    required property bool primary
    required property real size

    // All buttons are as wide as each other: all have a hand, or none.
    readonly property bool pictured: button.width > 9 * button.size
    // A low button holds one line: then the words alone tell the language.
    readonly property bool roomy: button.height >= 2.3 * button.size + Theme.between
    readonly property real room: button.width - 0.8 * button.size - (button.pictured ? 2.7 * button.size : 0)
    readonly property color over: button.primary ? Theme.restTop : Theme.restInk

    signal tapped

    activeFocusOnTab: true
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

        Column {
            anchors.verticalCenter: parent.verticalCenter

            Words {
                color: button.over
                font.bold: true
                font.pixelSize: button.size
                fontSizeMode: Text.Fit
                height: Math.min(implicitHeight, button.height - Theme.between - (name.visible ? name.height : 0))
                lineHeight: 1
                minimumPixelSize: Math.round(Theme.bodyAtFull * 0.7)
                silent: true
                fitted: button.label
                verticalAlignment: Text.AlignVCenter
                width: Math.min(Math.ceil(implicitWidth) + 1, button.room)
                x: LayoutMirroring.enabled ? parent.width - width : 0
            }

            Words {
                id: name

                color: button.over
                font.pixelSize: Math.round(Math.max(button.size * 0.7, Theme.bodyAtFull * 0.7))
                lineHeight: 1
                silent: true
                fitted: button.language
                visible: button.language !== "" && button.roomy
                width: Math.min(Math.ceil(implicitWidth) + 1, button.room)
                x: LayoutMirroring.enabled ? parent.width - width : 0
            }
        }
    }

    Tap {
        id: touch

        onTapped: button.tapped()
    }
}
