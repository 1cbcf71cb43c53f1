pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// What was found, below a line that says how much, or that it is a guess; questions where it is nothing.
Flickable {
    id: list

    required property Search search
    required property ReadAloud readAloud
    // What is to be said of what was found.
    required property string told
    required property real side

    readonly property int count: list.search.hits.count
    readonly property bool asked: list.search.typed.trim() !== "" && !list.search.waiting
    readonly property bool guessed: list.search.meant !== ""
    // Nothing says just this: who asked must see that before anything else.
    readonly property bool failed: list.asked && (list.count === 0 || list.guessed)
    // Above the keys not even the first that is listed fits: a button stands for all of them.
    readonly property bool cramped: list.search.keysShown && list.height < list.least()
    // More was found than is seen above the keys, and no line says how much.
    readonly property bool untold: list.search.keysShown && list.count > 1 && list.lowest > 0 && !list.cramped && !said.visible
    // What is read aloud of what is listed: the line itself comes first.
    readonly property int read: list.readAloud.active ? list.readAloud.row - 1 : -1
    readonly property real lowest: Math.max(0, list.contentHeight - list.height)

    // What is listed needs the room of the keys.
    signal crowded

    // The result of that number, or the question that is offered.
    function lineOf(index: int): Item {
        return results.count > 0 ? results.itemAt(index) : (questions.item as SearchQuestions)?.lineOf(index) ?? null;
    }

    function least(): real {
        if (results.count > 0)
            return results.itemAt(0)?.implicitHeight ?? 0;
        const offered = questions.item as SearchQuestions;
        return !list.asked && offered ? said.implicitHeight + Theme.between + offered.least : 0;
    }

    // What stands on the button for what there is no room for.
    function shown(): string {
        if (list.guessed)
            return qsTr("Did you mean “%1”?").replace("%1", () => list.search.meant);
        if (list.count > 0)
            return list.told;
        return list.search.offersTitle || qsTr("All questions: %1").arg(list.search.questions);
    }

    // So far from the top, as far as there is anything.
    function scrollTo(y: real): void {
        inside.forceLayout();
        list.contentY = Math.max(0, Math.min(y, list.lowest));
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: inside.implicitHeight + (list.cramped ? 0 : Theme.gapTight)
    flickableDirection: Flickable.VerticalFlick
    interactive: contentHeight > height
    maximumFlickVelocity: Theme.fling
    objectName: "search-results"

    Accessible.name: qsTr("What was found")
    Accessible.role: Accessible.Grouping

    // Whoever moves what was found wants to read it.
    onMovementStarted: {
        if (list.height < 4 * Theme.touch)
            list.crowded();
    }
    onReadChanged: {
        const item = results.itemAt(list.read);
        if (item && (item.y < list.contentY || item.y + item.height > list.contentY + list.height))
            list.scrollTo(item.y);
    }

    Column {
        id: inside

        spacing: Theme.between
        width: list.width - 2 * list.side
        x: list.side

        Words {
            id: said

            readonly property Item ringed: said

            color: list.failed ? Theme.ink : Theme.quiet
            font.bold: list.failed
            font.pixelSize: Theme.small
            lineHeight: 1.1
            objectName: "search-said"
            text: list.told
            // Where there is little room it is for what was found.
            visible: !list.cramped && (list.height > 5 * Theme.touch || list.count === 0 || list.guessed)
            width: parent.width
        }

        Loader {
            active: list.cramped
            visible: active
            x: LayoutMirroring.enabled ? inside.width - width : 0

            sourceComponent: Pill {
                height: Math.max(Theme.touch, implicitHeight - Theme.between, Math.min(implicitHeight, list.height))
                maximumWidth: inside.width
                objectName: "search-show"
                selected: true
                symbol: "arrow-down"
                text: list.shown()

                onTapped: list.crowded()
            }
        }

        Repeater {
            id: results

            model: list.search.hits

            SearchResult {
                read: list.read === index
                visible: !list.cramped
                width: inside.width

                onTapped: list.search.show(index, list.contentY)
            }
        }

        Loader {
            id: questions

            active: list.search.questions !== "" && !list.search.waiting && (list.count === 0 || list.guessed)
            visible: active && !list.cramped
            width: parent.width

            sourceComponent: SearchQuestions {
                headed: list.height > 4 * Theme.touch
                offering: list.count === 0
                read: list.read
                search: list.search

                onAllAsked: list.search.showQuestions()
                onAsked: index => list.search.ask(index, list.contentY)
            }
        }
    }
}
