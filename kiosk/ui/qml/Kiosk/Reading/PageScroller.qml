pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The way through a page: to a section that was asked for, to its top, a screen further. It knows
// which section the reader is in.
Item {
    id: scroller

    required property Pane pane
    required property Shell shell
    required property Flickable column
    required property BlockColumn blocks

    readonly property alias running: scroll.running
    // Where the top of the view is, or is on its way to.
    readonly property real aim: scroll.running ? scroll.to : scroller.column.contentY
    property string section: ""
    property string wanted: ""

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
        scroller.column.contentY = 0;
    }

    // The last section that starts above the upper quarter of the screen; at the page's end, the last one.
    function findSection(): void {
        const column = scroller.column;
        const end = column.atYEnd && column.contentHeight > column.height;
        const line = end ? column.contentHeight : column.contentY + column.height * 0.25;
        let found = "";
        for (let index = 0; index < scroller.blocks.blocks.count; index++) {
            const heading = scroller.blocks.blocks.itemAt(index) as HeadingBlock;
            if (heading && heading.level === 2 && (found === "" || scroller.topOf(heading) <= line))
                found = heading.anchor;
        }
        scroller.section = found;
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
            scroller.findSection();
        }
    }

    Timer {
        id: resting

        interval: 2 * Theme.turn + 100

        onTriggered: scroller.wanted = ""
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
