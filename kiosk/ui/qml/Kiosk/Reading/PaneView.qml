pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// One page: its outline, its text in a column that a finger scrolls, and what is below.
Item {
    id: view

    required property Pane pane
    required property Shell shell

    readonly property bool wide: view.width >= 330 * Theme.mm && view.width > view.height && !Theme.isTight
    readonly property alias column: flick
    readonly property bool absent: view.pane.updating || view.pane.hidden
    readonly property bool moving: flick.moving || scroller.running || view.wanted !== ""
    readonly property real columnWidth: Math.min(flick.width - side - (below.beside ? below.width + Theme.margin : Theme.margin), Theme.measure)
    readonly property real side: view.wide ? Theme.between : Theme.margin
    // Where the top of the view is, or is on its way to, and how much of its lower edge is faded.
    readonly property real aim: scroller.aim
    readonly property real fading: fade.height
    // How far the page can be pulled down, and is, so that its top comes within reach.
    readonly property real pull: view.shell.appearance.low ? Math.ceil(Theme.screenHeight / 2) : 0
    readonly property real pulled: Math.min(view.pull, Math.max(0, -flick.contentY))
    property alias section: scroller.section
    property alias wanted: scroller.wanted

    function here(): int {
        return mark.here();
    }

    function scrollTo(y: real): void {
        scroller.scrollTo(y);
    }

    // Gives an answer its height now, from the inside out, not only when the next frame is drawn.
    function layOut(item: Item): void {
        for (const child of item.children)
            view.layOut(child);
        (item as Column)?.forceLayout();
        (item as Flow)?.forceLayout();
    }

    // An answer opens under the finger: the question stays where it was touched.
    function openQuestion(anchor: string, question: Item): void {
        const before = scroller.topOf(question) - flick.contentY;
        view.shell.navigator.ask(view.pane.name, anchor);
        view.layOut(question);
        rows.forceLayout();
        page.forceLayout();
        flick.contentY = Math.max(0, scroller.topOf(question) - before);
        const bottom = scroller.topOf(question) + question.height + Theme.gapBlock;
        const hidden = bottom - (flick.contentY + flick.height);
        if (hidden > 0)
            scroller.scrollTo(Math.min(flick.contentY + hidden, scroller.topOf(question) - Theme.gapBlock));
        if (!scroller.running)
            place.mark();
    }

    // A page that stands in for a missing translation runs as its own language does.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Qt.locale(view.pane.language).textDirection === Qt.RightToLeft

    onPullChanged: flick.contentY = Math.max(0, flick.contentY)

    Connections {
        function onWiped(): void {
            outline.wipe();
            scroller.wipe();
            place.wipe();
        }

        target: view.shell.navigator
    }

    PageScroller {
        id: scroller

        blocks: rows
        column: flick
        pane: view.pane
        shell: view.shell
    }

    ReadingPlace {
        id: place

        blocks: rows
        column: flick
        foot: foot
        head: head
        led: view.wanted !== "" || scroller.running
        lines: view.shell.appearance.lines
        page: page
        pane: view.pane
    }

    Outline {
        id: outline

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.topMargin: view.pulled
        height: view.wide ? parent.height - view.pulled : implicitHeight
        section: view.section
        sections: view.pane.sections
        wide: view.wide
        width: view.wide ? (95 + 40 * (Theme.textScale - 1)) * Theme.mm : parent.width
        z: 1

        onChosen: anchor => view.shell.links.go(view.pane.name, anchor)
    }

    Loader {
        id: beside

        active: view.wide && view.shell.navigator.made && view.shell.navigator.extras.count > (view.shell.navigator.extra ? 1 : 0)
        anchors.bottom: parent.bottom
        visible: beside.active && outline.implicitHeight + beside.height <= view.height
        width: outline.width - Theme.margin - Theme.padding
        x: view.LayoutMirroring.enabled ? view.width - width - Theme.margin : Theme.margin

        sourceComponent: ExtraLinks {
            page: view.pane.name
            shell: view.shell
        }
    }

    Flickable {
        id: flick

        objectName: "column"

        // Not the page's own title: that is its heading, and would be read twice.
        Accessible.name: view.pane.label
        Accessible.role: Accessible.Document
        anchors.bottom: below.beside ? parent.bottom : below.top
        anchors.left: view.wide ? outline.right : parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: view.wide ? 0 : outline.implicitHeight
        boundsBehavior: Theme.moving ? Flickable.DragOverBounds : Flickable.StopAtBounds
        clip: true
        contentHeight: page.height
        flickableDirection: Flickable.VerticalFlick
        flickDeceleration: 2500 * Theme.mm / 4
        maximumFlickVelocity: Theme.fling
        topMargin: view.pull

        ReadMark {
            id: mark

            blocks: rows
            column: flick
            foot: foot
            head: head
            readAloud: view.shell.readAloud
            pane: view.pane
            reach: Math.min(view.side, Theme.between)
            width: page.width + 2 * mark.reach
            x: page.x - mark.reach

            onWanted: y => scroller.goTo(y)
        }

        Column {
            id: page

            bottomPadding: Theme.gapSection
            topPadding: Theme.gapBlock + Theme.gapTight
            width: view.columnWidth
            x: view.LayoutMirroring.enabled ? flick.width - view.side - width : view.side

            Loader {
                active: view.absent
                visible: active
                width: parent.width

                sourceComponent: PageUpdating {
                    emergency: view.pane.emergency
                    waiting: view.pane.hidden
                }
            }

            PageHead {
                id: head

                pane: view.pane
                visible: !view.absent
                width: parent.width

                onFollowed: link => view.shell.links.follow(view.pane.name, link)
            }

            BlockColumn {
                id: rows

                question: view.pane.question
                rows: view.pane.rows
                ticked: view.pane.ticked
                width: parent.width

                onAsked: (anchor, question) => view.openQuestion(anchor, question)
                onFollowed: link => view.shell.links.follow(view.pane.name, link)
                onToggled: index => view.shell.navigator.tick(view.pane.name, index)
            }

            // Never on the first screen.
            Loader {
                id: foot

                active: view.shell.navigator.made
                visible: !view.absent
                width: parent.width

                sourceComponent: PageFoot {
                    pane: view.pane
                    shell: view.shell
                }
            }
        }
    }

    Fade {
        id: fade

        anchors.bottom: flick.bottom
        anchors.left: flick.left
        anchors.right: flick.right
        opacity: flick.atYEnd ? 0 : 1
    }

    MoreBelow {
        id: below

        anchors.bottom: parent.bottom
        beside: Theme.isTight
        center: below.beside ? width / 2 : view.side + view.columnWidth / 2
        extra: view.shell.navigator.extra !== null
        more: !flick.atYEnd
        moved: flick.contentY > flick.height / 2
        width: below.beside ? implicitWidth : flick.width
        x: !below.beside ? flick.x : view.LayoutMirroring.enabled ? Theme.margin - Theme.between : view.width - width - Theme.margin + Theme.between

        onBackRequested: view.shell.navigator.back()
        onMoreRequested: scroller.goTo(flick.contentY + flick.height * 0.85)
        onTopRequested: scroller.goTo(0)
    }
}
