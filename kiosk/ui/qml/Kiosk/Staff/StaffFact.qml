pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A figure and what it is; one that staff should act on is marked by a sign and a colour.
Item {
    id: fact

    required property string label
    required property string value
    property bool alarming: false
    property real labelWidth: Math.max(56 * Theme.mm, 5 * Theme.body)

    height: Math.max(label.height, value.height) + 1.5 * Theme.mm

    Accessible.name: fact.label + ": " + fact.value
    Accessible.role: Accessible.StaticText

    Words {
        id: label

        Accessible.ignored: true
        anchors.left: parent.left
        color: Theme.quiet
        font.pixelSize: Theme.small
        lineHeight: 1
        text: fact.label
        width: fact.labelWidth
    }

    Icon {
        id: sign

        anchors.left: label.right
        anchors.leftMargin: Theme.between
        colour: Theme.amber
        name: "warning"
        visible: fact.alarming
    }

    Words {
        id: value

        Accessible.ignored: true
        anchors.left: fact.alarming ? sign.right : label.right
        anchors.leftMargin: fact.alarming ? 1.5 * Theme.mm : Theme.between
        anchors.right: parent.right
        color: fact.alarming ? Theme.amber : Theme.ink
        font.bold: true
        font.pixelSize: Theme.small
        lineHeight: 1
        text: fact.value
    }
}
