pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A level of evidence in a filled shape: bars, its word, and a sign where a touch tells more.
Rectangle {
    id: level

    required property string level
    required property string word
    required property real room
    property bool telling: false

    readonly property bool sure: level.level === "moderate" || level.level === "high"
    readonly property color ink: level.sure ? Theme.teal : Theme.amber
    readonly property real gap: Math.max(2.5 * Theme.mm, 0.3 * Theme.small)
    readonly property real sign: marks.width + level.gap + (level.telling ? more.width + level.gap : 0)

    border.color: level.ink
    border.width: Theme.isContrast ? Theme.hairline : 0
    color: level.sure ? Theme.tint : Theme.amberTint
    height: words.implicitHeight + 2 * Theme.mm
    radius: Math.min(height / 2, 5 * Theme.mm)
    width: words.width + level.sign + 6 * Theme.mm

    FillMarks {
        id: marks

        anchors.left: parent.left
        anchors.leftMargin: 3 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
        colour: level.ink
        filled: ["none", "very-low", "low", "moderate", "high"].indexOf(level.level)
    }

    Words {
        id: words

        anchors.left: marks.right
        anchors.leftMargin: level.gap
        anchors.verticalCenter: parent.verticalCenter
        color: level.ink
        font.bold: true
        font.pixelSize: Theme.small
        lineHeight: 1
        silent: true
        fitted: level.word
        width: Math.min(implicitWidth, level.room - level.sign - 6 * Theme.mm)
    }

    Icon {
        id: more

        anchors.right: parent.right
        anchors.rightMargin: 3 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
        colour: level.ink
        name: "info"
        size: Theme.small * 1.1
        visible: level.telling
    }
}
