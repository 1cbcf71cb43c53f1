pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Native

// Blocks inside a block. Loaded by address: a component can't name one that names it.
Loader {
    id: loader

    required property RowModel rows

    signal followed(link: string)

    Component.onCompleted: loader.setSource("BlockColumn.qml", {
        rows: loader.rows
    })

    Connections {
        function onFollowed(link: string): void {
            loader.followed(link);
        }

        ignoreUnknownSignals: true
        target: loader.item
    }
}
