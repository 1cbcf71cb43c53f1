pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What is touched to open or close what stands below it: its words, and a sign that says which.
Item {
    id: head

    required property string name
    required property string styled
    required property bool opened
    // What a screen reader is told besides.
    required property string hint

    readonly property alias held: touch.held

    signal tapped

    activeFocusOnTab: true
    height: Math.max(Theme.touch, words.implicitHeight + (words.lineCount > 1 ? 4 : 2) * Theme.mm)

    // WORKAROUND: QML in Qt 6.11 can't say "expanded"; a button that is on or off, and a word, can.
    Accessible.checkable: true
    Accessible.checked: head.opened
    Accessible.description: head.hint
    Accessible.name: head.name
    Accessible.role: Accessible.Button
    Accessible.onPressAction: head.tapped()

    Words {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.right: sign.left
        anchors.rightMargin: Theme.between
        anchors.verticalCenter: parent.verticalCenter
        font.bold: true
        font.pixelSize: Theme.body
        lineHeight: 1
        silent: true
        styled: head.styled
    }

    Rectangle {
        id: sign

        anchors.right: parent.right
        anchors.rightMargin: Theme.gapTight
        anchors.verticalCenter: parent.verticalCenter
        color: head.opened ? Theme.teal : Theme.tint
        height: width
        radius: width / 2
        width: Theme.icon * 1.4

        Icon {
            anchors.centerIn: parent
            colour: head.opened ? Theme.overTeal : Theme.teal
            name: head.opened ? "chevron-up" : "chevron-down"
        }
    }

    Tap {
        id: touch

        onTapped: head.tapped()
    }
}
