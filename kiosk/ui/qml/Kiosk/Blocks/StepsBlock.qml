pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

BlockFrame {
    id: block

    required property string title
    required inner

    ringed: null

    Panel {
        Accessible.name: Theme.aloud(block.title)
        Accessible.role: Accessible.List
        width: parent.width

        Words {
            font.bold: true
            font.pixelSize: Theme.subheading
            lineHeight: 1
            silent: true
            text: block.title
            visible: block.title !== ""
            width: parent.width
        }

        InnerBlocks {
            rows: block.inner
            width: parent.width

            onFollowed: link => block.followed(link)
        }
    }
}
