pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What is typed, drawn and not edited: nothing in it can be chosen, copied or pasted. A touch brings the
// keys back.
Rectangle {
    id: field

    required property string typed

    // On a small screen upright the whole question has room only so.
    readonly property real inset: Theme.isSmall ? Theme.between : Theme.padding

    signal tapped
    signal cleared

    activeFocusOnTab: true
    border.color: Theme.teal
    border.width: Math.round(0.6 * Theme.mm)
    color: touch.held ? Theme.tint : Theme.card
    implicitHeight: Math.max(Theme.touch, words.implicitHeight + (Theme.isTight ? 0 : Theme.between))
    objectName: "search-field"
    radius: Theme.radius * 1.3

    Accessible.description: field.typed
    Accessible.name: qsTr("What are you looking for?")
    Accessible.role: Accessible.EditableText
    Accessible.onPressAction: field.tapped()

    Icon {
        id: glass

        anchors.left: parent.left
        anchors.leftMargin: field.inset
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
    }

    Words {
        id: words

        anchors.left: glass.right
        anchors.leftMargin: Theme.between
        anchors.verticalCenter: parent.verticalCenter
        color: field.typed === "" ? Theme.quiet : Theme.ink
        // What was typed last is seen.
        elide: field.typed === "" ? Text.ElideRight : Text.ElideLeft
        font.bold: field.typed !== ""
        // What is asked gets smaller before a word of it is cut.
        fontSizeMode: field.typed === "" ? Text.HorizontalFit : Text.FixedSize
        horizontalAlignment: Text.AlignLeft
        lineHeight: 1
        minimumPixelSize: Theme.smallAtFull
        silent: true
        text: field.typed === "" ? qsTr("What are you looking for?") : field.typed
        verticalAlignment: Text.AlignVCenter
        width: Math.min(implicitWidth, clear.x0 - glass.width - field.inset - (field.typed === "" ? 1 : 2) * Theme.between)
        wrapMode: Text.NoWrap
    }

    Rectangle {
        anchors.left: words.right
        anchors.leftMargin: Theme.mm
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.teal
        height: Math.round(0.75 * words.height)
        visible: field.typed !== ""
        width: Math.round(0.6 * Theme.mm)
    }

    Tap {
        id: touch

        onTapped: field.tapped()
    }

    KeyButton {
        id: clear

        // Where the words end.
        readonly property real x0: clear.visible ? field.width - clear.width - Theme.mm : field.width - field.inset

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        border.width: 0
        color: "transparent"
        height: Theme.touch
        iconSize: Math.max(8 * Theme.mm, Theme.icon)
        name: qsTr("Take all of it away")
        objectName: "search-clear"
        plain: true
        symbol: "close"
        visible: field.typed !== ""
        width: Theme.touch

        onTapped: field.cleared()
    }
}
