pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The strip below a section: back to its door, further down, on a phone, and on to the next section.
// Each has its place whatever the others are.
Item {
    id: bar

    property bool more: false
    property string next: ""
    // Whether what is read can be taken along.
    property bool taken: false
    // Where no section ever follows, what leads to the phone stands in the place of what leads to it.
    property bool onward: true

    readonly property real room: bar.width - 2 * (Theme.margin + Theme.between)
    // What stands beside the middle one.
    readonly property real side: (bar.room - more.longest) / 2
    readonly property real beforeNext: bar.taken ? phone.shortest + Theme.between : 0
    readonly property real alone: bar.taken ? phone.implicitWidth : 0
    // Where the words of all don't fit beside each other.
    readonly property bool brief: back.longest + more.longest + (bar.onward ? bar.beforeNext + next.longest : bar.alone) > bar.room
    // How far the middle one must make way for the way back, and can for the other two.
    readonly property real half: (bar.room - more.implicitWidth) / 2
    readonly property real beyond: back.implicitWidth - bar.half
    readonly property real spare: bar.half - (bar.onward ? bar.beforeNext + (bar.brief ? next.shortest : next.longest) : bar.alone)

    signal moreRequested
    signal backRequested
    signal phoneRequested
    signal nextRequested

    implicitHeight: Math.max(back.implicitHeight, more.implicitHeight, next.implicitHeight) + 2 * Theme.mm

    Pill {
        id: back

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        brief: back.longest + more.shortest + (bar.onward ? bar.beforeNext + next.shortest : bar.alone) > bar.room
        objectName: "back"
        symbol: "arrow-left"
        text: qsTr("Back")

        onTapped: bar.backRequested()
    }

    Pill {
        id: more

        anchors.centerIn: parent
        anchors.horizontalCenterOffset: Math.min(Math.max(0, bar.beyond), bar.spare)
        brief: bar.brief
        objectName: "more"
        symbol: "arrow-down"
        text: qsTr("More below")
        visible: bar.more

        onTapped: bar.moreRequested()
    }

    Pill {
        id: phone

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin + (bar.onward ? (bar.brief ? next.shortest : next.longest) + Theme.between : 0)
        anchors.verticalCenter: parent.verticalCenter
        brief: bar.onward ? bar.brief || next.longest + Theme.between + phone.longest > bar.side : back.longest + more.shortest + phone.longest > bar.room
        objectName: "phone"
        offered: bar.taken
        symbol: "phone"
        text: qsTr("On your phone")

        onTapped: bar.phoneRequested()
    }

    Pill {
        id: next

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        brief: bar.brief
        name: qsTr("Next: %1").arg(bar.next)
        objectName: "next"
        symbol: "arrow-right"
        text: qsTr("Next section")
        visible: bar.next !== ""

        onTapped: bar.nextRequested()
    }
}
