pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What stands for a text and its links on the accessibility bus while somebody listens. Draws nothing.
Item {
    id: parts

    required property LinkedWords words

    // Each link as [address, words as they are said], in the order in which they are read.
    readonly property list<var> links: {
        const found = [];
        parts.words.styled.replace(/<a href="([^"]*)">(.*?)<\/a>/g, (whole, address, inner) => found.push([address, Theme.spoken(inner)]));
        return found;
    }

    // What a link does, where its words alone don't tell.
    function name(address: string, words: string): string {
        const number = /^source:(\d+)$/.exec(address);
        return number ? qsTr("Source %L1").arg(Number(number[1])) : words;
    }

    function hint(address: string): string {
        return address.startsWith("term:") ? qsTr("Explained on a card") : address.startsWith("outside:") ? qsTr("An address outside the kiosk") : "";
    }

    anchors.fill: parent

    Accessible.description: Theme.aloud(parts.words.note)
    Accessible.ignored: parts.words.silent || !parts.words.parted
    Accessible.name: Theme.aloud(parts.words.said)
    Accessible.role: parts.words.role

    Repeater {
        model: parts.words.parted ? parts.links : []

        Item {
            id: link

            required property var modelData

            anchors.fill: parent

            Accessible.description: parts.hint(link.modelData[0])
            Accessible.name: parts.name(link.modelData[0], link.modelData[1])
            Accessible.role: Accessible.Link
            Accessible.onPressAction: parts.words.followed(link.modelData[0])
        }
    }
}
