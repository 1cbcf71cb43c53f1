pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The way to all that is ticked, and how much that is: its number stays where its words don't fit.
Pill {
    id: pill

    required property int ticks
    required property bool terse

    readonly property string tally: qsTr("%L1", "a number alone").arg(pill.ticks)
    readonly property string worded: qsTr("My questions: %L1").arg(pill.ticks)

    // Measured anew in another size, too.
    function wide(words: string): real {
        const width = metrics.font.pixelSize > 0 ? metrics.advanceWidth(words) : 0;
        return pill.around(Math.ceil(width) + Theme.icon + Theme.between);
    }

    longest: pill.wide(pill.worded)
    name: qsTr("My questions, ticked: %L1").arg(pill.ticks)
    objectName: "my-questions"
    shortest: pill.wide(pill.tally)
    symbol: "ticks"
    text: pill.terse ? pill.tally : pill.worded

    Accessible.selectable: true
    Accessible.selected: pill.selected

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.fontFamily
        font.pixelSize: Theme.small
    }
}
