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
    // Also where the words of both buttons don't fit beside each other.
    readonly property bool brief: strip.beside || strip.extra && 2 * Theme.margin + (back.item as Pill)?.longest + Theme.between + Math.max(more.longest, (top.item as Pill)?.longest ?? 0) > strip.width
    // How far from where reading begins the others may stand: in the middle, unless the way back is there.
    readonly property real start: strip.beside ? Theme.between / 2 : Math.max(strip.extra ? Theme.margin + back.width + Theme.between : 0, Math.min(strip.center - row.width / 2, strip.width - row.width))

    signal moreRequested
    signal topRequested
    signal backRequested

    implicitHeight: more.implicitHeight + 3 * Theme.mm
    implicitWidth: (strip.extra ? 2 : 1) * (more.shortest + Theme.between)

    // Where it is below a section, too.
    Loader {
        id: back

        active: strip.extra
        anchors.left: parent.left
        anchors.leftMargin: strip.beside ? more.shortest + 1.5 * Theme.between : Theme.margin
        visible: active
        y: Theme.mm

        sourceComponent: Pill {
            objectName: "back"

            brief: strip.brief
            symbol: "arrow-left"
            text: qsTr("Back")

            onTapped: strip.backRequested()
        }
    }

    Row {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: strip.start
        y: Theme.mm

        // Also what the strip is measured by: it is as high without a pill.
        Pill {
            id: more

            objectName: "more"

            brief: strip.brief
            symbol: "arrow-down"
            text: qsTr("More below")
            visible: strip.more

            onTapped: strip.moreRequested()
        }

        Loader {
            id: top

            active: visible || item !== null
            visible: !strip.more && strip.moved

            sourceComponent: Pill {
                objectName: "top"

                brief: strip.brief
                symbol: "arrow-up"
                text: qsTr("Back to the top")

                onTapped: strip.topRequested()
            }
        }
    }
}
