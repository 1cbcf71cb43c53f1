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
        width: Math.min(parent.width, Theme.measure)
        x: LayoutMirroring.enabled ? parent.width - width : 0

        onFollowed: link => block.followed(link)
    }
}
