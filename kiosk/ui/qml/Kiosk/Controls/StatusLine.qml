pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One line about the page itself, in a filled shape with an icon.
Rectangle {
    id: status

    required property string text
    required property string symbol
    required property real room
    // How wide it is in a line, and in two, wherever its words break.
    readonly property real whole: status.around(words.implicitWidth)
    readonly property real half: status.around(0.65 * words.implicitWidth)

    function around(content: real): real {
        return Theme.between + icon.width + 2 * Theme.mm + content + Theme.padding;
    }

    border.color: Theme.amber
    border.width: Theme.isContrast ? Theme.hairline : 0
    color: Theme.amberTint
    implicitHeight: words.implicitHeight + 3 * Theme.mm
    implicitWidth: Math.ceil(status.around(words.contentWidth))
    radius: Math.min(implicitHeight / 2, 5 * Theme.mm)

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.between
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.amber
        name: status.symbol
    }

    Words {
        id: words

        anchors.left: icon.right
        anchors.leftMargin: 2 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.amber
        font.bold: true
        font.pixelSize: Theme.small
        lineHeight: 1
        fitted: status.text
        width: Math.min(implicitWidth, status.room - status.around(0))
    }
}
