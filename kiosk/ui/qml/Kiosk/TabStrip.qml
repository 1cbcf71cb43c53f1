pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The tabs, at the bottom where everybody reaches them (ADA 308). They wrap when the words are large.
Rectangle {
    id: strip

    required property Shell shell

    readonly property int count: strip.shell.panes.count
    readonly property real room: strip.width - 2 * Theme.between
    readonly property real widest: Math.max(...strip.labels)
    readonly property int columns: Math.max(1, Math.min(strip.count, Math.floor(strip.room / (strip.widest + 2 * Theme.between))))
    readonly property int lines: Math.ceil(strip.count / strip.columns)
    property list<real> labels: [Theme.touch]

    function measure(): void {
        const widths = [Theme.touch];
        for (let index = 0; index < tabs.count; index++) {
            const tab = tabs.itemAt(index) as TabButton;
            if (tab)
                widths.push(tab.wanted);
        }
        strip.labels = widths;
    }

    color: Theme.card
    implicitHeight: Math.min(grid.height, strip.Window.height * 0.4) + 2 * Theme.mm

    Accessible.name: qsTr("Pages")
    Accessible.role: Accessible.PageTabList

    Connections {
        function onWiped(): void {
            rows.contentY = 0;
        }

        target: strip.shell
    }

    Flickable {
        id: rows

        anchors.fill: parent
        anchors.margins: Theme.mm
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height
        contentHeight: grid.height
        interactive: contentHeight > height

        Grid {
            id: grid

            columns: Math.ceil(strip.count / strip.lines)
            width: parent.width

            Repeater {
                id: tabs

                model: strip.shell.panes

                TabButton {
                    required property int index

                    objectName: "tab-" + pane.name
                    pictured: stacked || width > strip.widest + Theme.tabIcon + 4 * Theme.between
                    selected: strip.shell.tab === index
                    stacked: strip.lines === 1 && !Theme.isLow
                    width: grid.width / grid.columns

                    onTapped: strip.shell.turnTo(pane.name)
                    onWantedChanged: strip.measure()
                }

                onItemAdded: strip.measure()
                onItemRemoved: strip.measure()
            }
        }
    }

    Rectangle {
        color: Theme.line
        height: Theme.hairline
        width: parent.width
    }
}
