pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

BlockFrame {
    id: block

    required property string word
    required inner

    ringed: null

    Panel {
        Accessible.name: block.word
        Accessible.role: Accessible.List
        width: parent.width

        Repeater {
            model: block.inner

            Column {
                id: entry

                required property int index
                required property string plain
                required property string title
                required property RowModel inner
                readonly property Item ringed: entry

                bottomPadding: Theme.gapTight
                width: parent ? parent.width : 0

                Accessible.name: entry.plain
                Accessible.role: Accessible.ListItem

                Words {
                    color: Theme.teal
                    font.bold: true
                    silent: true
                    styled: entry.title
                    width: parent.width
                }

                InnerBlocks {
                    rows: entry.inner
                    width: parent.width

                    onFollowed: link => block.followed(link)
                }
            }
        }
    }
}
