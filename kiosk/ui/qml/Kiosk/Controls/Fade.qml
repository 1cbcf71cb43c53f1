pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The fade at the lower edge of a text that says: there is more.
Rectangle {
    id: fade

    property color ground: Theme.paper

    implicitHeight: (Theme.isTight ? 3 : 7) * Theme.mm

    gradient: Gradient {
        GradientStop {
            color: Qt.alpha(fade.ground, 0)
            position: 0
        }
        GradientStop {
            color: fade.ground
            position: 1
        }
    }
}
