pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

BlockFrame {
    ringed: null

    Rectangle {
        Accessible.role: Accessible.Separator
        Accessible.name: ""
        color: Theme.line
        height: Theme.hairline
        width: parent.width
    }
}
