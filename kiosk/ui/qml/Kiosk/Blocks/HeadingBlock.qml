pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

BlockFrame {
    id: block

    required property string text
    required property string plain
    required anchor
    required property int level

    Words {
        Accessible.name: block.plain
        Accessible.role: Accessible.Heading
        font.bold: true
        font.pixelSize: block.level === 2 ? Theme.heading : Theme.subheading
        lineHeight: 1
        linked: true
        text: block.text
        width: parent.width

        onFollowed: link => block.followed(link)
    }
}
