pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Asks whether staff mean to go back to the text before, and says what came of it.
Item {
    id: question

    required property Desk desk

    readonly property string sheet: "card"
    readonly property TextChoice choice: question.desk.choice as TextChoice
    readonly property bool asking: question.choice.outcome === ""
    readonly property string told: {
        switch (question.choice.outcome) {
        case "done":
            return qsTr("The text %1 is being read and comes to the screen in a moment. If it can't be shown, Findings says why. The text %2 is not taken again by itself; a newer one is.").arg(question.choice.before).arg(question.choice.shown);
        case "busy":
            return qsTr("A text is being fetched just now. Try again in a minute.");
        case "failed":
            return qsTr("The text stays as it is: %1").arg(question.choice.reason);
        }
        return "";
    }

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
        objectName: "text-card"
        radius: Theme.radius * 1.5
        width: Math.min(parent.width - 2 * Theme.margin, 230 * Theme.mm)

        Accessible.name: heading.text
        Accessible.role: Accessible.Dialog

        Words {
            id: heading

            Accessible.role: Accessible.Heading
            font.bold: true
            font.pixelSize: Theme.heading
            lineHeight: 1
            text: question.asking ? qsTr("Show the text before?") : qsTr("The text before")
            width: parent.width
        }

        StaffFact {
            label: qsTr("Shown now")
            value: question.choice.shown
            visible: question.asking
            width: parent.width
        }

        StaffFact {
            label: qsTr("Before it")
            value: question.choice.before
            visible: question.asking
            width: parent.width
        }

        Words {
            id: outcome

            bottomPadding: Theme.gapTight
            color: ["", "done"].includes(question.choice.outcome) ? Theme.ink : Theme.red
            objectName: "text-told"
            text: question.asking ? qsTr("The text shown now will not come back by itself. A newer one will be shown when it comes.") : question.told
            width: parent.width

            onTextChanged: {
                if (!question.asking)
                    outcome.Accessible.announce(outcome.text, Accessible.Polite);
            }
        }

        Flow {
            spacing: Theme.between
            width: parent.width

            Pill {
                objectName: "text-yes"
                selected: true
                symbol: "undo"
                text: qsTr("Show it")
                visible: question.asking

                onTapped: question.choice.goBack()
            }

            Pill {
                objectName: "text-no"
                selected: !question.asking
                text: question.asking ? qsTr("Keep this text") : qsTr("Close")

                onTapped: question.desk.ask("")
            }
        }
    }
}
