pragma ComponentBehavior: Bound

import QtQuick

// A tap on a control. It counts however long the finger presses, and while that drifts by less than
// where a drag begins, out of the control too. What scrolls around it takes the finger from there on.
// Until then the finger is the control's own: a second contact on it changes nothing.
TapHandler {
    id: tap

    // Whether a control that is let go first leaves this one without effect: keys are typed with two hands.
    property bool alone: true

    // Whether it would count if the finger were lifted now. There are hundreds of these: none has a function of its own.
    readonly property bool held: {
        if (!tap.pressed)
            return false;
        const at = tap.point.position;
        return at.x >= -tap.margin && at.y >= -tap.margin && at.x <= tap.parent.width + tap.margin && at.y <= tap.parent.height + tap.margin;
    }

    // Not WithinBounds: a finger that is gone with its first move would then be nobody's, and scroll nothing.
    gesturePolicy: TapHandler.ReleaseWithinBounds
    longPressThreshold: 0
    margin: tap.pressed ? Application.styleHints.startDragDistance : 0
}
