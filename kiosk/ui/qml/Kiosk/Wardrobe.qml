pragma ComponentBehavior: Bound

import QtQml
import Kiosk
import Kiosk.Native

// Dresses the theme in what it takes from outside: the screen's size, the visitor's wishes.
QtObject {
    id: wardrobe

    required property Shell shell

    readonly property list<Binding> garments: [
        Binding {
            property: "capHeight"
            target: Theme
            value: wardrobe.shell.look.capHeight
        },
        Binding {
            property: "iconFolder"
            target: Theme
            value: wardrobe.shell.icons
        },
        Binding {
            property: "lineSpacing"
            target: Theme
            value: wardrobe.shell.look.lineSpacing / 100
        },
        Binding {
            property: "mm"
            target: Theme
            value: wardrobe.shell.look.mm
        },
        Binding {
            property: "moving"
            target: Theme
            value: wardrobe.shell.look.moving
        },
        Binding {
            property: "scheme"
            target: Theme
            value: wardrobe.shell.look.scheme
        },
        Binding {
            property: "textScale"
            target: Theme
            value: wardrobe.shell.look.textScale
        }
    ]
}
