pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A table on a wide screen: columns of equal width, the first one names the row.
Rectangle {
    id: table

    required property int columns
    required property RowModel header
    required property RowModel rows
    required property string word

    signal followed(link: string)

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: lines.height + 2 * Theme.between
    radius: Theme.radius

    Accessible.name: table.word
    Accessible.role: Accessible.Table

    Column {
        id: lines

        width: parent.width
        y: Theme.between

        TableLine {
            cells: table.header
            columns: table.columns
            head: true
            width: parent.width

            onFollowed: link => table.followed(link)
        }

        Repeater {
            model: table.rows

            TableLine {
                id: line

                required property RowModel inner

                cells: line.inner
                columns: table.columns
                width: lines.width

                onFollowed: link => table.followed(link)
            }
        }
    }
}
