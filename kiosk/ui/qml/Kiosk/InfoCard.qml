pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A card over the page: a word explained, a source, or an address to copy by hand.
Item {
    id: overlay

    required property Shell shell

    readonly property string kind: overlay.shell.card.kind
    readonly property bool outside: overlay.kind === "outside"
    readonly property bool missing: overlay.kind === "missing"
    readonly property bool gone: overlay.kind === "gone"
    readonly property bool source: overlay.kind === "source"

    visible: overlay.kind !== ""

    // Nothing below is touched while the card is there; a tap beside it, not a drag, takes it away.
    MouseArea {
        anchors.fill: parent
        preventStealing: true
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.veil

        TapHandler {
            onTapped: overlay.shell.card.close()
        }
    }

    Rectangle {
        id: card

        anchors.centerIn: parent
        border.color: Theme.teal
        border.width: Theme.hairline
        color: Theme.card
        height: Math.min(inside.implicitHeight + 2 * inside.y, overlay.height - 2 * Theme.margin)
        objectName: "card"
        radius: Theme.radius * 1.5
        width: Math.min(overlay.width - 2 * Theme.margin, 250 * Theme.mm)

        Accessible.name: heading.text
        Accessible.role: Accessible.Dialog

        // A touch on the card itself does nothing.
        MouseArea {
            anchors.fill: parent
        }

        Flickable {
            anchors.fill: parent
            anchors.margins: Theme.hairline
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: inside.implicitHeight + 2 * inside.y
            interactive: contentHeight > height

            Column {
                id: inside

                spacing: Theme.gapBlock
                width: parent.width - 4 * Theme.padding
                x: 2 * Theme.padding
                y: 1.5 * Theme.padding

                Words {
                    id: heading

                    Accessible.role: Accessible.Heading
                    color: Theme.teal
                    font.bold: true
                    font.pixelSize: Theme.heading
                    lineHeight: 1
                    text: overlay.outside ? qsTr("This address is outside the kiosk") : overlay.missing ? qsTr("This page is being updated") : overlay.gone ? qsTr("This page has been taken away") : overlay.source ? qsTr("Source %1").arg(overlay.shell.card.title) : overlay.shell.card.title
                    width: parent.width
                }

                Words {
                    text: qsTr("It can't be opened here. Copy it to read it later on your own device.")
                    visible: overlay.outside
                    width: parent.width
                }

                Words {
                    font.bold: overlay.outside
                    objectName: "card-text"
                    text: overlay.gone ? qsTr("The clinic has changed its pages while you were reading. Please read one of the others, or ask at the front desk.") : overlay.missing ? qsTr("Please read one of the other pages, or ask at the front desk.") : overlay.shell.card.text
                    textFormat: overlay.source ? Text.StyledText : Text.PlainText
                    width: parent.width
                    wrapMode: overlay.outside ? Text.WrapAnywhere : Text.Wrap
                }

                Flow {
                    spacing: Theme.between
                    width: parent.width

                    Pill {
                        maximumWidth: inside.width
                        objectName: "card-close"
                        selected: true
                        symbol: "close"
                        text: qsTr("Close")

                        onTapped: overlay.shell.card.close()
                    }

                    Pill {
                        maximumWidth: inside.width
                        objectName: "card-sources"
                        symbol: "arrow-down"
                        text: qsTr("All sources")
                        visible: overlay.source

                        onTapped: overlay.shell.go(overlay.shell.page, "sources")
                    }
                }
            }
        }
    }
}
