pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// How things look, for whoever reads now. It stands at the foot of the screen, so that what it
// changes is seen above it at once.
Item {
    id: overlay

    required property Shell shell

    // The height that the card leaves free, in pixels from the top.
    property real ceiling: overlay.height * 0.44

    // The keys stay on the card while it is there.
    readonly property string sheet: "card"
    readonly property Appearance appearance: overlay.shell.appearance

    function dismiss(): void {
        overlay.shell.card.close();
    }

    // As far down as the chosen text size is seen whole: another size puts all in other places.
    function keep(): void {
        const size = groups.chosenSize;
        if (!size)
            return;
        const bottom = size.mapToItem(choices.contentItem, 0, size.height).y + (Theme.isTight ? 0 : Theme.gapTight);
        choices.contentY = Math.max(0, Math.min(choices.contentHeight - choices.height, bottom + fade.height - choices.height));
    }

    // A timer, not Qt.callLater: it goes when the card goes.
    Timer {
        id: later

        interval: 0

        onTriggered: overlay.keep()
    }

    // Nothing below is touched while the card is there; a tap beside it takes it away.
    MouseArea {
        anchors.fill: parent
        preventStealing: true
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

        // How much of the lower edge is faded.
        readonly property real fading: fade.height

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        border.color: Theme.teal
        border.width: Theme.hairline
        color: Theme.card
        // Whole pixels: between two of them its edge would be half as strong (WCAG 2.2, 1.4.11).
        height: Math.round(Math.min(bar.height + choices.contentHeight, overlay.height - overlay.ceiling))
        objectName: "display-card"
        topLeftRadius: 2 * Theme.radius
        topRightRadius: 2 * Theme.radius

        Accessible.name: heading.text
        Accessible.role: Accessible.Dialog

        // What has round corners hides nothing from what draws without OpenGL: all below would be drawn, too.
        Rectangle {
            anchors.fill: parent
            anchors.margins: card.border.width
            anchors.topMargin: card.topLeftRadius
            color: card.color
        }

        // A touch on the card itself does nothing.
        MouseArea {
            anchors.fill: parent
        }

        Item {
            id: bar

            readonly property real room: card.width - 2 * Theme.margin
            readonly property real turning: more.offered ? more.shortest + Theme.between : 0
            readonly property real wordy: bar.turning + usual.longest + close.longest + Theme.between
            readonly property bool titled: heading.implicitWidth + Theme.padding + bar.turning + usual.shortest + close.shortest + Theme.between <= bar.room

            // Below large letters' buttons each line counts.
            height: buttons.y + buttons.height + (Theme.isTight ? Theme.mm : Theme.gapTight)
            width: parent.width

            Words {
                id: heading

                Accessible.role: Accessible.Heading
                anchors.left: parent.left
                anchors.leftMargin: Theme.margin
                anchors.verticalCenter: buttons.verticalCenter
                color: Theme.teal
                font.bold: true
                font.pixelSize: Theme.small
                lineHeight: 1
                text: qsTr("Text size and display")
                visible: bar.titled
                wrapMode: Text.NoWrap
            }

            Row {
                id: buttons

                readonly property bool brief: bar.wordy + (bar.titled ? heading.implicitWidth + Theme.padding : 0) > bar.room

                anchors.right: parent.right
                anchors.rightMargin: Theme.margin
                spacing: Theme.between
                y: Theme.isTight ? Theme.between : Theme.padding

                // Below the choices it would take the height of one.
                FurtherPill {
                    id: more

                    // As an answer is high.
                    again: fade.height + (groups.chosenSize?.height ?? Theme.touch)
                    flick: choices
                    height: usual.height
                    objectName: "display-more"
                }

                Pill {
                    id: usual

                    brief: buttons.brief
                    objectName: "display-usual"
                    symbol: "undo"
                    text: qsTr("Back to usual")

                    onTapped: overlay.appearance.usual()
                }

                Pill {
                    id: close

                    brief: buttons.brief
                    objectName: "display-close"
                    selected: true
                    symbol: "close"
                    text: qsTr("Close")

                    onTapped: overlay.shell.card.close()
                }
            }
        }

        Flickable {
            id: choices

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: bar.bottom
            boundsBehavior: Flickable.StopAtBounds
            maximumFlickVelocity: Theme.fling
            clip: contentHeight > height
            contentHeight: groups.y + groups.height + Theme.padding
            interactive: contentHeight > height
            objectName: "display-choices"

            onContentHeightChanged: later.start()
            onHeightChanged: later.start()

            DisplayChoices {
                id: groups

                shell: overlay.shell
                width: parent.width - 2 * Theme.margin
                x: Theme.margin
                y: Theme.isTight ? 0 : Theme.gapTight
            }
        }

        Fade {
            id: fade

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            ground: Theme.card
            visible: choices.interactive && !choices.atYEnd
        }
    }
}
