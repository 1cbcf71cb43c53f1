pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// One rung between the two rails, and what stands on it: beside it, or below it where it is narrow.
// A touch explains the level on a card.
Item {
    id: step

    required property string title
    required property string word
    required property string label
    required property string link
    required property int level
    required property RowModel inner
    required property bool beside
    required property real rail
    required property real rung

    readonly property bool empty: step.inner.count === 0
    readonly property bool sure: step.level > 2
    readonly property color ink: step.empty ? Theme.quiet : step.sure ? Theme.teal : Theme.amber
    // From this rung to the next, or to the end of what stands on the last one.
    readonly property real down: step.level > 0 ? step.height + Theme.between - bar.height : step.height - bar.y - bar.height

    signal followed(link: string)
    signal tapped

    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.touch, entries.y + entries.implicitHeight)

    Accessible.name: step.title + ": " + (step.empty ? step.word : step.label)
    Accessible.role: Accessible.Button
    Accessible.onPressAction: step.tapped()

    onTapped: step.followed(step.link)

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.mm
        color: Theme.tint
        radius: Theme.radius
        visible: touch.held
    }

    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: Theme.between
        color: Theme.edge
        height: step.down
        visible: step.down > Theme.hairline
        width: step.rail
        y: bar.y + bar.height
    }

    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: step.rung - Theme.between - width
        color: Theme.edge
        height: step.down
        visible: step.beside && step.down > Theme.hairline
        width: step.rail
        y: bar.y + bar.height
    }

    Rectangle {
        id: bar

        anchors.left: parent.left
        border.color: step.empty ? Theme.edge : step.sure ? Theme.teal : Theme.amberEdge
        border.width: step.rail
        color: step.empty ? Theme.card : step.sure ? Theme.tint : Theme.amberTint
        height: Math.max(name.implicitHeight, marks.height) + 2.4 * Theme.mm
        radius: Theme.mm
        width: step.rung
        y: step.beside ? Math.round(Math.max(0, Theme.touch - height) / 2) : 0

        FillMarks {
            id: marks

            anchors.left: parent.left
            anchors.leftMargin: 1.5 * Theme.between
            anchors.verticalCenter: parent.verticalCenter
            colour: step.ink
            filled: step.level
        }

        Words {
            id: name

            anchors.left: marks.right
            anchors.leftMargin: Theme.between
            anchors.right: more.left
            anchors.rightMargin: Theme.between
            anchors.verticalCenter: parent.verticalCenter
            color: step.ink
            font.bold: true
            font.pixelSize: Theme.small
            lineHeight: 1
            silent: true
            text: step.title
        }

        Icon {
            id: more

            anchors.right: parent.right
            anchors.rightMargin: Theme.between
            anchors.verticalCenter: parent.verticalCenter
            colour: step.ink
            name: "info"
            size: Theme.small * 1.1
        }
    }

    Column {
        id: entries

        anchors.left: parent.left
        anchors.leftMargin: step.beside ? step.rung + 1.5 * Theme.between : 2 * Theme.between + step.rail
        anchors.right: parent.right
        spacing: Theme.between
        y: step.beside ? Math.round(bar.y + (bar.height - Theme.body * 1.24) / 2) : bar.y + bar.height + Theme.between

        Words {
            color: Theme.quiet
            lineHeight: 1
            silent: true
            text: step.word
            visible: step.empty
            width: parent.width
        }

        Repeater {
            model: step.inner

            LinkedWords {
                required property string plain
                required property var model

                lineHeight: 1
                said: plain
                silent: true
                styled: model.text
                width: entries.width

                onFollowed: link => step.followed(link)
            }
        }
    }

    Tap {
        id: touch

        onTapped: step.tapped()
    }
}
