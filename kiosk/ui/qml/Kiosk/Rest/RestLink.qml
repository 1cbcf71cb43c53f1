pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A quiet button on the resting screen, for a page that somebody may want at once. Words shrink before they are cut.
Rectangle {
    id: button

    required property string label
    required property string symbol
    required property real size

    signal tapped

    activeFocusOnTab: true
    border.color: Theme.restDot
    border.width: Theme.hairline
    color: touch.held ? Theme.restTint : "transparent"
    radius: Math.round(button.size * 0.7)

    Accessible.name: Theme.aloud(button.label)
    Accessible.role: Accessible.Button
    Accessible.onPressAction: button.tapped()

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Math.round(button.size * 0.5)

        Icon {
            id: picture

            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.restQuiet
            name: button.symbol
            size: Math.round(button.size * 1.1)
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.restQuiet
            elide: Text.ElideRight
            font.pixelSize: button.size
            fontSizeMode: Text.Fit
            height: Math.min(implicitHeight, button.height)
            lineHeight: 1
            maximumLineCount: 2
            minimumPixelSize: Math.round(Theme.bodyAtFull * 0.6)
            silent: true
            fitted: button.label
            verticalAlignment: Text.AlignVCenter
            width: Math.min(Math.ceil(implicitWidth) + 1, button.width - picture.width - row.spacing - button.size)
        }
    }

    Tap {
        id: touch

        onTapped: button.tapped()
    }
}
