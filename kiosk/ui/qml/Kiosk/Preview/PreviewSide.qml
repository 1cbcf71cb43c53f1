pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The side of the preview: how it is shown, then the findings. Its sizes are the computer's own, not the kiosk's. Its words
// are English, as the findings are, whatever language the panes are tried in: so they are not for translation.
Rectangle {
    id: side

    required property Shell shell
    required property Proofs proofs
    required property real em

    color: Theme.card

    Column {
        id: switches

        anchors.left: parent.left
        anchors.margins: side.em
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: 0.7 * side.em

        PreviewSwitch {
            chosen: side.proofs.screen
            em: side.em
            label: "Screen"
            objectName: "screen"
            options: side.proofs.screens
            width: parent.width

            onPicked: index => side.proofs.tryOn(index)
        }

        PreviewSwitch {
            chosen: side.proofs.upright ? 1 : 0
            em: side.em
            label: "Stands"
            objectName: "upright"
            options: ["Landscape", "Portrait"]
            width: parent.width

            onPicked: index => side.proofs.turn(index === 1)
        }

        PreviewSwitch {
            chosen: options.indexOf(side.shell.look.textSize.toString())
            em: side.em
            label: "Text, %"
            objectName: "text"
            options: ["100", "125", "150", "175", "200"]
            width: parent.width

            onPicked: index => side.shell.look.resize(Number(options[index]))
        }

        PreviewSwitch {
            readonly property list<string> schemes: ["light", "dark", "contrast"]

            chosen: schemes.indexOf(side.shell.look.scheme)
            em: side.em
            label: "Colours"
            objectName: "colours"
            options: ["Light", "Dark", "High contrast"]
            width: parent.width

            onPicked: index => side.shell.look.dress(schemes[index])
        }

        PreviewSwitch {
            chosen: codes.indexOf(side.shell.navigator.language)
            em: side.em
            label: "Language"
            objectName: "language"
            options: names
            visible: options.length > 1
            width: parent.width

            readonly property list<string> codes: side.proofs.codes
            readonly property list<string> names: side.proofs.names

            onPicked: index => side.shell.navigator.chooseLanguage(codes[index])
        }

        PreviewSwitch {
            chosen: side.proofs.release ? 1 : 0
            em: side.em
            label: "Check"
            objectName: "release"
            options: ["While writing", "Before a release"]
            width: parent.width

            onPicked: index => side.proofs.demand(index === 1)
        }
    }

    Rectangle {
        id: rule

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: switches.bottom
        anchors.topMargin: side.em
        color: Theme.line
        height: 1
    }

    PreviewWords {
        id: sum

        anchors.left: parent.left
        anchors.margins: side.em
        anchors.right: parent.right
        anchors.top: rule.bottom
        em: side.em
        font.bold: true
        objectName: "sum"
        text: side.proofs.busy ? "Checking …" : side.proofs.broken ? "The check broke off. The terminal says why; below is what was found before." : side.proofs.errors + side.proofs.warnings === 0 ? "Nothing to mend" : `Errors: ${side.proofs.errors}, warnings: ${side.proofs.warnings}`
    }

    ListView {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: sum.bottom
        anchors.topMargin: 0.5 * side.em
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: side.proofs.findings
        objectName: "findings"

        delegate: PreviewFinding {
            em: side.em
            width: list.width

            onTapped: side.proofs.open(index)
        }
    }
}
