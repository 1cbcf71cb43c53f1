pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The first few of something that was counted, a line each, and how many more there are.
Rectangle {
    id: list

    required property string lines
    required property string more
    property bool alarming: false

    color: list.alarming ? Theme.amberTint : Theme.paper
    height: words.height + 2 * Theme.gapTight
    radius: Theme.radius
    visible: list.lines !== ""

    Words {
        id: words

        color: list.alarming ? Theme.amber : Theme.ink
        font.pixelSize: Theme.small
        lineHeight: 1.1
        text: list.more === "" ? list.lines : list.lines + "\n" + list.more
        width: parent.width - 2 * Theme.gapBlock
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        x: Theme.gapBlock
        y: Theme.gapTight
    }
}
