pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Keeps a reader's place. Whatever lays the page out anew (larger words, wider lines, another screen),
// the line at the top of the column, of which at least half is seen, stays there; at the page's top it is the top that stays.
// While new text comes, the open question, or else the row at the top, stands at the same height
// afterwards, or what has come in its place. In another language rows have other heights: of one that
// began above the screen the same part is to be seen.
Item {
    id: place

    required property Pane pane
    required property LinePositions lines
    required property Flickable column
    required property Column page
    required property PageRows blocks
    required property Column head
    required property Item foot

    // Whether the reader is on the way to another place: what counts is where they come to rest.
    required property bool led
    readonly property bool moving: place.column.moving || place.led

    // What is at the top: a part of the page (-1 the top itself, -2 unknown), how far into it, and in
    // it the text, the line, and the pixels by which that line is scrolled away.
    property int part: -1
    property real share: 0
    property string said: ""
    property int nth: 0
    property int line: 0
    property real past: 0
    property int size: 0
    property real span: 0

    // The layout for which that holds.
    property real length: 0
    property real room: 0
    property bool placing: false

    property int row: -1
    property real at: 0
    property real above: 0

    function topOf(item: Item): real {
        return item.mapToItem(place.column.contentItem, 0, 0).y;
    }

    // The page's head, its rows, its foot.
    function partAt(index: int): Item {
        if (index === 0)
            return place.head;
        return index <= place.blocks.blocks.count ? place.blocks.blocks.itemAt(index - 1) : place.foot;
    }

    // Nobody has read anything yet: the top it is.
    function wipe(): void {
        renewing.stop();
        settle.stop();
        place.row = place.part = -1;
        place.at = place.above = 0;
        place.clearLine();
    }

    function clearLine(): void {
        place.said = "";
        place.nth = place.line = place.size = 0;
        place.share = place.past = place.span = 0;
    }

    function mark(): void {
        const y = place.column.contentY;
        place.clearLine();
        if (y <= 0) {
            place.part = -1;
            return;
        }
        const last = place.blocks.blocks.count + 1;
        let index = Math.max(0, Math.min(place.part, last));
        let item = place.partAt(index);
        while (index > 0 && (!item || place.topOf(item) > y))
            item = place.partAt(--index);
        while (index < last && (!item || place.topOf(item) + item.height <= y))
            item = place.partAt(++index);
        // Of one whose last line is scrolled away hardly more than the gap below it is left.
        if (item && index < last && place.topOf(item) + item.height < y + 2 * Theme.body && !place.lineAt(drawn.texts(item), y))
            item = place.partAt(++index);
        if (!item)
            return;
        place.part = index;
        place.share = (y - place.topOf(item)) / Math.max(1, item.height);
        place.markLine(drawn.texts(item), y);
    }

    // The text of the first line of which at least half is seen.
    function lineAt(texts: list<Text>, y: real): Text {
        return texts.find(each => place.topOf(each) + each.topPadding + each.contentHeight * (1 - 0.5 / drawn.linesOf(each)) > y) ?? null;
    }

    function markLine(texts: list<Text>, y: real): void {
        const text = place.lineAt(texts, y);
        if (!text)
            return;
        const each = text.contentHeight / drawn.linesOf(text);
        const above = y - place.topOf(text) - text.topPadding;
        place.said = drawn.wordsOf(text);
        place.nth = texts.filter(other => drawn.wordsOf(other) === place.said).indexOf(text);
        place.line = Math.max(0, Math.round(above / each));
        place.past = above - place.line * each;
        place.size = text.font.pixelSize;
        place.span = drawn.inside(text);
    }

    // Where the marked line's top is now.
    function found(): real {
        const item = place.partAt(place.part);
        if (!item)
            return -1;
        const same = place.said === "" ? [] : drawn.texts(item).filter(each => drawn.wordsOf(each) === place.said);
        const text = same.length > 0 ? same[Math.min(place.nth, same.length - 1)] : null;
        if (!text)
            return place.topOf(item) + place.share * item.height;
        const styled = text.textFormat !== Text.PlainText;
        const line = place.lines.follow(text.text, styled, text.font, drawn.inside(text), place.size, place.span, place.line);
        // A part of a line grows with it; the gap above a block doesn't.
        const grown = place.line > 0 || place.past > 0 ? text.font.pixelSize / place.size : 1;
        return place.topOf(text) + text.topPadding + line * text.contentHeight / drawn.linesOf(text) + place.past * grown;
    }

    function restore(): void {
        if (renewing.running) {
            place.find();
            return;
        }
        if (place.moving || place.part < -1)
            return;
        const y = place.part < 0 ? 0 : place.found();
        const furthest = Math.max(0, place.column.contentHeight - place.column.height);
        place.placing = true;
        place.column.contentY = Math.max(0, Math.min(Math.round(y), furthest));
        place.placing = false;
    }

    function keep(): void {
        place.row = -1;
        place.part = place.column.contentY > 0 ? -2 : -1;
        for (let index = 0; index < place.blocks.blocks.count; index++) {
            const row = place.blocks.blocks.itemAt(index) as BlockFrame;
            const top = row ? place.topOf(row) - place.column.contentY : 0;
            if (!row || top + row.height <= 0 || top >= place.column.height)
                continue;
            const asked = row.anchor !== "" && row.anchor === place.pane.question;
            // Who hasn't scrolled yet sees the top of the new text too.
            if (asked || (place.row < 0 && place.column.contentY > 0)) {
                place.row = index;
                place.at = Math.max(0, top);
                place.above = Math.max(0, -top / row.height);
            }
        }
    }

    function find(): void {
        const row = place.row < 0 || place.moving ? null : place.blocks.blocks.itemAt(place.pane.follow(place.row));
        if (!row)
            return;
        place.head.forceLayout();
        place.blocks.forceLayout();
        place.page.forceLayout();
        const furthest = Math.max(0, place.column.contentHeight - place.column.height);
        const wanted = place.topOf(row) + place.above * row.height - place.at;
        place.column.contentY = Math.max(0, Math.min(wanted, furthest));
    }

    onMovingChanged: {
        if (!place.moving)
            place.mark();
    }

    // Who is made within a column of its size already hears of no change.
    Component.onCompleted: {
        place.length = place.column.contentHeight;
        place.room = place.column.height;
    }

    TextLines {
        id: drawn

        positions: place.lines
    }

    Connections {
        function onRenewing(): void {
            place.keep();
        }

        function onRenewed(): void {
            place.find();
            renewing.restart();
        }

        target: place.pane
    }

    Connections {
        function onContentYChanged(): void {
            // One that comes with another layout is a text that got too short, not a reader.
            const same = place.column.contentHeight === place.length && place.column.height === place.room;
            if (same && !place.moving && !place.placing)
                place.mark();
        }

        function onContentHeightChanged(): void {
            place.length = place.column.contentHeight;
            place.restore();
            settle.start();
        }

        function onHeightChanged(): void {
            place.room = place.column.height;
            place.restore();
        }

        target: place.column
    }

    // Rows that have just been made still grow for a few frames: until then it is the row that stays.
    Timer {
        id: renewing

        interval: 100

        onTriggered: place.mark()
    }

    // Once more when all that lies in the rows has found its place.
    Timer {
        id: settle

        interval: 0

        onTriggered: place.restore()
    }
}
