pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The strip below the text: how to go on. It has a place of its own and covers no word.
Item {
    id: strip

    property bool more: false
    property bool moved: false
    property bool extra: false
    property real center: width / 2

    signal moreRequested
    signal topRequested
    signal backRequested

    implicitHeight: ruler.implicitHeight + 3 * Theme.mm

    Row {
        id: row

        spacing: Theme.between
        x: Math.max(0, Math.min(strip.LayoutMirroring.enabled ? strip.width - strip.center - width / 2 : strip.center - width / 2, strip.width - width))
        y: Theme.mm

        Pill {
            objectName: "back"

            symbol: "arrow-left"
            text: qsTr("Back")
            visible: strip.extra

            onTapped: strip.backRequested()
        }

        Pill {
            objectName: "more"

            symbol: "arrow-down"
            text: qsTr("More below")
            visible: strip.more

            onTapped: strip.moreRequested()
        }

        Pill {
            objectName: "top"

            symbol: "arrow-up"
            text: qsTr("Back to the top")
            visible: !strip.more && strip.moved

            onTapped: strip.topRequested()
        }
    }

    // As high with a pill as without one.
    Pill {
        id: ruler

        text: qsTr("More below")
        visible: false
    }
}
