pragma ComponentBehavior: Bound

import QtQml.Models
import QtQuick
import Kiosk
import Kiosk.Native

// A scale of weeks: its numbers, its marks, and a diamond where to ask whether to go on. Knows where on
// it a week is; what is drawn to this scale below asks it.
Item {
    id: scale

    required property string title
    required property int last
    required property RowModel marks

    // Room at both ends for half a number and half a diamond.
    readonly property real side: Theme.small * 1.05
    readonly property real week: Math.max(0.1, (scale.width - 2 * scale.side) / Math.max(1, scale.last))
    readonly property real number: Theme.small * (0.62 * String(scale.last).length + 0.5)
    readonly property real dot: Math.max(1.8 * Theme.mm, Math.min(6 * Theme.mm, scale.week * 0.8))

    // The middle of a week, in pixels from the left.
    function at(week: int): real {
        const along = scale.side + week * scale.week;
        return scale.LayoutMirroring.enabled ? scale.width - along : along;
    }

    implicitHeight: rule.y + Math.round(Theme.small * 1.4)

    Accessible.ignored: true

    Words {
        id: name

        color: Theme.quiet
        font.pixelSize: Theme.small
        lineHeight: 1
        silent: true
        text: scale.title
        width: parent.width
    }

    Rectangle {
        id: rule

        anchors.left: parent.left
        anchors.leftMargin: scale.side
        color: Theme.edge
        height: Theme.hairline
        width: parent.width - 2 * scale.side
        y: name.height + Math.round(Theme.small * 2.85)
    }

    Repeater {
        model: scale.marks

        delegate: DelegateChooser {
            role: "kind"

            DelegateChoice {
                roleValue: "mark"

                Item {
                    id: mark

                    required property int index
                    required property int count
                    required property int columns
                    required property int level
                    required property string marker

                    // As many have a number as there is room for.
                    readonly property int every: Math.pow(2, Math.max(0, Math.ceil(Math.log2(scale.number / (mark.columns * scale.week)))))

                    x: scale.at(mark.count)

                    Rectangle {
                        color: Theme.edge
                        height: number.visible ? 2.4 * Theme.mm : 1.2 * Theme.mm
                        visible: mark.level * scale.week > Theme.small
                        width: Theme.hairline
                        x: -width / 2
                        y: rule.y - height
                    }

                    Words {
                        id: number

                        anchors.horizontalCenter: parent.horizontalCenter
                        color: Theme.quiet
                        font.pixelSize: Theme.small
                        lineHeight: 1
                        silent: true
                        text: mark.marker
                        visible: mark.index % mark.every === 0 && mark.level * scale.week >= scale.number
                        y: rule.y - Theme.small - height
                    }
                }
            }
            DelegateChoice {
                roleValue: "gate"

                Item {
                    id: gate

                    required property int count
                    required property int level
                    required property string marker

                    x: scale.at(gate.count)

                    Rectangle {
                        color: Theme.amberEdge
                        height: scale.height - y
                        width: Theme.hairline * 2
                        x: -width / 2
                        y: rule.y + Theme.small - Theme.hairline
                    }

                    GateMark {
                        x: -width / 2
                        y: rule.y - height / 2
                    }

                    Words {
                        anchors.horizontalCenter: parent.horizontalCenter
                        color: Theme.amber
                        font.bold: true
                        font.pixelSize: Theme.small
                        lineHeight: 1
                        silent: true
                        text: gate.marker
                        visible: gate.level * scale.week >= scale.number
                        y: rule.y - Theme.small - height
                    }
                }
            }
        }
    }
}
