pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The clinic's name, and below it what the kiosk tells about.
Column {
    id: names

    required property Shell shell
    required property bool topical

    // How wide either is in one line, and how many lines the clinic's takes.
    readonly property real clinicWidth: clinic.implicitWidth
    readonly property real topicWidth: topic.implicitWidth
    readonly property int lines: Math.ceil(clinic.implicitWidth / Math.max(1, names.width))

    Words {
        id: clinic

        font.bold: true
        font.pixelSize: Theme.small
        lineHeight: 1
        silent: true
        text: names.shell.clinic
        width: parent.width
    }

    Words {
        id: topic

        color: Theme.quiet
        font.pixelSize: Theme.small
        lineHeight: 1
        text: names.shell.topic
        visible: names.topical
        width: parent.width
    }
}
