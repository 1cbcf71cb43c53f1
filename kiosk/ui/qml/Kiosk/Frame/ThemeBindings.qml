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
            value: bindings.shell.look.capHeight
        },
        Binding {
            property: "iconFolder"
            target: Theme
            value: bindings.shell.icons
        },
        Binding {
            property: "lineSpacing"
            target: Theme
            value: bindings.shell.look.lineSpacing / 100
        },
        Binding {
            property: "mm"
            target: Theme
            value: bindings.shell.look.mm
        },
        Binding {
            property: "moving"
            target: Theme
            value: bindings.shell.look.moving
        },
        Binding {
            property: "scheme"
            target: Theme
            value: bindings.shell.look.scheme
        },
        Binding {
            property: "textScale"
            target: Theme
            value: bindings.shell.look.textScale
        }
    ]
}
