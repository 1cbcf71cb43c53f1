pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// An evidence level in a filled shape, and beside it the study. A touch explains it on a card.
Item {
    id: badge

    required property string level
    required property string word
    required property string study
    required property string studyName
    // Where all of it leads; a touch on a link in the study leads where that one does.
    property string link: ""

    signal followed(link: string)
    signal tapped

    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.touch, parts.implicitHeight)

    Accessible.name: Theme.aloud(badge.studyName === "" ? badge.word : badge.word + ". " + badge.studyName)
    Accessible.role: Accessible.Button
    Accessible.onPressAction: badge.tapped()

    onTapped: badge.followed(badge.link)

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: -Theme.mm
        anchors.rightMargin: -Theme.mm
        color: Theme.tint
        radius: Theme.radius
        visible: touch.held
    }

    Flow {
        id: parts

        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.between
        width: parent.width

        Level {
            level: badge.level
            room: badge.width
            telling: true
            word: badge.word
        }

        LinkedWords {
            color: Theme.quiet
            font.pixelSize: Theme.small
            lineHeight: 1
            silent: true
            styled: badge.study
            topPadding: Theme.mm + lowered
            width: Math.min(implicitWidth, badge.width)

            onFollowed: link => badge.followed(link)
        }
    }

    Tap {
        id: touch

        onTapped: badge.tapped()
    }
}
