pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Brings the controls down and lets the page be pulled down, and back: for who can't reach higher
// (ADA 308, Section 508 407.8: 15 to 48 inches above the floor).
Item {
    id: button

    required property bool low
    property bool stacked: true
    property bool pictured: true
    property bool worded: true
    readonly property Item ringed: ground

    // As wide as the longest word that it ever shows, and all of them in a line: a touch moves no tab.
    readonly property real wanted: button.widest(`${qsTr("Lower")} ${qsTr("Back up")}`.split(" "))
    readonly property real whole: button.widest([qsTr("Lower"), qsTr("Back up")]) + 2

    // Its words may take two lines where those fit; without the icon, or the icon without them, if need be.
    // Measured apart from the label, whose own measure changes with its place.
    readonly property real needed: button.widest([label.fitted]) + 1
    readonly property real room: button.width - 2 * Theme.between
    readonly property real twoLines: 3 * Theme.small
    readonly property bool wordy: button.worded && (button.needed <= button.room || button.wanted <= button.room && button.height >= button.twoLines)
    readonly property real beside: button.stacked ? 0 : Theme.tabIcon + 2 * Theme.mm
    readonly property bool iconed: !button.wordy || (button.pictured && (button.needed + button.beside <= button.room || button.height >= button.twoLines + (button.stacked ? Theme.tabIcon + Theme.mm : 0)))

    signal tapped

    function widest(words: list<string>): real {
        return metrics.font.pixelSize > 0 ? Math.ceil(Math.max(...words.map(word => metrics.advanceWidth(word)))) : 0;
    }

    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.touch, face.implicitHeight + 2 * (button.stacked ? Theme.gapTight : Theme.mm))
    objectName: "reach"

    Accessible.checkable: true
    Accessible.checked: button.low
    Accessible.name: button.low ? qsTr("Use the whole screen again") : qsTr("Bring everything within reach")
    Accessible.role: Accessible.Button
    Accessible.onPressAction: button.tapped()
    Accessible.onToggleAction: button.tapped()

    FontMetrics {
        id: metrics

        font: label.font
    }

    Rectangle {
        id: ground

        anchors.fill: parent
        border.color: Theme.edge
        border.width: Theme.hairline
        color: button.low !== touch.held ? Theme.tint : Theme.card
        radius: Theme.radius * 1.3
    }

    Grid {
        id: face

        anchors.horizontalCenter: parent.horizontalCenter
        // As on the tabs beside it.
        y: button.stacked ? Theme.gapTight : Math.round((button.height - height) / 2)
        // What is left out would leave its gap.
        columns: button.stacked || !button.iconed || !button.wordy ? 1 : 2
        horizontalItemAlignment: Grid.AlignHCenter
        spacing: button.stacked ? Theme.mm : 2 * Theme.mm
        verticalItemAlignment: Grid.AlignVCenter

        Icon {
            name: button.low ? "raise" : "lower"
            size: Theme.tabIcon
            visible: button.iconed
        }

        Words {
            id: label

            font.bold: true
            font.pixelSize: Theme.small
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            silent: true
            fitted: button.low ? qsTr("Back up") : qsTr("Lower")
            visible: button.wordy
            width: Math.min(implicitWidth, button.room - (button.iconed ? button.beside : 0))
        }
    }

    Tap {
        id: touch

        onTapped: button.tapped()
    }
}
