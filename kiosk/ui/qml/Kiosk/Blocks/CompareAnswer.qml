pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// What one option answers to one question: words, people in 100 as dots, or that it is not known.
Column {
    id: answer

    required property int index
    required property string text
    required property string plain
    // What the kiosk says where there is no answer.
    required property string word
    // The option's name.
    required property string label
    required property RowModel inner
    required property bool head
    required property bool seen
    required property real letter

    readonly property real wanted: answer.seen ? answer.implicitHeight : 0

    signal followed(link: string)

    spacing: Theme.gapTight
    visible: answer.seen

    LinkedWords {
        color: answer.head ? Theme.teal : Theme.ink
        font.bold: answer.head
        font.pixelSize: answer.letter
        lineHeight: 1.05
        note: answer.label
        role: answer.head ? Accessible.ColumnHeader : Accessible.Cell
        said: answer.plain
        styled: answer.text
        visible: answer.text !== ""
        width: parent.width

        onFollowed: link => answer.followed(link)
    }

    Words {
        color: Theme.quiet
        font.pixelSize: answer.letter
        lineHeight: 1.05
        note: answer.label
        role: Accessible.Cell
        text: answer.word
        visible: answer.word !== ""
        width: parent.width
    }

    // Groups stand beside each other where there is room: who they are told of is compared.
    Grid {
        id: groups

        columnSpacing: Theme.gapBlock
        columns: (answer.inner?.count ?? 0) > 1 && answer.width > 150 * Theme.mm * Theme.textScale ? 2 : 1
        rowSpacing: Theme.gapTight
        verticalItemAlignment: Grid.AlignBottom
        visible: answer.inner !== null
        width: parent.width

        Repeater {
            model: answer.inner

            Column {
                id: group

                required property int count
                required property string word
                required property string text
                required property string plain

                spacing: 2 * Theme.mm
                width: (groups.width - groups.columnSpacing * (groups.columns - 1)) / groups.columns

                Accessible.description: answer.label
                Accessible.name: group.plain === "" ? group.word : group.word + ": " + group.plain
                Accessible.role: Accessible.Cell

                LinkedWords {
                    font.pixelSize: answer.letter
                    lineHeight: 1.05
                    silent: true
                    styled: "<b>" + group.word + "</b> " + group.text
                    width: parent.width

                    onFollowed: link => answer.followed(link)
                }

                // The same scale for every option, whatever its words need.
                Dots {
                    columns: 20
                    count: group.count
                    largest: 3.6 * Theme.mm
                    width: parent.width
                }
            }
        }
    }
}
