pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Which page is to be printed, in which language, and what becomes of it.
Item {
    id: printout

    required property Desk desk
    required property StructModel languages

    readonly property string sheet: "card"
    readonly property PagePrinting printing: printout.desk.printing as PagePrinting
    readonly property bool busy: printout.printing.outcome === "busy"
    readonly property bool sent: printout.printing.outcome === "sent"
    readonly property string told: {
        const printer = printout.printing.printer;
        switch (printout.printing.outcome) {
        case "busy":
            return qsTr("The page is being made…");
        case "sent":
            return qsTr("Handed to the printer %1.").arg(printer);
        case "missing":
            return qsTr("Printing is not installed here. Call a technician: kiosk doctor says what is missing.");
        case "silent":
            return qsTr("The print service does not answer. Restart the computer, or call a technician.");
        case "unknown":
            return qsTr("There is no printer called %1. Call a technician: kiosk doctor says more.").arg(printer);
        case "stopped":
            return qsTr("The printer %1 is stopped. Look at its paper and cable, then call a technician.").arg(printer);
        case "refused":
            return qsTr("The printer %1 does not take the page: %2").arg(printer).arg(printout.printing.reason);
        case "unmade":
            return qsTr("The page can't be made: %1").arg(printout.printing.reason);
        case "late":
            return qsTr("It took too long and was stopped. Try again.");
        }
        return "";
    }

    function dismiss(): void {
        printout.desk.ask("");
    }

    MouseArea {
        anchors.fill: parent
        preventStealing: true
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.veil

        TapBeside {
            card: card

            onLeft: printout.desk.ask("")
        }
    }

    Panel {
        id: card

        anchors.centerIn: parent
        inset: 1.5 * Theme.padding
        objectName: "print-card"
        radius: Theme.radius * 1.5
        width: Math.min(parent.width - 2 * Theme.margin, 250 * Theme.mm)

        Accessible.name: heading.text
        Accessible.role: Accessible.Dialog

        Flow {
            id: top

            bottomPadding: Theme.gapTight
            spacing: Theme.between
            width: parent.width

            Words {
                id: heading

                font.bold: true
                font.pixelSize: Theme.heading
                height: Theme.touch
                leftPadding: LayoutMirroring.enabled ? Theme.padding : 0
                lineHeight: 1
                rightPadding: LayoutMirroring.enabled ? 0 : Theme.padding
                role: Accessible.Heading
                text: qsTr("Print a page")
                verticalAlignment: Text.AlignVCenter
            }

            Repeater {
                model: printout.languages.count > 1 ? printout.languages : null

                Pill {
                    id: language

                    required property string code
                    required name

                    enabled: !printout.busy
                    objectName: "print-in-" + language.code
                    role: Accessible.RadioButton
                    selected: printout.printing.language === language.code
                    text: language.name

                    Accessible.checkable: true
                    Accessible.checked: language.selected
                    Accessible.onToggleAction: language.tapped()

                    onTapped: printout.printing.choose(language.code)
                }
            }
        }

        // As many pages as a pack may have.
        Item {
            height: flick.height
            width: parent.width

            Flickable {
                id: flick

                boundsBehavior: Flickable.StopAtBounds
                clip: contentHeight > height
                contentHeight: pages.height
                height: Math.min(pages.height, printout.height - 2 * (Theme.between + card.inset) - top.height - Math.max(outcome.height, 3 * Theme.small) - Theme.touch - 4 * Theme.gapTight)
                interactive: contentHeight > height
                maximumFlickVelocity: Theme.fling
                width: parent.width

                Grid {
                    id: pages

                    readonly property real cell: Math.floor((flick.width + Theme.between) / pages.columns - Theme.between)

                    columns: Math.max(1, Math.floor(flick.width / (11 * Theme.body)))
                    spacing: Theme.between
                    width: flick.width

                    Repeater {
                        model: printout.printing.pages

                        Pill {
                            id: page

                            required property string label
                            required name

                            enabled: !printout.busy
                            maximumWidth: pages.cell
                            objectName: "print-" + page.name
                            opacity: printout.busy ? 0.5 : 1
                            symbol: "print"
                            text: page.label
                            width: pages.cell

                            Accessible.name: page.label

                            onTapped: printout.printing.send(page.name)
                        }
                    }
                }
            }

            Fade {
                id: fade

                anchors.bottom: flick.bottom
                ground: Theme.card
                visible: flick.interactive && !flick.atYEnd
                width: flick.width
            }
        }

        Words {
            id: outcome

            color: printout.busy || printout.sent || text === "" ? Theme.ink : Theme.red
            font.pixelSize: Theme.small
            objectName: "print-told"
            text: printout.told
            visible: text !== ""
            width: parent.width

            onTextChanged: {
                if (outcome.text !== "")
                    outcome.Accessible.announce(outcome.text, Accessible.Polite);
            }
        }

        Row {
            spacing: Theme.between
            topPadding: Theme.gapTight

            Pill {
                objectName: "print-close"
                selected: true
                symbol: "close"
                text: qsTr("Close")

                onTapped: printout.desk.ask("")
            }

            FurtherPill {
                again: fade.height + Theme.touch
                flick: flick
            }
        }
    }
}
