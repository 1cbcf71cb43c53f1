pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One of the kiosk's own icons by name, or a pack's own by file, in one colour.
Image {
    id: icon

    property string name: ""
    property string file: icon.name === "" ? "" : Theme.iconFolder + "/" + icon.name + ".svg"
    property color colour: Theme.teal
    property real size: Theme.icon
    // Drawn when it is first seen, and kept from then on: the value takes the binding's place.
    property bool seen: icon.visible

    height: icon.size
    // What points on or back does so with the direction of the words.
    mirror: /^(arrow-left|arrow-right|chevron-right|leave|next|previous|speaker|undo)$/.test(icon.name) && icon.LayoutMirroring.enabled
    source: icon.file === "" || !icon.seen ? "" : `image://pictures/${encodeURIComponent(icon.file)}?ink=${Theme.code(icon.colour)}`
    sourceSize.width: Math.ceil(icon.size)
    width: icon.size

    Accessible.ignored: true

    onSeenChanged: icon.seen = true
}
