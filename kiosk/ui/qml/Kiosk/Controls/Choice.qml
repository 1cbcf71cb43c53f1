pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One of several: its word, and what it looks like before it. The chosen one is filled and has a tick.
Rectangle {
    id: choice

    property string text: ""
    property string name: choice.text
    property bool chosen: false
    property alias face: face.sourceComponent

    signal tapped

    activeFocusOnTab: true
    border.color: choice.chosen ? Theme.teal : Theme.edge
    border.width: Theme.hairline
    color: choice.chosen ? (touch.held ? Theme.tealPressed : Theme.teal) : touch.held ? Theme.tint : Theme.card
    implicitHeight: Math.max(Theme.touch, label.implicitHeight + Theme.between)
    implicitWidth: Math.max(Theme.touch, row.width + 8 * Theme.mm)
    radius: Theme.radius * 1.3

    Accessible.checkable: true
    Accessible.checked: choice.chosen
    Accessible.name: choice.name
    Accessible.role: Accessible.RadioButton
    Accessible.onPressAction: choice.tapped()
    Accessible.onToggleAction: choice.tapped()

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Math.round(Theme.small * 0.3)

        Loader {
            id: face

            anchors.verticalCenter: parent.verticalCenter
            visible: status === Loader.Ready
        }

        Words {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            color: choice.chosen ? Theme.overTeal : Theme.ink
            font.bold: true
            font.pixelSize: Theme.small
            lineHeight: 1
            silent: true
            fitted: choice.text
            wrapMode: Text.NoWrap
        }
    }

    // On the corner: the choice is as wide with it as without it.
    Rectangle {
        id: badge

        anchors.right: parent.right
        anchors.rightMargin: -1.2 * Theme.mm
        anchors.top: parent.top
        anchors.topMargin: -1.2 * Theme.mm
        border.color: Theme.teal
        border.width: Math.round(0.6 * Theme.mm)
        color: Theme.card
        height: width
        radius: width / 2
        visible: choice.chosen
        width: 6.5 * Theme.mm

        Icon {
            anchors.centerIn: parent
            name: "check"
            size: 4 * Theme.mm
        }
    }

    Tap {
        id: touch

        onTapped: choice.tapped()
    }
}
