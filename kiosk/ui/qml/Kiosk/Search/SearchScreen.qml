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
    readonly property Search search: screen.shell.search
    readonly property real side: Math.max(Theme.isLow ? Theme.between : Theme.margin, (screen.width - Theme.measure) / 2)
    // Under a ceiling that leaves too little for a result, it gives way.
    readonly property real begin: Math.max(0, Math.min(screen.ceiling, screen.height - keys.height - bar.height - 3 * Theme.touch))

    // What is to be said of what was found; empty where the results say it.
    function told(): string {
        if (screen.search.typed.trim() === "")
            return qsTr("Type a word, or a question. Nothing of it is kept.");
        if (screen.search.waiting)
            return qsTr("The pages are being read. One moment.");
        if (screen.search.hits.count === 0)
            return qsTr("Nothing here says “%1”. Please try another word, or ask at the front desk.").arg(screen.search.typed.trim());
        if (screen.search.meant !== "")
            // Not arg(): somebody may have typed a %.
            return qsTr("Nothing for “%1”. Did you mean “%2”?").replace("%2", () => screen.search.meant).replace("%1", () => screen.search.typed.trim());
        return qsTr("Found: %L1").arg(screen.search.hits.count);
    }

    readonly property string typed: screen.search.typed

    function dismiss(): void {
        screen.search.close();
    }

    onTypedChanged: list.contentY = 0
    // Who comes back from a result finds it where it was.
    Component.onCompleted: {
        inside.forceLayout();
        list.contentY = Math.max(0, Math.min(screen.search.left, list.contentHeight - list.height));
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    // Nothing below is touched.
    MouseArea {
        anchors.fill: parent
        preventStealing: true
    }

    Item {
        id: bar

        readonly property real inset: Theme.isLow ? Theme.between : Theme.gapBlock

        height: field.height + 2 * bar.inset
        width: parent.width
        y: screen.begin

        SearchField {
            id: field

            anchors.left: parent.left
            anchors.leftMargin: screen.side
            anchors.right: close.left
            anchors.rightMargin: Theme.between
            typed: screen.search.typed
            y: bar.inset

            onCleared: screen.search.press("clear", "")
            onTapped: screen.search.showKeys()
        }

        Pill {
            id: close

            anchors.right: parent.right
            anchors.rightMargin: screen.side
            brief: 2 * close.longest > screen.width - 2 * screen.side
            height: field.height
            name: qsTr("Close the search")
            objectName: "search-close"
            symbol: "close"
            text: qsTr("Close")
            y: bar.inset

            onTapped: screen.search.close()
        }
    }

    Flickable {
        id: list

        // How much of its lower edge is faded.
        readonly property real fading: fade.visible ? fade.height : 0

        anchors.bottom: keys.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: bar.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: inside.implicitHeight + Theme.gapTight
        flickableDirection: Flickable.VerticalFlick
        interactive: contentHeight > height
        maximumFlickVelocity: Theme.fling
        objectName: "search-results"

        Accessible.name: qsTr("What was found")
        Accessible.role: Accessible.Grouping

        // Whoever moves what was found wants to read it: where there is little room the keys make way.
        onMovementStarted: {
            if (list.height < 4 * Theme.touch)
                screen.search.press("done", "");
        }

        Column {
            id: inside

            // Nothing says just this: who asked must see that before anything else.
            readonly property bool failed: screen.search.typed.trim() !== "" && !screen.search.waiting && (screen.search.hits.count === 0 || screen.search.meant !== "")

            spacing: Theme.between
            width: list.width - 2 * screen.side
            x: screen.side

            Words {
                id: said

                readonly property Item ringed: said

                color: inside.failed ? Theme.ink : Theme.quiet
                font.bold: inside.failed
                font.pixelSize: Theme.small
                lineHeight: 1.1
                objectName: "search-said"
                text: screen.told()
                // Where there is little room it is for what was found.
                visible: list.height > 5 * Theme.touch || screen.search.hits.count === 0 || screen.search.meant !== ""
                width: parent.width
            }

            Repeater {
                model: screen.search.hits

                SearchResult {
                    width: inside.width

                    onTapped: screen.search.show(index, list.contentY)
                }
            }

            Pill {
                maximumWidth: inside.width
                name: text
                objectName: "search-questions"
                symbol: "question"
                text: qsTr("All questions: %1").arg(screen.search.questions)
                visible: screen.search.questions !== "" && (screen.search.hits.count === 0 || screen.search.meant !== "") && !screen.search.waiting
                x: LayoutMirroring.enabled ? inside.width - width : 0

                onTapped: screen.search.showQuestions()
            }
        }
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

        active: screen.search.keysShown
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: active ? implicitHeight : 0

        sourceComponent: SearchKeys {
            keyboard: screen.search.keyboard
            widest: inside.width

            onPressed: (kind, types) => screen.search.press(kind, types)
        }
    }

    Connections {
        function onChanged(): void {
            told.restart();
        }

        target: screen.search
    }

    // Once for all that changes with a key: who sees nothing hears how much was found.
    Timer {
        id: told

        interval: 0

        onTriggered: list.Accessible.announce(Theme.aloud(said.text), Accessible.Polite)
    }
}
