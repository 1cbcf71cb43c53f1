pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// An option to compare. One that is chosen is filled and has a tick; it is as wide with it as without
// it, so that no chip moves under a finger.
Rectangle {
    id: chip

    required property int index
    required property string title
    required property string plain
    required property bool chosen
    // Whether another one goes when this one is chosen, or two are seen at a time.
    required property bool alone
    required property real maximumWidth

    readonly property real inset: 5 * Theme.mm
    readonly property real sign: Theme.icon + 2 * Theme.mm

    signal tapped

    activeFocusOnTab: true
    border.color: chip.chosen ? Theme.teal : Theme.edge
    border.width: Theme.hairline
    color: chip.chosen ? (touch.held ? Theme.tealPressed : Theme.teal) : touch.held ? Theme.tint : Theme.card
    implicitHeight: Math.max(Theme.touch, label.implicitHeight + Theme.between)
    implicitWidth: Math.max(Theme.touch, label.width + chip.sign + 2 * chip.inset)
    radius: Math.min(chip.implicitHeight, Theme.touch) / 2

    Accessible.checkable: true
    Accessible.checked: chip.chosen
    Accessible.name: chip.plain
    Accessible.role: chip.alone ? Accessible.RadioButton : Accessible.CheckBox
    Accessible.onPressAction: chip.tapped()
    Accessible.onToggleAction: chip.tapped()

    Row {
        anchors.centerIn: parent
        spacing: 2 * Theme.mm

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.overTeal
            name: "check"
            visible: chip.chosen
        }

        Words {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            color: chip.chosen ? Theme.overTeal : Theme.ink
            font.bold: true
            font.pixelSize: Theme.small
            lineHeight: 1
            silent: true
            styled: chip.title
            width: Math.min(Math.ceil(implicitWidth), chip.maximumWidth - chip.sign - 2 * chip.inset)
        }
    }

    Tap {
        id: touch

        onTapped: chip.tapped()
    }
}
