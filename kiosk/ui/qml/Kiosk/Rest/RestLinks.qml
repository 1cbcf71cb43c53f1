pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The pages that are no tab, on the resting screen. As high from the first frame on, though their titles
// are read after it.
Grid {
    id: links

    required property Shell shell
    required property real side
    required property bool wide
    required property real words

    readonly property int count: links.shell.navigator.extras.count
    readonly property real share: (links.width - links.spacing * (links.columns - 1)) / links.columns

    signal chosen(page: string)

    columns: links.wide ? Math.max(2, Math.min(links.count, 3)) : 1
    spacing: Math.max(Theme.between, links.words * (links.wide ? 0.6 : 0.45))

    Repeater {
        model: links.shell.navigator.extras

        RestLink {
            required property string page
            required property string title
            required property string icon

            height: Math.round(Math.max(Theme.touch, links.side * 0.07))
            label: title
            objectName: "rest-" + page
            size: Math.round(links.words * 0.8)
            symbol: icon
            width: links.share

            onTapped: links.chosen(page)
        }
    }
}
