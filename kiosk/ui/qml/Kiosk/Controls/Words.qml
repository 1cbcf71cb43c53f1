pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// All text on the screen. A touch near a link follows it; nothing can be selected.
// A screen reader is told `said`, without tags, and then `note`; nothing where what the words stand in
// says them (`silent`).
Text {
    id: words

    property bool linked: false
    property bool silent: false
    property int role: Accessible.StaticText
    property string said: words.text
    property string note: ""

    // WORKAROUND: Qt 6.11 gives a link in a text a name on the accessibility bus, but no action. So
    // while somebody listens, items of their own stand for the words and for each link in them.
    readonly property bool parted: words.linked && Theme.listened && words.text.includes("<a ")
    property Item parts: null

    signal followed(link: string)

    // The link under the finger or within a few millimetres of it: a footnote mark is smaller than a finger.
    function linkNear(at: point): string {
        for (const reach of [0, 2, 4]) {
            for (const [dx, dy] of [[0, 0], [-1, 0], [1, 0], [0, -1], [0, 1], [-1, -1], [1, -1], [-1, 1], [1, 1]]) {
                const link = words.linkAt(at.x + dx * reach * Theme.mm, at.y + dy * reach * Theme.mm);
                if (link)
                    return link;
            }
        }
        return "";
    }

    color: Theme.ink
    font.family: Theme.fontFamily
    font.pixelSize: Theme.body
    horizontalAlignment: Text.AlignLeft
    lineHeight: Theme.lineHeight
    linkColor: Theme.teal
    textFormat: words.linked ? Text.StyledText : Text.PlainText
    wrapMode: Text.Wrap

    Accessible.description: words.note
    Accessible.ignored: words.silent || words.parted
    Accessible.name: words.said
    Accessible.role: words.role

    onPartedChanged: {
        if (words.parted && !words.parts)
            words.parts = Qt.createComponent("SpokenParts.qml").createObject(words, {
                words: words
            }) as Item;
    }

    TapHandler {
        enabled: words.linked

        onTapped: eventPoint => {
            const link = words.linkNear(eventPoint.position);
            if (link)
                words.followed(link);
        }
    }
}
