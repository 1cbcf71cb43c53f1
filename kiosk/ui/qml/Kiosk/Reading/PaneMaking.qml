pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Native

// Which panes are made. The first one is at once, the others one by one when the screen has been drawn.
// While somebody chooses how things look, the rows of those that wait where they begin are put aside:
// no choice waits until they are laid out anew. The navigator makes them again when the card is gone.
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
    property int asked: 0

    onChoosingChanged: making.asked = 0

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

    // One at a time, and not before the card is drawn. One that is still being made has no rows to put aside.
    Timer {
        interval: 50
        repeat: true
        running: making.choosing && making.whole && making.asked < making.count

        onTriggered: {
            const view = (making.panes.itemAt(making.asked++) as Loader)?.item as PaneView;
            if (view && view !== making.shown && !view.begun)
                view.pane.rows.putAside();
        }
    }
}
