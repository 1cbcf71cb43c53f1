pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A picture in the theme's colours, its caption, and the key to its numbered markers.
BlockFrame {
    id: block

    required property string picture
    required property real aspect
    required property string word
    required property string text
    required property string plain
    required property string label
    required inner
    readonly property Item reader: image

    Panel {
        id: panel

        width: parent.width

        Image {
            id: image

            Accessible.name: block.plain
            Accessible.role: Accessible.Graphic
            // Drawn beside the first frame, not before it; a snapshot, where nothing moves, waits for it.
            asynchronous: Theme.moving
            height: Math.round(width * block.aspect)
            source: width > 1 ? block.picture + Theme.drawingColours : ""
            sourceSize.width: Math.max(1, Math.round(width))
            // A tall picture stays within a screen.
            width: Math.min(parent.width, Theme.screenHeight * 0.7 / Math.max(block.aspect, 0.01))
            x: (parent.width - width) / 2
        }

        Words {
            color: Theme.quiet
            font.pixelSize: Theme.small
            linked: true
            said: block.label
            text: block.text
            visible: block.text !== ""
            width: parent.width

            onFollowed: link => block.followed(link)
        }

        Grid {
            id: key

            columnSpacing: Theme.padding
            columns: key.width > 150 * Theme.mm * Theme.textScale ? 2 : 1
            rowSpacing: Theme.gapTight
            visible: block.inner.count > 0
            width: parent.width

            Accessible.name: block.word
            Accessible.role: Accessible.List

            Repeater {
                model: block.inner

                Item {
                    id: entry

                    required property string marker
                    required property string text
                    required property string plain

                    implicitHeight: Math.max(number.height, words.implicitHeight)
                    width: (key.width - key.columnSpacing * (key.columns - 1)) / key.columns

                    Accessible.name: entry.marker + ". " + entry.plain
                    Accessible.role: Accessible.ListItem

                    Marker {
                        id: number

                        anchors.left: parent.left
                        silent: true
                        text: entry.marker
                    }

                    Words {
                        id: words

                        anchors.right: parent.right
                        font.pixelSize: Theme.small
                        lineHeight: 1
                        linked: true
                        silent: true
                        text: entry.text
                        width: parent.width - number.width - Theme.between
                        y: Math.max(0, (number.height - Theme.small * 1.2 * lineHeight) / 2)

                        onFollowed: link => block.followed(link)
                    }
                }
            }
        }
    }
}
