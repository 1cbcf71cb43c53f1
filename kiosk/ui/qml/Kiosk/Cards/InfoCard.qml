pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A card over the page: a word explained, a source, or an address to copy by hand.
Item {
    id: overlay

    required property Shell shell
    // The card stands below this, in pixels from the top.
    property real ceiling: 0

    // The keys stay on the card while it is there.
    readonly property string sheet: "card"
    readonly property string kind: overlay.shell.card.kind
    readonly property bool outside: overlay.kind === "outside"
    readonly property bool missing: overlay.kind === "missing"
    readonly property bool gone: overlay.kind === "gone"
    readonly property bool source: overlay.kind === "source"
    readonly property bool fromPage: overlay.source || overlay.kind === "term"
    readonly property bool links: overlay.kind === "links"
    readonly property bool keys: overlay.kind === "keys"
    readonly property bool evidence: overlay.kind === "evidence"

    function dismiss(): void {
        overlay.shell.card.close();
    }

    visible: overlay.kind !== ""

    Component.onCompleted: {
        if (!overlay.evidence)
            card.Accessible.announce(Theme.aloud(heading.text + ". " + words.said), Accessible.Polite);
    }

    // Nothing below is touched while the card is there; a tap beside it, not a drag, takes it away.
    MouseArea {
        anchors.fill: parent
        preventStealing: true
    }

    Veil {
        anchors.fill: parent
    }

    Item {
        anchors.fill: parent

        TapBeside {
            card: card

            onLeft: overlay.shell.card.close()
        }
    }

    Rectangle {
        id: card

        anchors.centerIn: parent
        anchors.verticalCenterOffset: overlay.ceiling / 2
        border.color: Theme.teal
        border.width: Theme.hairline
        color: Theme.card
        height: Math.min(inside.implicitHeight + inside.spacing + ways.height + 2 * inside.y + Theme.hairline, overlay.height - overlay.ceiling - 2 * (Theme.isTight ? Theme.between : Theme.margin))
        objectName: "card"
        radius: Theme.radius * 1.5
        width: Math.min(overlay.width - 2 * Theme.margin, (Theme.isTight ? 400 : 250 * Math.max(1, Theme.textScale)) * Theme.mm)

        Accessible.name: Theme.aloud(heading.text)
        Accessible.role: Accessible.Dialog

        // A touch on the card itself does nothing.
        MouseArea {
            anchors.fill: parent
        }

        Flickable {
            id: flick

            anchors.bottom: ways.top
            anchors.bottomMargin: inside.spacing
            anchors.left: parent.left
            anchors.margins: Theme.hairline
            anchors.right: parent.right
            anchors.top: parent.top
            boundsBehavior: Flickable.StopAtBounds
            maximumFlickVelocity: Theme.fling
            clip: true
            contentHeight: inside.y + inside.implicitHeight
            interactive: contentHeight > height

            Column {
                id: inside

                spacing: Theme.gapBlock
                width: parent.width - 2 * x
                x: (Theme.isTight ? 1 : 2) * Theme.padding
                y: 1.5 * Theme.padding

                Words {
                    id: heading

                    color: Theme.teal
                    font.bold: true
                    font.pixelSize: Theme.isTight ? Theme.body : Theme.heading
                    lineHeight: 1
                    text: overlay.links ? qsTr("More about this") : overlay.keys ? qsTr("Reading with keys") : overlay.outside ? qsTr("This address is outside the kiosk") : overlay.missing ? qsTr("This page is being updated") : overlay.gone ? qsTr("This page has been taken away") : overlay.shell.card.title
                    role: Accessible.Heading
                    visible: !overlay.evidence
                    width: parent.width
                }

                // Also where the card of links gives way to it.
                Loader {
                    active: overlay.evidence
                    visible: active
                    width: parent.width

                    sourceComponent: EvidenceCard {
                        card: overlay.shell.card
                    }
                }

                Words {
                    text: qsTr("It can't be opened here. Copy it to read it later on your own device.")
                    visible: overlay.outside
                    width: parent.width
                }

                Words {
                    id: words

                    readonly property Item ringed: words

                    font.bold: overlay.outside
                    // What a page says is set as its own words run: the page may be in another language.
                    horizontalAlignment: overlay.fromPage ? undefined : Text.AlignLeft
                    objectName: "card-text"
                    said: overlay.fromPage ? Theme.spoken(styled) : text
                    styled: overlay.fromPage ? overlay.shell.card.text : ""
                    text: overlay.fromPage ? words.drawn : overlay.keys ? qsTr("Up and down lead from one text to the next. Left and right turn to the other pages. The round key, or Enter, opens what is marked. Back, or Esc, closes it.") : overlay.gone ? qsTr("The clinic has changed its pages while you were reading. Please read one of the others, or ask at the front desk.") : overlay.missing ? qsTr("Please read one of the other pages, or ask at the front desk.") : overlay.shell.card.text
                    visible: !overlay.links && !overlay.evidence
                    width: parent.width
                    wrapMode: overlay.outside ? Text.WrapAnywhere : Text.Wrap
                }

                // For keys: a finger touches the words themselves.
                Flow {
                    bottomPadding: Theme.gapTight
                    spacing: Theme.between
                    visible: overlay.links
                    width: parent.width

                    Repeater {
                        model: overlay.links ? overlay.shell.card.links : null

                        Pill {
                            required property int index
                            required property string modelData

                            maximumWidth: inside.width
                            objectName: "link-" + index
                            symbol: ({
                                    figure: "enlarge",
                                    evidence: "info",
                                    term: "note",
                                    source: "book",
                                    page: "document",
                                    outside: "external"
                                })[modelData.split(":")[0]]
                            text: overlay.shell.card.words[index]

                            onTapped: overlay.shell.links.choose(index)
                        }
                    }
                }
            }
        }

        Fade {
            anchors.bottom: flick.bottom
            anchors.left: flick.left
            anchors.right: flick.right
            ground: Theme.card
            visible: flick.interactive && !flick.atYEnd
        }

        // Below what scrolls: the way back is in sight, however long the text and however large its letters.
        Flow {
            id: ways

            anchors.bottom: parent.bottom
            anchors.bottomMargin: inside.y
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.between
            width: inside.width

            Pill {
                id: close

                maximumWidth: inside.width
                objectName: "card-close"
                selected: true
                symbol: "close"
                text: qsTr("Close")

                onTapped: overlay.shell.card.close()
            }

            FurtherPill {
                flick: flick
                height: close.height
            }

            Pill {
                maximumWidth: inside.width
                objectName: "card-sources"
                symbol: "book"
                text: qsTr("All sources")
                visible: overlay.source || (overlay.evidence && overlay.shell.card.sources.length > 0)

                onTapped: overlay.shell.links.go(overlay.shell.navigator.page, "sources")
            }
        }
    }
}
