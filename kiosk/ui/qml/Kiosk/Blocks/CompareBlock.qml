pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Options held against the same questions: two of them side by side, or one where two don't fit.
BlockFrame {
    id: block

    required property string title
    // What asks for two options, and for one.
    required property string word
    required property string label
    // What the questions are called.
    required property string text
    required property string plain
    // The number in its page.
    required property int count
    required property real ems
    required property real share
    required inner
    required property RowModel badge
    // Three numbers for each comparison of the page: see Pane.
    property list<int> compared: []

    readonly property list<int> pair: block.compared.length > 3 * block.count + 2 ? block.compared.slice(3 * block.count, 3 * block.count + 3) : [0, 1, 0]
    readonly property real inset: 4 * Theme.mm
    readonly property bool beside: block.holds(Theme.small)
    // As large as the words around it where there is room, else as those of other tables.
    readonly property real letter: !block.beside || block.holds(Theme.body) ? Theme.body : Theme.small
    readonly property int start: block.beside ? block.pair[0] : block.pair[block.pair[2]]
    readonly property int end: block.pair[1]

    // Two that both are seen leave no choice.
    readonly property bool offered: !block.beside || block.badge.count > 2

    signal chosen(option: int)

    function holds(letter: real): bool {
        return block.width - 6 * block.inset >= letter * block.ems;
    }

    // Its head, its chips and its lines are stops of their own.
    ringed: null

    Column {
        id: head

        readonly property Item ringed: head

        spacing: Theme.mm
        visible: block.title !== "" || block.offered
        width: parent.width

        Words {
            id: title

            font.bold: true
            font.pixelSize: Theme.subheading
            lineHeight: 1
            text: block.title
            visible: block.title !== ""
            width: parent.width
        }

        Words {
            id: hint

            color: Theme.quiet
            font.pixelSize: Theme.small
            lineHeight: 1
            text: block.beside ? block.word : block.label
            visible: block.offered
            width: parent.width
        }
    }

    Flow {
        id: chips

        bottomPadding: 2 * Theme.mm
        spacing: Theme.between
        visible: block.offered
        width: parent.width

        Accessible.name: hint.text
        Accessible.role: Accessible.Grouping

        Repeater {
            model: block.badge

            CompareChip {
                id: chip

                alone: !block.beside
                chosen: chip.index === block.start || (block.beside && chip.index === block.end)
                maximumWidth: block.width
                objectName: "option-" + block.count + "-" + chip.index

                onTapped: block.chosen(chip.index)
            }
        }
    }

    Rectangle {
        border.color: Theme.line
        border.width: Theme.hairline
        color: Theme.card
        implicitHeight: lines.implicitHeight + 2 * Theme.hairline
        radius: Theme.radius
        width: parent.width

        Accessible.name: Theme.aloud(block.title || block.word)
        Accessible.role: Accessible.Table

        Column {
            id: lines

            readonly property real asking: block.letter * block.ems * block.share + 2 * block.inset

            width: parent.width - 2 * Theme.hairline
            x: Theme.hairline
            y: Theme.hairline

            CompareLine {
                asking: lines.asking
                beside: block.beside
                end: block.end
                head: true
                inner: block.badge
                inset: block.inset
                letter: block.letter
                plain: block.plain
                start: block.start
                text: block.text
                width: lines.width

                onFollowed: link => block.followed(link)
            }

            Repeater {
                model: block.inner

                CompareLine {
                    asking: lines.asking
                    beside: block.beside
                    end: block.end
                    inset: block.inset
                    letter: block.letter
                    start: block.start
                    width: lines.width

                    onFollowed: link => block.followed(link)
                }
            }
        }
    }
}
