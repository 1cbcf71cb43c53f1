pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// One line of a table, with a rule above all but the header.
Item {
    id: line

    required property RowModel cells
    required property int columns
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

        spacing: Theme.between
        width: parent.width - 2 * Theme.padding
        x: Theme.padding
        y: Theme.between

        Repeater {
            model: line.cells

            Words {
                id: cell

                required property int index
                required property string plain
                required text
                required property real share

                Accessible.name: cell.plain || cell.text
                Accessible.role: line.head ? Accessible.ColumnHeader : Accessible.Cell
                color: line.head ? Theme.quiet : Theme.ink
                font.bold: line.head || cell.index === 0
                font.pixelSize: Theme.small
                lineHeight: 1
                linked: true
                width: (row.width - row.spacing * (line.columns - 1)) * cell.share

                onFollowed: link => line.followed(link)
            }
        }
    }
}
