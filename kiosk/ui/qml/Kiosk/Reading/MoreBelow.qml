pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The strip below the text, or beside it: how to go on. It has a place of its own and covers no word.
Item {
    id: strip

    property bool more: false
    property bool moved: false
    property bool extra: false
    property real center: width / 2

    // Beside the text, where the screen is too low for a strip below it: only icons.
    property bool beside: false

    signal moreRequested
    signal topRequested
    signal backRequested

    implicitHeight: ruler.implicitHeight + 3 * Theme.mm
    implicitWidth: (strip.extra ? 2 : 1) * (ruler.shortest + Theme.between)

    Row {
        id: row

        layoutDirection: strip.beside ? Qt.RightToLeft : Qt.LeftToRight
        spacing: Theme.between
        x: Math.max(0, Math.min(strip.LayoutMirroring.enabled ? strip.width - strip.center - width / 2 : strip.center - width / 2, strip.width - width))
        y: Theme.mm

        Pill {
            objectName: "back"

            brief: strip.beside
            symbol: "arrow-left"
            text: qsTr("Back")
            visible: strip.extra

            onTapped: strip.backRequested()
        }

        Pill {
            objectName: "more"

            brief: strip.beside
            symbol: "arrow-down"
            text: qsTr("More below")
            visible: strip.more

            onTapped: strip.moreRequested()
        }

        Pill {
            objectName: "top"

            brief: strip.beside
            symbol: "arrow-up"
            text: qsTr("Back to the top")
            visible: !strip.more && strip.moved

            onTapped: strip.topRequested()
        }
    }

    // As high with a pill as without one.
    Pill {
        id: ruler

        symbol: "arrow-down"
        text: qsTr("More below")
        visible: false
    }
}
