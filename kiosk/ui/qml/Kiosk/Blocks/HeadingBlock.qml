pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

BlockFrame {
    id: block

    required property string text
    required property string plain
    required anchor
    required property int level
    required property string word

    LinkedWords {
        font.bold: true
        font.pixelSize: block.level === 2 ? Theme.heading : Theme.subheading
        lineHeight: 1
        // WORKAROUND: Qt 6.11 tells no level of a heading, so a deeper one says it in a word.
        note: block.word
        role: Accessible.Heading
        said: block.plain
        styled: block.text
        width: parent.width

        onFollowed: link => block.followed(link)
    }
}
