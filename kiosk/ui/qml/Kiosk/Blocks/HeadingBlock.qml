pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

BlockFrame {
    id: block

    required property string plain
    required anchor
    required property int level

    Words {
        Accessible.role: Accessible.Heading
        font.bold: true
        font.pixelSize: block.level === 2 ? Theme.heading : Theme.subheading
        lineHeight: 1
        text: block.plain
        width: parent.width
    }
}
