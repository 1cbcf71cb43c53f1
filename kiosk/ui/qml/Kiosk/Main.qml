pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The kiosk's one window.
Window {
    id: window

    required property Shell shell

    color: Theme.paper
    flags: window.shell.framed ? Qt.Window : Qt.Window | Qt.FramelessWindowHint
    title: window.shell.topic

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Qt.locale(window.shell.language).textDirection === Qt.RightToLeft

    Binding {
        property: "screenHeight"
        target: Theme
        value: window.height
    }

    Header {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        shell: window.shell
        z: 1
    }

    PaneStack {
        id: stack

        anchors.bottom: tabs.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        shell: window.shell
    }

    TabStrip {
        id: tabs

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        shell: window.shell
        z: 1
    }

    Loader {
        active: window.shell.cardKind !== ""
        anchors.fill: parent
        z: 2

        sourceComponent: InfoCard {
            shell: window.shell
        }
    }

    LeaveHint {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: header.narrow ? header.bottom : undefined
        anchors.topMargin: Theme.between
        anchors.verticalCenter: header.narrow ? undefined : header.verticalCenter
        shown: window.shell.unlocked
        z: 3
    }

    Shortcut {
        enabled: window.shell.unlocked
        sequences: ["Esc"]

        onActivated: {
            if (window.shell.cardKind !== "")
                window.shell.closeCard();
            else
                Qt.quit();
        }
    }
}
