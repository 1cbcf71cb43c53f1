pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The clinic's name and topic, the languages, and the way to the page about this information.
Rectangle {
    id: header

    required property Shell shell

    readonly property bool narrow: header.width < 330 * Theme.mm * Theme.textScale

    color: Theme.card
    implicitHeight: Math.max(names.implicitHeight, buttons.implicitHeight) + 2 * (Theme.isLow ? Theme.mm : Theme.gapTight)

    Accessible.name: header.shell.clinic
    Accessible.role: Accessible.ToolBar

    Rectangle {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.teal
        height: width
        radius: Theme.radius
        width: 14 * Theme.mm

        Icon {
            anchors.centerIn: parent
            colour: Theme.overTeal
            name: "plus"
            size: 8 * Theme.mm
        }
    }

    Column {
        id: names

        anchors.left: mark.right
        anchors.leftMargin: Theme.between * 1.3
        anchors.right: buttons.left
        anchors.rightMargin: Theme.between
        anchors.verticalCenter: parent.verticalCenter

        Words {
            font.bold: true
            font.pixelSize: Theme.small
            lineHeight: 1
            text: header.shell.clinic
            width: parent.width
        }

        Words {
            color: Theme.quiet
            font.pixelSize: Theme.small
            lineHeight: 1
            text: header.shell.topic
            width: parent.width
        }
    }

    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.between

        Pill {
            objectName: "about"

            name: qsTr("About this information")
            selected: header.shell.page === header.shell.about
            symbol: "document"
            text: header.narrow ? "" : qsTr("About")
            visible: header.shell.about !== ""

            onTapped: header.shell.turnTo(header.shell.about)
        }

        Repeater {
            model: header.shell.languages.count > 1 ? header.shell.languages : null

            Pill {
                id: language

                required property string code
                required name

                objectName: "language-" + language.code
                selected: header.shell.language === language.code
                text: language.name

                onTapped: header.shell.chooseLanguage(language.code)
            }
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: Theme.hairline
        width: parent.width
    }
}
