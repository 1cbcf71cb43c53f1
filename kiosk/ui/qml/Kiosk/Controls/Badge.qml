pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// An evidence level in a filled shape, and beside it the study.
Flow {
    id: badge

    required property string level
    required property string word
    required property string study
    required property string studyName

    readonly property bool sure: badge.level === "moderate" || badge.level === "high"

    signal followed(link: string)

    spacing: Theme.between

    Accessible.name: badge.studyName === "" ? badge.word : badge.word + ". " + badge.studyName
    Accessible.role: Accessible.StaticText

    Rectangle {
        border.color: badge.sure ? Theme.teal : Theme.amber
        border.width: Theme.isContrast ? Theme.hairline : 0
        color: badge.sure ? Theme.tint : Theme.amberTint
        height: words.implicitHeight + 2 * Theme.mm
        radius: Math.min(height / 2, 5 * Theme.mm)
        width: Math.min(badge.width, words.implicitWidth + 6 * Theme.mm)

        Words {
            id: words

            anchors.centerIn: parent
            color: badge.sure ? Theme.teal : Theme.amber
            font.bold: true
            font.pixelSize: Theme.small
            lineHeight: 1
            silent: true
            text: badge.word
            width: Math.min(implicitWidth, badge.width - 6 * Theme.mm)
        }
    }

    Words {
        color: Theme.quiet
        font.pixelSize: Theme.small
        lineHeight: 1
        linked: true
        silent: true
        text: badge.study
        topPadding: Theme.mm
        width: Math.min(implicitWidth, badge.width)

        onFollowed: link => badge.followed(link)
    }
}
