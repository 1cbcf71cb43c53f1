pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Search, over everything that is read: what is typed, what was found, and the keys.
Item {
    id: screen

    required property Shell shell
    // Above this, in pixels from the top, nothing should have to be touched.
    property real ceiling: 0

    // The keys stay here while it is there.
    readonly property string sheet: "card"
    // Whoever comes back from a result goes on from there.
    readonly property Item begins: list.lineOf(screen.search.opened)
    readonly property Search search: screen.shell.search
    readonly property ReadAloud readAloud: screen.shell.readAloud
    readonly property string typed: screen.search.typed
    readonly property int count: screen.search.hits.count
    readonly property real side: Math.max(Theme.isLow || Theme.isSmall ? Theme.between : Theme.margin, (screen.width - Theme.measure) / 2)
    // Under a ceiling that leaves too little for a result, it gives way.
    readonly property real begin: Math.max(0, Math.min(screen.ceiling, screen.height - keys.height - bar.height - 3 * Theme.touch))

    // What is to be said of what was found.
    function told(): string {
        const words = screen.typed.trim();
        if (words === "")
            return qsTr("Type a word, or a question. Nothing of it is kept.");
        if (screen.search.waiting)
            return qsTr("The pages are being read. One moment.");
        if (screen.count === 0 && list.height < 3 * Theme.touch)
            return qsTr("Nothing for “%1”.").arg(words);
        if (screen.count === 0)
            return qsTr("Nothing here says “%1”. Please try another word, or ask at the front desk.").arg(words);
        if (screen.search.meant !== "")
            // Not arg(): somebody may have typed a %.
            return qsTr("Nothing for “%1”. Did you mean “%2”?").replace("%2", () => screen.search.meant).replace("%1", () => words);
        return qsTr("Found: %L1").arg(screen.count);
    }

    function dismiss(): void {
        screen.search.close();
    }

    // Whoever listens types nothing meanwhile.
    function listen(): void {
        if (screen.readAloud.active) {
            screen.readAloud.stop();
            return;
        }
        screen.search.press("done", "");
        screen.readAloud.recite(screen.search.spoken(screen.told()));
    }

    onTypedChanged: list.contentY = 0
    // Who comes back from a result finds it where it was.
    Component.onCompleted: list.scrollTo(screen.search.left)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    // Nothing below is touched.
    MouseArea {
        anchors.fill: parent
        preventStealing: true
    }

    SearchBar {
        id: bar

        found: list.untold ? list.told : ""
        readAloud: screen.readAloud
        search: screen.search
        side: screen.side
        width: parent.width
        y: screen.begin

        onFoundTapped: screen.search.press("done", "")
        onListenTapped: screen.listen()
    }

    SearchResults {
        id: list

        // How much of its lower edge is faded.
        readonly property real fading: fade.visible ? fade.height : 0

        anchors.bottom: keys.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: bar.bottom
        readAloud: screen.readAloud
        search: screen.search
        side: screen.side
        told: screen.told()

        onCrowded: screen.search.press("done", "")
    }

    Fade {
        id: fade

        anchors.bottom: list.bottom
        anchors.left: list.left
        anchors.right: list.right
        visible: list.interactive && !list.atYEnd
    }

    Loader {
        id: keys

        active: screen.search.keysShown || screen.readAloud.active || screen.readAloud.problem
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: active ? implicitHeight : 0
        sourceComponent: screen.search.keysShown ? board : voice
    }

    Component {
        id: board

        SearchKeys {
            keyboard: screen.search.keyboard
            widest: list.width - 2 * list.side

            onPressed: (kind, types) => screen.search.press(kind, types)
        }
    }

    Component {
        id: voice

        ListenBar {
            shell: screen.shell
        }
    }

    Connections {
        function onChanged(): void {
            told.restart();
        }

        target: screen.search
    }

    // Once for all that changes with a key, and not again before it is another number: who sees nothing
    // hears how much was found.
    Timer {
        id: told

        property string before: ""

        interval: 0

        onTriggered: {
            const now = `${list.asked} ${screen.count} ${screen.search.meant}`;
            if (now !== told.before)
                list.Accessible.announce(Theme.aloud(list.told), Accessible.Polite);
            told.before = now;
        }
    }
}
