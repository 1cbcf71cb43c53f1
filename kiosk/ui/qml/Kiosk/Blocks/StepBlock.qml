pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// One numbered step.
BlockFrame {
    id: block

    required property string marker
    required property string word
    required inner

    Item {
        Accessible.name: block.word
        Accessible.role: Accessible.ListItem
        implicitHeight: Math.max(number.height, words.height)
        width: parent.width

        Marker {
            id: number

            anchors.left: parent.left
            silent: true
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
