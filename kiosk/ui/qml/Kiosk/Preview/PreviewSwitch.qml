pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One thing that can be set, and its values side by side; the chosen one is filled.
Row {
    id: group

    required property string label
    required property list<string> options
    required property int chosen
    required property real em

    signal picked(index: int)

    spacing: 0.5 * group.em

    Accessible.name: group.label
    Accessible.role: Accessible.Grouping

    PreviewWords {
        id: name

        color: Theme.quiet
        em: group.em
        text: group.label
        topPadding: 0.35 * group.em
        width: 6 * group.em
    }

    Flow {
        spacing: 0.4 * group.em
        width: group.width - name.width - group.spacing

        Repeater {
            model: group.options

            Rectangle {
                id: option

                required property int index
                required property string modelData

                readonly property bool isChosen: option.index === group.chosen

                signal tapped

                activeFocusOnTab: true
                border.color: option.activeFocus ? Theme.ink : option.isChosen ? Theme.teal : Theme.edge
                border.width: option.activeFocus ? 2 : 1
                color: option.isChosen ? Theme.teal : touch.held ? Theme.tint : Theme.card
                height: 1.9 * group.em
                radius: 0.95 * group.em
                width: word.implicitWidth + 1.6 * group.em

                Accessible.checkable: true
                Accessible.checked: option.isChosen
                Accessible.name: option.modelData
                Accessible.role: Accessible.RadioButton
                Accessible.onPressAction: option.tapped()

                Keys.onReturnPressed: option.tapped()
                Keys.onSpacePressed: option.tapped()
                onTapped: group.picked(option.index)

                PreviewWords {
                    id: word

                    anchors.centerIn: parent
                    color: option.isChosen ? Theme.overTeal : Theme.ink
                    em: group.em
                    text: option.modelData
                    wrapMode: Text.NoWrap
                }

                Tap {
                    id: touch

                    onTapped: option.tapped()
                }
            }
        }
    }
}
