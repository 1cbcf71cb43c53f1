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
    property int role: Accessible.Button
    property real maximumWidth: 10000

    // `brief`: only the icon where there is one. `offered`: whether there is this button at all, also
    // while what it stands in is hidden.
    property bool brief: false
    property bool offered: true
    readonly property real inset: Theme.isTight ? Theme.gapTight : Theme.padding
    property real longest: pill.around((label?.implicitWidth ?? 0) + (pill.symbol === "" ? 0 : Theme.icon + Theme.between))
    property real shortest: pill.symbol === "" ? pill.longest : pill.around(Theme.icon)

    signal tapped

    function around(content: real): real {
        return Math.max(Theme.touch, content + 2 * pill.inset);
    }

    activeFocusOnTab: true
    border.color: pill.selected ? Theme.teal : Theme.edge
    border.width: Theme.hairline
    color: pill.selected ? (touch.held ? Theme.tealPressed : Theme.teal) : touch.held ? Theme.tint : Theme.card
    // One that is being taken down may be asked without its words.
    implicitHeight: Math.max(Theme.touch, (label?.implicitHeight ?? 0) + Theme.between)
    implicitWidth: Math.max(Theme.touch, row.width + 2 * pill.inset)
    radius: Math.min(pill.implicitHeight / 2, Theme.touch / 2)
    visible: pill.offered

    Accessible.name: Theme.aloud(pill.name)
    Accessible.role: pill.role
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

            anchors.verticalCenter: parent.verticalCenter
            color: pill.selected ? Theme.overTeal : Theme.ink
            font.bold: pill.bold
            font.pixelSize: Theme.small
            lineHeight: 1
            silent: true
            fitted: pill.text
            visible: pill.text !== "" && !(pill.brief && pill.symbol !== "")
            width: Math.min(implicitWidth, pill.maximumWidth - 2 * pill.inset - (pill.symbol ? Theme.icon + Theme.between : 0))
        }
    }

    Tap {
        id: touch

        onTapped: pill.tapped()
    }
}
