pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Which panes are made. The first one is at once, the others one by one when the screen has been drawn.
// While somebody chooses how things look, those that wait where they begin are taken down, and so are the
// rows below the view: no choice waits until they are laid out anew. They are made again when the card is
// gone; rows, when smaller letters leave room for them.
Item {
    id: making

    required property Shell shell
    required property Repeater panes
    required property PaneView shown

    readonly property int count: making.shell.navigator.panes.count
    readonly property bool choosing: making.shell.card.kind === "display"
    readonly property bool whole: making.ready > making.count
    property bool drawn: false
    // Whether rows wait for the next frame.
    property bool due: true
    property int ready: 0
    // How many from the first one on are taken down, save those that are shown or that somebody reads.
    property int aside: 0

    // There may be nothing on the screen to be drawn anew.
    function hold(): void {
        making.due = true;
        (making.Window.window as Window)?.update();
    }

    onChoosingChanged: {
        if (!making.choosing && making.shell.navigator.made)
            making.hold();
    }

    Connections {
        function onFrameSwapped(): void {
            making.drawn = true;
            making.due = false;
            making.shell.navigator.finish();
        }

        enabled: making.due
        target: making.Window.window
    }

    Connections {
        function onHeldBack(): void {
            making.hold();
        }

        target: making.shell.navigator
    }

    Timer {
        interval: 1
        repeat: true
        running: making.shell.navigator.made && !making.whole

        onTriggered: {
            const loader = making.panes.itemAt(making.ready - 1) as Loader;
            if (!loader || loader.status !== Loader.Loading)
                making.ready++;
        }
    }

    // One at a time, and not before the card is drawn, or before it is gone.
    Timer {
        interval: 30
        repeat: true
        running: making.whole && (making.choosing ? making.aside < making.count : making.aside > 0)

        onTriggered: making.aside += making.choosing ? 1 : -1
    }

    // Once for all that is chosen in a row.
    Timer {
        id: sparing

        interval: 300
        running: making.choosing && making.whole

        onTriggered: making.shown?.spare()
    }

    Connections {
        function onBodyChanged(): void {
            making.hold();
            sparing.restart();
        }

        function onLineHeightChanged(): void {
            making.hold();
            sparing.restart();
        }

        enabled: making.choosing
        target: Theme
    }
}
