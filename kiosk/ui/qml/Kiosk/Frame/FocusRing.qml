pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The ring around what has the focus, while keys are used. Two bands, one dark and one bright, so that
// one of them stands out from whatever is below (WCAG 2.2, 2.4.7 and 2.4.13). It lies over everything,
// around the part that is in view: no header and no card hides it (2.4.11).
Item {
    id: ring

    required property Item target
    // Whether what lies below is dark.
    required property bool isDark

    readonly property real bright: Math.max(2, Math.round(0.9 * Theme.mm))
    readonly property real strong: Math.max(2, Math.round(1.4 * Theme.mm))
    readonly property real corner: (ring.target as Rectangle)?.radius ?? Theme.radius / 2
    // Plain text has no edge of its own: the ring stands a little way off its letters.
    readonly property bool plain: ring.target as Column !== null || ring.target as Text !== null
    readonly property real around: ring.bright + ring.strong + (ring.plain ? Theme.mm : 0)
    property bool shown: false

    // As often as the screen is drawn: what has the focus may be scrolled, or grow.
    function place(): void {
        const item = ring.target;
        ring.shown = item !== null && item.visible && item.enabled;
        if (!ring.shown)
            return;
        let area = item.mapToItem(null, 0, 0, item.width, item.height - ((item as Column)?.bottomPadding ?? 0));
        let view = Qt.rect(0, 0, ring.Window.width, ring.Window.height);
        for (let above = item.parent; above; above = above.parent) {
            if (above.clip)
                view = ring.common(view, above.mapToItem(null, 0, 0, above.width, above.height));
        }
        area = ring.common(area, view);
        ring.shown = area.width > 0 && area.height > 0;
        // Above and below it keeps to what is scrolled: it covers no neighbour of that.
        const room = Qt.rect(0, view.y, ring.Window.width, view.height);
        area = ring.common(Qt.rect(area.x - ring.around, area.y - ring.around, area.width + 2 * ring.around, area.height + 2 * ring.around), room);
        ring.x = Math.round(area.x);
        ring.y = Math.round(area.y);
        ring.width = Math.round(area.width);
        ring.height = Math.round(area.height);
    }

    function common(one: rect, other: rect): rect {
        const left = Math.max(one.left, other.left);
        const top = Math.max(one.top, other.top);
        return Qt.rect(left, top, Math.min(one.right, other.right) - left, Math.min(one.bottom, other.bottom) - top);
    }

    objectName: "focus-ring"
    visible: ring.shown

    Accessible.ignored: true

    Component.onCompleted: ring.place()
    onTargetChanged: ring.place()

    Connections {
        function onAfterAnimating(): void {
            ring.place();
        }

        target: ring.Window.window
    }

    Rectangle {
        anchors.fill: parent
        border.color: ring.isDark ? Theme.ringInside : Theme.ring
        border.width: ring.strong
        color: "transparent"
        radius: inside.radius + ring.strong
    }

    Rectangle {
        id: inside

        anchors.fill: parent
        anchors.margins: ring.strong
        border.color: ring.isDark ? Theme.ring : Theme.ringInside
        border.width: ring.bright
        color: "transparent"
        radius: ring.corner + ring.bright
    }
}
