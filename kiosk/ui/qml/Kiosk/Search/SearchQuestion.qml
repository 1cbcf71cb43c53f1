pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A question that is offered. A touch opens its answer.
Rectangle {
    id: question

    required property int index
    required property string styled
    required property string said
    property bool read: false

    readonly property bool lit: touch.held || question.read

    signal tapped

    activeFocusOnTab: true
    border.color: question.lit ? Theme.teal : Theme.edge
    border.width: question.lit ? 2 * Theme.hairline : Theme.hairline
    color: question.lit ? Theme.tint : Theme.card
    implicitHeight: Math.max(Theme.touch, words.implicitHeight + 2 * Theme.gapTight)
    objectName: "question-" + question.index
    radius: Theme.radius

    Accessible.name: Theme.aloud(question.said)
    Accessible.role: Accessible.Button
    Accessible.onPressAction: question.tapped()

    Words {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.right: arrow.left
        anchors.rightMargin: Theme.between
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.teal
        font.bold: true
        font.pixelSize: Theme.small
        lineHeight: 1.1
        silent: true
        styled: question.styled
    }

    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron-right"
    }

    Tap {
        id: touch

        onTapped: question.tapped()
    }
}
