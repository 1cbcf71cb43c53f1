pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The panes side by side. One is shown; a swipe or a tap slides to another. PaneMaking says which of
// them are made.
Item {
    id: stack

    objectName: "stack"

    required property Shell shell

    readonly property int current: stack.shell.navigator.tab
    readonly property int count: stack.shell.navigator.panes.count
    property PaneView shown: null
    readonly property Item column: stack.shown?.column ?? null
    readonly property bool settled: stack.shell.navigator.made && stack.column !== null && !turning.running && !settle.running
    readonly property bool moving: stack.drag !== 0 || turning.running || settle.running || (stack.shown?.moving ?? false)
    property int previous: stack.current
    property int from: -1
    readonly property alias whole: making.whole
    property real progress: 1
    property real drag: 0

    // Within a section a drag pulls no pane in: it turns to the section before or after.
    readonly property bool inSection: stack.shell.navigator.section !== ""
    // The pane that a drag pulls in, -1 for none.
    readonly property int pulled: {
        const step = stack.drag < 0 ? stack.forward : -stack.forward;
        return stack.drag !== 0 && !stack.inSection && stack.leads(step) ? stack.current + step : -1;
    }
    readonly property int forward: stack.LayoutMirroring.enabled ? -1 : 1

    function findShown(): void {
        const loader = (stack.current < 0 ? extra : panes.itemAt(stack.current)) as Loader;
        stack.shown = loader?.item as PaneView;
    }

    // Somebody who doesn't see the page turn hears it. Nobody who sees it waits for that.
    function tell(): void {
        const pane = stack.shown?.pane;
        if (pane)
            stack.column.Accessible.announce(Theme.aloud(pane.updating ? pane.label : pane.title), Accessible.Polite);
    }

    function place(index: int): real {
        if (index === stack.current)
            return stack.drag + stack.slide(stack.from) * (1 - stack.progress);
        if (index === stack.pulled)
            return stack.drag + (stack.drag < 0 ? stack.width : -stack.width);
        if (index === stack.from)
            return -stack.slide(stack.from) * stack.progress;
        return 0;
    }

    // Where the shown pane comes from: the side on which it stands.
    function slide(from: int): real {
        return from < 0 || stack.current < 0 ? 0 : (stack.current > from ? stack.width : -stack.width) * stack.forward;
    }

    // Whether there is a tab that many further; within a section, another section or the opening.
    function leads(step: int): bool {
        const index = stack.current + step;
        return stack.inSection ? stack.shell.navigator.leads(step) : stack.current >= 0 && index >= 0 && index < stack.count;
    }

    // A finger has left the glass after it has drawn the pane aside this far, in pixels.
    function release(by: real): void {
        const step = (by < 0 ? 1 : -1) * stack.forward;
        if (Math.abs(by) <= 30 * Theme.mm || !stack.leads(step))
            return;
        settle.stop();
        const within = stack.inSection;
        stack.drag = 0;
        stack.shell.navigator.step(step);
        if (within) {
            stack.drag = Theme.moving ? stack.width * (by < 0 ? 1 : -1) + by : 0;
            settle.start();
        } else
            stack.startTurn(Math.min(1, Math.abs(by) / stack.width));
    }

    function startTurn(done: real): void {
        turning.stop();
        turning.from = stack.progress = done;
        turning.duration = Theme.turn * (1 - done);
        turning.start();
    }

    // Tabs that come, go or change places move nothing on the screen.
    function stand(): void {
        settle.stop();
        turning.complete();
        stack.drag = 0;
        stack.from = -1;
    }

    clip: true

    onMovingChanged: stack.shell.navigator.hold(stack.moving)
    onCurrentChanged: {
        stack.findShown();
        stack.tell();
        stack.from = stack.previous;
        stack.previous = stack.current;
        // The first frame shows a page on its way: the clock of what moves begins with it.
        stack.startTurn(Theme.headStart);
    }

    Connections {
        function onRenewed(): void {
            stack.findShown();
            stack.stand();
        }

        function onWiped(): void {
            stack.stand();
        }

        target: stack.shell.navigator
    }

    NumberAnimation {
        id: turning

        duration: Theme.turn
        easing.type: Easing.OutCubic
        property: "progress"
        target: stack
        to: 1

        onFinished: stack.from = -1
    }

    NumberAnimation {
        id: settle

        duration: Theme.quick
        easing.type: Easing.OutCubic
        property: "drag"
        target: stack
        to: 0
    }

    PaneMaking {
        id: making

        panes: panes
        shell: stack.shell
        shown: stack.shown
    }

    Repeater {
        id: panes

        model: stack.shell.navigator.panes

        Loader {
            id: loader

            required property Pane pane
            required property int index

            readonly property bool shown: loader.index === stack.current || loader.index === stack.from || loader.index === stack.pulled
            readonly property bool unseen: stack.shell.presence.phase === "resting"
            readonly property bool aside: loader.index < making.aside && !loader.begun
            property bool begun: false

            // At rest the first picture waits for no pane; a touch waits for the one that it shows.
            active: loader.shown && (making.drawn || !loader.unseen) || !loader.aside && (loader.index <= making.ready - 1 || loader.item !== null)
            asynchronous: !loader.shown || loader.unseen
            height: stack.height
            visible: loader.shown
            width: stack.width
            x: stack.place(loader.index)

            onLoaded: stack.findShown()

            sourceComponent: PaneView {
                id: view

                pane: loader.pane
                shell: stack.shell

                onBegunChanged: loader.begun = view.begun
            }
        }
    }

    Loader {
        id: extra

        active: stack.shell.navigator.extra !== null
        anchors.fill: parent
        visible: extra.active

        onLoaded: stack.findShown()

        sourceComponent: PaneView {
            pane: stack.shell.navigator.extra
            shell: stack.shell
        }
    }

    DragHandler {
        id: swipe

        property real left: 0

        enabled: stack.current >= 0 && stack.shell.card.kind === ""
        target: null
        xAxis.enabled: true
        yAxis.enabled: false

        onActiveChanged: {
            if (!swipe.active) {
                swipe.left = stack.drag;
                settle.start();
            }
        }
        onActiveTranslationChanged: {
            if (swipe.active) {
                const wanted = swipe.activeTranslation.x;
                const step = wanted < 0 ? stack.forward : -stack.forward;
                stack.drag = stack.leads(step) ? wanted : wanted / 5;
            }
        }
        // Only a finger that is lifted turns the page: not one that was taken away.
        onGrabChanged: transition => {
            if (transition === PointerDevice.UngrabExclusive)
                stack.release(swipe.left);
            swipe.left = 0;
        }
    }
}
