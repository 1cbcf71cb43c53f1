pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The sign beside the clinic's name.
Rectangle {
    id: mark

    color: Theme.teal
    height: width
    radius: Theme.radius
    width: 14 * Theme.mm

    Icon {
        anchors.centerIn: parent
        // The first picture of all, drawn by this kiosk and in this thread: Pictures says why.
        cache: false
        colour: Theme.overTeal
        name: "plus"
        size: 8 * Theme.mm
    }
}
