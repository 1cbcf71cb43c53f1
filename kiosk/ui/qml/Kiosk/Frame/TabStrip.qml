pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The tabs, at the bottom where everybody reaches them (ADA 308), and the button that brings the rest
// down to them. They wrap when the words are large.
Rectangle {
    id: strip

    required property Shell shell

    readonly property int count: strip.shell.navigator.panes.count
    readonly property real room: strip.width - 2 * Theme.between
    readonly property real widest: Math.max(reach.wanted, ...strip.labels)
    // The last cell is for the button that brings everything within reach.
    readonly property int cells: strip.count + 1
    readonly property int fitting: Math.max(1, Math.min(strip.cells, Math.floor(strip.room / (strip.widest + 2.5 * Theme.between))))
    // One line of words at any price: tabs are icons then, and only the chosen one has its word.
    readonly property bool iconic: Theme.isTight && strip.room < strip.cells * (Math.max(strip.widest, strip.longest) + 2.5 * Theme.between)
    readonly property int lines: strip.iconic ? 1 : Math.ceil(strip.cells / strip.fitting)
    readonly property real most: Theme.screenHeight * 0.4
    // So many tabs that they scroll: the button stands still beside them.
    readonly property bool crowded: strip.lines * strip.lowest > strip.most
    readonly property int across: strip.iconic ? strip.cells : Math.max(strip.crowded ? 2 : 1, Math.ceil(strip.cells / strip.lines))
    readonly property int columns: strip.iconic ? strip.count : strip.crowded ? strip.across - 1 : Math.min(strip.across, strip.count)
    readonly property real cell: (strip.width - 2 * Theme.mm) / strip.across
    // In one line the button takes what its words need and the tabs can spare.
    readonly property real aside: 1.5 * Theme.mm + Theme.between
    readonly property real spread: strip.iconic || strip.lines > 1 ? strip.cell : Math.max(strip.cell, Math.min(reach.whole + 2 * Theme.between + strip.aside, strip.width - 2 * Theme.mm - strip.count * (strip.longest + 2.5 * Theme.between)))
    readonly property real lowest: Math.max(Theme.touch + 2 * Theme.mm, Theme.small * 1.3 + 2 * Theme.mm) + 2 * Theme.mm

    // How wide each is where only the chosen tab, or that and the button, have their word.
    readonly property real slim: Math.min(strip.cell, Math.max(Theme.touch, Theme.tabIcon + 2 * Theme.gapTight))
    readonly property real spare: strip.width - 2 * Theme.mm - strip.cells * strip.slim
    readonly property bool worded: strip.spare > strip.widest + 3 * Theme.between
    readonly property bool reachWorded: strip.spare > strip.widest + reach.whole + 5 * Theme.between
    readonly property real reachWidth: !strip.iconic ? strip.spread : !strip.worded ? Math.max(strip.cell, Theme.touch + strip.aside) : strip.slim + Theme.between + (strip.reachWorded ? reach.whole : 0)
    // Nothing but the button stands in the last line.
    readonly property bool lonely: !strip.crowded && strip.lines > Math.ceil(strip.count / strip.columns)
    readonly property real row: strip.lonely || strip.crowded || tabs.count === 0 ? strip.lowest : tabs.itemAt(tabs.count - 1)?.height ?? strip.lowest
    property list<real> labels: [Theme.touch]
    // The longest label in one line.
    property real longest: 0
    // What a label and its icon side by side need, so that none breaks for an icon's sake.
    readonly property real illustrated: strip.longest + Theme.tabIcon + 4 * Theme.between

    function wide(selected: bool): real {
        if (strip.iconic ? !strip.worded : strip.lines === 1)
            return (strip.width - 2 * Theme.mm - strip.reachWidth) / strip.count;
        if (!strip.iconic)
            return strip.cell;
        // The chosen one is as wide as the longest label with its icon; the others share what is left.
        const all = strip.width - 2 * Theme.mm - strip.reachWidth;
        const chosen = Math.min(all - (strip.count - 1) * strip.slim, Math.max(strip.widest, strip.longest) + Theme.tabIcon + 6 * Theme.between);
        return selected ? chosen : (all - chosen) / (strip.count - 1);
    }

    function measure(): void {
        const widths = [Theme.touch];
        let longest = 0;
        for (let index = 0; index < tabs.count; index++) {
            const tab = tabs.itemAt(index) as TabButton;
            if (tab) {
                widths.push(tab.wanted);
                longest = Math.max(longest, tab.whole);
            }
        }
        strip.labels = widths;
        strip.longest = longest;
    }

    // How high the tabs are that stand beside this one: as high as the one with most lines.
    function level(index: int): real {
        const first = index - index % strip.columns;
        let highest = 0;
        for (let other = first; other < Math.min(first + strip.columns, tabs.count); other++)
            highest = Math.max(highest, tabs.itemAt(other)?.implicitHeight ?? 0);
        return highest;
    }

    color: Theme.card
    implicitHeight: Math.min(grid.height + (strip.lonely ? strip.lowest : 0), strip.most) + 2 * Theme.mm

    Accessible.name: qsTr("Pages")
    Accessible.role: Accessible.PageTabList

    FontMetrics {
        id: letters

        font.bold: true
        font.family: Theme.fontFamily
        font.pixelSize: Theme.small
    }

    Connections {
        function onWiped(): void {
            rows.contentY = 0;
        }

        target: strip.shell.navigator
    }

    Flickable {
        id: rows

        anchors.fill: parent
        anchors.margins: Theme.mm
        boundsBehavior: Flickable.StopAtBounds
        maximumFlickVelocity: Theme.fling
        clip: contentHeight > height
        contentHeight: grid.height
        interactive: contentHeight > height

        Grid {
            id: grid

            columns: strip.columns
            // A mirrored grid begins at a whole pixel of its own.
            x: strip.LayoutMirroring.enabled ? parent.width - Math.floor(width) : 0

            Repeater {
                id: tabs

                model: strip.shell.navigator.panes

                TabButton {
                    required property int index

                    height: strip.level(index)
                    metrics: letters
                    above: (strip.lines > 1 ? 3 : 1) * Theme.mm
                    objectName: "tab-" + pane.name
                    pictured: stacked || !worded || width > strip.illustrated
                    selected: strip.shell.navigator.tab === index
                    stacked: strip.lines === 1 && !Theme.isShort && !strip.iconic
                    width: strip.wide(selected)
                    worded: !strip.iconic || (selected && strip.worded)

                    onTapped: strip.shell.navigator.turnTo(pane.name)
                    onWantedChanged: strip.measure()
                    onWholeChanged: strip.measure()
                }

                onItemAdded: strip.measure()
                onItemRemoved: strip.measure()
            }
        }
    }

    LowReachButton {
        id: reach

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 2 * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: 2.5 * Theme.mm
        height: strip.lines === 1 ? grid.height - 2 * Theme.mm : Math.max(Theme.touch, strip.row - Theme.between - Theme.mm)
        low: strip.shell.appearance.low
        pictured: stacked || !worded || width > strip.illustrated
        stacked: strip.lines === 1 && !Theme.isShort && !strip.iconic
        // Apart from the tabs, which stand side by side.
        width: strip.reachWidth - strip.aside
        worded: !strip.iconic || (strip.worded && strip.reachWorded)

        onTapped: strip.shell.appearance.reach(!strip.shell.appearance.low)
    }

    Rectangle {
        color: Theme.line
        height: Theme.hairline
        width: parent.width
    }
}
