pragma ComponentBehavior: Bound

import QtQml
import Kiosk
import Kiosk.Native

// Binds the theme to what it takes from outside: the screen's size, the visitor's wishes.
QtObject {
    id: bindings

    required property Shell shell

    readonly property list<Binding> all: [
        Binding {
            property: "capHeight"
            target: Theme
            value: bindings.shell.appearance.capHeight
        },
        Binding {
            property: "iconFolder"
            target: Theme
            value: bindings.shell.icons
        },
        Binding {
            property: "lineSpacing"
            target: Theme
            value: bindings.shell.appearance.lineSpacing / 100
        },
        Binding {
            property: "listened"
            target: Theme
            value: bindings.shell.screenReader.listens
        },
        Binding {
            property: "mm"
            target: Theme
            value: bindings.shell.appearance.mm
        },
        Binding {
            property: "moving"
            target: Theme
            value: bindings.shell.appearance.moving
        },
        Binding {
            property: "reader"
            target: Theme
            value: bindings.shell.screenReader
        },
        Binding {
            property: "scheme"
            target: Theme
            value: bindings.shell.appearance.scheme
        },
        Binding {
            property: "textScale"
            target: Theme
            value: bindings.shell.appearance.textSize / 100
        }
    ]
}
