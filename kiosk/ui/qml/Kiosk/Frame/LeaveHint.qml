pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Says for a few seconds after the start how to leave an unlocked kiosk.
Rectangle {
    id: hint

    required property bool shown

    color: Theme.ink
    implicitHeight: words.implicitHeight + 2 * Theme.between
    implicitWidth: words.implicitWidth + 2 * Theme.padding
    radius: height / 2
    visible: hint.shown && timer.running

    Words {
        id: words

        anchors.centerIn: parent
        color: Theme.paper
        font.bold: true
        font.pixelSize: Theme.small
        lineHeight: 1
        text: qsTr("Press Esc to leave")
        wrapMode: Text.NoWrap
    }

    Timer {
        id: timer

        interval: Theme.hint
        running: hint.shown
    }
}
