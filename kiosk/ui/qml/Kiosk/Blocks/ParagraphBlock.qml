pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

BlockFrame {
    id: block

    required property string text
    required property string plain
    // That of the box of signs that it stands in: its lines stand as close as letters allow.
    required property string tone

    LinkedWords {
        lineHeight: block.tone === "" ? Theme.lineHeight : Theme.lineSpacing
        role: Accessible.Paragraph
        said: block.plain
        styled: block.text
        width: Math.min(parent.width, Theme.measure)
        x: LayoutMirroring.enabled ? parent.width - width : 0

        onFollowed: link => block.followed(link)
    }
}
