pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Asks staff for their PIN. Its sizes don't follow the visitor's text size.
Item {
    id: pad

    required property Desk desk

    readonly property string sheet: "card"
    readonly property bool isLocked: pad.desk.lockedFor > 0
    // Where there is no room above the keys, the words stand beside them.
    readonly property bool beside: Theme.isLow && pad.width > pad.height
    readonly property real room: pad.height - 2 * Theme.between - 2 * card.inset - 3 * Theme.between
    readonly property real keyHeight: Math.min(22 * Theme.mm, (pad.room - (pad.beside ? 0 : words.height + inside.spacing)) / 4)
    readonly property real keyWidth: Math.min((pad.beside ? 22 : 26) * Theme.mm, (pad.width - 2 * Theme.between - 2 * card.inset - 3 * Theme.between) / 4)
    readonly property real wordsWidth: pad.beside ? Math.min(keys.width, pad.width - 2 * Theme.between - 2 * card.inset - inside.spacing - keys.width) : keys.width

    function dismiss(): void {
        pad.desk.close();
    }

    function said(): string {
        if (pad.isLocked && !pad.desk.counts)
            return qsTr("Locked for longer: wrong PINs can't be written to the disk. Try again in %L1 s.").arg(pad.desk.lockedFor);
        if (pad.isLocked)
            return qsTr("Locked. Try again in %L1 s.").arg(pad.desk.lockedFor);
        if (!pad.desk.wrong)
            return qsTr("Type the PIN, then touch the tick.");
        return pad.desk.triesLeft === 1 ? qsTr("That is not the PIN. One try left.") : qsTr("That is not the PIN. %L1 tries left.").arg(pad.desk.triesLeft);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.veil

        TapBeside {
            card: card

            onLeft: pad.desk.close()
        }
    }

    Rectangle {
        id: card

        readonly property real inset: 2 * Theme.padding

        anchors.centerIn: parent
        border.color: Theme.teal
        border.width: Theme.hairline
        color: Theme.card
        height: inside.height + 2 * card.inset
        objectName: "pad"
        radius: Theme.radius * 1.5
        width: inside.width + 2 * card.inset

        Accessible.name: qsTr("PIN for staff")
        Accessible.role: Accessible.Dialog

        // A touch on the card itself does nothing.
        MouseArea {
            anchors.fill: parent
        }

        Grid {
            id: inside

            columns: pad.beside ? 2 : 1
            spacing: Theme.gapBlock
            x: card.inset
            y: card.inset

            Column {
                id: words

                spacing: Theme.gapBlock

                Item {

                    height: Theme.touch
                    width: pad.wordsWidth

                    Icon {
                        id: mark

                        anchors.left: parent.left
                        anchors.verticalCenter: parent.verticalCenter
                        name: "key"
                        size: 9 * Theme.mm
                    }

                    Words {
                        Accessible.role: Accessible.Heading
                        anchors.left: mark.right
                        anchors.leftMargin: Theme.between
                        anchors.right: parent.right
                        anchors.rightMargin: pad.beside ? 0 : close.width + Theme.between
                        anchors.verticalCenter: parent.verticalCenter
                        font.bold: true
                        font.pixelSize: Theme.headingAtFull
                        fontSizeMode: Text.Fit
                        height: parent.height
                        lineHeight: 1
                        minimumPixelSize: Theme.smallAtFull
                        text: qsTr("Staff only")
                        verticalAlignment: Text.AlignVCenter
                    }
                }

                Column {
                    spacing: Theme.between
                    width: pad.wordsWidth

                    Row {
                        anchors.horizontalCenter: parent.horizontalCenter
                        height: 6 * Theme.mm
                        spacing: Theme.between

                        Accessible.name: qsTr("%L1 digits typed").arg(pad.desk.digits)
                        Accessible.role: Accessible.StaticText

                        Repeater {
                            model: Math.max(6, pad.desk.digits)

                            Rectangle {
                                required property int index

                                readonly property bool typed: index < pad.desk.digits

                                anchors.verticalCenter: parent.verticalCenter
                                border.color: typed ? Theme.teal : Theme.edge
                                border.width: Theme.hairline
                                color: typed ? Theme.teal : "transparent"
                                height: 5 * Theme.mm
                                objectName: typed ? "digit" : ""
                                radius: height / 2
                                width: height
                            }
                        }
                    }

                    Words {
                        Accessible.role: Accessible.AlertMessage
                        color: pad.isLocked || pad.desk.wrong ? Theme.red : Theme.quiet
                        font.bold: pad.isLocked || pad.desk.wrong
                        font.pixelSize: Theme.smallAtFull
                        horizontalAlignment: Text.AlignHCenter
                        lineHeight: 1
                        objectName: "pad-said"
                        text: pad.said()
                        width: parent.width
                    }
                }
            }

            // The pad is the same in every language: left to right.
            Grid {
                id: keys

                LayoutMirroring.childrenInherit: true
                LayoutMirroring.enabled: false
                columns: 4
                spacing: Theme.between

                Repeater {
                    model: ["1", "2", "3", "back", "4", "5", "6", "clear", "7", "8", "9", "ok", "", "0", ""]

                    Item {
                        id: place

                        required property string modelData

                        readonly property bool isDigit: /^[0-9]$/.test(place.modelData)
                        readonly property string digit: place.isDigit ? qsTr("%L1", "a number alone").arg(Number(place.modelData)) : ""
                        readonly property bool isOk: place.modelData === "ok"

                        height: pad.keyHeight
                        width: pad.keyWidth

                        KeyButton {
                            active: place.isOk ? pad.desk.complete : !pad.isLocked
                            filled: place.isOk
                            // The tick is two rows high.
                            height: place.isOk ? 2 * parent.height + Theme.between : parent.height
                            name: place.isDigit ? place.digit : place.isOk ? qsTr("Enter") : place.modelData === "back" ? qsTr("Take the last digit away") : qsTr("Take all digits away")
                            objectName: "key-" + place.modelData
                            plain: !place.isDigit && !place.isOk
                            symbol: place.isOk ? "check" : place.modelData === "back" ? "erase" : ""
                            text: place.isDigit ? place.digit : place.modelData === "clear" ? qsTr("Clear") : ""
                            visible: place.modelData !== ""
                            width: parent.width

                            onTapped: {
                                if (place.isDigit)
                                    pad.desk.type(Number(place.modelData));
                                else if (place.isOk)
                                    pad.desk.enter();
                                else if (place.modelData === "back")
                                    pad.desk.back();
                                else
                                    pad.desk.clear();
                            }
                        }
                    }
                }
            }
        }

        // Beside the keys it would be taken for one of them.
        KeyButton {
            id: close

            anchors.bottom: pad.beside ? parent.bottom : undefined
            anchors.left: pad.beside ? parent.left : undefined
            anchors.margins: card.inset
            anchors.right: pad.beside ? undefined : parent.right
            anchors.top: pad.beside ? undefined : parent.top
            height: Theme.touch
            name: qsTr("Close")
            objectName: "pad-close"
            plain: true
            symbol: pad.beside ? "" : "close"
            text: pad.beside ? close.name : ""
            width: (pad.beside ? 2.2 : 1) * Theme.touch

            onTapped: pad.desk.close()
        }
    }
}
