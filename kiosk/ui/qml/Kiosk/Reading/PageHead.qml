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

    StatusLine {
        symbol: "note"
        text: qsTr("Draft, not yet clinically reviewed")
        room: head.width
        visible: head.pane.draft
        x: LayoutMirroring.enabled ? head.width - width : 0
    }

    StatusLine {
        symbol: "clock"
        text: qsTr("This page should have been reviewed again by %1. Ask the staff.").arg(head.pane.nextReview)
        room: head.width
        visible: head.pane.overdue
        x: LayoutMirroring.enabled ? head.width - width : 0
    }

    StatusLine {
        symbol: "globe"
        text: qsTr("This page is not yet in your language")
        room: head.width
        visible: head.pane.fallback
        x: LayoutMirroring.enabled ? head.width - width : 0
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
        text: head.pane.lead
        visible: text !== ""
        width: parent.width

        onFollowed: link => head.followed(link)
    }
}
