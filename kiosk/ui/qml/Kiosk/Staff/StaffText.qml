pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Which text the kiosk shows, and what was wrong at the last reload.
Panel {
    id: panel

    required property Glance glance

    Words {
        Accessible.role: Accessible.Heading
        font.bold: true
        lineHeight: 1
        text: qsTr("Text")
        width: parent.width
    }

    StaffFact {
        label: qsTr("Version")
        value: panel.glance.version === "" ? qsTr("Unknown") : panel.glance.version
        width: parent.width
    }

    StaffFact {
        label: qsTr("Last loaded")
        value: panel.glance.loading ? qsTr("Being loaded now") : panel.glance.loaded === "" ? qsTr("Unknown") : panel.glance.loaded
        width: parent.width
    }

    StaffFact {
        alarming: panel.glance.drafts > 0
        label: qsTr("Reviewed")
        value: !panel.glance.counted ? qsTr("Being counted") : panel.glance.drafts > 0 ? qsTr("%L1 of %L2 pages are drafts").arg(panel.glance.drafts).arg(panel.glance.pages) : qsTr("All pages")
        width: parent.width
    }

    StaffFact {
        alarming: panel.glance.findingCount > 0
        label: qsTr("Findings")
        value: panel.glance.findingCount === 0 ? qsTr("None") : qsTr("%L1", "a number alone").arg(panel.glance.findingCount)
        width: parent.width
    }

    StaffList {
        alarming: true
        lines: panel.glance.findings
        more: panel.glance.unshown > 0 ? qsTr("and %L1 more, in the log").arg(panel.glance.unshown) : ""
        objectName: "findings"
        width: parent.width
    }
}
