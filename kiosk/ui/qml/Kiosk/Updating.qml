pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What stands in the place of a page that can't be shown.
Panel {
    id: updating

    readonly property Item ringed: updating

    inset: 2 * Theme.padding

    Icon {
        name: "update"
        size: 16 * Theme.mm
    }

    Words {
        font.bold: true
        font.pixelSize: Theme.heading
        lineHeight: 1
        role: Accessible.Heading
        text: qsTr("This page is being updated")
        width: parent.width
    }

    Words {
        text: qsTr("Please read one of the other pages, or ask at the front desk.")
        width: parent.width
    }
}
