pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Beside what closes a card: further down in what scrolls on it, and from its end back to the top.
Pill {
    id: further

    required property Flickable flick

    // How much of what was seen last is seen again, in pixels.
    property real again: 1.5 * Theme.body

    name: further.flick.atYEnd ? qsTr("Back to the top") : qsTr("More below")
    objectName: "card-more"
    offered: further.flick.contentHeight > further.flick.height + 1
    symbol: further.flick.atYEnd ? "arrow-up" : "arrow-down"

    onTapped: further.flick.contentY = further.flick.atYEnd ? 0 : Math.min(further.flick.contentY + further.flick.height - further.again, further.flick.contentHeight - further.flick.height)
}
