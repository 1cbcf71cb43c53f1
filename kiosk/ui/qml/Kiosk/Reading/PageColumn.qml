pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// What a page consists of, from its title down to who answers for it.
Column {
    id: column

    required property Pane pane
    required property Shell shell
    required property bool beside
    // The height of all that a reader sees at once.
    required property real room

    readonly property alias head: head
    readonly property alias rows: rows
    readonly property alias foot: foot
    readonly property bool absent: column.pane.updating || column.pane.hidden
    readonly property bool doors: column.pane.sections.doors
    readonly property bool inSection: column.doors && column.pane.sections.open !== ""
    // Questions that are all closed are ways in, as doors are.
    readonly property bool closed: column.pane.sections.questions && column.pane.question === ""
    readonly property bool opening: column.closed || column.doors && !column.inSection

    signal asked(anchor: string, question: Item)

    bottomPadding: column.closed ? Theme.mm : column.opening || column.absent || column.pane.gathered ? Theme.gapTight : Theme.gapSection
    // The same for all: no title moves when a tab is turned. On end, what a draft says takes a line of its own.
    topPadding: Theme.isShort || !column.inSection && Theme.screen.width < Theme.screenHeight ? 2 * Theme.mm : Theme.gapBlock

    Loader {
        active: column.absent
        visible: active
        width: parent.width

        sourceComponent: PageUpdating {
            emergency: column.pane.emergency
            waiting: column.pane.hidden
        }
    }

    PageHead {
        id: head

        pane: column.pane
        visible: !column.absent && !column.inSection
        width: parent.width

        onFollowed: link => column.shell.links.follow(column.pane.name, link)
    }

    PageRows {
        id: rows

        asking: column.pane.sections.questions
        beside: column.beside
        closed: column.closed
        compared: column.pane.compared
        question: column.pane.question
        rows: column.pane.rows
        ticked: column.pane.ticked
        width: parent.width

        onAsked: (anchor, question) => column.asked(anchor, question)
        onChosen: (number, option, count) => column.shell.navigator.compare(column.pane.name, number, option, count)
        onEntered: anchor => column.shell.navigator.enter(column.pane.name, anchor)
        onFollowed: link => column.shell.links.follow(column.pane.name, link)
        onToggled: index => column.shell.navigator.tick(column.pane.name, index)
    }

    // Never on the first screen, and below an opening only where nothing must be scrolled for it.
    Loader {
        id: foot

        readonly property bool fits: rows !== null && rows.y + rows.height + foot.implicitHeight + column.bottomPadding <= column.room

        active: column.shell.navigator.made
        visible: !column.absent && !column.pane.gathered && (!column.opening || foot.fits)
        width: parent.width

        sourceComponent: PageFoot {
            pane: column.pane
            shell: column.shell
        }
    }
}
