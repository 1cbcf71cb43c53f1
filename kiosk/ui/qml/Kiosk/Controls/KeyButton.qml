pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A key to type on: a letter, a word, or an icon. Its size doesn't follow the visitor's text size.
Rectangle {
    id: key

    property string text: ""
    property string symbol: ""
    property string name: key.text
    property bool filled: false
    property bool plain: false
    property bool active: true
    // Of what stands on it, in pixels.
    property real size: key.text.length > 1 ? Theme.smallAtFull : Theme.headingAtFull
    property real iconSize: 10 * Theme.mm

    signal tapped

    activeFocusOnTab: true
    border.color: key.filled ? Theme.teal : Theme.edge
    border.width: key.plain && !Theme.isContrast ? 0 : Theme.hairline
    color: key.filled ? (touch.held ? Theme.tealPressed : Theme.teal) : touch.held ? Theme.tint : key.plain ? Theme.paper : Theme.card
    enabled: key.active
    opacity: key.active ? 1 : 0.45
    radius: Theme.radius

    Accessible.name: key.name
    Accessible.role: Accessible.Button
    Accessible.onPressAction: key.tapped()

    Icon {
        anchors.centerIn: parent
        colour: key.filled ? Theme.overTeal : Theme.teal
        name: key.symbol
        size: key.iconSize
        visible: key.symbol !== ""
    }

    Words {
        Accessible.ignored: true
        anchors.centerIn: parent
        color: key.filled ? Theme.overTeal : Theme.ink
        font.bold: true
        font.pixelSize: key.size
        // A long word gets smaller rather than wider than its key.
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        lineHeight: 1
        minimumPixelSize: Math.round(Theme.smallAtFull * 0.6)
        text: key.text
        visible: key.text !== ""
        width: parent.width - Theme.between
        wrapMode: Text.NoWrap
    }

    Tap {
        id: touch

        alone: false
        enabled: key.active

        onTapped: key.tapped()
    }
}
