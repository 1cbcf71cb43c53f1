pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// Who wrote the page, who reviewed it and when, and where more is said about that.
Column {
    id: foot

    required property Pane pane
    required property Shell shell

    spacing: Theme.gapTight
    topPadding: Theme.gapSection

    component Line: Words {
        id: line

        readonly property Item ringed: line

        color: Theme.quiet
        font.pixelSize: Theme.small
        lineHeight: 1
        width: foot.width
    }

    Rectangle {
        color: Theme.line
        height: Theme.hairline
        width: parent.width
    }

    Line {
        text: qsTr("Written by %1").arg(foot.pane.author)
    }

    Line {
        text: foot.pane.draft ? qsTr("Draft, not yet clinically reviewed. Ask your doctor before you act on it.") : qsTr("Reviewed by %1 on %2. Next review due on %3.").arg(foot.pane.reviewer).arg(foot.pane.reviewed).arg(foot.pane.nextReview)
    }

    Pill {
        maximumWidth: foot.width
        objectName: "foot-about"
        symbol: "document"
        text: qsTr("About this information")
        x: LayoutMirroring.enabled ? foot.width - width : 0
        visible: foot.shell.about !== "" && foot.pane.name !== foot.shell.about

        onTapped: foot.shell.turnTo(foot.shell.about)
    }
}
