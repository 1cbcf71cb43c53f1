pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// All that the kiosk shows. It fills the window, or stands in the window of a preview.
Item {
    id: stage

    required property Shell shell

    readonly property bool covered: stage.shell.card.kind !== ""

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Qt.locale(stage.shell.navigator.language).textDirection === Qt.RightToLeft

    Binding {
        property: "screenHeight"
        target: Theme
        value: reading.height
    }

    // Above what somebody reads who can reach no higher.
    Loader {
        readonly property bool wanted: stage.shell.appearance.low

        anchors.bottom: reading.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        visible: reading.visible

        onWantedChanged: {
            if (wanted)
                setSource("Frame/LowReachFiller.qml", {
                    shell: stage.shell
                });
            else
                source = "";
        }
    }

    // What somebody reads. It stays made while nobody is there, so that a touch shows it at once.
    Item {
        id: reading

        // Hardly a line would be left between all bars in so low a half: while a page is read aloud there, its own bar is enough.
        readonly property bool squeezed: stage.shell.appearance.low && listen.wanted && height - header.height - listen.height - tabs.height < 3 * Theme.body * Theme.lineHeight

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        // What lies under something else is of no use to keys or to a screen reader either.
        enabled: stage.shell.presence.phase !== "asked" && stage.shell.desk.stage === "away"
        height: stage.shell.appearance.low ? Math.floor(parent.height / 2) : parent.height
        visible: stage.shell.presence.phase !== "resting"

        Header {
            id: header

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            enabled: !stage.covered
            shell: stage.shell
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
            enabled: !stage.covered
            shell: stage.shell
        }

        Loader {
            id: listen

            readonly property bool wanted: stage.shell.listening.active || stage.shell.listening.problem

            anchors.bottom: tabs.top
            anchors.left: parent.left
            anchors.right: parent.right
            enabled: !stage.covered
            // An empty loader keeps the height of what it held.
            height: wanted ? implicitHeight : 0
            z: 1

            onWantedChanged: {
                if (wanted)
                    setSource("Speech/ListenBar.qml", {
                        shell: stage.shell
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
            enabled: !stage.covered
            shell: stage.shell
            z: 1
        }

        Loader {
            active: stage.covered && !shelf.wanted && !large.wanted
            anchors.fill: parent
            z: 2

            sourceComponent: InfoCard {
                shell: stage.shell
            }
        }

        Loader {
            id: shelf

            readonly property bool wanted: stage.shell.card.kind === "display"

            anchors.fill: parent
            z: 2

            onWantedChanged: {
                if (wanted)
                    setSource("Cards/DisplayCard.qml", {
                        ceiling: Qt.binding(() => stage.shell.appearance.low ? (Theme.isTight ? 0 : header.height) : header.height + stack.height * 0.42),
                        shell: stage.shell
                    });
                else
                    source = "";
            }
        }
    }

    // A figure takes the whole screen; its buttons stand low in any case.
    Loader {
        id: large

        readonly property bool wanted: stage.shell.card.kind === "figure"

        anchors.fill: parent
        enabled: reading.enabled
        z: 2

        onWantedChanged: {
            if (wanted)
                setSource("Figures/FigureSheet.qml", {
                    shell: stage.shell
                });
            else
                source = "";
        }
    }

    // Made anew for every rest, and not at all while the screen is dark.
    Loader {
        active: stage.shell.presence.phase === "resting" && stage.shell.presence.light !== "dark"
        anchors.fill: parent
        focus: true
        z: 3

        sourceComponent: RestScreen {
            shell: stage.shell
        }
    }

    Loader {
        active: stage.shell.presence.phase === "asked"
        anchors.fill: parent
        z: 4

        sourceComponent: StillThere {
            ceiling: reading.y
            presence: stage.shell.presence
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.night
        objectName: "veil"
        opacity: stage.shell.presence.light === "dark" ? 1 : Theme.dimming
        visible: stage.shell.presence.light !== "bright"
        z: 5
    }

    LeaveHint {
        anchors.horizontalCenter: parent.horizontalCenter
        shown: stage.shell.unlocked
        y: header.narrow ? header.height + Theme.between : (header.height - height) / 2
        z: 6
    }

    // By address, so that a start doesn't compile what is seen once a week.
    Loader {
        readonly property bool wanted: stage.shell.desk.stage !== "away"

        anchors.fill: parent
        z: 9

        onWantedChanged: {
            if (wanted)
                setSource("Staff/StaffDesk.qml", {
                    desk: stage.shell.desk,
                    languages: stage.shell.languages
                });
            else
                source = "";
        }
    }

    // Over everything, by address as well: most visitors use no keys.
    Loader {
        readonly property Item held: stage.shell.focus.ringed

        z: 10

        onHeldChanged: {
            if (held && !item)
                setSource("Frame/FocusRing.qml", {
                    target: Qt.binding(() => held),
                    isDark: Qt.binding(() => Theme.isDark || Theme.isContrast || stage.shell.presence.phase === "resting")
                });
        }
    }

    Shortcut {
        enabled: stage.shell.unlocked
        sequences: ["Esc"]

        onActivated: {
            if (!stage.shell.focus.dismiss())
                Qt.quit();
        }
    }
}
