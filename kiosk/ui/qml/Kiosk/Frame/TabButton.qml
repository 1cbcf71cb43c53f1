pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// One tab: its icon over its label; beside it where the tabs stand in several lines.
Item {
    id: tab

    required property Pane pane
    // What measures the words of all tabs.
    required property FontMetrics metrics
    property bool selected: false
    property bool stacked: true
    property bool pictured: true
    readonly property Item ringed: ground
    property bool worded: true
    // How far its ground keeps from what stands above.
    property real above: Theme.mm

    // A label wraps between its words, not inside one. Measured anew in another size, too.
    readonly property real wanted: tab.widest(tab.pane.label.split(" "))
    readonly property real whole: tab.widest([tab.pane.label])

    signal tapped

    function widest(words: list<string>): real {
        return tab.metrics.font.pixelSize > 0 ? Math.ceil(Math.max(...words.map(word => tab.metrics.advanceWidth(word)))) : 0;
    }

    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.touch, face.implicitHeight + 2 * (tab.stacked ? Theme.gapTight : Theme.mm)) + tab.above + Theme.mm

    Accessible.name: Theme.aloud(tab.pane.label)
    Accessible.role: Accessible.PageTab
    Accessible.selectable: true
    Accessible.selected: tab.selected
    Accessible.onPressAction: tab.tapped()

    Rectangle {
        id: ground

        anchors.fill: parent
        anchors.bottomMargin: Theme.mm
        anchors.leftMargin: 1.5 * Theme.mm
        anchors.rightMargin: 1.5 * Theme.mm
        anchors.topMargin: tab.above
        color: tab.selected ? (touch.held ? Theme.tealPressed : Theme.teal) : touch.held ? Theme.tint : "transparent"
        radius: Theme.radius * 1.3
    }

    Grid {
        id: face

        anchors.horizontalCenter: ground.horizontalCenter
        // Icons over words stand on one line, however many lines the words take.
        y: ground.y + (tab.stacked ? Theme.gapTight : Math.round((ground.height - height) / 2))
        // What is left out would leave its gap.
        columns: tab.stacked || !tab.pictured || !tab.worded ? 1 : 2
        horizontalItemAlignment: Grid.AlignHCenter
        spacing: tab.stacked ? Theme.mm : 2 * Theme.mm
        verticalItemAlignment: Grid.AlignVCenter

        Icon {
            colour: tab.selected ? Theme.overTeal : Theme.teal
            file: tab.pane.icon
            size: Theme.tabIcon
            visible: tab.pictured
        }

        Words {
            id: label

            color: tab.selected ? Theme.overTeal : Theme.ink
            font.bold: true
            font.pixelSize: Theme.small
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            silent: true
            fitted: tab.pane.label
            visible: tab.worded
            width: Math.min(implicitWidth, tab.width - 2 * Theme.between - (tab.pictured && !tab.stacked ? Theme.tabIcon + 2 * Theme.mm : 0))
        }
    }

    Tap {
        id: touch

        onTapped: tab.tapped()
    }
}
