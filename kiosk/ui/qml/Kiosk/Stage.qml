pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// All that the kiosk shows. It fills the window, or stands in the window of a preview.
Item {
    id: stage

    required property Shell shell

    readonly property bool low: stage.shell.appearance.low
    // Above this, in pixels from the top, nothing has to be touched.
    readonly property real reach: stage.low ? Math.ceil(stage.height / 2) : 0
    readonly property bool covered: stage.shell.card.kind !== "" || stage.shell.search.isOpen

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Qt.locale(stage.shell.navigator.language).textDirection === Qt.RightToLeft

    Binding {
        property: "screen"
        target: Theme
        value: Qt.size(reading.width, reading.height)
    }

    Binding {
        property: "pageHeight"
        target: Theme
        value: reading.height - header.height - tabs.height
    }

    // What somebody reads. It stays made while nobody is there, so that a touch shows it at once.
    onLowChanged: header.place()

    Item {
        id: reading

        anchors.fill: parent
        // What lies under something else is of no use to keys or to a screen reader either.
        enabled: stage.shell.presence.phase !== "asked" && stage.shell.desk.stage === "away"
        visible: stage.shell.presence.phase !== "resting"

        Header {
            id: header

            // Within reach it is one of the bars at the foot: the page is as high as before. No binding:
            // its height may change again while its place is found, when a button comes into it.
            function place(): void {
                header.y = stage.low ? listen.y - header.height : 0;
            }

            anchors.left: parent.left
            anchors.right: parent.right
            enabled: !stage.covered
            shell: stage.shell
            z: 1

            onHeightChanged: header.place()
            onListenTapped: stack.shown?.listen()
        }

        PaneStack {
            id: stack

            anchors.left: parent.left
            anchors.right: parent.right
            enabled: !stage.covered
            height: listen.y - header.height
            shell: stage.shell
            y: stage.low ? 0 : header.height
        }

        OnDemand {
            id: listen

            // The search has its own.
            active: !stage.shell.search.isOpen && (stage.shell.readAloud.active || stage.shell.readAloud.problem)
            anchors.bottom: tabs.top
            anchors.left: parent.left
            anchors.right: parent.right
            enabled: !stage.covered
            file: Qt.resolvedUrl("Speech/ListenBar.qml")
            given: ({
                    shell: stage.shell
                })
            // An empty loader keeps the height of what it held.
            height: active ? implicitHeight : 0
            z: 1

            onYChanged: header.place()
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

        OnDemand {
            active: stage.shell.search.isOpen
            anchors.fill: parent
            enabled: stage.shell.card.kind === ""
            file: Qt.resolvedUrl("Search/SearchScreen.qml")
            given: ({
                    ceiling: Qt.binding(() => stage.reach),
                    shell: stage.shell
                })
            z: 2
        }

        OnDemand {
            // By the kind alone: of two that follow it one would change first, and a card be made to go at once.
            active: !["", "display", "figure", "phone"].includes(stage.shell.card.kind)
            anchors.fill: parent
            file: Qt.resolvedUrl("Cards/InfoCard.qml")
            given: ({
                    ceiling: Qt.binding(() => stage.reach),
                    shell: stage.shell
                })
            z: 2
        }

        OnDemand {
            active: stage.shell.card.kind === "phone"
            anchors.fill: parent
            file: Qt.resolvedUrl("Cards/PhoneCard.qml")
            given: ({
                    shell: stage.shell
                })
            z: 2
        }

        OnDemand {
            active: stage.shell.card.kind === "display"
            anchors.fill: parent
            file: Qt.resolvedUrl("Cards/DisplayCard.qml")
            given: ({
                    ceiling: Qt.binding(() => stage.low ? stage.reach : header.height + stack.height * (Theme.isTight ? 0.405 : 0.42)),
                    shell: stage.shell
                })
            z: 2
        }
    }

    // A figure takes the whole screen; its buttons stand low in any case.
    OnDemand {
        active: stage.shell.card.kind === "figure"
        anchors.fill: parent
        enabled: reading.enabled
        file: Qt.resolvedUrl("Figures/FigureSheet.qml")
        given: ({
                shell: stage.shell
            })
        z: 2
    }

    // Made anew for every rest, and not at all while the screen is dark.
    OnDemand {
        active: stage.shell.presence.phase === "resting" && stage.shell.presence.light !== "dark"
        anchors.fill: parent
        file: Qt.resolvedUrl("Rest/RestScreen.qml")
        focus: true
        given: ({
                shell: stage.shell
            })
        z: 3
    }

    OnDemand {
        active: stage.shell.presence.phase === "asked"
        anchors.fill: parent
        file: Qt.resolvedUrl("Rest/StillThere.qml")
        given: ({
                ceiling: Qt.binding(() => stage.reach),
                presence: stage.shell.presence
            })
        z: 4
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
        y: (stage.low ? header.y : listen.y) - height - Theme.between
        z: 6
    }

    OnDemand {
        active: stage.shell.desk.stage !== "away"
        anchors.fill: parent
        file: Qt.resolvedUrl("Staff/StaffDesk.qml")
        given: ({
                desk: stage.shell.desk,
                languages: stage.shell.languages
            })
        z: 9
    }

    // Over everything. Most visitors use no keys; with who does, it stays.
    OnDemand {
        id: ring

        active: stage.shell.focus.ringed !== null || ring.item !== null
        file: Qt.resolvedUrl("Frame/FocusRing.qml")
        given: ({
                isDark: Qt.binding(() => Theme.isDark || Theme.isContrast || stage.shell.presence.phase === "resting"),
                target: Qt.binding(() => stage.shell.focus.ringed)
            })
        z: 10
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
