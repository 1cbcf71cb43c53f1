pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Words with links in them: a touch near a link follows it.
Words {
    id: words

    // WORKAROUND: Qt 6.11 gives a link in a text a name on the accessibility bus, but no action. So
    // while somebody listens, items of their own stand for the words and for each link in them.
    readonly property bool parted: Theme.listened && words.styled.includes("<a ")
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

    linkColor: Theme.teal

    Accessible.ignored: words.silent || words.parted

    onPartedChanged: {
        if (words.parted && !words.parts)
            words.parts = Qt.createComponent("SpokenParts.qml").createObject(words, {
                words: words
            }) as Item;
    }

    TapHandler {
        onTapped: eventPoint => {
            const link = words.linkNear(eventPoint.position);
            if (link)
                words.followed(link);
        }
    }
}
