pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// All text on the screen. A touch near a link follows it; nothing can be selected.
Text {
    id: words

    property bool linked: false

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

    Accessible.name: words.text
    Accessible.role: Accessible.StaticText

    TapHandler {
        enabled: words.linked

        onTapped: eventPoint => {
            const link = words.linkNear(eventPoint.position);
            if (link)
                words.followed(link);
        }
    }
}
