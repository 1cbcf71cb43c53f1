pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A table on a narrow screen: one card a row, each cell under the name of its column.
Column {
    id: table

    required property RowModel rows
    required property string word

    signal followed(link: string)

    spacing: Theme.gapTight

    Accessible.name: table.word
    Accessible.role: Accessible.Table

    Repeater {
        model: table.rows

        Panel {
            id: row

            required property RowModel inner

            width: table.width

            Accessible.name: ""
            Accessible.role: Accessible.Row

            Repeater {
                model: row.inner

                Column {
                    id: cell

                    required property int index
                    required property string title
                    required property string text
                    required property string plain
                    required property string label

                    width: parent ? parent.width : 0

                    LinkedWords {
                        color: Theme.quiet
                        font.bold: true
                        font.pixelSize: Theme.small
                        lineHeight: 1
                        silent: true
                        styled: cell.title
                        visible: cell.index > 0 && cell.title !== ""
                        width: parent.width

                        onFollowed: link => table.followed(link)
                    }

                    LinkedWords {
                        color: cell.index === 0 ? Theme.teal : Theme.ink
                        font.bold: cell.index === 0
                        font.pixelSize: cell.index === 0 ? Theme.subheading : Theme.body
                        note: cell.index > 0 ? cell.label : ""
                        role: cell.index === 0 ? Accessible.RowHeader : Accessible.Cell
                        said: cell.plain
                        styled: cell.text
                        width: parent.width

                        onFollowed: link => table.followed(link)
                    }
                }
            }
        }
    }
}
