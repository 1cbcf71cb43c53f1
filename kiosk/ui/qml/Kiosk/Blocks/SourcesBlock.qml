pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Where the page's statements come from, by number.
BlockFrame {
    id: block

    required anchor
    required property RowModel inner

    Words {
        Accessible.role: Accessible.Heading
        font.bold: true
        font.pixelSize: Theme.heading
        lineHeight: 1
        text: qsTr("Sources")
        width: parent.width
    }

    Repeater {
        model: block.inner

        Item {
            id: entry

            required property string marker
            required property string text
            required property string plain

            implicitHeight: words.implicitHeight
            width: parent ? parent.width : 0

            Accessible.name: qsTr("Source %1: %2").arg(entry.marker).arg(entry.plain)
            Accessible.role: Accessible.ListItem

            Words {
                anchors.left: parent.left
                color: Theme.quiet
                font.bold: true
                font.pixelSize: Theme.small
                text: entry.marker
            }

            Words {
                id: words

                anchors.right: parent.right
                color: Theme.quiet
                font.pixelSize: Theme.small
                linked: true
                text: entry.text
                width: parent.width - Theme.body * 1.5

                onFollowed: link => block.followed(link)
            }
        }
    }
}
