pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// What happens when, from top to bottom; a gate asks whether to go on.
BlockFrame {
    id: block

    required property string title
    required inner

    Panel {
        id: panel

        Accessible.name: Theme.aloud(block.title)
        Accessible.role: Accessible.List
        width: parent.width

        Words {
            font.bold: true
            font.pixelSize: Theme.subheading
            lineHeight: 1
            silent: true
            text: block.title
            visible: block.title !== ""
            width: parent.width
        }

        Column {
            id: moments

            width: parent.width

            Repeater {
                model: block.inner

                Item {
                    id: moment

                    required property int index
                    required property int level
                    required property string title
                    required property string text
                    required property string plain

                    readonly property bool gate: moment.level === 1
                    readonly property real rail: Math.round(Theme.body * 0.9)

                    implicitHeight: words.implicitHeight + Theme.gapTight
                    width: moments.width

                    Accessible.name: Theme.aloud(moment.title + ". " + moment.plain)
                    Accessible.role: Accessible.ListItem

                    Item {
                        anchors.left: parent.left
                        height: parent.height
                        width: moment.rail

                        Rectangle {
                            color: Theme.edge
                            height: moment.index === block.inner.count - 1 ? point.y : parent.height
                            visible: block.inner.count > 1
                            width: Theme.hairline * 2
                            x: (parent.width - width) / 2
                            y: moment.index === 0 ? point.y : 0
                        }

                        Rectangle {
                            id: point

                            border.color: moment.gate ? Theme.amberEdge : Theme.teal
                            border.width: Theme.hairline * 2
                            color: moment.gate ? Theme.amberTint : Theme.teal
                            height: width
                            radius: moment.gate ? Theme.mm / 2 : width / 2
                            rotation: moment.gate ? 45 : 0
                            width: Math.round(moment.rail * 0.6)
                            x: (parent.width - width) / 2
                            y: (Theme.body * 1.2 * Theme.lineHeight - height) / 2
                        }
                    }

                    Column {
                        id: words

                        anchors.right: parent.right
                        width: parent.width - moment.rail - 1.5 * Theme.between

                        Words {
                            color: moment.gate ? Theme.amber : Theme.teal
                            font.bold: true
                            silent: true
                            text: moment.title
                            width: parent.width
                        }

                        LinkedWords {
                            silent: true
                            styled: moment.text
                            width: parent.width

                            onFollowed: link => block.followed(link)
                        }
                    }
                }
            }
        }
    }
}
