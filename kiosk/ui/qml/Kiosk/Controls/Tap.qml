pragma ComponentBehavior: Bound

import QtQuick

// A finger that taps. `held` is true while it lies there.
// WORKAROUND: TapHandler.pressed (Qt 6.11) stays true when the system takes a touch back that it
// only watches; that it no longer watches is told.
TapHandler {
    id: tap

    readonly property bool held: tap.pressed && tap.watched
    property bool watched: false

    onGrabChanged: transition => tap.watched = transition === PointerDevice.GrabPassive || transition === PointerDevice.GrabExclusive
}
