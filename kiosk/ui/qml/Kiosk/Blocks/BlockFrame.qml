pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What every block has: the gap above it, and its place in the page.
Item {
    id: frame

    required property int gap
    property string anchor: ""
    default property alias content: inside.data

    signal followed(link: string)

    implicitHeight: inside.y + inside.implicitHeight
    width: parent ? parent.width : 0

    Column {
        id: inside

        spacing: Theme.gapTight
        width: parent.width
        y: Theme.gap(frame.gap)
    }
}
