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

        readonly property real room: panel.width - 2 * panel.inset

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
            // A tall picture is seen whole, above the bar with the way back, which is about as high as its letters.
            readonly property real whole: Theme.pageHeight - Math.max(Theme.touch, 1.6 * Theme.small) - Theme.gapBlock
            readonly property real most: Math.max(0.2, Math.min(0.7, image.whole / Theme.screenHeight)) * Theme.screenHeight

            Accessible.description: image.word
            Accessible.name: Theme.aloud(block.plain)
            Accessible.role: Accessible.Graphic
            Accessible.onPressAction: block.followed(image.link)
            // Drawn beside the first frame, not before it; a snapshot, where nothing moves, waits for it.
            asynchronous: Theme.moving
            height: Math.round(width * block.aspect)
            source: image.visible && width > 1 ? block.picture + Theme.drawnIn : ""
            sourceSize.width: Math.max(1, Math.round(width))
            visible: !lost.active
            width: Math.min(parent.width, image.most / Math.max(block.aspect, 0.01))
            x: (parent.width - width) / 2

            Tap {
                id: touch

                onTapped: block.followed(image.link)
            }

            // That it can be touched: beside the picture or below it, where it covers nothing of it.
            Pill {
                id: sign

                readonly property bool beside: (panel.room - image.width) / 2 >= sign.width + Theme.between

                // Keys stop at the picture, and open it there.
                activeFocusOnTab: false
                name: image.word
                objectName: "enlarge"
                selected: touch.held
                symbol: "enlarge"
                x: LayoutMirroring.enabled ? -image.x : panel.room - image.x - width
                y: sign.beside ? 0 : image.height + Theme.gapTight

                onTapped: block.followed(image.link)
            }
        }

        // The caption, and room for the sign behind it.
        Item {
            id: below

            readonly property bool signed: image.visible && !sign.beside

            implicitHeight: Math.max(block.text === "" ? 0 : caption.implicitHeight, below.signed ? sign.height : 0)
            visible: below.implicitHeight > 0
            width: parent.width

            LinkedWords {
                id: caption

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.quiet
                font.pixelSize: Theme.small
                said: block.label
                styled: block.text
                visible: block.text !== ""
                width: parent.width - (below.signed ? sign.width + Theme.between : 0)

                onFollowed: link => block.followed(link)
            }
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
