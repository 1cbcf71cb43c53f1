pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Something that staff can do: its icon over its name.
Rectangle {
    id: tile

    required property string text
    required property string symbol

    signal tapped

    activeFocusOnTab: true
    border.color: Theme.edge
    border.width: Theme.hairline
    color: touch.held ? Theme.tint : Theme.card
    // Of two lines, whatever this one needs: tiles beside each other are as high as each other.
    implicitHeight: Math.max(38 * Theme.mm, 12 * Theme.mm + Math.ceil(2.55 * Theme.small) + Theme.between + 2 * Theme.gapTight, face.height + 2 * Theme.gapTight)
    radius: Theme.radius

    Accessible.name: tile.text
    Accessible.role: Accessible.Button
    Accessible.onPressAction: tile.tapped()

    Column {
        id: face

        anchors.centerIn: parent
        spacing: Theme.between
        width: parent.width - 2 * Theme.between

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: tile.symbol
            size: 12 * Theme.mm
        }

        Words {
            Accessible.ignored: true
            font.bold: true
            font.pixelSize: Theme.small
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            text: tile.text
            width: parent.width
        }
    }

    Tap {
        id: touch

        onTapped: tile.tapped()
    }
}
