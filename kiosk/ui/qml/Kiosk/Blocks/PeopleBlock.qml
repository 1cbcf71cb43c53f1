pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// People in 100: a hundred dots a group, as many filled as people it happened to.
BlockFrame {
    id: block

    required property string title
    required inner
    required property RowModel badge

    Panel {
        Accessible.name: Theme.aloud(block.title)
        Accessible.role: Accessible.Grouping
        width: parent.width

        InnerBlocks {
            active: block.badge !== null
            rows: block.badge
            visible: block.badge !== null
            width: parent.width

            onFollowed: link => block.followed(link)
        }

        Words {
            font.bold: true
            font.pixelSize: Theme.subheading
            lineHeight: 1
            silent: true
            text: block.title
            width: parent.width
        }

        Grid {
            id: groups

            columnSpacing: 2 * Theme.padding
            columns: block.inner.count > 1 && parent.width > 260 * Theme.mm * Theme.textScale ? 2 : 1
            rowSpacing: Theme.gapBlock
            verticalItemAlignment: Grid.AlignBottom
            width: parent.width

            Repeater {
                model: block.inner

                Column {
                    id: group

                    required property int count
                    required property string word
                    required property string text
                    required property string plain

                    spacing: Theme.gapTight
                    width: (groups.width - groups.columnSpacing * (groups.columns - 1)) / groups.columns

                    Accessible.name: group.word + ": " + group.plain
                    Accessible.role: Accessible.Graphic

                    LinkedWords {
                        silent: true
                        styled: "<b>" + group.word + "</b> " + group.text
                        width: parent.width

                        onFollowed: link => block.followed(link)
                    }

                    Dots {
                        count: group.count
                        width: parent.width
                    }
                }
            }
        }
    }
}
