pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// What steers the voice that reads aloud: it stands low, above the tabs, while a page is read.
Rectangle {
    id: bar

    required property Shell shell

    readonly property ReadAloud readAloud: bar.shell.readAloud
    readonly property real room: bar.width - 2 * Theme.margin
    // Where the words don't fit in one line, icons do.
    readonly property bool brief: bar.span(false) > bar.room

    // Measured anew in another size, too.
    function wide(words: string): real {
        return metrics.font.pixelSize > 0 ? metrics.advanceWidth(words) : 0;
    }

    function span(brief: bool): real {
        let sum = -Theme.between;
        for (const each of buttons.children) {
            const pill = each as Pill;
            if (pill?.offered)
                sum += Theme.between + (brief ? pill.shortest : Math.max(pill.longest, pill === pause ? pause.wanted : 0));
            else if (each === pace)
                sum += Theme.between + pace.width;
        }
        return sum;
    }

    color: Theme.card
    implicitHeight: Math.max(buttons.height, trouble.visible ? trouble.implicitHeight : 0) + 2 * Theme.gapInside
    objectName: "listen-bar"

    Accessible.name: qsTr("Reading aloud")
    Accessible.role: Accessible.ToolBar

    // A finger on the bar scrolls nothing below it.
    MouseArea {
        anchors.fill: parent
    }

    Words {
        id: trouble

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Theme.small
        lineHeight: 1
        objectName: "listen-trouble"
        text: qsTr("Reading aloud isn't working just now.")
        visible: bar.readAloud.problem
        width: bar.room - buttons.width - Theme.between
    }

    Flow {
        id: buttons

        readonly property real wanted: Math.ceil(bar.span(bar.brief))

        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.between
        width: Math.min(bar.room, buttons.wanted)
        x: !bar.readAloud.problem ? (bar.width - width) / 2 : bar.LayoutMirroring.enabled ? Theme.margin : bar.width - Theme.margin - width

        Pill {
            brief: bar.brief
            name: qsTr("Read the part before")
            objectName: "listen-back"
            offered: bar.readAloud.active
            symbol: "previous"
            text: qsTr("Before")

            onTapped: bar.readAloud.back()
        }

        Pill {
            id: pause

            // As wide as the longer of its two words: a touch moves no other button.
            readonly property real wanted: around(Math.max(bar.wide(qsTr("Pause")), bar.wide(qsTr("Go on"))) + Theme.icon + Theme.between)

            brief: bar.brief
            name: text
            objectName: "listen-pause"
            offered: bar.readAloud.active
            selected: true
            symbol: bar.readAloud.playing ? "pause" : "play"
            text: bar.readAloud.playing ? qsTr("Pause") : qsTr("Go on")
            width: bar.brief ? implicitWidth : Math.max(implicitWidth, pause.wanted)

            onTapped: bar.readAloud.toggle()

            FontMetrics {
                id: metrics

                font.bold: true
                font.family: Theme.fontFamily
                font.pixelSize: Theme.small
            }
        }

        Pill {
            brief: bar.brief
            name: qsTr("Read the next part")
            objectName: "listen-forward"
            offered: bar.readAloud.active
            symbol: "next"
            text: qsTr("Next")

            onTapped: bar.readAloud.forward()
        }

        Pill {
            brief: bar.brief
            name: qsTr("Read more slowly")
            objectName: "listen-slower"
            offered: bar.readAloud.active
            symbol: "minus"
            text: qsTr("Slower")

            Accessible.description: pace.text

            onTapped: bar.readAloud.slower()
        }

        Words {
            id: pace

            function percent(pace: int): string {
                return qsTr("%1 %").arg(Number(pace).toLocaleString(Qt.locale(bar.shell.navigator.language), "f", 0));
            }

            font.bold: true
            font.pixelSize: Theme.small
            height: pause.height
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            objectName: "listen-pace"
            text: pace.percent(bar.readAloud.pace)
            verticalAlignment: Text.AlignVCenter
            visible: bar.readAloud.active
            // As wide at any pace, of three digits at most: a touch moves no button.
            width: Math.ceil(bar.wide(pace.percent(200)))

            Accessible.name: qsTr("Speed: %1").arg(text)
        }

        Pill {
            brief: bar.brief
            name: qsTr("Read faster")
            objectName: "listen-faster"
            offered: bar.readAloud.active
            symbol: "add"
            text: qsTr("Faster")

            Accessible.description: pace.text

            onTapped: bar.readAloud.faster()
        }

        Pill {
            brief: bar.brief
            name: bar.readAloud.active ? qsTr("Stop reading aloud") : qsTr("Close")
            objectName: "listen-stop"
            symbol: bar.readAloud.active ? "stop" : "close"
            text: bar.readAloud.active ? qsTr("Stop") : qsTr("Close")

            onTapped: bar.readAloud.stop()
        }
    }

    Rectangle {
        color: Theme.line
        height: Theme.hairline
        width: parent.width
    }
}
