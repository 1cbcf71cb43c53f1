pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// What every block has: the gap above it, and its place in the page.
PlacedRow {
    id: frame

    required property int gap
    property string anchor: ""
    // The parts of it that are read aloud one after the other, if it has any.
    property RowModel inner: null

    // Where the ring is drawn when keys stop here; nowhere if the block has stops of its own inside.
    property Item ringed: inside
    default property alias content: inside.data

    signal followed(link: string)

    implicitHeight: frame.lead + inside.implicitHeight
    lead: Theme.gap(frame.gap)
    width: parent ? (frame.side > 0 ? (parent as RowColumns)?.columnWidth ?? parent.width : parent.width) : 0

    Column {
        id: inside

        spacing: Theme.gapTight
        width: parent.width
        y: frame.lead
    }
}
