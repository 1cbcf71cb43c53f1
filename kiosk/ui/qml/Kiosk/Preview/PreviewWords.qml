pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Words at the size of the computer's own.
Text {
    id: words

    required property real em

    color: Theme.ink
    font.family: Theme.fontFamily
    font.pixelSize: words.em
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
