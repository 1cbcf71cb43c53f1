pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Words with links in them: a touch near a link follows it. Elsewhere they are no control, and what
// they stand in may be one.
Words {
    id: words

    // WORKAROUND: Qt 6.11 gives a link in a text a name on the accessibility bus, but no action. So
    // while somebody listens, items of their own stand for the words and for each link in them.
    readonly property bool parted: Theme.listened && words.styled.includes("<a ")
    property Item parts: null
    property Item ground: null

    signal followed(link: string)

    // The link under the finger or within a few millimetres of it: a footnote mark is smaller than a finger.
    function linkNear(at: point): string {
        const spot = words.spotNear(at);
        return words.linkAt(spot.x, spot.y);
    }

    // A point of that link; one beside the words where there is none.
    function spotNear(at: point): point {
        for (const reach of [0, 2, 4]) {
            for (const [dx, dy] of [[0, 0], [-1, 0], [1, 0], [0, -1], [0, 1], [-1, -1], [1, -1], [-1, 1], [1, 1]]) {
                const spot = Qt.point(at.x + dx * reach * Theme.mm, at.y + dy * reach * Theme.mm);
                if (words.linkAt(spot.x, spot.y))
                    return spot;
            }
        }
        return Qt.point(-1, -1);
    }

    function show(held: bool): void {
        words.ground?.destroy();
        words.ground = held ? Qt.createComponent("PressedLink.qml").createObject(words, {
            spot: words.spotNear(tap.point.pressPosition),
            words: words
        }) as Item : null;
    }

    linkColor: Theme.teal

    Accessible.ignored: words.silent || words.parted

    onPartedChanged: {
        if (words.parted && !words.parts)
            words.parts = Qt.createComponent("SpokenParts.qml").createObject(words, {
                words: words
            }) as Item;
    }

    QtObject {
        id: links

        function contains(at: point): bool {
            return words.linkNear(at) !== "";
        }
    }

    // Not on the words themselves: Qt's Text takes a mouse's press for links of its own.
    Item {
        objectName: "links"

        anchors.fill: parent
        containmentMask: links

        Tap {
            id: tap

            onHeldChanged: words.show(tap.held)
            // Where the finger went down: it may have drifted off the link since.
            onTapped: words.followed(words.linkNear(tap.point.pressPosition))
        }
    }
}
