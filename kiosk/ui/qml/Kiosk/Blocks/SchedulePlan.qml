pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// One plan of visits: what it is, and a dot for each visit in its week on the scale above.
Item {
    id: plan

    required property string word
    required property string text
    required property string plain
    required property RowModel inner
    required property RowModel badge
    required property WeekScale ruler

    // Asked of the ruler for as long as there is one: a page that goes takes it away first.
    readonly property real dot: plan.ruler?.dot ?? 0
    readonly property real side: plan.ruler?.side ?? 0

    signal followed(link: string)

    implicitHeight: track.y + Math.round(1.6 * plan.dot + Theme.gapTight)

    Accessible.name: plan.plain + ". " + plan.word
    Accessible.role: Accessible.ListItem

    Repeater {
        model: plan.badge

        Rectangle {
            required property int count

            color: Theme.amberEdge
            height: plan.height
            width: Theme.hairline * 2
            x: (plan.ruler?.at(count) ?? 0) - width / 2
        }
    }

    // The lines of the gates stop at the words, and go on behind them.
    Rectangle {
        anchors.left: parent.left
        color: Theme.card
        height: words.height
        width: Math.min(parent.width, words.contentWidth + 2 * Theme.between)

        LinkedWords {
            id: words

            anchors.left: parent.left
            lineHeight: 1
            silent: true
            styled: plan.text
            width: plan.width

            onFollowed: link => plan.followed(link)
        }
    }

    Rectangle {
        id: track

        anchors.left: parent.left
        anchors.leftMargin: plan.side
        color: Theme.line
        height: Theme.hairline
        width: parent.width - 2 * plan.side
        y: Math.round(words.height + Theme.between + plan.dot / 2)
    }

    Repeater {
        model: plan.inner

        Rectangle {
            required property int count

            border.color: Theme.card
            border.width: Math.max(1, Theme.hairline / 2)
            color: Theme.teal
            height: width
            objectName: "visit"
            radius: width / 2
            width: plan.dot
            x: (plan.ruler?.at(count) ?? 0) - width / 2
            y: track.y + (track.height - height) / 2
        }
    }
}
