pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A table on a wide screen: its first column names the row.
Rectangle {
    id: table

    // The width that it needs, in letters of this size in pixels.
    required property real ems
    required property real size
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
            ems: table.ems
            head: true
            size: table.size
            width: parent.width

            onFollowed: link => table.followed(link)
        }

        Repeater {
            model: table.rows

            TableLine {
                id: line

                required property RowModel inner

                cells: line.inner
                ems: table.ems
                size: table.size
                width: lines.width

                onFollowed: link => table.followed(link)
            }
        }
    }
}
