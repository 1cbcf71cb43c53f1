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

    // What somebody reads. It stays made while nobody is there, so that a touch shows it at once.
    Item {
        id: reading

        anchors.fill: parent
        visible: window.shell.presence.phase !== "resting"

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
            active: window.shell.card.kind !== ""
            anchors.fill: parent
            z: 2

            sourceComponent: InfoCard {
                shell: window.shell
            }
        }
    }

    // Made anew for every rest, and not at all while the screen is dark.
    Loader {
        active: window.shell.presence.phase === "resting" && window.shell.presence.light !== "dark"
        anchors.fill: parent
        focus: true
        z: 3

        sourceComponent: Rest {
            shell: window.shell
        }
    }

    Loader {
        active: window.shell.presence.phase === "asked"
        anchors.fill: parent
        z: 4

        sourceComponent: StillThere {
            presence: window.shell.presence
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.night
        objectName: "veil"
        opacity: window.shell.presence.light === "dark" ? 1 : Theme.dimming
        visible: window.shell.presence.light !== "bright"
        z: 5
    }

    LeaveHint {
        anchors.horizontalCenter: parent.horizontalCenter
        shown: window.shell.unlocked
        y: header.narrow ? header.height + Theme.between : (header.height - height) / 2
        z: 6
    }

    // By address, so that a start doesn't compile what is seen once a week.
    Loader {
        readonly property bool wanted: window.shell.desk.stage !== "away"

        anchors.fill: parent
        z: 9

        onWantedChanged: {
            if (wanted)
                setSource("Staff/StaffDesk.qml", {
                    desk: window.shell.desk,
                    languages: window.shell.languages
                });
            else
                source = "";
        }
    }

    Shortcut {
        enabled: window.shell.unlocked
        sequences: ["Esc"]

        onActivated: {
            if (window.shell.card.kind !== "")
                window.shell.card.close();
            else
                Qt.quit();
        }
    }
}
