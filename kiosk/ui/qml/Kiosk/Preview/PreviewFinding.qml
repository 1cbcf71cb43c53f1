pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One finding: where, what is wrong, what to do. A touch shows the place.
Rectangle {
    id: finding

    required property int index
    required property string severity
    required property string place
    required property string problem
    required property string remedy
    required property string rule
    required property bool opens
    required property real em

    readonly property bool isError: finding.severity === "error"

    signal tapped

    activeFocusOnTab: true
    border.color: finding.activeFocus ? Theme.ink : "transparent"
    border.width: 2
    color: touch.held ? Theme.tint : Theme.card
    height: words.height + 1.4 * finding.em

    Accessible.name: finding.place + ". " + kind.text + ". " + finding.problem + " " + finding.remedy
    Accessible.role: Accessible.Button
    Accessible.onPressAction: finding.tapped()

    Keys.onReturnPressed: finding.tapped()
    Keys.onSpacePressed: finding.tapped()

    // Its kind, as a bar and as a word.
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 0.5 * finding.em
        anchors.left: parent.left
        anchors.leftMargin: finding.em
        anchors.top: parent.top
        anchors.topMargin: 0.5 * finding.em
        color: finding.isError ? Theme.redEdge : Theme.amberEdge
        width: 0.3 * finding.em
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 2 * finding.em
        anchors.right: parent.right
        anchors.rightMargin: finding.em
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0.15 * finding.em

        Item {
            height: kind.height
            width: parent.width

            PreviewWords {
                id: kind

                color: finding.isError ? Theme.red : Theme.amber
                em: finding.em
                font.bold: true
                font.pixelSize: finding.em * 0.9
                text: finding.isError ? "Error" : "Warning"
            }

            PreviewWords {
                anchors.left: kind.right
                anchors.leftMargin: 0.6 * finding.em
                anchors.right: parent.right
                color: Theme.quiet
                elide: Text.ElideLeft
                em: finding.em
                font.pixelSize: finding.em * 0.9
                text: finding.place
                wrapMode: Text.NoWrap
            }
        }

        PreviewWords {
            em: finding.em
            text: finding.problem
            width: parent.width
        }

        PreviewWords {
            color: Theme.quiet
            em: finding.em
            text: finding.remedy
            width: parent.width
        }

        PreviewWords {
            color: Theme.quiet
            em: finding.em
            font.pixelSize: finding.em * 0.8
            text: "[" + finding.rule + "]"
        }
    }

    Tap {
        id: touch

        enabled: finding.opens

        onTapped: finding.tapped()
    }
}
