pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The ground, and the frame, of the part of a page that is read aloud, or that a search has found. What
// has a ground of its own hides this one, so the frame stands over it. It asks for that part to be kept in view, what was found only until its reader goes on from
// there, and knows where a reader is.
Rectangle {
    id: mark

    required property Pane pane
    required property ReadAloud readAloud
    required property Search search
    required property Flickable column
    required property PageRows blocks
    required property Item head
    required property Item foot

    // How far it stands out at the sides.
    required property real reach

    readonly property bool read: mark.readAloud.active && mark.readAloud.page === mark.pane.name
    readonly property bool found: !mark.readAloud.active && mark.search.row >= 0 && mark.search.page === mark.pane.name
    readonly property bool shown: mark.read || mark.found
    readonly property Item part: mark.read ? mark.find(mark.readAloud.row, mark.readAloud.inner) : mark.found && mark.blocks.blocks.count > mark.search.row ? mark.find(mark.search.row, mark.search.inner) : null
    // Within a card it stays there.
    readonly property real aside: (mark.read ? mark.readAloud.inner : mark.search.inner) < 0 ? mark.reach : 2 * Theme.mm
    // Whether its reader has gone on from what was found.
    property bool passed: false
    readonly property real gap: Theme.gap((mark.part as BlockFrame)?.gap ?? 0)
    readonly property point place: mark.placeOf(mark.part)
    readonly property real start: mark.place.y + mark.gap

    // The comparisons of which one option is seen at a time. `contentHeight` is named: that comes and
    // goes when the page is laid out anew.
    readonly property var alone: mark.column.contentHeight > 0 ? mark.seenAlone() : []

    // The part should stand at this height, in pixels of the column.
    signal wanted(y: real)

    // The row at the top of the screen, for who begins to listen there; -1 at the page's top.
    function here(): int {
        if (mark.column.contentY <= 0)
            return -1;
        // While the kiosk ends there may be none left.
        for (let index = 0; index < (mark.blocks?.blocks.count ?? 0); index++) {
            const row = mark.blocks.blocks.itemAt(index);
            if (row && row.y + row.height + mark.blocks.y > mark.column.contentY + Theme.body)
                return index;
        }
        return mark.blocks.blocks.count;
    }

    // From where the reader is; what is said is what is seen.
    function listen(): void {
        mark.readAloud.see(mark.alone);
        mark.readAloud.listen(mark.here());
    }

    function seenAlone(): list<int> {
        const found = [];
        // While the kiosk ends there may be none left.
        for (let index = 0; index < (mark.blocks?.blocks.count ?? 0); index++) {
            const comparison = mark.blocks.blocks.itemAt(index) as CompareBlock;
            if (comparison && !comparison.beside)
                found.push(comparison.count);
        }
        return found;
    }

    function leave(): void {
        mark.passed = true;
    }

    function find(row: int, inner: int): Item {
        if (row < 0)
            return mark.head;
        const item = mark.blocks.blocks.itemAt(row);
        return !item ? mark.foot : inner < 0 ? item : mark.within(item, (item as BlockFrame)?.inner ?? null, inner) ?? item;
    }

    // The part of that number inside a block: a step, a table's row, a block of an answer.
    function within(item: Item, parts: RowModel, inner: int): Item {
        for (const child of item.children) {
            const made = child as Repeater;
            const found = made && made.model === parts ? made.itemAt(inner) : mark.within(child, parts, inner);
            if (found)
                return found;
        }
        return null;
    }

    function placeOf(part: Item): point {
        // Named, so that the mark moves when the page is laid out anew.
        const laidOut = [mark.column.contentHeight, mark.blocks?.y, part?.x, part?.y, part?.width, part?.height];
        return part && laidOut ? part.mapToItem(mark.column.contentItem, 0, 0) : Qt.point(0, 0);
    }

    function follow(): void {
        if (!mark.shown || !mark.part || (mark.found && mark.passed))
            return;
        const room = mark.column.height - Theme.gapSection;
        const above = mark.start < mark.column.contentY;
        const below = mark.start + Math.min(mark.part.height, room) > mark.column.contentY + room;
        if (above || below)
            mark.wanted(mark.part === mark.head ? 0 : mark.start - Theme.gapBlock);
    }

    color: Theme.tint
    height: (mark.part?.height ?? 0) - mark.gap - (mark.part === mark.head ? Theme.gapBlock : 0) + 2 * Theme.mm
    objectName: "read-mark"
    radius: Theme.radius
    visible: mark.shown && mark.part !== null
    width: (mark.part?.width ?? 0) + 2 * mark.aside
    x: mark.place.x - mark.aside
    y: mark.start - Theme.mm

    onAloneChanged: {
        if (mark.shown)
            mark.readAloud.see(mark.alone);
    }
    onFoundChanged: mark.passed = false
    onPartChanged: later.restart()
    onStartChanged: later.restart()

    Rectangle {
        border.color: Theme.teal
        border.width: Math.round(0.8 * Theme.mm)
        color: "transparent"
        height: mark.height
        parent: mark.parent
        radius: mark.radius
        visible: mark.visible
        width: mark.width
        x: mark.x
        y: mark.y
        z: 1
    }

    Connections {
        function onMovementStarted(): void {
            mark.leave();
        }

        target: mark.column
    }

    Timer {
        id: later

        interval: 0

        onTriggered: mark.follow()
    }
}
