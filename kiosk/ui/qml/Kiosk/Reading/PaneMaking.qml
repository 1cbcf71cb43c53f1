pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Native

// Which panes are made. The first one is at once, the others one by one when the screen has been drawn.
// While somebody chooses how things look, those that wait where they begin are taken down: no choice
// waits until they are laid out anew. They are made again when the card is gone.
Item {
    id: making

    required property Shell shell
    required property Repeater panes

    readonly property int count: making.shell.navigator.panes.count
    readonly property bool choosing: making.shell.card.kind === "display"
    readonly property bool whole: making.ready > making.count
    property bool drawn: false
    // Whether rows wait for the next frame.
    property bool due: true
    property int ready: 0
    // How many from the first one on are taken down, save those that are shown or that somebody reads.
    property int aside: 0

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
        // There may be nothing on the screen to be drawn anew.
        function onHeldBack(): void {
            making.due = true;
            (making.Window.window as Window)?.update();
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
}
