pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What stands in the place of a page that can't be shown.
Panel {
    id: updating

    // It is there, but hidden until it has been reviewed again.
    property bool waiting: false
    // The number to call, and what to do inside the clinic, styled: the page that tells it may be this one.
    property list<string> emergency: []

    readonly property Item ringed: updating

    // On a small screen all of it is seen at once only so.
    inset: (Theme.isSmall ? 1 : 2) * Theme.padding

    Icon {
        name: updating.waiting ? "clock" : "update"
        size: 16 * Theme.mm
        visible: !Theme.isSmall
    }

    Words {
        font.bold: true
        font.pixelSize: Theme.heading
        lineHeight: 1
        role: Accessible.Heading
        text: updating.waiting ? qsTr("This page is waiting for its review") : qsTr("This page is being updated")
        width: parent.width
    }

    // Before the rest: on a small screen the foot of this is scrolled away.
    Words {
        font.bold: true
        styled: qsTr("In an emergency, call %1 or %2.").arg(updating.emergency[0]).arg(updating.emergency[1])
        visible: updating.emergency.length === 2
        width: parent.width
    }

    Words {
        text: updating.waiting ? qsTr("Somebody should have checked it again by now, so it is not shown today. Please ask the staff about it.") : qsTr("Please read one of the other pages, or ask at the front desk.")
        width: parent.width
    }
}
