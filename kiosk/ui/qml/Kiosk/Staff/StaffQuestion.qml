pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Asks whether staff mean it, before the kiosk ends.
Item {
    id: question

    required property Desk desk

    readonly property string sheet: "card"
    readonly property bool leaving: question.desk.question === "leave"

    function dismiss(): void {
        question.desk.ask("");
    }

    MouseArea {
        anchors.fill: parent
        preventStealing: true
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.veil

        TapBeside {
            card: card

            onLeft: question.desk.ask("")
        }
    }

    Panel {
        id: card

        anchors.centerIn: parent
        inset: 2 * Theme.padding
        radius: Theme.radius * 1.5
        width: Math.min(parent.width - 2 * Theme.margin, 210 * Theme.mm)

        Accessible.name: heading.text
        Accessible.role: Accessible.Dialog

        Words {
            id: heading

            Accessible.role: Accessible.Heading
            font.bold: true
            font.pixelSize: Theme.heading
            lineHeight: 1
            text: question.leaving ? qsTr("Leave the kiosk?") : qsTr("Restart the kiosk?")
            width: parent.width
        }

        Words {
            bottomPadding: Theme.gapTight
            text: question.leaving ? qsTr("The screen shows nothing until somebody starts the kiosk again.") : qsTr("The screen is dark for a few seconds.")
            width: parent.width
        }

        Flow {
            spacing: Theme.between
            width: parent.width

            Pill {
                objectName: "question-yes"
                symbol: question.leaving ? "leave" : "restart"
                text: question.leaving ? qsTr("Leave") : qsTr("Restart")

                onTapped: question.desk.confirm()
            }

            Pill {
                objectName: "question-no"
                selected: true
                text: qsTr("Keep it running")

                onTapped: question.desk.ask("")
            }
        }
    }
}
