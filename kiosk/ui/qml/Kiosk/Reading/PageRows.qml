pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The rows of a page: below each other, or in two columns where there is room and the rows say so.
RowColumns {
    id: page

    required property bool beside
    property RowModel rows: null
    property string question: ""
    property bool asking: false
    property bool closed: false
    property list<int> ticked: []
    property list<int> compared: []
    readonly property alias blocks: repeater

    signal followed(link: string)
    signal asked(anchor: string, block: Item)
    signal toggled(index: int)
    signal chosen(number: int, option: int, count: int)
    signal entered(anchor: string)

    // Questions are as far apart as they are in a column.
    between: page.asking ? Theme.between : Theme.gapSection
    columns: page.beside ? 2 : 1
    mirrored: page.LayoutMirroring.enabled

    Repeater {
        id: repeater

        model: page.rows

        delegate: BlockChooser {
            closed: page.closed
            compared: page.compared
            question: page.question
            ticked: page.ticked

            onAsked: (anchor, question) => page.asked(anchor, question)
            onChosen: (number, option, count) => page.chosen(number, option, count)
            onEntered: anchor => page.entered(anchor)
            onFollowed: link => page.followed(link)
            onToggled: index => page.toggled(index)
        }
    }
}
