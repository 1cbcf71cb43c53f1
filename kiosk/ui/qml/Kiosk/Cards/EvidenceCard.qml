pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// What a badge means, in a sentence, and what stands behind it.
Column {
    id: evidence

    required property Card card

    readonly property string said: [evidence.card.title, evidence.card.text, evidence.card.study, ...sources.said].filter(each => each !== "").map(each => each.replace(/[.\u0964]$/, "")).join(". ")

    spacing: Theme.isTight ? Theme.gapTight : Theme.gapBlock

    Component.onCompleted: evidence.Accessible.announce(Theme.aloud(evidence.said), Accessible.Polite)

    Level {
        id: level

        readonly property Item ringed: level

        level: evidence.card.level
        room: evidence.width
        word: evidence.card.title
        x: LayoutMirroring.enabled ? evidence.width - width : 0

        Accessible.name: level.word
        Accessible.role: Accessible.Heading
    }

    // What a page says is set as its own words run: the page may be in another language.
    Words {
        id: meaning

        readonly property Item ringed: meaning

        font.bold: true
        horizontalAlignment: undefined
        objectName: "card-text"
        text: evidence.card.text
        width: parent.width
    }

    Words {
        id: study

        readonly property Item ringed: study

        horizontalAlignment: undefined
        objectName: "card-study"
        text: evidence.card.study
        visible: text !== ""
        width: parent.width
    }

    Repeater {
        id: sources

        readonly property list<string> said: evidence.card.sources.map(source => Theme.spoken(source))

        model: evidence.card.sources

        Words {
            id: source

            required property string modelData
            readonly property Item ringed: source

            font.pixelSize: Theme.small
            horizontalAlignment: undefined
            objectName: "card-source"
            said: Theme.spoken(source.modelData)
            styled: source.modelData
            width: evidence.width
        }
    }
}
