pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The way into a section: its heading, its answer in a line, how sure that is, or its picture small.
Rectangle {
    id: door

    required property string anchor
    required property string text
    required property string plain
    required property string title
    required property string tone
    required property string word
    required property string picture
    required property real aspect

    signal tapped

    activeFocusOnTab: true
    border.color: touch.held ? Theme.teal : Theme.line
    border.width: touch.held ? 2 * Theme.hairline : Theme.hairline
    color: touch.held ? Theme.tint : Theme.card
    implicitHeight: Math.max(Theme.touch, Math.max(words.implicitHeight, small.height) + 2 * Theme.gapInside)
    radius: Theme.radius

    Accessible.name: Theme.aloud(door.plain)
    Accessible.description: door.word
    Accessible.role: Accessible.Button
    Accessible.onPressAction: door.tapped()

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.right: small.visible ? small.left : parent.right
        anchors.rightMargin: small.visible ? Theme.between : Theme.padding
        spacing: Theme.mm
        // A heading alone stands in the middle.
        y: Math.max(Theme.gapInside, door.title === "" ? (door.height - height) / 2 : 0)

        Flow {
            id: head

            spacing: Theme.between
            width: parent.width - (small.visible ? 0 : sign.width)
            x: LayoutMirroring.enabled ? parent.width - width : 0

            Words {
                id: heading

                color: Theme.teal
                font.bold: true
                font.pixelSize: Theme.subheading
                lineHeight: 1
                silent: true
                styled: door.text
                width: Math.min(implicitWidth, head.width)
            }

            Loader {
                active: door.tone !== ""
                visible: active

                sourceComponent: Level {
                    level: door.tone
                    room: head.width
                    word: door.word
                }
            }
        }

        Words {
            lineHeight: Theme.lineSpacing
            silent: true
            styled: door.title
            visible: styled !== ""
            width: evened(parent.width)
            x: head.LayoutMirroring.enabled ? parent.width - width : 0
        }
    }

    // Small enough to leave the words their room, and without the markers that nobody could read.
    Image {
        id: small

        anchors.right: sign.left
        anchors.rightMargin: Theme.between
        anchors.verticalCenter: parent.verticalCenter
        asynchronous: Theme.moving
        height: Math.round(width * door.aspect)
        source: small.visible && width > 1 ? door.picture + "&markers=none" + Theme.drawnIn : ""
        sourceSize.width: Math.max(1, Math.round(width))
        visible: door.picture !== "" && door.width > 15 * Theme.body
        width: visible ? Math.round(Math.min(door.width * 0.25, 4 * Theme.body / Math.max(door.aspect, 0.1))) : 0
    }

    Icon {
        id: sign

        anchors.right: parent.right
        anchors.rightMargin: Theme.gapTight
        name: "chevron-right"
        y: door.title === "" ? (door.height - height) / 2 : words.y + (Math.min(heading.height, heading.font.pixelSize * 1.24) - height) / 2
    }

    Tap {
        id: touch

        onTapped: door.tapped()
    }
}
