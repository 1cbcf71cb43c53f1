pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One item of a list; deeper ones stand further in.
BlockFrame {
    id: block

    required property string text
    required property string plain
    required property string marker
    // The longest marker of the list: all its items leave room for it.
    required property string label
    required property int level
    // That of the box of signs that it stands in: its lines stand as close as letters allow.
    required property string tone
    // Which of how many items it is; nothing for a further paragraph of one.
    required property string word
    readonly property Item reader: words

    Item {
        id: line

        readonly property real indent: Math.max(Theme.body * 1.1, widest.advanceWidth + Theme.body * 0.25)
        readonly property real inset: Theme.body * block.level

        implicitHeight: words.implicitHeight
        width: Math.min(parent.width, Theme.measure)
        x: LayoutMirroring.enabled ? parent.width - width : 0

        Rectangle {
            color: block.level === 0 ? Theme.teal : "transparent"
            height: width
            radius: width / 2
            visible: block.marker === ""
            width: Math.round(Theme.body * 0.28)
            x: line.LayoutMirroring.enabled ? parent.width - line.inset - width : line.inset
            y: (words.firstLine - height) / 2

            border.color: Theme.teal
            border.width: Math.max(2, Theme.hairline)
        }

        TextMetrics {
            id: widest

            font.bold: true
            font.family: Theme.fontFamily
            font.pixelSize: Theme.body
            text: block.label
        }

        Words {
            color: Theme.teal
            font.bold: true
            silent: true
            // A number has no direction: without this mark its full stop would stand on the other side.
            text: (line.LayoutMirroring.enabled ? "\u200F" : "") + block.marker
            visible: block.marker.trim() !== ""
            x: line.LayoutMirroring.enabled ? parent.width - line.inset - width : line.inset
        }

        LinkedWords {
            id: words

            readonly property real firstLine: Theme.body * 1.2 * words.lineHeight

            lineHeight: block.tone === "" ? Theme.lineHeight : Theme.lineSpacing
            note: block.word
            role: block.word === "" ? Accessible.Paragraph : Accessible.ListItem
            said: (block.marker.trim() === "" ? "" : block.marker + " ") + block.plain
            styled: block.text
            width: parent.width - line.inset - line.indent
            x: line.LayoutMirroring.enabled ? 0 : line.inset + line.indent

            onFollowed: link => block.followed(link)
        }
    }
}
