pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Whose kiosk this is, at the top of the resting screen.
Item {
    id: head

    required property string clinic
    required property real size

    height: mark.height

    Rectangle {
        id: mark

        anchors.left: parent.left
        color: Theme.restQuiet
        height: width
        radius: width / 4
        width: Math.round(head.size * 1.6)

        Icon {
            anchors.centerIn: parent
            // As in ClinicMark: where the kiosk starts at rest, this picture is the first.
            cache: false
            colour: Theme.restTop
            name: "plus"
            size: Math.round(mark.width * 0.6)
        }
    }

    Words {
        anchors.left: mark.right
        anchors.leftMargin: head.size * 0.5
        anchors.right: parent.right
        anchors.verticalCenter: mark.verticalCenter
        color: Theme.restQuiet
        elide: Text.ElideRight
        font.bold: true
        font.pixelSize: Math.round(head.size * 0.85)
        lineHeight: 1
        maximumLineCount: 2
        silent: true
        text: head.clinic
    }
}
