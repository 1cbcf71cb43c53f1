pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// How much is ticked, in words and as a number alone, and how wide either is on its button: the header
// keeps room for that before there is one. Measured anew in another size, too.
FontMetrics {
    id: tally

    required property int ticks

    readonly property string number: qsTr("%L1", "a number alone").arg(tally.ticks)
    readonly property string worded: qsTr("My questions: %L1").arg(tally.ticks)
    readonly property real longest: tally.wide(tally.worded)
    readonly property real shortest: tally.wide(tally.number)

    function wide(words: string): real {
        const width = tally.font.pixelSize > 0 ? tally.advanceWidth(words) : 0;
        return Math.ceil(width) + Theme.icon + Theme.between;
    }

    font.bold: true
    font.family: Theme.fontFamily
    font.pixelSize: Theme.small
}
