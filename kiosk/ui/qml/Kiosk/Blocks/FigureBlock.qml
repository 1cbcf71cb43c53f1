pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A picture in the theme's colours, its caption, and the key to its numbered markers. A touch on the
// picture opens it large. Words stand in the place of one that can't be shown.
BlockFrame {
    id: block

    required property string title
    required property string picture
    required property real aspect
    required property string word
    required property string text
    required property string plain
    required property string label
    required inner
    readonly property Item reader: block.picture === "" ? lost.item as Item : image

    Panel {
        id: panel

        width: parent.width

        Loader {
            id: lost

            active: block.picture === ""
            visible: lost.active
            width: parent.width

            sourceComponent: LostPicture {
                alternative: block.plain
                title: block.title
            }
        }

        Image {
            id: image

            // For keys: what Enter opens, and how that is called among the links of the text.
            readonly property string link: "figure:" + encodeURIComponent(block.picture)
            readonly property string word: qsTr("Open the picture large")
            readonly property Item ringed: block.ringed

            Accessible.description: image.word
            Accessible.name: block.plain
            Accessible.role: Accessible.Graphic
            Accessible.onPressAction: block.followed(image.link)
            // Drawn beside the first frame, not before it; a snapshot, where nothing moves, waits for it.
            asynchronous: Theme.moving
            height: Math.round(width * block.aspect)
            source: image.visible && width > 1 ? block.picture + Theme.drawnIn : ""
            sourceSize.width: Math.max(1, Math.round(width))
            visible: !lost.active
            // A tall picture stays within a screen.
            width: Math.min(parent.width, Theme.screenHeight * 0.7 / Math.max(block.aspect, 0.01))
            x: (parent.width - width) / 2

            Tap {
                id: touch

                onTapped: block.followed(image.link)
            }

            // That it can be touched: in the panel's corner, where it covers least.
            Rectangle {
                readonly property real aside: (panel.width - image.width) / 2 - Theme.between

                border.color: touch.held ? Theme.teal : Theme.edge
                border.width: Theme.hairline
                color: touch.held ? Theme.teal : Theme.card
                height: width
                radius: width / 2
                width: Math.max(11 * Theme.mm, Theme.icon * 1.4)
                x: LayoutMirroring.enabled ? -aside : image.width - width + aside
                y: Theme.between - panel.inset

                Icon {
                    anchors.centerIn: parent
                    colour: touch.held ? Theme.overTeal : Theme.teal
                    name: "enlarge"
                }
            }
        }

        LinkedWords {
            color: Theme.quiet
            font.pixelSize: Theme.small
            said: block.label
            styled: block.text
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

                    LinkedWords {
                        id: words

                        anchors.right: parent.right
                        font.pixelSize: Theme.small
                        lineHeight: 1
                        silent: true
                        styled: entry.text
                        width: parent.width - number.width - Theme.between
                        y: Math.max(0, (number.height - Theme.small * 1.2 * lineHeight) / 2)

                        onFollowed: link => block.followed(link)
                    }
                }
            }
        }
    }
}
