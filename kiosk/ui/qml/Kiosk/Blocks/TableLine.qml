pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// One line of a table, with a rule above all but the header.
Item {
    id: line

    required property RowModel cells
    // The width that the cells need, in letters of this size in pixels.
    required property real ems
    required property real size
    property bool head: false

    signal followed(link: string)

    implicitHeight: row.height + 2 * Theme.between

    Accessible.name: ""
    Accessible.role: Accessible.Row

    Rectangle {
        color: Theme.line
        height: Theme.hairline
        visible: !line.head
        width: parent.width
    }

    Row {
        id: row

        readonly property real room: row.width - row.spacing * (line.cells.count - 1)

        // Columns stand apart by more than a space between words: nobody reads on into the next one.
        spacing: Theme.gapBlock
        width: parent.width - 2 * Theme.padding
        x: Theme.padding
        y: Theme.between

        Repeater {
            model: line.cells

            LinkedWords {
                id: cell

                required property int index
                required property string plain
                required property string label
                required property var model
                required property real ems
                required property real share

                color: line.head ? Theme.quiet : Theme.ink
                font.bold: line.head || cell.index === 0
                font.pixelSize: line.size
                lineHeight: 1
                // WORKAROUND: QML in Qt 6.11 has no table to ask for a column's name: each cell tells it.
                note: line.head || cell.index === 0 ? "" : cell.label
                role: line.head ? Accessible.ColumnHeader : cell.index === 0 ? Accessible.RowHeader : Accessible.Cell
                said: cell.plain
                styled: cell.model.text
                width: cell.ems * line.size + cell.share * (row.room - line.ems * line.size)

                onFollowed: link => line.followed(link)
            }
        }
    }
}
