pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What dims the screen around a card. It comes with the frame after the card's own, which then has
// the card alone to draw and not the whole screen anew: what was asked for is there sooner.
Rectangle {
    id: veil

    color: Theme.veil
    visible: false

    Connections {
        enabled: !veil.visible
        target: veil.Window.window

        function onFrameSwapped(): void {
            veil.visible = true;
        }
    }
}
