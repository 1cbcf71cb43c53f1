pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The kiosk's one window.
Window {
    id: window

    required property Shell shell

    readonly property bool covered: window.shell.card.kind !== ""

    color: Theme.paper
    flags: window.shell.framed ? Qt.Window : Qt.Window | Qt.FramelessWindowHint
    title: window.shell.topic

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Qt.locale(window.shell.language).textDirection === Qt.RightToLeft

    Binding {
        property: "screenHeight"
        target: Theme
        value: reading.height
    }

    // Above what somebody reads who can reach no higher.
    Loader {
        readonly property bool wanted: window.shell.look.low

        anchors.bottom: reading.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        visible: reading.visible

        onWantedChanged: {
            if (wanted)
                setSource("Upper.qml", {
                    shell: window.shell
                });
            else
                source = "";
        }
    }

    // What somebody reads. It stays made while nobody is there, so that a touch shows it at once.
    Item {
        id: reading

        // Hardly a line would be left between all bars in so low a half: while a page is read aloud there, its own bar is enough.
        readonly property bool squeezed: window.shell.look.low && listen.wanted && height - header.height - listen.height - tabs.height < 3 * Theme.body * Theme.lineHeight

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        // What lies under something else is of no use to keys or to a screen reader either.
        enabled: window.shell.presence.phase !== "asked" && window.shell.desk.stage === "away"
        height: window.shell.look.low ? Math.floor(parent.height / 2) : parent.height
        visible: window.shell.presence.phase !== "resting"

        Header {
            id: header

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            enabled: !window.covered
            shell: window.shell
            visible: !reading.squeezed
            z: 1

            onListenTapped: stack.listen()
        }

        PaneStack {
            id: stack

            anchors.bottom: listen.top
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: reading.squeezed ? parent.top : header.bottom
            enabled: !window.covered
            shell: window.shell
        }

        Loader {
            id: listen

            readonly property bool wanted: window.shell.listening.active || window.shell.listening.problem

            anchors.bottom: tabs.top
            anchors.left: parent.left
            anchors.right: parent.right
            enabled: !window.covered
            // An empty loader keeps the height of what it held.
            height: wanted ? implicitHeight : 0
            z: 1

            onWantedChanged: {
                if (wanted)
                    setSource("ListenBar.qml", {
                        shell: window.shell
                    });
                else
                    source = "";
            }
        }

        TabStrip {
            id: tabs

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            enabled: !window.covered
            shell: window.shell
            z: 1
        }

        Loader {
            active: window.covered && !shelf.wanted
            anchors.fill: parent
            z: 2

            sourceComponent: InfoCard {
                shell: window.shell
            }
        }

        Loader {
            id: shelf

            readonly property bool wanted: window.shell.card.kind === "display"

            anchors.fill: parent
            z: 2

            onWantedChanged: {
                if (wanted)
                    setSource("DisplayCard.qml", {
                        ceiling: Qt.binding(() => window.shell.look.low ? (Theme.isTight ? 0 : header.height) : header.height + stack.height * 0.42),
                        shell: window.shell
                    });
                else
                    source = "";
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
            ceiling: reading.y
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

    // Over everything, by address as well: most visitors use no keys.
    Loader {
        readonly property Item held: window.shell.focus.ringed

        z: 10

        onHeldChanged: {
            if (held && !item)
                setSource("FocusRing.qml", {
                    target: Qt.binding(() => held),
                    isDark: Qt.binding(() => Theme.isDark || Theme.isContrast || window.shell.presence.phase === "resting")
                });
        }
    }

    Shortcut {
        enabled: window.shell.unlocked
        sequences: ["Esc"]

        onActivated: {
            if (!window.shell.focus.dismiss())
                Qt.quit();
        }
    }
}
