pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// One numbered step.
BlockFrame {
    id: block

    required property string marker
    required property RowModel inner

    Item {
        Accessible.name: qsTr("Step %1").arg(block.marker)
        Accessible.role: Accessible.ListItem
        implicitHeight: Math.max(number.height, words.height)
        width: parent.width

        Marker {
            id: number

            anchors.left: parent.left
            text: block.marker
        }

        InnerBlocks {
            id: words

            anchors.right: parent.right
            rows: block.inner
            width: parent.width - number.width - 1.5 * Theme.between
            y: Math.max(0, (number.height - Theme.body * 1.2 * Theme.lineHeight) / 2)

            onFollowed: link => block.followed(link)
        }
    }
}
