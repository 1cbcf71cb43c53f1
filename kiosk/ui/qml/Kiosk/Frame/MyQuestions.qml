pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The way to all that is ticked, and how much that is: its number stays where its words don't fit.
Pill {
    id: pill

    required property int ticks
    required property bool terse

    longest: pill.around(tally.longest)
    name: qsTr("My questions, ticked: %L1").arg(pill.ticks)
    objectName: "my-questions"
    shortest: pill.around(tally.shortest)
    symbol: "ticks"
    text: pill.terse ? tally.number : tally.worded

    Accessible.selectable: true
    Accessible.selected: pill.selected

    QuestionTally {
        id: tally

        ticks: pill.ticks
    }
}
