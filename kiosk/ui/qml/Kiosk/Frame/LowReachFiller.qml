pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The upper half of the screen while everything stands in the lower one: calm, and nothing to touch.
Rectangle {
    id: filler

    required property Shell shell

    // Why nothing is here stands there in any case; what this is about, and the sign, where they fit.
    readonly property real room: filler.height - Theme.bar - why.implicitHeight - 2 * Theme.between
    readonly property bool titled: !Theme.isTight && topic.implicitHeight + Theme.gapBlock <= filler.room
    readonly property bool signed: filler.titled && sign.height + topic.implicitHeight + 2 * Theme.gapBlock <= filler.room

    color: Theme.tint

    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gapBlock

        Rectangle {
            id: sign

            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.teal
            height: width
            radius: Theme.radius * 1.5
            visible: filler.signed
            width: 22 * Theme.mm

            Icon {
                anchors.centerIn: parent
                colour: Theme.overTeal
                name: "plus"
                size: 13 * Theme.mm
            }
        }

        Words {
            id: topic

            color: Theme.teal
            font.bold: true
            font.pixelSize: Theme.title
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            objectName: "upper-topic"
            text: filler.shell.topic
            visible: filler.titled
            width: parent.width
        }

        Words {
            id: why

            color: Theme.ink
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            text: qsTr("Everything that you can touch is in the lower half now.")
            width: parent.width
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.teal
        height: Theme.bar
        width: parent.width
    }
}
