pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Where the page's statements come from, by number.
BlockFrame {
    id: block

    required anchor
    required property string word
    required inner

    ringed: null

    Words {
        font.bold: true
        font.pixelSize: Theme.heading
        lineHeight: 1
        role: Accessible.Heading
        text: block.word
        width: parent.width
    }

    Repeater {
        model: block.inner

        Item {
            id: entry

            required property string marker
            required property string word
            required property string text
            required property string plain
            readonly property Item ringed: entry

            implicitHeight: words.implicitHeight
            width: parent ? parent.width : 0

            Accessible.name: entry.word + ": " + entry.plain
            Accessible.role: Accessible.ListItem

            Words {
                anchors.left: parent.left
                color: Theme.quiet
                font.bold: true
                font.pixelSize: Theme.small
                silent: true
                text: entry.marker
            }

            LinkedWords {
                id: words

                anchors.right: parent.right
                color: Theme.quiet
                font.pixelSize: Theme.small
                silent: true
                styled: entry.text
                width: parent.width - Theme.body * 1.5

                onFollowed: link => block.followed(link)
            }
        }
    }
}
