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
    readonly property real shape: Math.ceil(Theme.between + icon.width + status.gap + Theme.padding)
    readonly property real gap: Math.max(2 * Theme.mm, 0.25 * Theme.small)
    // Where its words fit a line only without the icon, they do.
    readonly property bool bare: status.whole > status.room && words.implicitWidth + 2 * Theme.between <= status.room

    function around(content: real): real {
        return status.shape + Math.ceil(content);
    }

    border.color: Theme.amber
    border.width: Theme.isContrast ? Theme.hairline : 0
    color: Theme.amberTint
    implicitHeight: words.implicitHeight + (Theme.isLow && words.lineCount === 1 ? 1 : 3) * Theme.mm
    implicitWidth: status.bare ? Math.ceil(words.contentWidth + 2 * Theme.between) : status.around(words.contentWidth)
    radius: Math.min(implicitHeight / 2, 5 * Theme.mm)

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.between
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.amber
        name: status.symbol
        visible: !status.bare
    }

    Words {
        id: words

        anchors.left: status.bare ? parent.left : icon.right
        anchors.leftMargin: status.bare ? Theme.between : status.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.amber
        font.bold: true
        font.pixelSize: Theme.small
        lineHeight: 1
        fitted: status.text
        width: status.bare ? implicitWidth : Math.min(Math.ceil(implicitWidth), status.room - status.shape)
    }
}
