pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A figure of a page as large as the screen, with its caption and the key to its numbers beside it,
// or below it on a tall screen. All buttons stand in one row at the foot.
Rectangle {
    id: overlay

    required property Shell shell

    // The keys stay on it while it is there.
    readonly property string sheet: "card"
    readonly property LargeFigure largeFigure: overlay.shell.card.largeFigure
    readonly property bool worded: overlay.largeFigure.caption !== "" || overlay.largeFigure.key.count > 0
    readonly property bool tall: overlay.height > overlay.width
    readonly property real room: overlay.height - bar.height
    // How much of a tall screen the words may take: the arrows on the picture need their place, too.
    readonly property real share: Math.min(Math.round(overlay.room * 0.45), overlay.low ? overlay.room - overlay.height / 2 - glass.least - 2 * glass.gap : overlay.room)
    readonly property bool low: overlay.shell.appearance.low
    // Words run as those of their page do, which may stand in for a missing translation.
    readonly property bool mirrored: Qt.locale(overlay.largeFigure.language).textDirection === Qt.RightToLeft

    function dismiss(): void {
        overlay.shell.card.close();
    }

    color: Theme.paper
    objectName: "figure-sheet"

    Accessible.name: Theme.aloud(overlay.largeFigure.captionWords || overlay.largeFigure.alternative)
    Accessible.role: Accessible.Dialog

    Component.onCompleted: overlay.Accessible.announce(overlay.Accessible.name, Accessible.Polite)

    // Nothing below is touched while it is there.
    MouseArea {
        anchors.fill: parent
    }

    FigureView {
        id: glass

        readonly property real gap: Theme.isTight || overlay.tall ? Theme.between : Theme.padding

        height: (overlay.tall ? overlay.room - words.height : overlay.room) - 2 * glass.gap
        // What is touched on it stands low too, where somebody wishes for that.
        highest: overlay.low ? overlay.height / 2 - y : 0
        largeFigure: overlay.largeFigure
        width: (overlay.tall ? overlay.width : overlay.width - words.width) - 2 * glass.gap
        x: glass.gap + (overlay.tall || !overlay.mirrored ? 0 : words.width)
        y: glass.gap
    }

    FigureWords {
        id: words

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: overlay.mirrored
        height: !overlay.tall ? overlay.room : overlay.worded ? Math.min(words.wanted, overlay.share) : 0
        above: overlay.tall ? Theme.gapTight : Theme.isTight ? Theme.padding : 2 * Theme.padding
        inset: overlay.tall ? bar.edge : Theme.between
        largeFigure: overlay.largeFigure
        outset: bar.edge
        visible: overlay.worded
        width: overlay.tall ? overlay.width : overlay.worded ? Math.round(Math.min((90 + 45 * (Theme.textScale - 1)) * Theme.mm, overlay.width * (0.38 + 0.06 * (Theme.textScale - 1)))) : 0
        x: overlay.tall || overlay.mirrored ? 0 : overlay.width - width
        y: overlay.tall ? overlay.room - height : 0
    }

    FigureBar {
        id: bar

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        language: overlay.shell.navigator.language
        largeFigure: overlay.largeFigure

        onClosed: overlay.dismiss()
    }
}
