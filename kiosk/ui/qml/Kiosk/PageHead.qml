pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A page's title and lead, and what a reader must know before reading: a draft, another language.
Column {
    id: head

    required property Pane pane

    signal followed(link: string)

    bottomPadding: Theme.gapBlock
    spacing: Theme.gapTight

    StatusLine {
        symbol: "note"
        text: qsTr("Draft, not yet clinically reviewed")
        visible: head.pane.draft
        width: parent.width
    }

    StatusLine {
        symbol: "globe"
        text: qsTr("This page is not yet in your language")
        visible: head.pane.fallback
        width: parent.width
    }

    Words {
        Accessible.role: Accessible.Heading
        font.bold: true
        font.pixelSize: Theme.title
        lineHeight: 1.15
        text: head.pane.title
        width: parent.width
    }

    Words {
        font.pixelSize: Theme.lead
        lineHeight: 1.4
        linked: true
        text: head.pane.lead
        visible: text !== ""
        width: parent.width

        onFollowed: link => head.followed(link)
    }
}
