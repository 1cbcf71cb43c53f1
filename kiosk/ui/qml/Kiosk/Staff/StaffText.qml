pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Which text the kiosk shows, and what was wrong at the last reload.
Panel {
    id: panel

    required property StaffStatus status

    Words {
        Accessible.role: Accessible.Heading
        font.bold: true
        lineHeight: 1
        text: qsTr("Text")
        width: parent.width
    }

    StaffFact {
        label: qsTr("Version")
        value: panel.status.version === "" ? qsTr("Unknown") : panel.status.version
        width: parent.width
    }

    StaffFact {
        alarming: true
        label: qsTr("Set aside")
        objectName: "aside"
        value: qsTr("%1: its start was cut off three times").arg(panel.status.aside)
        visible: panel.status.aside !== ""
        width: parent.width
    }

    StaffFact {
        label: qsTr("Last loaded")
        value: panel.status.loading ? qsTr("Being loaded now") : panel.status.loaded === "" ? qsTr("Unknown") : panel.status.loaded
        width: parent.width
    }

    StaffFact {
        alarming: panel.status.drafts > 0
        label: qsTr("Reviewed")
        value: !panel.status.counted ? qsTr("Being counted") : panel.status.drafts > 0 ? qsTr("%L1 of %L2 pages are drafts").arg(panel.status.drafts).arg(panel.status.pages) : qsTr("All pages")
        width: parent.width
    }

    StaffFact {
        alarming: panel.status.findingCount > 0
        label: qsTr("Findings")
        value: panel.status.findingCount === 0 ? qsTr("None") : qsTr("%L1", "a number alone").arg(panel.status.findingCount)
        width: parent.width
    }

    StaffList {
        alarming: true
        lines: panel.status.findings
        more: panel.status.unshown > 0 ? qsTr("and %L1 more, in the log").arg(panel.status.unshown) : ""
        objectName: "findings"
        width: parent.width
    }
}
