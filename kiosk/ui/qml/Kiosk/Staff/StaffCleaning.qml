pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A dark, even surface, on which smears show, while touches do nothing.
Rectangle {
    id: cleaning

    required property Desk desk

    // No key stops here: keys do nothing meanwhile, as touches do.
    readonly property string sheet: "still"
    readonly property bool isOver: cleaning.desk.secondsLeft === 0

    color: Theme.teal

    Column {
        anchors.centerIn: parent
        spacing: Theme.gapBlock
        width: Math.min(parent.width - 2 * Theme.margin, 300 * Theme.mm)

        Words {
            color: Theme.overTeal
            font.bold: true
            font.pixelSize: Theme.figureAtFull
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            objectName: "cleaning-left"
            text: qsTr("%L1", "a number alone").arg(cleaning.desk.secondsLeft)
            visible: !cleaning.isOver
            width: parent.width
        }

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: Theme.overTeal
            name: "clean"
            size: Theme.figureAtFull
            visible: cleaning.isOver
        }

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            border.color: Theme.overTeal
            border.width: Theme.hairline
            color: "transparent"
            height: Theme.between
            radius: height / 2
            width: Math.min(parent.width, 160 * Theme.mm)

            Rectangle {
                color: Theme.overTeal
                height: parent.height
                radius: parent.radius
                width: parent.width * Math.min(1, cleaning.desk.secondsLeft / cleaning.desk.cleaningLength)
            }
        }

        Words {
            Accessible.role: Accessible.AlertMessage
            color: Theme.overTeal
            font.bold: true
            font.pixelSize: Theme.headingAtFull
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            text: cleaning.isOver ? qsTr("Ends when nothing touches the screen") : qsTr("Wipe the screen now")
            width: parent.width
        }

        Words {
            color: Theme.overTeal
            font.pixelSize: Theme.smallAtFull
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            text: qsTr("Touches do nothing meanwhile.")
            width: parent.width
        }
    }
}
