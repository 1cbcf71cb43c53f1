pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A table; where the columns would get too narrow, each row becomes a card.
BlockFrame {
    id: block

    required property int columns
    required property real ems
    required property string word
    required inner
    required property RowModel badge

    readonly property real room: block.width - 2 * Theme.padding - (block.columns - 1) * Theme.gapBlock
    // Neither breaks a word nor sets fewer than some ten letters on a line.
    readonly property bool cards: block.room < Theme.small * block.ems

    Loader {
        width: parent.width

        sourceComponent: block.cards ? cardsView : gridView
    }

    Component {
        id: cardsView

        TableCards {
            rows: block.inner
            word: block.word

            onFollowed: link => block.followed(link)
        }
    }

    Component {
        id: gridView

        TableGrid {
            ems: block.ems
            header: block.badge
            rows: block.inner
            // Its letters are as large as those around it where they have room.
            size: block.room < Theme.body * block.ems ? Theme.small : Theme.body
            word: block.word

            onFollowed: link => block.followed(link)
        }
    }
}
