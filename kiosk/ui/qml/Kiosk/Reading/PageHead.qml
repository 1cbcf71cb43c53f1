pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A page's title and lead, and what a reader must know before reading: a draft, a review overdue, another language.
Column {
    id: head

    required property Pane pane

    readonly property Item ringed: head
    readonly property Item reader: title
    // Where the title leaves room on its line, that the page is a draft stands there, in two lines if need be;
    // or else below it.
    readonly property real beyond: head.width - title.implicitWidth - Theme.gapBlock
    readonly property bool besideTitle: draft.active && head.beyond >= (draft.item as StatusLine)?.half

    // What is gathered is to be photographed: where there is little room, it is for the questions.
    readonly property bool brief: head.pane.gathered && (Theme.isLow || Theme.isTight)

    signal followed(link: string)

    // What a draft says below the title stands nearer to it than to a box or a question below.
    bottomPadding: lead.visible ? Theme.gapBlock : draft.visible ? Theme.gapInside : 2 * Theme.mm
    spacing: lead.visible || !draft.visible ? Theme.gapInside : 2 * Theme.mm

    component Status: Loader {
        id: status

        required property string symbol
        required property string text

        visible: active
        x: LayoutMirroring.enabled ? head.width - width : 0

        sourceComponent: StatusLine {
            room: head.width
            symbol: status.symbol
            text: status.text
        }
    }

    Item {
        // A loader keeps the height of what it no longer holds.
        implicitHeight: Math.max(title.implicitHeight, head.besideTitle ? beside.y + beside.height : 0)
        width: parent.width

        Words {
            id: title

            anchors.left: parent.left
            font.bold: true
            font.pixelSize: head.brief ? Theme.subheading : Theme.title
            lineHeight: 1
            role: Accessible.Heading
            text: head.pane.title
            width: head.besideTitle ? implicitWidth : parent.width
        }

        Loader {
            id: beside

            active: head.besideTitle
            anchors.right: parent.right
            visible: active
            // In two lines it may be higher than the title, which stays where it is on every page.
            y: Math.max(-Theme.mm, (title.implicitHeight - height) / 2)

            sourceComponent: StatusLine {
                room: head.beyond < whole ? half : whole
                symbol: draft.symbol
                text: draft.text
            }
        }
    }

    Status {
        id: draft

        active: head.pane.review.draft
        symbol: "note"
        text: qsTr("Draft, not yet clinically reviewed")
        visible: active && !head.besideTitle
    }

    Status {
        active: head.pane.review.overdue
        symbol: "clock"
        text: qsTr("This page should have been reviewed again by %1. Ask the staff.").arg(head.pane.review.nextReview)
    }

    Status {
        active: head.pane.fallback
        symbol: "globe"
        text: qsTr("This page is not yet in your language")
    }

    LinkedWords {
        id: lead

        font.pixelSize: head.brief ? Theme.small : Theme.lead
        lineHeight: 1.12 * Theme.lineSpacing
        role: Accessible.Paragraph
        said: head.pane.leadWords
        styled: head.pane.lead
        visible: text !== ""
        // No line is too long to find the next one.
        width: evened(Math.min(parent.width, Theme.measure * Theme.lead / Theme.body))
        x: LayoutMirroring.enabled ? head.width - width : 0

        onFollowed: link => head.followed(link)
    }
}
