pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// How sure it is, as a word, and the study behind it.
BlockFrame {
    id: block

    required property string tone
    required property string word
    required property string text
    required property string plain
    required property string link

    // The badge is a control.
    ringed: null

    Badge {
        level: block.tone
        link: block.link
        study: block.text
        studyName: block.plain
        width: parent.width
        word: block.word

        onFollowed: link => block.followed(link)
    }
}
