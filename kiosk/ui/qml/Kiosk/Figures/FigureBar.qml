pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// What is touched about a figure that is opened large: how large, all of it, and back to the page.
Rectangle {
    id: bar

    required property LargeFigure largeFigure
    required property string language

    readonly property real edge: Theme.isTight ? Theme.between : Math.round(Math.min(Theme.margin, 0.04 * bar.width))
    readonly property real room: bar.width - 2 * bar.edge
    readonly property real steps: smaller.width + larger.width + 3 * Theme.between
    readonly property real sizing: bar.steps + percent.width + Theme.between
    // Where not all words fit in the line, some are left out: the way back keeps its own the longest.
    readonly property bool brief: bar.sizing + whole.longest + close.longest > bar.room
    readonly property bool terse: bar.sizing + whole.shortest + close.longest > bar.room
    readonly property bool silent: bar.sizing + whole.shortest + close.shortest > bar.room

    signal closed

    function said(scale: real): string {
        return qsTr("%1 %").arg(Number(Math.round(100 * scale)).toLocaleString(Qt.locale(bar.language), "f", 0));
    }

    color: Theme.card
    height: sizes.height + 2 * (Theme.isLow ? 2 * Theme.mm : Theme.padding)
    objectName: "figure-bar"

    Accessible.name: qsTr("Picture size")
    Accessible.role: Accessible.ToolBar

    Row {
        id: sizes

        anchors.left: parent.left
        anchors.leftMargin: bar.edge
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.between

        Pill {
            id: smaller

            name: qsTr("Make the picture smaller")
            objectName: "figure-smaller"
            symbol: "minus"

            Accessible.description: percent.text

            onTapped: bar.largeFigure.smaller()
        }

        Words {
            id: percent

            font.bold: true
            font.pixelSize: Theme.small
            height: smaller.height
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            objectName: "figure-percent"
            said: qsTr("Size: %1").arg(text)
            text: bar.said(bar.largeFigure.scale)
            verticalAlignment: Text.AlignVCenter
            visible: !bar.silent
            // As wide at any size, and measured anew in another text size.
            width: metrics.font.pixelSize > 0 ? Math.ceil(metrics.advanceWidth(bar.said(4))) : 0
        }

        Pill {
            id: larger

            name: qsTr("Make the picture larger")
            objectName: "figure-larger"
            symbol: "add"

            Accessible.description: percent.text

            onTapped: bar.largeFigure.larger()
        }

        Pill {
            id: whole

            brief: bar.brief
            name: text
            objectName: "figure-whole"
            offered: bar.largeFigure.close
            symbol: "whole"
            text: qsTr("Whole picture")

            onTapped: bar.largeFigure.whole()
        }
    }

    Pill {
        id: close

        anchors.right: parent.right
        anchors.rightMargin: bar.edge
        anchors.verticalCenter: parent.verticalCenter
        brief: bar.terse
        objectName: "figure-close"
        selected: true
        symbol: "close"
        text: qsTr("Close")

        onTapped: bar.closed()
    }

    Rectangle {
        color: Theme.line
        height: Theme.hairline
        width: parent.width
    }

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.fontFamily
        font.pixelSize: Theme.small
    }
}
