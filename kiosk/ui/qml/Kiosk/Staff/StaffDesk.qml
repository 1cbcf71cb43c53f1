pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Everything that is for staff, above whatever is on the screen.
Item {
    id: staff

    required property Desk desk
    required property StructModel languages

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Qt.locale(staff.desk.language).textDirection === Qt.RightToLeft

    // Nothing below is touched, dragged or scrolled while this is there.
    MouseArea {
        anchors.fill: parent
        preventStealing: true

        onWheel: wheel => wheel.accepted = true
    }

    Loader {
        active: staff.desk.stage === "pad"
        anchors.fill: parent

        sourceComponent: StaffPad {
            desk: staff.desk
        }
    }

    Loader {
        active: staff.desk.stage === "page"
        anchors.fill: parent

        sourceComponent: StaffPage {
            desk: staff.desk
            languages: staff.languages
        }
    }

    Loader {
        active: staff.desk.question === "print"
        anchors.fill: parent

        sourceComponent: StaffPrint {
            desk: staff.desk
            languages: staff.languages
        }
    }

    Loader {
        active: staff.desk.question === "text"
        anchors.fill: parent

        sourceComponent: StaffTextBack {
            desk: staff.desk
        }
    }

    Loader {
        active: staff.desk.stage === "cleaning"
        anchors.fill: parent

        sourceComponent: StaffCleaning {
            desk: staff.desk
        }
    }
}
