pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Questions for who has typed nothing yet, or nothing that stands here: as doors, two beside each
// other where there is room, and the way to all the others.
Column {
    id: block

    required property Search search
    // Whether there is room for what stands above them.
    required property bool headed
    // Whether they are shown, and not only the way to all of them.
    required property bool offering
    // Which of them is read aloud.
    required property int read

    // Each holds words enough in a line, as a door does.
    readonly property int beside: Math.max(1, Math.min(2, Math.floor((block.width + Theme.gapTight) / (12 * Theme.body + Theme.gapTight))))

    // What the first of them takes.
    readonly property real least: doors.made > 0 ? doors.itemAt(0)?.implicitHeight ?? 0 : 0

    signal asked(index: int)
    signal allAsked

    function lineOf(index: int): Item {
        return doors.itemAt(index);
    }

    // As high as the highest beside it. `made` is named: that may come later.
    function highest(at: int, made: int): real {
        const first = at - at % block.beside;
        let most = Theme.touch;
        for (let each = first; each < Math.min(made, first + block.beside); each++)
            most = Math.max(most, doors.itemAt(each)?.implicitHeight ?? 0);
        return most;
    }

    spacing: Theme.between

    Words {
        font.bold: true
        font.pixelSize: Theme.small
        lineHeight: 1
        objectName: "search-offers"
        role: Accessible.Heading
        text: block.search.offersTitle
        topPadding: Theme.gapTight + lowered
        visible: block.offering && block.headed && text !== ""
        width: parent.width
    }

    Grid {
        id: grid

        columns: block.beside
        spacing: Theme.gapTight
        visible: block.offering && doors.count > 0
        width: parent.width

        Repeater {
            id: doors

            property int made: 0

            model: block.search.offers

            onItemAdded: doors.made++
            onItemRemoved: doors.made--

            SearchQuestion {
                height: block.highest(index, doors.made)
                read: block.read === index
                width: (grid.width - (block.beside - 1) * grid.spacing) / block.beside

                onTapped: block.asked(index)
            }
        }
    }

    Pill {
        maximumWidth: block.width
        name: text
        objectName: "search-questions"
        symbol: "question"
        text: qsTr("All questions: %1").arg(block.search.questions)
        x: LayoutMirroring.enabled ? block.width - width : 0

        onTapped: block.allAsked()
    }
}
