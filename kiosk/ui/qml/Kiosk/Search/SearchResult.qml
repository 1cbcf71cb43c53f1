pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A place that was found: where it stands, and what stands there. A touch opens it.
Rectangle {
    id: result

    required property int index
    required property string place
    required property string styled
    required property string said
    // Whether it is just being read aloud.
    property bool read: false

    signal tapped

    activeFocusOnTab: true
    border.color: result.read ? Theme.teal : Theme.edge
    border.width: (result.read ? 2 : 1) * Theme.hairline
    color: touch.held || result.read ? Theme.tint : Theme.card
    implicitHeight: Math.max(Theme.touch, inside.implicitHeight + 2 * inside.y)
    objectName: "result-" + result.index
    radius: Theme.radius

    Accessible.name: Theme.aloud(result.said)
    Accessible.role: Accessible.Button
    Accessible.onPressAction: result.tapped()

    Column {
        id: inside

        spacing: Theme.mm
        width: parent.width - 2 * Theme.padding - arrow.width - Theme.between
        x: result.LayoutMirroring.enabled ? parent.width - Theme.padding - width : Theme.padding
        y: Theme.gapTight

        Words {
            color: Theme.teal
            font.bold: true
            font.pixelSize: Theme.small
            lineHeight: 1
            silent: true
            text: result.place
            width: parent.width
        }

        Words {
            lineHeight: 1.1
            silent: true
            styled: result.styled
            width: parent.width
        }
    }

    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron-right"
    }

    Tap {
        id: touch

        onTapped: result.tapped()
    }
}
