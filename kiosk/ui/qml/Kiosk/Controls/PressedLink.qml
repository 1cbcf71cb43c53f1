pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What lies under the letters of a link while a finger presses it, one line of it long.
Rectangle {
    id: ground

    required property LinkedWords words
    // A point of the link's, in pixels of the words.
    required property point spot
    readonly property string link: ground.words.linkAt(ground.spot.x, ground.spot.y)

    // How far from there it is still the same link, in steps of half a millimetre.
    function reach(across: int, along: int): real {
        const step = Theme.mm / 2;
        // No link is longer than its text, and where there is none no other end would be found.
        const most = ground.link === "" ? 0 : ground.words.width + ground.words.height;
        let far = 0;
        while (far < most && ground.words.linkAt(ground.spot.x + (far + step) * across, ground.spot.y + (far + step) * along) === ground.link)
            far += step;
        return far;
    }

    color: Theme.tint
    radius: Theme.mm
    z: -1

    Component.onCompleted: {
        const inset = Theme.mm;
        const left = ground.reach(-1, 0) + inset;
        const above = ground.reach(0, -1) + inset / 2;
        ground.x = ground.spot.x - left;
        ground.y = ground.spot.y - above;
        ground.width = left + ground.reach(1, 0) + inset;
        ground.height = above + ground.reach(0, 1) + inset / 2;
    }
}
