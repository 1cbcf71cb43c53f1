pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The kiosk's health at a status, and what staff can do.
Rectangle {
    id: page

    required property Desk desk
    required property StructModel languages

    readonly property string sheet: "card"
    readonly property StaffStatus status: page.desk.status
    readonly property bool roomy: page.height >= 220 * Theme.mm
    readonly property bool wide: page.width >= 330 * Theme.mm && page.width > page.height

    function dismiss(): void {
        page.desk.close();
    }

    function span(minutes: int): string {
        const days = Math.floor(minutes / 1440);
        const hours = Math.floor(minutes / 60) % 24;
        if (days > 0)
            return qsTr("%L1 days, %L2 hours").arg(days).arg(hours);
        return hours > 0 ? qsTr("%L1 hours, %L2 minutes").arg(hours).arg(minutes % 60) : qsTr("%L1 minutes").arg(minutes);
    }

    color: Theme.paper

    Accessible.name: qsTr("Staff page")
    Accessible.role: Accessible.Pane

    // A touch beside a button does nothing below.
    MouseArea {
        anchors.fill: parent
    }

    Rectangle {
        id: head

        color: Theme.card
        height: Math.max(Theme.touch, 1.3 * Theme.subheading) + 2 * Theme.gapTight
        width: parent.width
        z: 1

        Rectangle {
            id: mark

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.teal
            height: width
            radius: Theme.radius
            width: 14 * Theme.mm

            Icon {
                anchors.centerIn: parent
                colour: Theme.overTeal
                name: "key"
                size: 8 * Theme.mm
            }
        }

        Words {
            Accessible.role: Accessible.Heading
            anchors.left: mark.right
            anchors.leftMargin: Theme.between * 1.3
            anchors.verticalCenter: parent.verticalCenter
            font.bold: true
            font.pixelSize: Theme.subheading
            lineHeight: 1
            text: qsTr("Staff page")
        }

        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.padding

            Words {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.quiet
                font.pixelSize: Theme.small
                lineHeight: 1
                text: qsTr("Closes in %L1 s").arg(page.desk.secondsLeft)
                visible: page.desk.secondsLeft <= 15
            }

            Pill {
                objectName: "page-close"
                symbol: "close"
                text: qsTr("Close")

                onTapped: page.desk.close()
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            color: Theme.line
            height: Theme.hairline
            width: parent.width
        }
    }

    Flickable {
        id: body

        anchors.bottom: stand.top
        anchors.top: head.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.height + 2 * column.y
        interactive: contentHeight > height
        width: parent.width

        Column {
            id: column

            spacing: Theme.gapBlock
            width: parent.width - 2 * Theme.margin
            x: Theme.margin
            y: Theme.gapBlock

            Grid {
                id: panels

                readonly property real part: page.wide ? (column.width - Theme.gapBlock) / 2 : column.width

                columns: page.wide ? 2 : 1
                spacing: Theme.gapBlock

                StaffText {
                    status: page.status
                    height: page.wide ? Math.max(implicitHeight, program.implicitHeight) : implicitHeight
                    width: panels.part
                }

                StaffProgram {
                    id: program

                    height: page.wide ? parent.height : implicitHeight
                    running: page.span(page.status.uptime)
                    status: page.status
                    width: panels.part
                }
            }

            StaffReviews {
                status: page.status
                visible: page.status.pages > page.status.drafts
                wide: page.wide
                width: parent.width
            }

            Item {
                id: slot

                height: actions.height
                visible: !page.roomy
                width: parent.width
            }
        }
    }

    Fade {
        anchors.bottom: body.bottom
        visible: body.interactive && !body.atYEnd
        width: parent.width
    }

    // What is touched stands at the bottom, in reach of everybody (ADA 308).
    Item {
        id: stand

        anchors.bottom: parent.bottom
        height: page.roomy ? actions.height + Theme.gapBlock : 0
        width: parent.width - 2 * Theme.margin
        x: Theme.margin
    }

    StaffActions {
        id: actions

        desk: page.desk
        languages: page.languages
        parent: page.roomy ? stand : slot
        width: parent.width
    }

    Loader {
        active: !["", "print", "text"].includes(page.desk.question)
        anchors.fill: parent
        z: 2

        sourceComponent: StaffQuestion {
            desk: page.desk
        }
    }
}
