pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One card of the resting screen: a large line, a quiet text, a picture beside or above them. One that leads
// to a page is a button, and says so in its own language.
Rectangle {
    id: card

    required property string line
    required property string text
    required property string picture
    required property string invitation
    required property real aspect
    required property real size
    required property bool wide
    required property bool leads

    readonly property bool pictured: card.picture !== ""
    readonly property bool beside: card.pictured && card.wide
    readonly property bool held: touch.pressed
    // A low card has no line to spare for what is touched: an arrow stands beside its words.
    readonly property bool low: card.height < 9 * card.size
    readonly property real gap: card.size * (card.leads && card.low ? 0.35 : 0.9)
    readonly property real between: (card.leads ? 1.2 : 2) * card.gap
    readonly property real inset: !card.leads ? 0 : card.low ? card.size * 0.4 : card.size

    signal tapped

    activeFocusOnTab: card.leads
    border.color: Theme.restDot
    border.width: card.leads ? Theme.hairline : 0
    color: !card.leads ? "transparent" : touch.held ? Theme.restTint : Theme.restTop
    objectName: "rest-card"
    radius: Math.round(card.size * 0.9)

    Accessible.description: Theme.aloud(card.leads ? card.text : "")
    Accessible.ignored: !card.leads
    Accessible.name: Theme.aloud(card.line)
    Accessible.role: Accessible.Button
    Accessible.onPressAction: card.tapped()

    Item {
        id: room

        readonly property real whole: figure.height + card.between + said.height
        readonly property real below: card.pictured && !card.wide ? figure.height + card.between : 0

        anchors.bottom: way.visible && !card.low ? way.top : parent.bottom
        anchors.bottomMargin: !way.visible ? 0 : card.low ? card.inset : card.gap * 0.6
        anchors.left: parent.left
        anchors.leftMargin: card.leads ? card.size * 1.2 : 0
        anchors.right: parent.right
        anchors.rightMargin: !card.leads ? 0 : card.low ? mark.width + 2 * card.inset : card.size * 1.2
        anchors.top: parent.top
        anchors.topMargin: card.inset

        Image {
            id: figure

            readonly property real most: card.wide ? room.width * 0.45 : room.width
            readonly property real highest: card.wide ? card.height - 2 * card.inset : room.height * 0.4

            Accessible.ignored: true
            height: Math.round(width * card.aspect)
            source: card.pictured && width > 1 ? card.picture + Theme.restDrawingColours : ""
            sourceSize.width: Math.max(1, Math.round(width))
            visible: card.pictured
            width: card.pictured ? Math.min(most, highest / Math.max(card.aspect, 0.01)) : 0
            x: !card.wide ? (room.width - width) / 2 : LayoutMirroring.enabled ? 0 : room.width - width
            y: card.wide ? (card.height - height) / 2 - room.y : (room.height - room.whole) / 2
        }

        Item {
            id: said

            anchors.left: parent.left
            height: line.contentHeight + (fact.visible ? card.gap + fact.contentHeight : 0)
            width: card.beside ? room.width - figure.width - 1.5 * card.gap : room.width * (card.wide ? 0.86 : 1)
            y: room.below > 0 ? figure.y + room.below : (room.height - height) / 2

            Words {
                id: line

                color: Theme.restInk
                font.bold: true
                font.pixelSize: Math.round(card.size * (card.beside ? 1.9 : card.wide ? 2.4 : 2))
                fontSizeMode: Text.Fit
                // Fit shrinks the words for lines of height 1.
                height: (room.height - room.below - card.gap) * (fact.visible ? 0.52 : 1) / lineHeight
                lineHeight: 1.05
                minimumPixelSize: Math.round(card.size * 0.6)
                role: Accessible.Heading
                silent: card.leads
                text: card.line
                width: parent.width
            }

            Words {
                id: fact

                color: Theme.restQuiet
                font.pixelSize: card.size
                fontSizeMode: Text.Fit
                // What the line above leaves, which may be more than half.
                height: (room.height - room.below - card.gap - line.contentHeight) / lineHeight
                minimumPixelSize: Math.round(card.size * (card.low ? 0.42 : 0.5))
                silent: card.leads
                text: card.text
                visible: card.text !== ""
                width: parent.width
                y: line.contentHeight + card.gap
            }
        }
    }

    Item {
        id: way

        anchors.bottom: parent.bottom
        anchors.bottomMargin: card.low ? (card.height - height) / 2 : card.size * 0.8
        anchors.left: parent.left
        anchors.leftMargin: room.anchors.leftMargin
        anchors.right: parent.right
        anchors.rightMargin: card.inset
        height: mark.height
        visible: card.leads

        Rectangle {
            id: mark

            color: Theme.restInk
            height: width
            radius: width / 2
            width: Math.round(card.size * 1.5)
            x: card.low !== LayoutMirroring.enabled ? way.width - width : 0

            Icon {
                anchors.centerIn: parent
                colour: Theme.restTop
                name: "arrow-right"
                size: Math.round(mark.width * 0.6)
            }
        }

        Words {
            anchors.left: mark.right
            anchors.leftMargin: Math.round(card.size * 0.45)
            anchors.verticalCenter: mark.verticalCenter
            color: Theme.restInk
            font.bold: true
            font.pixelSize: Math.round(card.size * 0.85)
            fontSizeMode: Text.HorizontalFit
            lineHeight: 1
            maximumLineCount: 1
            minimumPixelSize: Math.round(card.size * 0.5)
            silent: true
            text: card.invitation
            visible: !card.low && card.invitation !== ""
            width: (card.beside ? said.width : room.width) - mark.width - anchors.leftMargin
        }
    }

    Tap {
        id: touch

        enabled: card.leads

        onTapped: card.tapped()
    }
}
