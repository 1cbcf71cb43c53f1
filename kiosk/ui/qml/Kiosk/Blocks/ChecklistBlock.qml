pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A list to tick: the whole line of an item is touched, and a tick is drawn in its box.
BlockFrame {
    id: block

    // How many are ticked, in words: a line for each number from none to all.
    required property string word
    // The index in the page of its first item.
    required property int count
    // 1: a line by itself, in large letters, of which nobody needs a tally.
    required property int level
    required inner
    property list<int> ticked: []
    readonly property int done: block.ticked.filter(index => index >= block.count && index < block.count + block.inner.count).length
    readonly property string tally: block.word.split("\n")[block.done] ?? ""

    signal toggled(index: int)

    ringed: null

    Column {
        Accessible.ignored: block.level > 0
        Accessible.name: block.tally
        Accessible.role: Accessible.List
        spacing: Theme.between
        width: parent.width

        Repeater {
            model: block.inner

            Item {
                id: item

                required property int count
                required property string plain
                required property string text
                readonly property bool checked: block.ticked.includes(item.count)

                signal tapped

                activeFocusOnTab: true
                implicitHeight: Math.max(Theme.touch, words.implicitHeight + 2 * Theme.gapTight)
                objectName: "tick-" + item.count
                width: parent ? parent.width : 0

                Accessible.checkable: true
                Accessible.checked: item.checked
                Accessible.name: item.plain
                Accessible.role: Accessible.CheckBox
                Accessible.onPressAction: item.tapped()
                Accessible.onToggleAction: item.tapped()

                onTapped: block.toggled(item.count)

                Rectangle {
                    anchors.fill: parent
                    border.color: item.checked ? Theme.teal : Theme.line
                    border.width: item.checked ? 2 * Theme.hairline : Theme.hairline
                    color: touch.held ? Theme.tint : Theme.card
                    radius: Theme.radius
                }

                Rectangle {
                    id: box

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.padding * 0.8
                    anchors.verticalCenter: parent.verticalCenter
                    border.color: item.checked ? Theme.teal : Theme.edge
                    border.width: 2 * Theme.hairline
                    color: item.checked ? Theme.teal : "transparent"
                    height: width
                    radius: Theme.mm
                    width: Math.max(10 * Theme.mm, Math.round(words.font.pixelSize * 0.95))

                    Icon {
                        anchors.centerIn: parent
                        colour: Theme.overTeal
                        name: "check"
                        size: Math.round(box.width * 0.8)
                        visible: item.checked
                    }
                }

                Words {
                    id: words

                    anchors.left: box.right
                    anchors.leftMargin: Theme.padding * 0.8
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.padding
                    anchors.verticalCenter: parent.verticalCenter
                    font.pixelSize: block.level > 0 ? Theme.heading : Theme.body
                    lineHeight: 1
                    silent: true
                    styled: item.text
                }

                Tap {
                    id: touch

                    onTapped: item.tapped()
                }
            }
        }
    }

    Words {
        color: Theme.quiet
        font.pixelSize: Theme.small
        lineHeight: 1
        silent: true
        text: block.tally
        visible: block.level === 0
        width: parent.width
    }
}
