pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The strip below a section: back to its door, further down, and on to the next section. Each has its
// place whatever the others are.
Item {
    id: bar

    property bool more: false
    property string next: ""

    readonly property real third: (bar.width - 2 * Theme.margin - 2 * Theme.between) / 3
    // Where the words of all three don't fit beside each other.
    readonly property bool brief: Math.max(back.longest, more.longest, next.longest) > bar.third
    // How far the way back reaches beyond its third.
    readonly property real beyond: Theme.margin + back.implicitWidth + Theme.between - (bar.width - more.implicitWidth) / 2

    signal moreRequested
    signal backRequested
    signal nextRequested

    implicitHeight: Math.max(back.implicitHeight, more.implicitHeight, next.implicitHeight) + 2 * Theme.mm

    Pill {
        id: back

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        brief: back.longest > bar.width - 2 * Theme.margin - 2 * Theme.between - more.shortest - next.shortest
        objectName: "back"
        symbol: "arrow-left"
        text: qsTr("Back")

        onTapped: bar.backRequested()
    }

    Pill {
        id: more

        anchors.centerIn: parent
        anchors.horizontalCenterOffset: Math.max(0, bar.beyond)
        brief: bar.brief
        objectName: "more"
        symbol: "arrow-down"
        text: qsTr("More below")
        visible: bar.more

        onTapped: bar.moreRequested()
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
