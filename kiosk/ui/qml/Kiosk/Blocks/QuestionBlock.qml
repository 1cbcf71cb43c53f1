pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A question that opens to its answer. The answer is made at the first opening.
BlockFrame {
    id: block

    required property string text
    required property string plain
    required anchor
    required inner
    property bool opened: false

    signal asked

    ringed: null

    Rectangle {
        border.color: block.opened ? Theme.teal : Theme.line
        border.width: block.opened ? 2 * Theme.hairline : Theme.hairline
        color: head.held ? Theme.tint : Theme.card
        implicitHeight: head.height + (block.opened ? answer.height + Theme.gapInside : 0)
        radius: Theme.radius
        width: parent.width

        FoldHead {
            id: head

            hint: block.opened ? qsTr("The answer is shown") : qsTr("The answer is hidden")
            name: block.plain
            opened: block.opened
            styled: block.text
            width: parent.width

            onTapped: block.asked()
        }

        Loader {
            id: answer

            property bool wanted: false

            active: block.opened || answer.wanted
            visible: block.opened
            width: parent.width - 2 * Theme.padding
            x: Theme.padding
            y: head.height

            onLoaded: answer.wanted = true

            sourceComponent: InnerBlocks {
                rows: block.inner

                onFollowed: link => block.followed(link)
            }
        }
    }
}
