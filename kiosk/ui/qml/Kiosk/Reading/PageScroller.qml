pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The way through a page: to a section that was asked for, to its top, a screen further.
Item {
    id: scroller

    required property Pane pane
    required property Shell shell
    required property Flickable column
    required property Column page
    required property PageRows blocks

    readonly property alias running: scroll.running
    // Where the top of the view is, or is on its way to.
    readonly property real aim: scroll.running ? scroll.to : scroller.column.contentY
    property string wanted: ""

    // A question is open where it was, and nothing moves.
    signal opened

    // The row that starts at an anchor: a heading, a question, or the sources.
    function block(anchor: string): Item {
        for (let index = 0; index < scroller.blocks.blocks.count; index++) {
            const item = scroller.blocks.blocks.itemAt(index) as BlockFrame;
            if (item && item.anchor === anchor)
                return item;
        }
        return null;
    }

    function topOf(item: Item): real {
        return item.mapToItem(scroller.column.contentItem, 0, 0).y;
    }

    // A pane that has just been made is still growing: it is led on to the section until it rests.
    function leadTo(anchor: string): void {
        scroller.wanted = anchor;
        resting.restart();
        scroller.followLead();
    }

    function followLead(): void {
        const item = scroller.wanted === "" ? null : scroller.block(scroller.wanted);
        if (!item)
            return;
        const before = scroll.to;
        scroller.scrollTo(scroller.topOf(item));
        if (scroll.to !== before)
            resting.restart();
    }

    // Gives an answer its height now, from the inside out, not only when the next frame is drawn.
    function layOut(item: Item): void {
        for (const child of item.children)
            scroller.layOut(child);
        (item as Column)?.forceLayout();
        (item as Flow)?.forceLayout();
        (item as Grid)?.forceLayout();
    }

    // An answer opens under the finger: the question stays where it was touched.
    function openQuestion(anchor: string, question: Item): void {
        const column = scroller.column;
        const before = scroller.topOf(question) - column.contentY;
        scroller.shell.navigator.ask(scroller.pane.name, anchor);
        scroller.layOut(question);
        scroller.blocks.forceLayout();
        scroller.page.forceLayout();
        column.contentY = Math.max(0, scroller.topOf(question) - before);
        const bottom = scroller.topOf(question) + question.height + Theme.gapBlock;
        const hidden = bottom - (column.contentY + column.height);
        if (hidden > 0)
            scroller.scrollTo(Math.min(column.contentY + hidden, scroller.topOf(question) - Theme.gapBlock));
        if (!scroller.running)
            scroller.opened();
    }

    // Where the next screen begins: with the first row, or part of one, that isn't whole on this one.
    function further(): real {
        const column = scroller.column;
        const top = scroller.cut(scroller.blocks);
        return top < Infinity ? Math.min(top - Theme.gapTight, column.contentY + column.height - 2 * Theme.body) : column.contentY + column.height * 0.85;
    }

    // The top of the highest row below an item that goes on beyond the view. To begin with one that begins
    // in the upper half of this view would show hardly more, unless it is whole then: a box is looked into.
    function cut(below: Item): real {
        const column = scroller.column;
        let highest = Infinity;
        for (const child of below.children) {
            const row = child as BlockFrame;
            if (!row) {
                highest = Math.min(highest, scroller.cut(child));
                continue;
            }
            const top = scroller.topOf(row) + row.lead;
            const high = row.height - row.lead;
            if (top + high <= column.contentY + column.height)
                continue;
            const low = top > column.contentY + column.height / 2;
            if (!low && row instanceof CalloutBlock)
                highest = Math.min(highest, scroller.cut(row));
            else if (low || high <= column.height && top > column.contentY + Theme.body)
                highest = Math.min(highest, top);
        }
        return highest;
    }

    // Somebody goes elsewhere: nothing leads them back.
    function goTo(y: real): void {
        scroller.wanted = "";
        scroller.scrollTo(y);
    }

    function scrollTo(y: real): void {
        scroller.column.cancelFlick();
        scroll.stop();
        scroll.to = Math.max(0, Math.min(y, scroller.column.contentHeight - scroller.column.height));
        if (Theme.moving)
            scroll.start();
        else
            scroller.column.contentY = scroll.to;
    }

    function wipe(): void {
        scroll.stop();
        scroller.column.cancelFlick();
        scroller.wanted = "";
    }

    NumberAnimation {
        id: scroll

        duration: Theme.turn
        easing.type: Easing.OutCubic
        property: "contentY"
        target: scroller.column
    }

    // Once for all that changes in a round. A timer, not Qt.callLater: it goes when the view goes.
    Timer {
        id: later

        interval: 0

        onTriggered: {
            scroller.followLead();
        }
    }

    Timer {
        id: resting

        interval: 2 * Theme.turn + 100

        // A busy machine may not have placed the rows yet.
        onTriggered: {
            const before = scroll.to;
            scroller.blocks.forceLayout();
            scroller.followLead();
            if (scroll.to === before)
                scroller.wanted = "";
        }
    }

    Connections {
        function onAtYEndChanged(): void {
            later.start();
        }

        function onContentHeightChanged(): void {
            later.start();
        }

        function onContentYChanged(): void {
            later.start();
        }

        function onHeightChanged(): void {
            later.start();
        }

        function onMovementStarted(): void {
            scroller.wanted = "";
        }

        target: scroller.column
    }

    Connections {
        // Other rows may be as high as the ones before.
        function onPositioningComplete(): void {
            later.start();
        }

        target: scroller.blocks
    }

    Connections {
        function onSectionRequested(page: string, anchor: string): void {
            if (page === scroller.pane.name)
                scroller.leadTo(anchor);
        }

        function onTopRequested(page: string): void {
            if (page === scroller.pane.name)
                scroller.goTo(0);
        }

        target: scroller.shell.navigator
    }
}
