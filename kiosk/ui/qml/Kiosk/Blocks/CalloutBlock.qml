pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A box that stands out by its edge, its icon and its heading, never by colour alone.
BlockFrame {
    id: block

    required property string tone
    required property string text
    required property string title
    required property string word
    required inner

    readonly property bool caution: block.tone === "caution"
    readonly property bool emergency: block.tone === "emergency"
    readonly property color strong: block.emergency ? Theme.red : block.caution ? Theme.amber : Theme.teal
    readonly property color edge: block.emergency ? Theme.redEdge : block.caution ? Theme.amberEdge : Theme.teal
    readonly property color ground: block.emergency ? Theme.redTint : block.caution ? Theme.amberTint : Theme.tint
    readonly property string symbol: block.emergency ? "emergency" : block.caution ? "warning" : block.tone

    Panel {
        id: panel

        Accessible.name: Theme.aloud(block.title === "" ? block.word : block.word + ". " + block.title)
        Accessible.role: Accessible.Grouping
        border.color: block.edge
        // Without colours to tell them apart, whom to call at once has the strongest frame.
        border.width: !Theme.isContrast ? 0 : block.emergency ? Theme.bar : block.caution ? Math.round(Theme.bar / 2) : Theme.hairline
        color: block.ground
        startInset: panel.inset + Theme.bar
        width: parent.width

        Row {
            spacing: Math.max(Theme.between, 0.25 * Theme.subheading)
            width: parent.width

            Icon {
                id: symbol

                colour: block.strong
                name: block.symbol
                size: Theme.subheading * 1.1
            }

            Words {
                anchors.verticalCenter: parent.verticalCenter
                color: block.strong
                font.bold: true
                font.pixelSize: Theme.subheading
                lineHeight: 1
                silent: true
                styled: block.text
                width: parent.width - symbol.width - parent.spacing
            }
        }

        InnerBlocks {
            rows: block.inner
            width: parent.width

            onFollowed: link => block.followed(link)
        }

        // In high contrast the frame says it.
        Rectangle {
            color: block.edge
            height: panel.height
            parent: panel
            radius: Theme.bar / 2
            visible: !Theme.isContrast
            width: Theme.bar
            x: panel.LayoutMirroring.enabled ? panel.width - width : 0
        }
    }
}
