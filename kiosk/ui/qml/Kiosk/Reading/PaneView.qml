pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// One page: its text in a column that a finger scrolls, and what is below.
Item {
    id: view

    required property Pane pane
    required property Shell shell

    readonly property bool doors: view.pane.sections.doors
    readonly property alias opening: page.opening
    readonly property bool inSection: view.doors && view.pane.sections.open !== ""
    // What stands in a strip of its own below: the way back, always in one place.
    readonly property bool barred: view.inSection || view.pane.gathered
    // Whether the way back leads to what a search has found.
    readonly property bool returns: view.shell.search.leadsBack && view.shell.navigator.page === view.pane.name
    readonly property alias column: flick
    readonly property bool absent: page.absent
    // Whether its reader has gone on from where it begins: it alone knows where they come back to.
    readonly property bool begun: view.inSection || view.openingY !== 0 || flick.contentY !== 0
    readonly property bool moving: flick.moving || scroller.running || view.wanted !== ""
    // What is taken from the text's width by what stands beside it; from a section's, it would make that longer.
    readonly property real strip: below.beside && !view.barred ? below.width + 2.5 * Theme.mm - Theme.margin : 0
    readonly property real room: flick.width - 2 * Theme.margin - view.strip
    // Two columns stand beside each other where each holds words enough in a line; questions in less room, if it is low.
    readonly property bool beside: (view.pane.sections.columns || view.pane.gathered) && view.room >= (view.pane.sections.questions && view.width > Theme.screenHeight ? 25 : 34) * Theme.body + page.rows.between
    // Where one column fills the screen, or nearly, all have its edges; on a wider one lines end at 80 characters.
    readonly property real widest: view.doors && !view.barred ? 3 * Theme.measure : view.beside ? 2 * Theme.measure + Theme.gapSection : Theme.measure
    readonly property real columnWidth: view.room < Theme.measure + Theme.gapSection ? view.room : Math.min(view.room, view.widest)
    readonly property real side: (flick.width - view.strip - view.columnWidth) / 2
    // Where the top of the view is, or is on its way to, and how much of its lower edge is faded.
    readonly property real aim: scroller.aim
    readonly property real fading: fade.height
    // Where the opening was left.
    property real openingY: 0
    property string entered: ""
    // How far the page can be pulled down, and is, so that its top comes within reach.
    readonly property real pull: view.shell.appearance.low ? Math.ceil(Theme.screenHeight / 2) : 0
    readonly property real pulled: Math.min(view.pull, Math.max(0, -flick.contentY))
    property alias wanted: scroller.wanted

    // From where the reader is; or no longer.
    function listen(): void {
        const readAloud = view.shell.readAloud;
        if (readAloud.active)
            readAloud.stop();
        else
            mark.listen();
    }

    function scrollTo(y: real): void {
        mark.leave();
        scroller.scrollTo(y);
    }

    // Rows that begin below the view are held back, unless they are being read aloud.
    function spare(): void {
        const end = flick.contentY + flick.height;
        let seen = 0;
        while (seen < page.rows.blocks.count && scroller.topOf(page.rows.blocks.itemAt(seen)) < end)
            seen++;
        if (!view.shell.readAloud.active && !view.moving)
            view.pane.rows.keep(seen);
    }

    // The way in leads to a section's top, the way back to where the opening was left.
    function turn(): void {
        const open = view.doors ? view.pane.sections.open : "";
        if (open === view.entered)
            return;
        if (view.entered === "")
            view.openingY = flick.contentY;
        view.entered = open;
        scroller.wipe();
        scroller.layOut(page);
        place.wipe();
        view.stand(open === "" ? Math.max(0, Math.min(view.openingY, page.height - flick.height)) : 0);
    }

    // A pane in which nobody has begun may be put aside at once: nothing of it is there after it.
    function stand(y: real): void {
        flick.contentY = y;
        if (y > 0)
            place.mark();
    }

    // A page that stands in for a missing translation runs as its own language does.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Qt.locale(view.pane.language).textDirection === Qt.RightToLeft

    onPullChanged: flick.contentY = Math.max(0, flick.contentY)

    Connections {
        function onWiped(): void {
            scroller.wipe();
            place.wipe();
            view.openingY = 0;
            view.stand(0);
        }

        target: view.shell.navigator
    }

    Connections {
        function onChanged(): void {
            view.turn();
        }

        target: view.pane
    }

    PageScroller {
        id: scroller

        blocks: page.rows
        column: flick
        page: page
        pane: view.pane
        shell: view.shell

        onOpened: place.mark()
    }

    ReadingPlace {
        id: place

        blocks: page.rows
        column: flick
        foot: page.foot
        head: page.head
        led: view.wanted !== "" || scroller.running
        lines: view.shell.appearance.lines
        page: page
        pane: view.pane
    }

    Flickable {
        id: flick

        objectName: "column"

        // Not the page's own title: that is its heading, and would be read twice.
        Accessible.name: Theme.aloud(view.pane.label)
        Accessible.role: Accessible.Document
        anchors.bottom: view.barred ? bar.top : below.beside || !below.visible ? parent.bottom : below.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        boundsBehavior: Theme.moving ? Flickable.DragOverBounds : Flickable.StopAtBounds
        clip: true
        contentHeight: page.height
        flickableDirection: Flickable.VerticalFlick
        flickDeceleration: 2500 * Theme.mm / 4
        maximumFlickVelocity: Theme.fling
        topMargin: view.pull

        ReadMark {
            id: mark

            blocks: page.rows
            column: flick
            foot: page.foot
            head: page.head
            readAloud: view.shell.readAloud
            search: view.shell.search
            pane: view.pane
            reach: Math.min(view.side, Theme.between)

            onWanted: y => scroller.goTo(y)
        }

        PageColumn {
            id: page

            beside: view.beside
            pane: view.pane
            room: view.height
            shell: view.shell
            width: view.columnWidth
            x: view.LayoutMirroring.enabled ? flick.width - view.side - width : view.side

            onAsked: (anchor, question) => scroller.openQuestion(anchor, question)
        }
    }

    Fade {
        id: fade

        anchors.bottom: flick.bottom
        anchors.left: flick.left
        anchors.right: flick.right
        // A pixel more: the text may end within one. Lower than half a line: a word looks cut, not broken.
        anchors.bottomMargin: -1
        height: 3 * Theme.mm + 1
        opacity: flick.atYEnd ? 0 : 1
    }

    MoreBelow {
        id: below

        anchors.bottom: parent.bottom
        beside: Theme.isTight || Theme.isShort && !below.extra
        center: below.beside ? width / 2 : view.side + view.columnWidth / 2
        extra: view.shell.navigator.extra !== null || view.returns
        more: !flick.atYEnd
        moved: flick.contentY > flick.height / 2
        width: below.beside ? implicitWidth : flick.width
        x: !below.beside ? flick.x : view.LayoutMirroring.enabled ? Theme.mm : view.width - width - Theme.mm

        onBackRequested: view.shell.search.back()
        onMoreRequested: view.scrollTo(scroller.further())
        onTopRequested: view.scrollTo(0)

        // An opening that fits the view whole needs no strip below it. Not at once: the view's height asks
        // for rows, which change the page's.
        Binding on visible {
            delayed: true
            value: !view.barred && (view.returns || !(view.opening && page.height <= view.height))
        }
    }

    Loader {
        id: bar

        active: view.barred
        anchors.bottom: parent.bottom
        // Its buttons stand as far from the tabs as any two that a finger must tell apart.
        anchors.bottomMargin: Theme.mm
        anchors.left: parent.left
        anchors.right: parent.right
        visible: active

        sourceComponent: SectionBar {
            more: !flick.atYEnd
            next: view.pane.sections.next
            onward: !view.pane.gathered
            // What is ticked needs no website.
            taken: view.pane.gathered ? view.shell.navigator.ticks > 0 : view.shell.takesHome

            onBackRequested: view.shell.search.back()
            onMoreRequested: view.scrollTo(scroller.further())
            onPhoneRequested: view.shell.links.takeAlong()
            onNextRequested: view.shell.navigator.step(1)
        }
    }
}
