pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

BlockFrame {
    id: block

    required property string text
    required property string plain

    LinkedWords {
        role: Accessible.Paragraph
        said: block.plain
        styled: block.text
        width: parent.width

        onFollowed: link => block.followed(link)
    }
}
