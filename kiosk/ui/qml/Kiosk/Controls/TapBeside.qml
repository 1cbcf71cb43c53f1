pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A tap beside a card, where all around it would hear one.
// WORKAROUND: Qt 6.11 tells what lies below of a mouse's click on a button of the card as well. What
// counts is where the button was pressed: what the click does may change the card's size.
Tap {
    id: beside

    required property Item card
    property bool missed: false

    signal left

    // A drag over so much ground is no tap.
    gesturePolicy: TapHandler.DragThreshold

    onPressedChanged: {
        if (beside.pressed)
            beside.missed = !beside.card.contains(beside.card.mapFromItem(null, beside.point.scenePressPosition));
    }
    onTapped: {
        if (beside.missed)
            beside.left();
    }
}
