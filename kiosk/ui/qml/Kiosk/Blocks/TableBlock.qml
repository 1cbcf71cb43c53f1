pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A table; where the columns would get too narrow, each row becomes a card.
BlockFrame {
    id: block

    required property int columns
    required property RowModel inner
    required property RowModel badge
    property bool narrow: false

    readonly property bool cards: block.width / block.columns < 48 * Theme.mm * Theme.textScale

    Loader {
        width: parent.width

        sourceComponent: block.cards ? cardsView : gridView
    }

    Component {
        id: cardsView

        TableCards {
            rows: block.inner

            onFollowed: link => block.followed(link)
        }
    }

    Component {
        id: gridView

        TableGrid {
            columns: block.columns
            header: block.badge
            rows: block.inner

            onFollowed: link => block.followed(link)
        }
    }
}
