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
        alarming: panel.glance.drafts > 0 || panel.glance.overdue > 0
        label: qsTr("Reviewed")
        value: panel.glance.drafts > 0 ? qsTr("%L1 of %L2 pages are drafts").arg(panel.glance.drafts).arg(panel.glance.pages) : panel.glance.overdue > 0 ? qsTr("Overdue on %L1 pages").arg(panel.glance.overdue) : qsTr("All pages")
        width: parent.width
    }

    StaffFact {
        alarming: panel.glance.findingCount > 0
        label: qsTr("Findings")
        value: panel.glance.findingCount === 0 ? qsTr("None") : qsTr("%L1", "a number alone").arg(panel.glance.findingCount)
        width: parent.width
    }

    Rectangle {
        color: Theme.amberTint
        height: findings.height + 2 * Theme.gapTight
        radius: Theme.radius
        visible: panel.glance.findingCount > 0
        width: parent.width

        Words {
            id: findings

            color: Theme.amber
            font.pixelSize: Theme.small
            lineHeight: 1.1
            objectName: "findings"
            text: panel.glance.unshown > 0 ? panel.glance.findings + "\n" + qsTr("and %L1 more, in the log").arg(panel.glance.unshown) : panel.glance.findings
            width: parent.width - 2 * Theme.gapBlock
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            x: Theme.gapBlock
            y: Theme.gapTight
        }
    }
}
