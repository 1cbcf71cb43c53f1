pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// All text on the screen; nothing can be selected. Where it holds links, it is LinkedWords.
// A screen reader is told `said`, without tags, and then `note`; nothing where what the words stand in
// says them (`silent`).
Text {
    id: words

    property bool silent: false
    property int role: Accessible.StaticText
    property string said: words.text
    property string note: ""

    color: Theme.ink
    font.family: Theme.fontFamily
    font.pixelSize: Theme.body
    horizontalAlignment: Text.AlignLeft
    lineHeight: Theme.lineHeight
    textFormat: Text.PlainText
    wrapMode: Text.Wrap

    Accessible.description: words.note
    Accessible.ignored: words.silent
    Accessible.name: words.said
    Accessible.role: words.role
}
