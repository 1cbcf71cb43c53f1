pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The caption of a figure that is opened large, and the key to its numbers: as plain words, whose
// links stand on the page.
Item {
    id: words

    required property LargeFigure largeFigure
    // What stays free above the words, before them and after them.
    required property real above
    required property real inset
    required property real outset

    // How high it would be to show everything at once.
    readonly property real wanted: inside.height
    readonly property bool scrolled: words.wanted > words.height + 1

    function turn(): void {
        const furthest = flick.contentHeight - flick.height;
        flick.contentY = flick.atYEnd ? 0 : Math.min(furthest, flick.contentY + 0.85 * flick.height);
    }

    Flickable {
        id: flick

        anchors.bottom: words.scrolled ? more.top : parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        clip: words.scrolled
        contentHeight: inside.height
        interactive: words.scrolled
        maximumFlickVelocity: Theme.fling
        objectName: "figure-words"

        Column {
            id: inside

            readonly property Item ringed: inside

            bottomPadding: Theme.padding
            spacing: Theme.isTight ? Theme.gapTight : Theme.gapBlock
            topPadding: words.above
            width: parent.width - words.inset - words.outset
            x: words.LayoutMirroring.enabled ? words.outset : words.inset

            Words {
                color: Theme.teal
                font.bold: true
                font.pixelSize: Theme.isTight ? Theme.small : Theme.subheading
                lineHeight: 1
                role: Accessible.Heading
                said: words.largeFigure.captionWords
                styled: words.largeFigure.caption
                visible: text !== ""
                width: parent.width
            }

            Column {
                spacing: Theme.gapTight
                visible: words.largeFigure.key.count > 0
                width: parent.width

                Accessible.name: words.largeFigure.word
                Accessible.role: Accessible.List

                Repeater {
                    model: words.largeFigure.key

                    Item {
                        id: entry

                        required property string marker
                        required property string plain
                        required property string text

                        implicitHeight: Math.max(number.height, said.implicitHeight)
                        width: parent?.width ?? 0

                        Accessible.name: entry.marker + ". " + entry.plain
                        Accessible.role: Accessible.ListItem

                        Marker {
                            id: number

                            anchors.left: parent.left
                            silent: true
                            text: entry.marker
                        }

                        Words {
                            id: said

                            anchors.right: parent.right
                            font.pixelSize: Theme.small
                            lineHeight: 1
                            silent: true
                            styled: entry.text
                            width: parent.width - number.width - Theme.between
                            y: Math.max(0, (number.height - Theme.small * 1.2 * lineHeight) / 2)
                        }
                    }
                }
            }
        }
    }

    Fade {
        anchors.bottom: flick.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        ground: Theme.paper
        visible: words.scrolled && !flick.atYEnd
    }

    // Nobody has to draw the words aside to read on.
    Pill {
        id: more

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.between
        anchors.horizontalCenter: parent.horizontalCenter
        name: flick.atYEnd ? qsTr("Back to the top") : qsTr("More below")
        objectName: "figure-more"
        offered: words.scrolled
        symbol: flick.atYEnd ? "arrow-up" : "arrow-down"

        onTapped: words.turn()
    }
}
