pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A code for the camera of a phone, and what it says in letters. It is dark on white in every scheme,
// as cameras expect it, and a module takes whole pixels. Nothing of it has to be touched, so it needn't come down.
Item {
    id: overlay

    required property Shell shell

    // The keys stay on the card while it is there.
    readonly property string sheet: "card"
    readonly property string address: overlay.shell.card.text
    readonly property bool beside: overlay.width > overlay.height
    readonly property real edge: Theme.isTight ? Theme.between : Theme.margin
    readonly property real inset: (Theme.isTight ? 1 : 1.5) * Theme.padding
    readonly property real tallest: overlay.height - 2 * (overlay.edge + overlay.inset)
    readonly property real widest: overlay.width - 2 * (Theme.margin + overlay.inset)
    // Below the code its words have a third of the height, and scroll where they need more.
    readonly property real below: close.height + 2 * Theme.gapBlock + Math.min(inside.implicitHeight, overlay.tallest / 3)
    readonly property real room: overlay.beside ? Math.min(overlay.tallest, 0.6 * overlay.widest) : Math.min(overlay.widest, overlay.tallest - overlay.below)
    readonly property int pixels: overlay.shell.card.code === "" ? 0 : overlay.shell.card.pixelsAModule(Theme.mm, (Theme.isTight ? 60 : 90) * Theme.mm, overlay.room)
    readonly property bool coded: overlay.pixels > 0
    readonly property string told: {
        if (overlay.address !== "")
            return overlay.coded ? qsTr("Point your phone's camera at the square. It opens this page on the clinic's website.") : qsTr("There is no room for the code here. Type this address on your phone.");
        return overlay.coded ? qsTr("Point your phone's camera at the square. Your questions come up as text. Nothing is sent anywhere.") : qsTr("This is too much for a code. Close this, and photograph your questions on the screen.");
    }

    function dismiss(): void {
        overlay.shell.card.close();
    }

    Component.onCompleted: panel.Accessible.announce(Theme.aloud(`${heading.text}. ${overlay.told} ${overlay.address}`), Accessible.Polite)

    // Nothing below is touched while the card is there; a tap beside it takes it away.
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
            card: panel

            onLeft: overlay.shell.card.close()
        }
    }

    Rectangle {
        id: panel

        readonly property real gap: overlay.coded ? 2 * Theme.padding : 0
        readonly property real words: overlay.beside ? Math.min(overlay.widest - code.width - panel.gap, (Theme.isTight ? 400 : 150 * Theme.textScale) * Theme.mm) : Math.min(overlay.widest, 250 * Theme.mm)
        readonly property real stacked: inside.implicitHeight + Theme.gapBlock + close.height

        // Whole pixels, for the code's sake.
        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.teal
        border.width: Theme.hairline
        color: Theme.card
        height: Math.round(2 * overlay.inset + Math.min(overlay.tallest, overlay.beside ? Math.max(code.height, panel.stacked) : code.height + (overlay.coded ? Theme.gapBlock : 0) + panel.stacked))
        objectName: "phone-card"
        radius: Theme.radius * 1.5
        width: Math.round(2 * overlay.inset + (overlay.beside ? code.width + panel.gap : 0) + panel.words)
        y: overlay.shell.appearance.low ? Math.floor(overlay.height - height - overlay.edge) : Math.floor((overlay.height - height) / 2)

        Accessible.name: heading.text
        Accessible.role: Accessible.Dialog

        // A touch on the card itself does nothing.
        MouseArea {
            anchors.fill: parent
        }

        Image {
            id: code

            readonly property Item ringed: code

            anchors.horizontalCenter: overlay.beside ? undefined : parent.horizontalCenter
            anchors.left: overlay.beside ? parent.left : undefined
            anchors.leftMargin: Math.round(overlay.inset)
            // Of what somebody has ticked nothing is kept.
            cache: false
            height: width
            objectName: "phone-code"
            smooth: false
            source: overlay.shell.card.code
            visible: overlay.coded
            width: overlay.pixels * implicitWidth
            y: overlay.beside ? Math.floor((parent.height - height) / 2) : Math.round(overlay.inset)

            Accessible.name: overlay.address === "" ? qsTr("A code with your questions") : qsTr("A code with the address %1").arg(overlay.address)
            Accessible.role: Accessible.Graphic
        }

        Flickable {
            id: flick

            anchors.bottom: ways.top
            anchors.bottomMargin: Theme.gapBlock
            anchors.right: parent.right
            anchors.rightMargin: overlay.inset
            anchors.top: overlay.beside || !overlay.coded ? parent.top : code.bottom
            anchors.topMargin: overlay.beside || !overlay.coded ? overlay.inset : Theme.gapBlock
            boundsBehavior: Flickable.StopAtBounds
            clip: contentHeight > height
            contentHeight: inside.implicitHeight
            interactive: contentHeight > height
            maximumFlickVelocity: Theme.fling
            width: panel.words

            Column {
                id: inside

                spacing: Theme.gapBlock
                width: parent.width

                Words {
                    id: heading

                    color: Theme.teal
                    font.bold: true
                    font.pixelSize: Theme.isTight ? Theme.body : Theme.heading
                    lineHeight: 1
                    role: Accessible.Heading
                    text: qsTr("On your phone")
                    width: parent.width
                }

                Words {
                    id: how

                    readonly property Item ringed: how

                    objectName: "phone-how"
                    text: overlay.told
                    width: parent.width
                }

                Words {
                    id: letters

                    readonly property Item ringed: letters

                    font.bold: true
                    objectName: "phone-address"
                    text: overlay.address
                    visible: text !== ""
                    width: parent.width
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

        Row {
            id: ways

            anchors.bottom: parent.bottom
            anchors.bottomMargin: overlay.inset
            anchors.left: flick.left
            spacing: Theme.between

            Pill {
                id: close

                brief: more.offered && close.longest + Theme.between + more.shortest > panel.words
                maximumWidth: panel.words
                objectName: "card-close"
                selected: true
                symbol: "close"
                text: qsTr("Close")

                onTapped: overlay.shell.card.close()
            }

            FurtherPill {
                id: more

                flick: flick
                height: close.height
            }
        }
    }
}
