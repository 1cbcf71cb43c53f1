pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// "Are you still there?", over everything. Any touch answers it: the gate sees to that (WCAG 2.2, 2.2.1).
Item {
    id: question

    required property Presence presence

    // The height above which it doesn't stand, in pixels from the top.
    property real ceiling: 0

    // The seconds that there are in all: those left when the question was put.
    property int whole: 0
    readonly property real room: question.height - question.ceiling
    // Long words of a language make it smaller, until it has its place.
    property real fit: 1
    readonly property real unit: question.fit * Math.min(Theme.body, question.room / (question.width > 1.5 * question.room ? 14 : 22), question.width / 16)

    function shrink(): void {
        question.fit = 1;
        for (let tries = 0; tries < 10; tries++) {
            texts.forceLayout();
            grid.forceLayout();
            inside.forceLayout();
            if (card.height <= question.room - 2 * Theme.between)
                break;
            question.fit *= 0.93;
        }
    }

    objectName: "still-there"

    onRoomChanged: question.shrink()

    Component.onCompleted: {
        question.shrink();
        question.whole = Math.max(1, question.presence.secondsLeft);
        card.Accessible.announce([title.text, said.text, go.text].join(" "), Accessible.Assertive);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.veil
    }

    Rectangle {
        id: card

        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.teal
        border.width: Theme.hairline
        color: Theme.card
        height: inside.height + 2 * inside.y
        radius: Theme.radius * 1.5
        width: Math.min(question.width - 2 * Theme.margin, Math.max(25 * question.unit, 180 * Theme.mm))
        y: question.ceiling + (question.room - height) / 2

        Accessible.name: title.text
        Accessible.role: Accessible.AlertMessage

        Column {
            id: inside

            spacing: question.unit * 0.8
            width: parent.width - 2 * x
            x: question.unit * 1.4
            y: question.unit * 1.3

            Grid {
                id: grid

                columns: width > 18 * question.unit ? 2 : 1
                spacing: question.unit
                verticalItemAlignment: Grid.AlignVCenter
                width: parent.width

                Rectangle {
                    id: count

                    border.color: Theme.teal
                    border.width: Math.round(question.unit * 0.14)
                    color: Theme.tint
                    height: width
                    radius: width / 2
                    width: Math.round(question.unit * 3.6)

                    Words {
                        Accessible.name: qsTr("Seconds left: %L1").arg(question.presence.secondsLeft)
                        anchors.centerIn: parent
                        color: Theme.teal
                        font.bold: true
                        font.pixelSize: Math.round(question.unit * 1.7)
                        lineHeight: 1
                        objectName: "seconds-left"
                        text: qsTr("%L1", "a number alone").arg(question.presence.secondsLeft)
                    }
                }

                Column {
                    id: texts

                    spacing: question.unit * 0.4
                    width: parent.width - (grid.columns > 1 ? count.width + grid.spacing : 0)

                    Words {
                        id: title

                        Accessible.role: Accessible.Heading
                        color: Theme.teal
                        font.bold: true
                        font.pixelSize: Math.round(question.unit * 1.35)
                        lineHeight: 1
                        text: qsTr("Are you still there?")
                        width: parent.width
                    }

                    Words {
                        id: said

                        font.pixelSize: Math.round(question.unit)
                        text: qsTr("If not, what you chose here is cleared for the next person.")
                        width: parent.width
                    }
                }
            }

            Rectangle {
                color: Theme.tint
                height: Math.round(question.unit * 0.32)
                radius: height / 2
                width: parent.width

                Rectangle {
                    anchors.left: parent.left
                    color: Theme.teal
                    height: parent.height
                    radius: parent.radius
                    width: Math.max(height, parent.width * question.presence.secondsLeft / Math.max(1, question.whole))
                }
            }

            // Looks like the button that it stands for: the whole screen is one.
            Rectangle {
                color: Theme.teal
                height: Math.max(Theme.touch, go.height + question.unit)
                radius: Math.min(height / 2, Theme.touch / 2)
                width: parent.width

                Accessible.name: go.text
                Accessible.role: Accessible.Button
                Accessible.onPressAction: question.presence.stay()

                Words {
                    id: go

                    Accessible.ignored: true
                    anchors.centerIn: parent
                    color: Theme.overTeal
                    font.bold: true
                    font.pixelSize: Math.round(question.unit * 1.05)
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: 1
                    text: qsTr("Touch anywhere to go on")
                    width: parent.width - 2 * question.unit
                }
            }
        }
    }
}
