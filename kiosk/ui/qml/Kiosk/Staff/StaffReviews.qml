pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Which pages should have been reviewed again, and which are due soon.
Panel {
    id: panel

    required property StaffStatus status
    property bool wide: false

    Words {
        Accessible.role: Accessible.Heading
        font.bold: true
        lineHeight: 1
        text: qsTr("Next reviews")
        width: parent.width
    }

    Grid {
        id: grid

        readonly property real part: panel.wide ? (width - columnSpacing) / 2 : width

        columnSpacing: 2 * Theme.padding
        columns: panel.wide ? 2 : 1
        rowSpacing: Theme.gapTight
        width: parent.width

        Column {
            spacing: Theme.gapTight
            width: grid.part

            StaffFact {
                readonly property string pages: panel.status.hides ? qsTr("%L1, off the screen") : qsTr("%L1", "a number alone")

                alarming: panel.status.overdue > 0
                label: qsTr("Pages overdue")
                value: panel.status.overdue > 0 ? pages.arg(panel.status.overdue) : qsTr("None")
                width: parent.width
            }

            StaffList {
                alarming: true
                lines: panel.status.overdueLines
                more: panel.status.overdueMore > 0 ? qsTr("and %L1 more").arg(panel.status.overdueMore) : ""
                objectName: "overdue"
                width: parent.width
            }
        }

        Column {
            spacing: Theme.gapTight
            width: grid.part

            StaffFact {
                label: qsTr("Due in 30 days")
                value: panel.status.soon > 0 ? qsTr("%L1", "a number alone").arg(panel.status.soon) : qsTr("None")
                width: parent.width
            }

            StaffList {
                lines: panel.status.soonLines
                more: panel.status.soonMore > 0 ? qsTr("and %L1 more").arg(panel.status.soonMore) : ""
                objectName: "due-soon"
                width: parent.width
            }
        }
    }
}
