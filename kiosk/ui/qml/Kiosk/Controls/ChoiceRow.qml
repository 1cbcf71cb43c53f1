pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A question about taste, and its answers beside it or below.
Grid {
    id: group

    required property string label
    property bool offered: true
    property real labelWidth: name.implicitWidth
    property bool beside: false
    default property alias choices: line.data
    readonly property list<real> widths: line.children.map(each => each.width).filter(each => each > 0)

    readonly property real wanted: name.implicitWidth
    // How wide the answers are in one line.
    readonly property real span: group.widths.reduce((sum, each) => sum + each + Theme.between, -Theme.between)
    readonly property real room: group.width - (group.beside ? group.labelWidth + Theme.padding : 0)

    // The width at which the lines are as full as each other: no answer is left alone in the last one,
    // if it can be helped.
    function evenly(): real {
        const lines = Math.ceil(group.span / Math.max(1, group.room));
        const each = Math.ceil(group.widths.length / Math.max(1, lines));
        let most = 0;
        for (let first = 0; first < group.widths.length; first += each)
            most = Math.max(most, group.widths.slice(first, first + each).reduce((sum, one) => sum + one + Theme.between, -Theme.between));
        return most;
    }

    columns: group.beside ? 2 : 1
    columnSpacing: Theme.padding
    rowSpacing: 2 * Theme.mm
    verticalItemAlignment: Grid.AlignVCenter
    visible: group.offered

    Accessible.name: group.label
    Accessible.role: Accessible.Grouping

    Words {
        id: name

        color: Theme.quiet
        font.pixelSize: Theme.small
        lineHeight: 1
        silent: true
        text: group.label
        width: group.beside ? group.labelWidth : Math.min(implicitWidth, group.width)
    }

    Flow {
        id: line

        spacing: Theme.between
        width: Math.min(group.room, Math.ceil(group.evenly()))
    }
}
