pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Rows inside a block, below each other.
Column {
    id: column

    property RowModel rows: null

    signal followed(link: string)

    Repeater {
        model: column.rows

        delegate: BlockChooser {
            onFollowed: link => column.followed(link)
        }
    }
}
