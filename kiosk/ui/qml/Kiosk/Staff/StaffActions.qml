pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// What staff can do: a tile each, and the resting screen's language.
Column {
    id: actions

    required property Desk desk
    required property StructModel languages

    readonly property TextChoice choice: actions.desk.choice as TextChoice
    readonly property bool canGoBack: actions.choice !== null && actions.choice.offered
    readonly property int tiles: 5 + (actions.desk.printing ? 1 : 0) + (actions.canGoBack ? 1 : 0)
    readonly property int columns: actions.width >= 330 * Theme.mm ? actions.tiles : actions.width >= 150 * Theme.mm ? (actions.tiles > 6 ? 4 : 3) : 2
    readonly property real part: Math.floor((actions.width - (actions.columns - 1) * Theme.between) / actions.columns)

    spacing: Theme.gapBlock

    Flow {
        spacing: Theme.between
        visible: actions.languages.count > 1
        width: parent.width

        Words {
            color: Theme.quiet
            font.pixelSize: Theme.small
            height: Theme.touch
            leftPadding: LayoutMirroring.enabled ? Theme.between : 0
            lineHeight: 1
            rightPadding: LayoutMirroring.enabled ? 0 : Theme.between
            text: qsTr("The resting screen's language")
            verticalAlignment: Text.AlignVCenter
        }

        Repeater {
            model: actions.languages

            Pill {
                id: language

                required property string code
                required name

                objectName: "rest-in-" + language.code
                role: Accessible.RadioButton
                selected: actions.desk.language === language.code
                text: language.name

                Accessible.checkable: true
                Accessible.checked: language.selected
                Accessible.onToggleAction: language.tapped()

                onTapped: actions.desk.chooseLanguage(language.code)
            }
        }
    }

    Flow {
        spacing: Theme.between
        width: parent.width

        StaffTile {
            objectName: "staff-reload"
            symbol: "update"
            text: qsTr("Reload the text")
            width: actions.part

            onTapped: actions.desk.reload()
        }

        StaffTile {
            objectName: "staff-text-back"
            symbol: "undo"
            text: qsTr("Show the text before")
            visible: actions.canGoBack
            width: actions.part

            onTapped: actions.desk.ask("text")
        }

        StaffTile {
            objectName: "staff-clean"
            symbol: "clean"
            text: actions.desk.cleaned ? qsTr("Clean %L1 s more").arg(actions.desk.cleaningLength) : qsTr("Clean the screen")
            width: actions.part

            onTapped: actions.desk.clean()
        }

        StaffTile {
            objectName: "staff-print"
            symbol: "print"
            text: qsTr("Print a page")
            visible: actions.desk.printing !== null
            width: actions.part

            onTapped: actions.desk.ask("print")
        }

        StaffTile {
            objectName: "staff-rest"
            symbol: "rest"
            text: qsTr("Rest now")
            width: actions.part

            onTapped: actions.desk.close()
        }

        StaffTile {
            objectName: "staff-restart"
            symbol: "restart"
            text: qsTr("Restart")
            width: actions.part

            onTapped: actions.desk.ask("restart")
        }

        StaffTile {
            objectName: "staff-leave"
            symbol: "leave"
            text: qsTr("Leave the kiosk")
            width: actions.part

            onTapped: actions.desk.ask("leave")
        }
    }
}
