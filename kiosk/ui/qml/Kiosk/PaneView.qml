pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// One page: its outline, its text in a column that a finger scrolls, and what is below.
Item {
    id: view

    required property Pane pane
    required property Shell shell

    readonly property bool wide: view.width >= 330 * Theme.mm && view.width > view.height
    readonly property alias column: flick
    readonly property bool moving: flick.moving || scroll.running || view.wanted !== ""
    readonly property real columnWidth: Math.min(flick.width - side - Theme.margin, Theme.measure)
    readonly property real side: view.wide ? 2 * Theme.mm : Theme.margin
    property string section: ""
    property string wanted: ""

    // The row that starts at an anchor: a heading, a question, or the sources.
    function block(anchor: string): Item {
        for (let index = 0; index < rows.blocks.count; index++) {
            const item = rows.blocks.itemAt(index) as BlockFrame;
            if (item && item.anchor === anchor)
                return item;
        }
        return null;
    }

    function topOf(item: Item): real {
        return item.mapToItem(flick.contentItem, 0, 0).y;
    }

    // A pane that has just been made is still growing: it is led on to the section until it rests.
    function leadTo(anchor: string): void {
        view.wanted = anchor;
        resting.restart();
        view.followLead();
    }

    function followLead(): void {
        const item = view.wanted === "" ? null : view.block(view.wanted);
        if (item)
            view.scrollTo(view.topOf(item));
    }

    function scrollTo(y: real): void {
        flick.cancelFlick();
        scroll.to = Math.max(0, Math.min(y, flick.contentHeight - flick.height));
        scroll.restart();
    }

    // The last section that starts above the upper quarter of the screen; at the page's end, the last one.
    function findSection(): void {
        const end = flick.atYEnd && flick.contentHeight > flick.height;
        const line = end ? flick.contentHeight : flick.contentY + flick.height * 0.25;
        let found = "";
        for (let index = 0; index < rows.blocks.count; index++) {
            const heading = rows.blocks.itemAt(index) as HeadingBlock;
            if (heading && heading.level === 2 && (found === "" || view.topOf(heading) <= line))
                found = heading.anchor;
        }
        view.section = found;
    }

    // An answer opens under the finger: the question stays where it was touched.
    function openQuestion(anchor: string, question: Item): void {
        const before = view.topOf(question) - flick.contentY;
        view.shell.ask(view.pane.name, anchor);
        rows.forceLayout();
        page.forceLayout();
        flick.contentY = Math.max(0, view.topOf(question) - before);
        const bottom = view.topOf(question) + question.height + Theme.gapBlock;
        const hidden = bottom - (flick.contentY + flick.height);
        if (hidden > 0)
            view.scrollTo(Math.min(flick.contentY + hidden, view.topOf(question) - Theme.gapBlock));
    }

    NumberAnimation {
        id: scroll

        duration: Theme.turn
        easing.type: Easing.OutCubic
        property: "contentY"
        target: flick
    }

    // Once for all that changes in a round. A timer, not Qt.callLater: it goes when the view goes.
    Timer {
        id: later

        interval: 0

        onTriggered: {
            view.followLead();
            view.findSection();
        }
    }

    Timer {
        id: resting

        interval: 2 * Theme.turn + 100

        onTriggered: view.wanted = ""
    }

    Connections {
        function onSectionRequested(page: string, anchor: string): void {
            if (page !== view.pane.name)
                return;
            view.leadTo(anchor);
        }

        function onTopRequested(page: string): void {
            if (page === view.pane.name) {
                view.wanted = "";
                view.scrollTo(0);
            }
        }

        function onWiped(): void {
            scroll.stop();
            flick.cancelFlick();
            view.wanted = "";
            flick.contentY = 0;
            outline.wipe();
        }

        target: view.shell
    }

    Place {
        blocks: rows
        column: flick
        page: page
        pane: view.pane
    }

    Outline {
        id: outline

        anchors.left: parent.left
        anchors.top: parent.top
        height: view.wide ? parent.height : implicitHeight
        section: view.section
        sections: view.pane.sections
        wide: view.wide
        width: view.wide ? (95 + 40 * (Theme.textScale - 1)) * Theme.mm : parent.width

        onChosen: anchor => view.shell.go(view.pane.name, anchor)
    }

    Flickable {
        id: flick

        objectName: "column"

        anchors.bottom: below.top
        anchors.left: view.wide ? outline.right : parent.left
        anchors.right: parent.right
        anchors.top: view.wide ? parent.top : outline.bottom
        boundsBehavior: Flickable.DragOverBounds
        clip: true
        contentHeight: page.height
        flickableDirection: Flickable.VerticalFlick
        flickDeceleration: 2500 * Theme.mm / 4
        maximumFlickVelocity: 9000 * Theme.mm / 4

        onAtYEndChanged: later.start()
        onContentHeightChanged: later.start()
        onContentYChanged: later.start()
        onHeightChanged: later.start()
        onMovementStarted: view.wanted = ""

        Column {
            id: page

            bottomPadding: Theme.gapSection
            topPadding: Theme.gapBlock + Theme.gapTight
            width: view.columnWidth
            x: view.LayoutMirroring.enabled ? flick.width - view.side - width : view.side

            Updating {
                visible: view.pane.updating
                width: parent.width
            }

            PageHead {
                pane: view.pane
                visible: !view.pane.updating
                width: parent.width

                onFollowed: link => view.shell.follow(view.pane.name, link)
            }

            BlockColumn {
                id: rows

                question: view.pane.question
                rows: view.pane.rows
                width: parent.width

                onAsked: (anchor, question) => view.openQuestion(anchor, question)
                onFollowed: link => view.shell.follow(view.pane.name, link)
            }

            PageFoot {
                pane: view.pane
                shell: view.shell
                visible: !view.pane.updating
                width: parent.width
            }
        }
    }

    Fade {
        anchors.bottom: flick.bottom
        anchors.left: flick.left
        anchors.right: flick.right
        opacity: flick.atYEnd ? 0 : 1
    }

    MoreBelow {
        id: below

        anchors.bottom: parent.bottom
        anchors.left: flick.left
        anchors.right: parent.right
        center: view.side + view.columnWidth / 2
        extra: view.shell.extra !== null
        more: !flick.atYEnd
        moved: flick.contentY > flick.height / 2

        onBackRequested: view.shell.back()
        onMoreRequested: view.scrollTo(flick.contentY + flick.height * 0.85)
        onTopRequested: view.scrollTo(0)
    }
}
