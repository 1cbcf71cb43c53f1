pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What stands in the place of a picture that can't be shown: what it shows, in words.
Column {
    id: lost

    required property string title
    required property string alternative

    spacing: Theme.gapTight

    Accessible.description: lost.alternative === "" ? "" : lost.title
    Accessible.name: Theme.aloud(lost.alternative === "" ? lost.title : lost.alternative)
    Accessible.role: Accessible.Graphic

    Row {
        spacing: Theme.between
        width: parent.width

        Icon {
            id: symbol

            colour: Theme.quiet
            name: "picture"
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.quiet
            font.bold: true
            font.pixelSize: Theme.small
            lineHeight: 1
            silent: true
            text: lost.title
            width: parent.width - symbol.width - parent.spacing
        }
    }

    Words {
        silent: true
        text: lost.alternative
        visible: lost.alternative !== ""
        width: parent.width
    }
}
