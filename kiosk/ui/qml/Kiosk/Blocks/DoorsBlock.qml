pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A door to each section of a page. Those in a row are as high as the highest of them.
BlockFrame {
    id: block

    required inner
    // Doors that show a heading alone: 1, or 0.
    required property int level

    // Upright, one stands below the other; across, as many beside each other as leave words enough.
    readonly property bool brief: block.level === 1
    readonly property bool upright: block.width < Theme.screenHeight
    readonly property int most: Math.floor((block.width + Theme.gapTight) / ((block.brief ? 9 : 13) * Theme.body + Theme.gapTight))
    readonly property int wanted: block.upright ? (block.brief ? 2 : 1) : block.brief ? block.inner.count : block.inner.count > 4 ? 3 : 2
    readonly property int beside: Math.max(1, Math.min(block.most, block.wanted))

    signal entered(anchor: string)

    ringed: null

    Grid {
        id: grid

        readonly property real doorWidth: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns

        // `made` is named: a door that comes later may be the highest of its row.
        function heightOf(index: int): real {
            if (doors.made === 0)
                return 0;
            const first = index - index % grid.columns;
            let highest = 0;
            for (let at = first; at < Math.min(first + grid.columns, doors.count); at++)
                highest = Math.max(highest, doors.itemAt(at)?.implicitHeight ?? 0);
            return highest;
        }

        columns: block.beside
        spacing: Theme.gapTight
        width: parent.width

        Repeater {
            id: doors

            property int made: 0

            model: block.inner

            onItemAdded: doors.made++

            Door {
                required property int index

                height: Math.max(implicitHeight, grid.heightOf(index))
                width: grid.doorWidth

                onTapped: block.entered(anchor)
            }
        }
    }
}
