pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Where the page's statements come from, by number. They stand behind one line until somebody asks.
BlockFrame {
    id: block

    required anchor
    required property string plain
    required inner
    property bool opened: false
    // Whether it isn't there: among questions that are all closed there is nothing that it is the source of.
    property bool absent: false

    signal asked

    lead: block.absent ? 0 : Theme.gap(block.gap)
    ringed: null

    Rectangle {
        border.color: block.opened ? Theme.teal : Theme.line
        border.width: Theme.hairline
        color: head.held ? Theme.tint : Theme.card
        implicitHeight: head.height
        radius: Theme.radius
        visible: !block.absent
        width: parent.width

        FoldHead {
            id: head

            hint: block.opened ? qsTr("The sources are shown") : qsTr("The sources are hidden")
            name: block.plain
            opened: block.opened
            styled: block.plain
            width: parent.width

            onTapped: block.asked()
        }
    }

    Repeater {
        model: block.inner

        Item {
            id: entry

            required property string marker
            required property string word
            required property string text
            required property string plain
            readonly property Item ringed: entry

            implicitHeight: words.implicitHeight
            visible: block.opened
            width: parent ? parent.width : 0

            Accessible.name: entry.word + ": " + entry.plain
            Accessible.role: Accessible.ListItem

            Words {
                anchors.left: parent.left
                color: Theme.quiet
                font.bold: true
                font.pixelSize: Theme.small
                silent: true
                text: entry.marker
            }

            LinkedWords {
                id: words

                anchors.right: parent.right
                color: Theme.quiet
                font.pixelSize: Theme.small
                silent: true
                styled: entry.text
                width: parent.width - Theme.body * 1.5

                onFollowed: link => block.followed(link)
            }
        }
    }
}
