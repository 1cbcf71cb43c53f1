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
        text: qsTr("Written by %1").arg(foot.pane.review.author)
    }

    Line {
        readonly property string past: qsTr("Reviewed by %1 on %2. The next review was due on %3.")
        readonly property string due: qsTr("Reviewed by %1 on %2. Next review due on %3.")

        text: foot.pane.review.draft ? qsTr("Draft, not yet clinically reviewed. Ask your doctor before you act on it.") : (foot.pane.review.overdue ? past : due).arg(foot.pane.review.reviewer).arg(foot.pane.review.reviewed).arg(foot.pane.review.nextReview)
    }

    // Beside each other where all fit, or else below each other and as wide as the widest. Also while the
    // pane is hidden: its reader comes back to the same place.
    Flow {
        id: ways

        readonly property list<Item> shown: ways.children.filter(child => (child as Pill)?.offered)
        readonly property real together: ways.shown.reduce((sum, pill) => sum + (pill as Pill).longest, 0) + (ways.shown.length - 1) * spacing
        readonly property real widest: ways.shown.reduce((most, pill) => Math.max(most, (pill as Pill).longest), 0)
        readonly property bool beside: ways.together <= foot.width
        readonly property real highest: ways.shown.reduce((most, pill) => Math.max(most, pill.implicitHeight), 0)

        spacing: Theme.between
        topPadding: Theme.between
        width: parent.width

        // In a section its place is in the strip below.
        Way {
            objectName: "foot-phone"
            symbol: "phone"
            text: qsTr("On your phone")
            offered: foot.shell.takesHome && foot.pane.sections.open === ""

            onTapped: foot.shell.links.takeAlong()
        }

        Way {
            objectName: "foot-about"
            symbol: "document"
            text: qsTr("About this information")
            offered: foot.shell.about !== "" && foot.pane.name !== foot.shell.about

            onTapped: foot.shell.navigator.turnTo(foot.shell.about)
        }

        Repeater {
            model: foot.shell.navigator.extras

            Way {
                required property string page
                required property string title
                required property string icon

                objectName: "foot-" + page
                symbol: icon
                text: title
                offered: title !== "" && page !== foot.pane.name

                onTapped: foot.shell.navigator.turnTo(page)
            }
        }
    }

    component Way: Pill {
        id: way

        height: ways.highest
        maximumWidth: foot.width
        width: ways.beside ? way.longest : Math.min(foot.width, ways.widest)
    }
}
