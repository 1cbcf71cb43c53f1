pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Keeps a reader's place while new text comes: the open question, or else the row at the top of the
// screen, stands at the same height afterwards, or what has come in its place.
Item {
    id: place

    required property Pane pane
    required property Flickable column
    required property Column page
    required property BlockColumn blocks

    property int row: -1
    property real at: 0

    function topOf(row: Item): real {
        return row.mapToItem(place.column.contentItem, 0, 0).y;
    }

    function keep(): void {
        place.row = -1;
        for (let index = 0; index < place.blocks.blocks.count; index++) {
            const row = place.blocks.blocks.itemAt(index) as BlockFrame;
            const top = row ? place.topOf(row) - place.column.contentY : 0;
            if (!row || top + row.height <= 0 || top >= place.column.height)
                continue;
            const asked = row.anchor !== "" && row.anchor === place.pane.question;
            // Who hasn't scrolled yet sees the top of the new text too.
            if (asked || (place.row < 0 && place.column.contentY > 0)) {
                place.row = index;
                place.at = top;
            }
        }
    }

    function find(): void {
        const row = place.row < 0 ? null : place.blocks.blocks.itemAt(place.pane.follow(place.row));
        if (!row)
            return;
        place.blocks.forceLayout();
        place.page.forceLayout();
        const furthest = Math.max(0, place.column.contentHeight - place.column.height);
        place.column.contentY = Math.max(0, Math.min(place.topOf(row) - place.at, furthest));
    }

    Connections {
        function onRenewing(): void {
            place.keep();
        }

        function onRenewed(): void {
            place.find();
        }

        target: place.pane
    }
}
