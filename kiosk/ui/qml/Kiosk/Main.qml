pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The kiosk's one window. What it shows stands in Stage.qml.
Window {
    id: window

    required property Shell shell

    color: Theme.paper
    flags: window.shell.framed ? Qt.Window : Qt.Window | Qt.FramelessWindowHint
    title: window.shell.topic

    Stage {
        anchors.fill: parent
        focus: true
        shell: window.shell
    }
}
