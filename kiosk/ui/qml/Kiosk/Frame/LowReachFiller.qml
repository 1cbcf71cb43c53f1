pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The upper half of the screen while everything stands in the lower one: calm, and nothing to touch.
Rectangle {
    id: filler

    required property Shell shell

    color: Theme.tint

    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gapBlock

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.teal
            height: width
            radius: Theme.radius * 1.5
            visible: !Theme.isTight
            width: 22 * Theme.mm

            Icon {
                anchors.centerIn: parent
                colour: Theme.overTeal
                name: "plus"
                size: 13 * Theme.mm
            }
        }

        Words {
            color: Theme.teal
            font.bold: true
            font.pixelSize: Theme.title
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            objectName: "upper-topic"
            text: filler.shell.topic
            visible: !Theme.isTight
            width: parent.width
        }

        Words {
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
