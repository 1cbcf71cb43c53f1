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

    signal followed(link: string)

    bottomPadding: Theme.gapBlock
    spacing: Theme.gapTight

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

    Status {
        active: head.pane.review.draft
        symbol: "note"
        text: qsTr("Draft, not yet clinically reviewed")
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

    Words {
        id: title

        font.bold: true
        font.pixelSize: Theme.title
        role: Accessible.Heading
        lineHeight: 1
        text: head.pane.title
        width: parent.width
    }

    LinkedWords {
        font.pixelSize: Theme.lead
        lineHeight: 1.12 * Theme.lineSpacing
        role: Accessible.Paragraph
        said: head.pane.leadWords
        styled: head.pane.lead
        visible: text !== ""
        width: parent.width

        onFollowed: link => head.followed(link)
    }
}
