pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Rows below each other, or in two columns where each says which one it is in.
Column {
    id: rows

    // One, or two with this gap between them, in pixels.
    property int columns: 1
    property real between: 0
    // Whether the first column is the right one.
    property bool mirrored: false
    readonly property real columnWidth: (rows.width - (rows.columns - 1) * rows.between) / rows.columns
    property real end: 0

    // Rows of column 1 and those of column 2 that follow them begin at one height, whatever gaps they
    // begin with; a row of 3 goes on in column 1, and a row of neither begins below both.
    function place(): void {
        rows.level();
        let first = 0;
        let second = 0;
        let start = 0;
        let gap = 0;
        let before = 0;
        for (const child of rows.children) {
            const row = child as PlacedRow;
            if (!row)
                continue;
            const side = rows.columns > 1 ? row.side : 0;
            if (side === 2) {
                if (before === 1)
                    second = start + gap - row.lead;
                row.y = second;
                second += row.height;
            } else {
                if (side === 0 || side === 1 && before !== 1) {
                    start = first = Math.max(first, second);
                    gap = row.lead;
                }
                row.y = first;
                first += row.height;
                if (side !== 3)
                    second = Math.max(second, start);
            }
            row.x = side > 0 && (side === 2) !== rows.mirrored ? rows.columnWidth + rows.between : 0;
            before = side;
        }
        rows.end = Math.max(first, second);
    }

    // Two cards that stand alone beside each other are both as high as the higher one.
    function level(): void {
        const placed = rows.children.filter(child => child instanceof PlacedRow);
        const side = at => rows.columns > 1 ? placed[at]?.side ?? 0 : 0;
        const alone = at => side(at) === 1 && side(at + 1) === 2 && side(at - 1) !== 1 && side(at + 2) < 2;
        const cards = placed.map(row => (row as BlockFrame)?.content[0] as Panel);
        cards.forEach((card, at) => {
            if (card)
                card.beside = alone(at) ? cards[at + 1] : alone(at - 1) ? cards[at - 1] : null;
        });
    }

    height: rows.columns > 1 ? rows.end : rows.implicitHeight

    onBetweenChanged: rows.place()
    onColumnsChanged: rows.place()
    onMirroredChanged: rows.place()
    // Qt has placed them all below each other, save those that are nothing high.
    onPositioningComplete: rows.place()
}
