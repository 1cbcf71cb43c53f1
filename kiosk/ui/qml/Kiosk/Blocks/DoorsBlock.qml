pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A door to each section of a page. Those in a row are as high as the highest of them, so one with a long
// answer takes the room of two: it leaves no large boxes empty beside it.
BlockFrame {
    id: block

    required inner
    // Doors that show a heading alone: 1, or 0.
    required property int level

    // Upright, one stands below the other; across, as many beside each other as leave words enough.
    readonly property bool brief: block.level === 1
    readonly property bool upright: block.width < Theme.screenHeight
    readonly property int most: Math.floor((block.width + Theme.gapTight) / ((block.brief ? 11 : 12) * Theme.body + Theme.gapTight))
    readonly property int wanted: block.upright ? (block.brief ? 2 : 1) : block.brief ? block.even : block.inner.count > 4 ? 3 : 2
    // Brief ones fill as few rows as they can, at most three in each, all as full as the others.
    readonly property int even: Math.ceil(block.inner.count / Math.ceil(block.inner.count / Math.max(1, Math.min(3, block.most))))
    readonly property int beside: Math.max(1, Math.min(block.most, block.wanted))
    // Letters that fill four lines of a door.
    readonly property real fourLines: 4 * ((block.width + Theme.gapTight) / block.beside - Theme.gapTight - 2 * Theme.padding) / (0.47 * Theme.body)

    signal entered(anchor: string)

    ringed: null

    Item {
        id: grid

        // Of each door its left edge, its row as y, and its width.
        readonly property var places: grid.placed(doors.made)
        readonly property var heights: grid.highest()

        // Tags are none, and a sign that is written by name is one.
        function letters(styled: string): int {
            return styled.replace(/<[^>]*>/g, "").replace(/&[^;]*;/g, " ").length;
        }

        // `made` is named: a door that comes later may have a long answer.
        function placed(made: int): list<rect> {
            const rows = [];
            let free = 0;
            for (let at = 0; at < doors.count && made > 0; at++) {
                const span = grid.letters((doors.itemAt(at) as Door)?.title ?? "") > block.fourLines ? Math.min(2, block.beside) : 1;
                if (span > free) {
                    rows.push([]);
                    free = block.beside;
                }
                rows[rows.length - 1].push(span);
                free -= span;
            }
            const found = [];
            rows.forEach((spans, row) => {
                // A row that the next door has no room in is filled all the same, and what is short at the end: half
                // a row, and any of brief ones.
                const all = row < rows.length - 1 || block.brief || block.beside === 2 ? spans.reduce((sum, span) => sum + span, 0) : block.beside;
                const step = (grid.width + Theme.gapTight) / all;
                let left = 0;
                for (const span of spans) {
                    found.push(Qt.rect(left, row, span * step - Theme.gapTight, 0));
                    left += span * step;
                }
            });
            return found;
        }

        function highest(): list<real> {
            const found = [];
            grid.places.forEach((place, at) => {
                found[place.y] = Math.max(found[place.y] ?? 0, doors.itemAt(at)?.implicitHeight ?? 0);
            });
            return found;
        }

        // How far down a row begins.
        function topOf(row: int): real {
            return grid.heights.slice(0, row).reduce((sum, height) => sum + height + Theme.gapTight, 0);
        }

        implicitHeight: Math.max(0, grid.topOf(grid.heights.length) - Theme.gapTight)
        width: parent.width

        Repeater {
            id: doors

            property int made: 0

            model: block.inner

            onItemAdded: doors.made++
            onItemRemoved: doors.made++

            Door {
                id: door

                required property int index
                readonly property rect place: grid.places[door.index] ?? Qt.rect(0, 0, 0, 0)

                height: Math.max(implicitHeight, grid.heights[door.place.y] ?? 0)
                width: door.place.width
                x: LayoutMirroring.enabled ? grid.width - door.place.x - width : door.place.x
                y: grid.topOf(door.place.y)

                onTapped: block.entered(anchor)
            }
        }
    }
}
