pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What to ask at a diamond of the scale: which week it is, and the question.
Item {
    id: gate

    required property string word
    required property string text
    required property string plain

    signal followed(link: string)

    implicitHeight: words.y + words.implicitHeight

    Accessible.name: gate.word + " " + gate.plain
    Accessible.role: Accessible.ListItem

    GateMark {
        id: mark

        anchors.left: parent.left
        y: words.y + (Theme.body * 1.24 - height) / 2
    }

    Column {
        id: words

        anchors.right: parent.right
        width: parent.width - mark.width - Theme.between
        y: Theme.gapTight

        Words {
            color: Theme.amber
            font.bold: true
            lineHeight: 1
            silent: true
            text: gate.word
            width: parent.width
        }

        LinkedWords {
            lineHeight: 1
            silent: true
            styled: gate.text
            width: parent.width

            onFollowed: link => gate.followed(link)
        }
    }
}
