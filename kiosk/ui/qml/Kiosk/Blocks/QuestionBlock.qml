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
        color: touch.held ? Theme.tint : Theme.card
        implicitHeight: head.height + (block.opened ? answer.height + Theme.padding : 0)
        radius: Theme.radius
        width: parent.width

        Item {
            id: head

            signal tapped

            activeFocusOnTab: true
            height: Math.max(Theme.touch + Theme.between, question.implicitHeight + 2 * Theme.gapTight)
            width: parent.width

            // WORKAROUND: QML in Qt 6.11 can't say "expanded"; a button that is on or off, and a word, can.
            Accessible.checkable: true
            Accessible.checked: block.opened
            Accessible.description: block.opened ? qsTr("The answer is shown") : qsTr("The answer is hidden")
            Accessible.name: block.plain
            Accessible.role: Accessible.Button
            Accessible.onPressAction: block.asked()

            onTapped: block.asked()

            Words {
                id: question

                anchors.left: parent.left
                anchors.leftMargin: Theme.padding
                anchors.right: sign.left
                anchors.rightMargin: Theme.between
                anchors.verticalCenter: parent.verticalCenter
                font.bold: true
                font.pixelSize: Theme.subheading
                lineHeight: 1
                silent: true
                styled: block.text
            }

            Rectangle {
                id: sign

                anchors.right: parent.right
                anchors.rightMargin: Theme.padding
                anchors.verticalCenter: parent.verticalCenter
                color: block.opened ? Theme.teal : Theme.tint
                height: width
                radius: width / 2
                width: Math.max(11 * Theme.mm, Theme.icon * 1.4)

                Icon {
                    anchors.centerIn: parent
                    colour: block.opened ? Theme.overTeal : Theme.teal
                    name: block.opened ? "chevron-up" : "chevron-down"
                }
            }

            Tap {
                id: touch

                onTapped: block.asked()
            }
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
