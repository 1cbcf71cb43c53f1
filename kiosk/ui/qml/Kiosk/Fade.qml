pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The fade at the lower edge of a text that says: there is more.
Rectangle {
    implicitHeight: 7 * Theme.mm

    gradient: Gradient {
        GradientStop {
            color: Qt.alpha(Theme.paper, 0)
            position: 0
        }
        GradientStop {
            color: Theme.paper
            position: 1
        }
    }
}
