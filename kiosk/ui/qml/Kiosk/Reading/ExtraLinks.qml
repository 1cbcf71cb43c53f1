pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The pages that are no tab, below the outline of a wide screen.
Column {
    id: links

    required property Shell shell
    // The page that is shown: nothing leads to it.
    required property string page

    bottomPadding: Theme.gapBlock
    spacing: Theme.between

    Rectangle {
        color: Theme.line
        height: Theme.hairline
        width: links.width
    }

    Repeater {
        model: links.shell.navigator.extras

        Rectangle {
            id: entry

            required property string page
            required property string title
            required property string icon

            signal tapped

            activeFocusOnTab: true
            color: touch.held ? Theme.tint : "transparent"
            implicitHeight: Math.max(Theme.touch, name.implicitHeight + Theme.between)
            objectName: "beside-" + entry.page
            radius: Theme.radius
            visible: entry.page !== links.page
            width: links.width

            Accessible.name: entry.title
            Accessible.role: Accessible.Link
            Accessible.onPressAction: entry.tapped()

            onTapped: links.shell.navigator.turnTo(entry.page)

            Icon {
                id: picture

                anchors.left: parent.left
                anchors.leftMargin: Theme.padding * 0.8
                anchors.verticalCenter: parent.verticalCenter
                name: entry.icon
            }

            Words {
                id: name

                anchors.left: picture.right
                anchors.leftMargin: Theme.between
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: Theme.small
                lineHeight: 1
                silent: true
                text: entry.title
            }

            Tap {
                id: touch

                onTapped: entry.tapped()
            }
        }
    }
}
