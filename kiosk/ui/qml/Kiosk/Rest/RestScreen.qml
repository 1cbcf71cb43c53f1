pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Nobody is there: the pack's cards one after the other, each in every language, and "Touch to start" in all.
// Read from across the room, so its sizes grow with the screen where the screen is large.
FocusScope {
    id: rest

    required property Shell shell

    // The keys stop here alone.
    readonly property string sheet: "rest"
    readonly property RestContents restContents: rest.shell.restContents
    readonly property Presence presence: rest.shell.presence
    readonly property bool wide: rest.width > rest.height
    readonly property real side: Math.min(rest.width, rest.height)
    readonly property real edge: Math.max(Theme.margin, rest.side * (rest.wide ? 0.1 : 0.075))
    readonly property real words: Math.round(Math.max(1.05 * Theme.bodyAtFull, 0.037 * rest.side))
    readonly property int count: rest.restContents.count
    property real strength: 1
    // How often the card that keys have led to has stayed.
    property int stayed: 0

    // While a finger lies on a card it stays, and for a minute when keys are used: what is chosen is what was read.
    function stays(): bool {
        if (rest.shell.focus.ringed !== null) {
            if (++rest.stayed < 5)
                return true;
            rest.shell.focus.forget();
        }
        rest.stayed = 0;
        return cards.held;
    }

    function turn(): void {
        if (!cards.held)
            rest.restContents.turn();
    }

    // A page that is no tab, in the language that its button is in; leaving it leads to the first tab.
    function open(page: string): void {
        rest.shell.navigator.turnTo(page);
        rest.presence.begin(rest.restContents.spoken);
    }

    // What a card leads to, in the card's language.
    function enter(page: string, section: string): void {
        rest.presence.begin(rest.restContents.spoken);
        rest.shell.links.go(page, section);
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Qt.locale(rest.restContents.language).textDirection === Qt.RightToLeft

    Accessible.name: Theme.aloud(rest.restContents.clinic)
    Accessible.role: Accessible.Pane

    // Wider than the screen: it stands aside with the picture and uncovers no edge.
    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.aside

        gradient: Gradient {
            GradientStop {
                color: Theme.restTop
                position: 0
            }

            GradientStop {
                color: Theme.restBottom
                position: 1
            }
        }
        transform: Translate {
            x: rest.presence.shiftX
            y: rest.presence.shiftY
        }

        // However long and however far the finger slides: lifting it starts.
        Tap {
            onTapped: rest.presence.begin(rest.restContents.language)
        }
    }

    Item {
        id: picture

        height: rest.height
        width: rest.width
        x: rest.presence.shiftX
        y: rest.presence.shiftY

        RestHead {
            id: mark

            anchors.left: parent.left
            anchors.leftMargin: rest.edge
            anchors.right: parent.right
            anchors.rightMargin: rest.edge
            clinic: rest.restContents.clinic
            size: rest.words
            y: rest.edge * 0.75
        }

        RestCards {
            id: cards

            anchors.bottom: starts.top
            anchors.bottomMargin: rest.edge * 0.5
            anchors.left: parent.left
            anchors.leftMargin: rest.edge
            anchors.right: parent.right
            anchors.rightMargin: rest.edge
            anchors.top: mark.bottom
            anchors.topMargin: rest.edge * 0.5
            faces: rest.restContents.faces
            // In steps: each costs the drawing of large words, and nobody sees sixty of them a second.
            opacity: Math.round(rest.strength * Theme.fadeSteps) / Theme.fadeSteps
            shown: rest.restContents.shown
            size: rest.words
            wide: rest.wide

            onEntered: (page, section) => rest.enter(page, section)
        }

        Grid {
            id: starts

            readonly property int count: rest.restContents.ways.count
            readonly property int most: rest.wide ? 3 : starts.count > 3 ? 2 : 1
            readonly property int lines: Math.ceil(starts.count / starts.most)
            readonly property bool lone: starts.count === 1 && rest.wide
            readonly property real share: (width - spacing * (columns - 1)) / columns

            anchors.bottom: extras.top
            anchors.bottomMargin: extras.count > 0 ? Math.max(Theme.between, rest.words * 0.45) : rest.words * 0.6
            anchors.left: cards.left
            anchors.right: cards.right
            columns: Math.ceil(starts.count / starts.lines)
            spacing: Math.max(Theme.between, rest.words * 0.6)

            Repeater {
                model: rest.restContents.ways

                StartButton {
                    required property int index
                    required property string code
                    required property string name
                    required property string words

                    height: Math.round(Math.max(Theme.touch, rest.side * (starts.lines > 1 ? 0.105 : 0.135)))
                    label: words !== "" ? words : starts.count === 1 ? qsTr("Touch to start") : name
                    language: starts.count > 1 && label !== name ? name : ""
                    objectName: "start-" + code
                    primary: code === rest.restContents.language
                    size: Math.round(rest.words * (starts.lines > 1 ? 1 : 1.1))
                    width: starts.lone ? (starts.width - starts.spacing) / 2 : starts.share

                    Accessible.name: label === name ? qsTr("Touch to start") + ": " + name : language === "" ? label : label + ": " + language

                    onTapped: rest.presence.begin(code)
                }
            }
        }

        RestLinks {
            id: extras

            anchors.bottom: dots.top
            anchors.bottomMargin: extras.count > 0 ? rest.words * 0.6 : 0
            anchors.left: cards.left
            anchors.right: cards.right
            shell: rest.shell
            side: rest.side
            wide: rest.wide
            words: rest.words

            onChosen: page => rest.open(page)
        }

        RestDots {
            id: dots

            anchors.bottom: parent.bottom
            anchors.bottomMargin: rest.edge * 0.45
            anchors.horizontalCenter: starts.lone ? undefined : parent.horizontalCenter
            anchors.left: starts.lone ? starts.left : undefined
            count: rest.restContents.cards
            current: rest.restContents.card
            size: Math.round(rest.words * 0.34)
        }
    }

    Timer {
        interval: Theme.linger
        repeat: true
        running: rest.count > 1

        onTriggered: {
            if (rest.stays())
                return;
            if (Theme.moving && rest.presence.light === "bright")
                change.restart();
            else
                rest.turn();
        }
    }

    // One card goes before the next one comes: words never stand upon words.
    SequentialAnimation {
        id: change

        NumberAnimation {
            duration: Theme.fade
            easing.type: Easing.InQuad
            property: "strength"
            target: rest
            to: 0
        }

        ScriptAction {
            script: rest.turn()
        }

        NumberAnimation {
            duration: Theme.fade
            easing.type: Easing.OutQuad
            property: "strength"
            target: rest
            to: 1
        }
    }
}
