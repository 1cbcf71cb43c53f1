pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A hundred dots in rows of 25, 20 or 10; the first `count` are filled, the others are rings.
// Four tiled pictures, not a hundred items: a page with charts starts and scrolls as fast as one without.
Item {
    id: dots

    required property int count

    property int columns: dots.width >= 150 * Theme.mm ? 25 : dots.width >= 100 * Theme.mm ? 20 : 10
    // From the middle of a dot to the next at most.
    property real largest: 9 * Theme.mm
    readonly property int pitch: Math.floor(Math.min(dots.largest, dots.width / dots.columns))
    // A small ring is a thin one, and needs a colour that stands out more.
    readonly property color line: dots.largest < 6 * Theme.mm ? Theme.quiet : Theme.edge
    readonly property int lines: Math.floor(dots.count / dots.columns)
    readonly property int rest: dots.count % dots.columns
    // Dots are whole pixels wide: what is left over is at the end of the line.
    readonly property real start: dots.LayoutMirroring.enabled ? dots.width - dots.columns * dots.pitch : 0

    implicitHeight: dots.pitch * 100 / dots.columns

    Accessible.ignored: true

    component Patch: Image {
        id: patch

        required property bool filled
        required property int across
        required property int down

        readonly property string icon: encodeURIComponent(`${Theme.iconFolder}/${patch.filled ? "dot" : "ring"}.svg`)

        fillMode: Image.Tile
        height: patch.down * dots.pitch
        horizontalAlignment: Image.AlignLeft
        source: `image://pictures/${patch.icon}?ink=${Theme.code(patch.filled ? Theme.teal : dots.line)}`
        sourceSize.width: dots.pitch
        verticalAlignment: Image.AlignTop
        visible: patch.across > 0 && patch.down > 0
        width: patch.across * dots.pitch
    }

    Patch {
        across: dots.columns
        down: dots.lines
        filled: true
        x: dots.start
    }

    Patch {
        across: dots.rest
        down: 1
        filled: true
        x: dots.start + (dots.LayoutMirroring.enabled ? (dots.columns - dots.rest) * dots.pitch : 0)
        y: dots.lines * dots.pitch
    }

    Patch {
        across: dots.rest > 0 ? dots.columns - dots.rest : 0
        down: 1
        filled: false
        x: dots.start + (dots.LayoutMirroring.enabled ? 0 : dots.rest * dots.pitch)
        y: dots.lines * dots.pitch
    }

    Patch {
        across: dots.columns
        down: 100 / dots.columns - dots.lines - (dots.rest > 0 ? 1 : 0)
        filled: false
        x: dots.start
        y: (dots.lines + (dots.rest > 0 ? 1 : 0)) * dots.pitch
    }
}
