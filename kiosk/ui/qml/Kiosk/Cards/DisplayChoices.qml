pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// What there is to choose on the display card: two groups beside each other where they fit, else one
// below the other, their names beside the answers where those fit.
Grid {
    id: groups

    required property Shell shell

    readonly property Appearance appearance: groups.shell.appearance
    readonly property list<int> sizes: [100, 125, 150, 175, 200]
    readonly property list<int> spacings: [100, 125, 150]
    readonly property real widest: Math.max(size.span, colours.span, spacing.span, motion.offered ? motion.span : 0, loudness.offered ? loudness.span : 0)
    readonly property real labels: Math.max(size.wanted, colours.wanted, spacing.wanted, motion.offered ? motion.wanted : 0, loudness.offered ? loudness.wanted : 0)
    readonly property bool paired: 2 * groups.widest + columnSpacing <= width
    readonly property bool beside: !groups.paired && groups.labels + Theme.padding + groups.widest <= width
    readonly property real share: groups.paired ? (width - columnSpacing) / 2 : width

    readonly property Item chosenSize: percents.count > 0 ? percents.itemAt(groups.sizes.indexOf(groups.appearance.textSize)) : null

    function percent(value: int): string {
        return qsTr("%1 %").arg(value.toLocaleString(Qt.locale(groups.shell.navigator.language), "f", 0));
    }

    columnSpacing: 2 * Theme.padding
    columns: groups.paired ? 2 : 1
    rowSpacing: groups.beside ? Theme.gapTight : Theme.gapBlock

    ChoiceRow {
        id: size

        beside: groups.beside
        label: qsTr("Text size")
        labelWidth: groups.labels
        width: groups.share

        Repeater {
            id: percents

            model: groups.sizes

            Choice {
                required property int modelData

                chosen: groups.appearance.textSize === modelData
                objectName: "size-" + modelData
                text: groups.percent(modelData)

                onTapped: groups.appearance.resize(modelData)
            }
        }
    }

    ChoiceRow {
        id: colours

        beside: groups.beside
        label: qsTr("Colours")
        labelWidth: groups.labels
        width: groups.share

        Repeater {
            model: [["light", qsTr("Light")], ["dark", qsTr("Dark")], ["contrast", qsTr("High contrast")]]

            Choice {
                id: scheme

                required property list<string> modelData

                chosen: groups.appearance.scheme === scheme.modelData[0]
                objectName: "scheme-" + scheme.modelData[0]
                text: scheme.modelData[1]

                face: Swatch {
                    scheme: scheme.modelData[0]
                }

                onTapped: groups.appearance.dress(scheme.modelData[0])
            }
        }
    }

    ChoiceRow {
        id: spacing

        beside: groups.beside
        label: qsTr("Line spacing")
        labelWidth: groups.labels
        width: groups.share

        Repeater {
            model: [qsTr("Normal"), qsTr("Wide"), qsTr("Widest")]

            Choice {
                id: space

                required property int index
                required property string modelData

                chosen: groups.appearance.lineSpacing === groups.spacings[space.index]
                objectName: "spacing-" + groups.spacings[space.index]
                text: space.modelData

                face: Ruled {
                    apart: space.index
                    colour: space.chosen ? Theme.overTeal : Theme.teal
                }

                onTapped: groups.appearance.space(groups.spacings[space.index])
            }
        }
    }

    ChoiceRow {
        id: motion

        beside: groups.beside
        label: qsTr("Movement")
        labelWidth: groups.labels
        offered: groups.appearance.movable
        width: groups.share

        Choice {
            chosen: !groups.appearance.still
            objectName: "motion-on"
            text: qsTr("Pages slide")

            onTapped: groups.appearance.calm(false)
        }

        Choice {
            chosen: groups.appearance.still
            objectName: "motion-off"
            text: qsTr("Nothing moves")

            onTapped: groups.appearance.calm(true)
        }
    }

    ChoiceRow {
        id: loudness

        beside: groups.beside
        label: qsTr("Volume")
        labelWidth: groups.labels
        offered: groups.shell.readAloud.available
        width: groups.share

        Pill {
            id: quieter

            name: qsTr("Quieter")
            objectName: "volume-down"
            symbol: "minus"

            Accessible.description: groups.percent(groups.shell.readAloud.volume)

            onTapped: groups.shell.readAloud.quieter()
        }

        Words {
            font.bold: true
            font.pixelSize: Theme.small
            height: quieter.height
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            objectName: "volume"
            text: groups.percent(groups.shell.readAloud.volume)
            verticalAlignment: Text.AlignVCenter
            // Measured anew in another size, too.
            width: metrics.font.pixelSize > 0 ? Math.ceil(metrics.advanceWidth(groups.percent(100))) + Theme.between : 0
        }

        Pill {
            name: qsTr("Louder")
            objectName: "volume-up"
            symbol: "add"

            Accessible.description: groups.percent(groups.shell.readAloud.volume)

            onTapped: groups.shell.readAloud.louder()
        }
    }

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.fontFamily
        font.pixelSize: Theme.small
    }

    // A little of the paper of a theme, with its ink.
    component Swatch: Rectangle {
        id: swatch

        required property string scheme

        border.color: Theme.edge
        border.width: Theme.hairline
        color: Theme.paperOf(swatch.scheme)
        height: width
        radius: Theme.radius
        width: Math.round(Theme.small * 1.15)

        Words {
            anchors.centerIn: parent
            color: Theme.inkOf(swatch.scheme)
            font.bold: true
            font.pixelSize: Math.round(Theme.small * 0.75)
            lineHeight: 1
            silent: true
            text: qsTr("A")
        }
    }

    // Three lines, near to each other or further apart.
    component Ruled: Column {
        id: lines

        required property int apart
        required property color colour

        spacing: Math.round(Theme.small * (0.1 + 0.1 * lines.apart))

        Repeater {
            model: 3

            Rectangle {
                color: lines.colour
                height: Math.max(2, Math.round(Theme.small * 0.1))
                radius: height / 2
                width: Math.round(Theme.small * 0.9)
            }
        }
    }
}
