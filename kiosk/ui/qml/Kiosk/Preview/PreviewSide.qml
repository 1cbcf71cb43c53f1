pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The side of the preview: how it is shown, then the findings. Its sizes are the computer's own, not the kiosk's. Its words
// are English, as the findings are, whatever language the panes are tried in: so they are not for translation.
Rectangle {
    id: side

    required property Shell shell
    required property PreviewFindings results
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
            chosen: side.results.screen
            em: side.em
            label: "Screen"
            objectName: "screen"
            options: side.results.screens
            width: parent.width

            onPicked: index => side.results.tryOn(index)
        }

        PreviewSwitch {
            chosen: side.results.upright ? 1 : 0
            em: side.em
            label: "Stands"
            objectName: "upright"
            options: ["Landscape", "Portrait"]
            width: parent.width

            onPicked: index => side.results.turn(index === 1)
        }

        PreviewSwitch {
            chosen: options.indexOf(side.shell.appearance.textSize.toString())
            em: side.em
            label: "Text, %"
            objectName: "text"
            options: ["100", "125", "150", "175", "200"]
            width: parent.width

            onPicked: index => side.shell.appearance.resize(Number(options[index]))
        }

        PreviewSwitch {
            readonly property list<string> schemes: ["light", "dark", "contrast"]

            chosen: schemes.indexOf(side.shell.appearance.scheme)
            em: side.em
            label: "Colours"
            objectName: "colours"
            options: ["Light", "Dark", "High contrast"]
            width: parent.width

            onPicked: index => side.shell.appearance.dress(schemes[index])
        }

        PreviewSwitch {
            chosen: codes.indexOf(side.shell.navigator.language)
            em: side.em
            label: "Language"
            objectName: "language"
            options: names
            visible: options.length > 1
            width: parent.width

            readonly property list<string> codes: side.results.codes
            readonly property list<string> names: side.results.names

            onPicked: index => side.shell.navigator.chooseLanguage(codes[index])
        }

        PreviewSwitch {
            chosen: side.results.release ? 1 : 0
            em: side.em
            label: "Check"
            objectName: "release"
            options: ["While writing", "Before a release"]
            width: parent.width

            onPicked: index => side.results.demand(index === 1)
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
        text: side.results.busy ? "Checking …" : side.results.broken ? "The check broke off. The terminal says why; below is what was found before." : side.results.errors + side.results.warnings === 0 ? "Nothing to mend" : `Errors: ${side.results.errors}, warnings: ${side.results.warnings}`
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
        model: side.results.findings
        objectName: "findings"

        delegate: PreviewFinding {
            em: side.em
            width: list.width

            onTapped: side.results.open(index)
        }
    }
}
