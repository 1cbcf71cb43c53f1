pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The keyboard: as many keys beside each other as a finger can tell apart, and in as few rows.
Rectangle {
    id: board

    required property Keyboard keyboard
    required property real widest

    readonly property real room: board.width - 2 * Theme.between
    readonly property int most: Math.floor((board.room + Theme.between) / (Theme.touch + Theme.between))
    // Where there is room they are together as wide as what was found, and none is wider than 29 mm.
    readonly property real least: Math.ceil(Theme.touch + Theme.between)
    readonly property real pitch: Math.floor(Math.min(32 * Theme.mm, board.apiece(board.room), Math.max(board.least, board.apiece(board.widest))))
    readonly property real across: board.pitch * board.keyboard.columns - Theme.between
    // Higher keys are easier to hit, where the results have room besides.
    readonly property bool roomy: board.keyboard.rows * 1.3 * Theme.touch <= Theme.screenHeight / 2
    // Where each line counts, the last of them stands nearer to the edge.
    readonly property real under: Theme.isTight ? Theme.mm : Theme.between
    // How high a letter is that reaches far up and down, of its size.
    readonly property real reaching: 1.7
    // They grow with what is read as far as a key is wide, and high where the keys take three eighths of the screen.
    readonly property real fitting: Math.min((board.pitch - 2 * Theme.between) / 1.2, Math.max(Theme.touch, 3 / 8 * Theme.screenHeight / board.keyboard.rows - Theme.between) / board.reaching)
    readonly property real letter: Math.round(Math.min(Theme.body, Math.max(Theme.bodyAtFull, board.fitting)))
    readonly property real high: Math.ceil(Math.max((board.roomy ? 1.1 : 1) * Theme.touch, board.reaching * board.letter)) + Theme.between

    signal pressed(kind: string, types: string)

    function apiece(width: real): real {
        return (width + Theme.between) / Math.max(1, board.keyboard.columns);
    }

    function nameOf(kind: string): string {
        switch (kind) {
        case "space":
            return qsTr("Space");
        case "delete":
            return qsTr("Take the last letter away");
        case "more":
            return board.keyboard.layer === "more" ? qsTr("Letters") : qsTr("More letters");
        case "digits":
            return board.keyboard.layer === "digits" ? qsTr("Letters") : qsTr("Digits");
        case "language":
            return qsTr("Letters of another language: %1").arg(board.keyboard.following);
        default:
            return qsTr("Put the keys away");
        }
    }

    function wordOf(kind: string): string {
        if (kind !== "digits" && kind !== "more")
            return kind === "space" ? board.nameOf(kind) : "";
        if (board.keyboard.layer === kind)
            return board.keyboard.letters;
        return kind === "more" ? board.keyboard.more : qsTr("%L1", "a number alone").arg(123);
    }

    function symbolOf(kind: string): string {
        return kind === "delete" ? "erase" : kind === "language" ? "globe" : kind === "done" ? "chevron-down" : "";
    }

    color: Theme.tint
    implicitHeight: board.keyboard.rows * board.high + board.under
    objectName: "search-keys"

    Accessible.name: qsTr("Keyboard")
    Accessible.role: Accessible.Grouping

    onMostChanged: board.keyboard.fit(board.most)
    Component.onCompleted: board.keyboard.fit(board.most)

    Rectangle {
        color: Theme.line
        height: Theme.hairline
        width: parent.width
    }

    // A finger between two keys does nothing.
    MouseArea {
        anchors.fill: parent
    }

    // Letters lie as their own language runs, whatever runs around them.
    Item {
        id: keys

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: false
        height: parent.height - Theme.between - board.under
        width: board.across
        x: Math.round((board.width - width) / 2)
        y: Theme.between

        Repeater {
            model: board.keyboard.keys

            Cap {
                size: board.letter
                text: face
            }
        }

        Repeater {
            model: board.keyboard.controls

            Cap {
                id: control

                border.width: Theme.hairline
                name: board.nameOf(control.kind)
                plain: true
                size: 0.8 * board.letter
                symbol: board.symbolOf(control.kind)
                text: board.wordOf(control.kind)
            }
        }
    }

    component Cap: KeyButton {
        id: cap

        required property string kind
        required property string types
        required property string face
        required property int row
        required property real column
        required property real span
        required name

        height: board.high - Theme.between
        iconSize: Math.max(9 * Theme.mm, 0.9 * board.letter)
        objectName: cap.kind === "type" ? "key-" + cap.types : "key-" + cap.kind
        width: Math.round(cap.span * board.pitch) - Theme.between
        x: Math.round((board.keyboard.mirrored ? board.keyboard.columns - cap.column - cap.span : cap.column) * board.pitch)
        y: cap.row * board.high

        onTapped: board.pressed(cap.kind, cap.types)
    }
}
