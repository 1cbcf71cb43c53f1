pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

BlockFrame {
    id: block

    required property string text
    required property string plain

    Words {
        Accessible.name: block.plain
        Accessible.role: Accessible.Paragraph
        linked: true
        text: block.text
        width: parent.width

        onFollowed: link => block.followed(link)
    }
}
