pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A kiosk's screen, as small as it must be, and beside it what the check has found.
Window {
    id: window

    required property Shell shell
    required property PreviewFindings results
    required property real em

    color: Theme.line
    height: 54 * em
    minimumHeight: 34 * em
    minimumWidth: 70 * em
    title: "Preview: " + window.shell.topic
    width: 104 * em

    Item {
        id: room

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: window.em
        anchors.right: side.left
        anchors.top: parent.top

        // Laid out at its own size and made smaller as a whole: every line breaks where it will.
        Item {
            id: device

            anchors.centerIn: parent
            clip: true
            height: window.results.down
            objectName: "device"
            scale: Math.min(1, room.width / width, room.height / height)
            width: window.results.across

            Rectangle {
                anchors.fill: parent
                color: Theme.paper
            }

            Stage {
                anchors.fill: parent
                shell: window.shell
            }
        }
    }

    PreviewSide {
        id: side

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        em: window.em
        results: window.results
        shell: window.shell
        width: 32 * window.em
    }
}
