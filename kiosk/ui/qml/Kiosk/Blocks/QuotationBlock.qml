pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

BlockFrame {
    id: block

    required property string word
    required inner

    ringed: null

    Item {
        Accessible.role: Accessible.Grouping
        Accessible.name: block.word
        implicitHeight: words.height
        width: parent.width

        Rectangle {
            anchors.left: parent.left
            color: Theme.edge
            height: parent.height
            radius: width / 2
            width: Theme.bar
        }

        InnerBlocks {
            id: words

            anchors.right: parent.right
            rows: block.inner
            width: parent.width - Theme.padding - Theme.bar

            onFollowed: link => block.followed(link)
        }
    }
}
