pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

BlockFrame {
    id: block

    required property string text
    required property string plain
    // That of the box of signs that it stands in: its lines stand as close as letters allow.
    required property string tone

    // A section's answer, all of it bold: its lines are even, as those of a page's lead.
    readonly property bool answer: /^<b>(?:(?!<b>).)*<\/b>$/.test(block.text)
    readonly property real room: Math.min(block.width, Theme.measure)

    LinkedWords {
        lineHeight: block.tone === "" ? Theme.lineHeight : Theme.lineSpacing
        role: Accessible.Paragraph
        said: block.plain
        styled: block.text
        width: block.answer ? evened(block.room) : block.room
        x: LayoutMirroring.enabled ? parent.width - width : 0

        onFollowed: link => block.followed(link)
    }
}
