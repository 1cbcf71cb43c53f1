pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// How sure it is for several things, as a ladder: a rung for each level, the surest on top.
BlockFrame {
    id: block

    required property string title
    required property string word
    required inner

    readonly property real rail: Theme.hairline * 2
    // So wide that the longest name stands on one line, where there is room for that.
    readonly property real rung: Math.min(panel.width - 2 * panel.inset, names.implicitWidth + 5 * Theme.between + 3 * Theme.small)
    readonly property bool beside: panel.width - 2 * panel.inset - block.rung > 75 * Theme.mm * Theme.textScale

    // Each rung is a control.
    ringed: null

    Panel {
        id: panel

        width: parent.width

        Accessible.name: Theme.aloud(block.title)
        Accessible.role: Accessible.List

        Words {
            font.bold: true
            font.pixelSize: Theme.subheading
            lineHeight: 1
            silent: true
            text: block.title
            visible: block.title !== ""
            width: parent.width
        }

        Words {
            id: names

            font.bold: true
            font.pixelSize: Theme.small
            silent: true
            text: block.word
            visible: false
        }

        Column {
            id: rungs

            spacing: Theme.between
            width: parent.width

            Repeater {
                model: block.inner

                LadderRung {
                    beside: block.beside
                    rail: block.rail
                    rung: block.rung
                    width: rungs.width

                    onFollowed: link => block.followed(link)
                }
            }
        }
    }
}
