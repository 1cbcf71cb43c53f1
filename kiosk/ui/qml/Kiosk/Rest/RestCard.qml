pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One card of the resting screen: a large line, a quiet text, a picture beside or above them.
Item {
    id: card

    required property string line
    required property string text
    required property string picture
    required property real aspect
    required property real size
    required property bool wide

    readonly property bool pictured: card.picture !== ""
    readonly property bool beside: card.pictured && card.wide
    readonly property real gap: card.size * 0.9
    readonly property real room: card.height - (card.pictured && !card.wide ? figure.height + card.between : 0)
    readonly property real between: 2 * card.gap
    readonly property real whole: figure.height + card.between + said.height
    readonly property real column: card.beside ? card.width - figure.width - 1.5 * card.gap : card.width * (card.wide ? 0.86 : 1)

    Image {
        id: figure

        readonly property real most: card.wide ? card.width * 0.45 : card.width
        readonly property real highest: card.height * (card.wide ? 1 : 0.45)

        Accessible.ignored: true
        anchors.right: parent.right
        height: Math.round(width * card.aspect)
        source: card.pictured && width > 1 ? card.picture + Theme.restDrawingColours : ""
        sourceSize.width: Math.max(1, Math.round(width))
        visible: card.pictured
        width: card.pictured ? Math.min(most, highest / Math.max(card.aspect, 0.01)) : 0
        y: (card.height - (card.wide ? height : card.whole)) / 2
    }

    Item {
        id: said

        anchors.left: parent.left
        height: line.contentHeight + (fact.visible ? card.gap + fact.contentHeight : 0)
        width: card.column
        y: card.pictured && !card.wide ? figure.y + figure.height + card.between : (card.height - height) / 2

        Words {
            id: line

            color: Theme.restInk
            font.bold: true
            font.pixelSize: Math.round(card.size * (card.beside ? 1.9 : card.wide ? 2.4 : 2))
            fontSizeMode: Text.Fit
            // Fit shrinks the words for lines of height 1.
            height: (card.room - card.gap) * (fact.visible ? 0.58 : 1) / lineHeight
            lineHeight: 1.05
            minimumPixelSize: Math.round(card.size * 0.7)
            role: Accessible.Heading
            text: card.line
            width: parent.width
        }

        Words {
            id: fact

            color: Theme.restQuiet
            font.pixelSize: card.size
            fontSizeMode: Text.Fit
            height: (card.room - card.gap) * 0.42 / lineHeight
            minimumPixelSize: Math.round(card.size * 0.5)
            text: card.text
            visible: card.text !== ""
            width: parent.width
            y: line.contentHeight + card.gap
        }
    }
}
