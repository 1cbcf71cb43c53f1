pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A button: an icon, a word, or both.
Rectangle {
    id: pill

    property string text: ""
    property string symbol: ""
    property string name: pill.text
    property bool selected: false
    property bool bold: true
    property real maximumWidth: 10000

    signal tapped

    border.color: pill.selected ? Theme.teal : Theme.edge
    border.width: Theme.hairline
    color: pill.selected ? Theme.teal : touch.held ? Theme.tint : Theme.card
    implicitHeight: Math.max(Theme.touch, label.implicitHeight + Theme.between)
    implicitWidth: Math.max(Theme.touch, row.width + 2 * Theme.padding)
    radius: Math.min(pill.implicitHeight / 2, Theme.touch / 2)

    Accessible.checkable: false
    Accessible.name: pill.name
    Accessible.role: Accessible.Button
    Accessible.onPressAction: pill.tapped()

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.between

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            colour: pill.selected ? Theme.overTeal : Theme.teal
            name: pill.symbol
            visible: pill.symbol !== ""
        }

        Words {
            id: label

            Accessible.ignored: true
            anchors.verticalCenter: parent.verticalCenter
            color: pill.selected ? Theme.overTeal : Theme.ink
            font.bold: pill.bold
            font.pixelSize: Theme.small
            lineHeight: 1
            text: pill.text
            visible: pill.text !== ""
            width: Math.min(implicitWidth, pill.maximumWidth - 2 * Theme.padding - (pill.symbol ? Theme.icon + Theme.between : 0))
        }
    }

    Tap {
        id: touch

        onTapped: pill.tapped()
    }
}
