pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The way through a page: to a section that was asked for, to its top, a screen further. It knows
// which section the reader is in.
Item {
    id: travel

    required property Pane pane
    required property Shell shell
    required property Flickable column
    required property BlockColumn blocks

    readonly property alias running: scroll.running
    // Where the top of the view is, or is on its way to.
    readonly property real aim: scroll.running ? scroll.to : travel.column.contentY
    property string section: ""
    property string wanted: ""

    // The row that starts at an anchor: a heading, a question, or the sources.
    function block(anchor: string): Item {
        for (let index = 0; index < travel.blocks.blocks.count; index++) {
            const item = travel.blocks.blocks.itemAt(index) as BlockFrame;
            if (item && item.anchor === anchor)
                return item;
        }
        return null;
    }

    function topOf(item: Item): real {
        return item.mapToItem(travel.column.contentItem, 0, 0).y;
    }

    // A pane that has just been made is still growing: it is led on to the section until it rests.
    function leadTo(anchor: string): void {
        travel.wanted = anchor;
        resting.restart();
        travel.followLead();
    }

    function followLead(): void {
        const item = travel.wanted === "" ? null : travel.block(travel.wanted);
        if (!item)
            return;
        const before = scroll.to;
        travel.scrollTo(travel.topOf(item));
        if (scroll.to !== before)
            resting.restart();
    }

    // Somebody goes elsewhere: nothing leads them back.
    function goTo(y: real): void {
        travel.wanted = "";
        travel.scrollTo(y);
    }

    function scrollTo(y: real): void {
        travel.column.cancelFlick();
        scroll.stop();
        scroll.to = Math.max(0, Math.min(y, travel.column.contentHeight - travel.column.height));
        if (Theme.moving)
            scroll.start();
        else
            travel.column.contentY = scroll.to;
    }

    function wipe(): void {
        scroll.stop();
        travel.column.cancelFlick();
        travel.wanted = "";
        travel.column.contentY = 0;
    }

    // The last section that starts above the upper quarter of the screen; at the page's end, the last one.
    function findSection(): void {
        const column = travel.column;
        const end = column.atYEnd && column.contentHeight > column.height;
        const line = end ? column.contentHeight : column.contentY + column.height * 0.25;
        let found = "";
        for (let index = 0; index < travel.blocks.blocks.count; index++) {
            const heading = travel.blocks.blocks.itemAt(index) as HeadingBlock;
            if (heading && heading.level === 2 && (found === "" || travel.topOf(heading) <= line))
                found = heading.anchor;
        }
        travel.section = found;
    }

    NumberAnimation {
        id: scroll

        duration: Theme.turn
        easing.type: Easing.OutCubic
        property: "contentY"
        target: travel.column
    }

    // Once for all that changes in a round. A timer, not Qt.callLater: it goes when the view goes.
    Timer {
        id: later

        interval: 0

        onTriggered: {
            travel.followLead();
            travel.findSection();
        }
    }

    Timer {
        id: resting

        interval: 2 * Theme.turn + 100

        onTriggered: travel.wanted = ""
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
            travel.wanted = "";
        }

        target: travel.column
    }

    Connections {
        // Other rows may be as high as the ones before.
        function onPositioningComplete(): void {
            later.start();
        }

        target: travel.blocks
    }

    Connections {
        function onSectionRequested(page: string, anchor: string): void {
            if (page === travel.pane.name)
                travel.leadTo(anchor);
        }

        function onTopRequested(page: string): void {
            if (page === travel.pane.name)
                travel.goTo(0);
        }

        target: travel.shell
    }
}
