pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Which release of the program runs, and how it has been since its start.
Panel {
    id: panel

    // How long it has been running, in words.
    required property string running
    required property StaffStatus status

    Words {
        Accessible.role: Accessible.Heading
        font.bold: true
        lineHeight: 1
        text: qsTr("Program")
        width: parent.width
    }

    StaffFact {
        label: qsTr("Version")
        value: panel.status.program
        width: parent.width
    }

    StaffFact {
        alarming: panel.status.updateFailed
        label: qsTr("Newer version")
        objectName: "update"
        value: panel.status.update
        visible: panel.status.update !== ""
        width: parent.width
    }

    StaffFact {
        label: qsTr("Running for")
        value: panel.running
        width: parent.width
    }

    StaffFact {
        label: qsTr("Memory")
        value: qsTr("%L1 MiB").arg(panel.status.memory)
        width: parent.width
    }

    StaffFact {
        alarming: panel.status.errors > 0
        label: qsTr("Errors since start")
        value: panel.status.errors === 0 ? qsTr("None") : qsTr("%L1", "a number alone").arg(panel.status.errors)
        width: parent.width
    }

    StaffFact {
        label: qsTr("Last of them")
        value: panel.status.trouble
        visible: panel.status.trouble !== ""
        width: parent.width
    }

    StaffFact {
        label: qsTr("Last crash")
        value: panel.status.crash === "" ? qsTr("None") : panel.status.crash
        width: parent.width
    }

    StaffFact {
        label: qsTr("Counting")
        objectName: "counting"
        value: panel.status.counting === "off" ? qsTr("Off") : panel.status.counting === "words" ? qsTr("On, without persons; words searched in vain too") : qsTr("On, without persons")
        width: parent.width
    }

    StaffFact {
        alarming: panel.status.safe
        label: qsTr("Safe mode")
        value: panel.status.safe ? qsTr("On: it crashed three times") : qsTr("Off")
        width: parent.width
    }
}
