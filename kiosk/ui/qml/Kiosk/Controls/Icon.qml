pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One of the kiosk's own icons, in one colour.
Image {
    id: icon

    required property string name
    property color colour: Theme.teal
    property real size: Theme.icon

    function file(of: string): string {
        return encodeURIComponent(Theme.iconFolder + "/" + of + ".svg");
    }

    height: icon.size
    source: icon.name === "" ? "" : `image://pictures/${icon.file(icon.name)}?ink=${Theme.code(icon.colour)}`
    sourceSize.width: Math.ceil(icon.size)
    width: icon.size

    Accessible.ignored: true
}
