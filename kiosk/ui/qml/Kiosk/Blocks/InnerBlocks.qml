pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Native

// Blocks inside a block. Loaded by address: a component can't name one that names it.
Loader {
    id: loader

    required property RowModel rows

    signal followed(link: string)

    source: "BlockColumn.qml"

    // Not setSource(): it would never give back what it is given. See OnDemand.
    Binding {
        property: "rows"
        target: loader.item
        value: loader.rows
        when: loader.item !== null
    }

    Connections {
        function onFollowed(link: string): void {
            loader.followed(link);
        }

        ignoreUnknownSignals: true
        target: loader.item
    }
}
