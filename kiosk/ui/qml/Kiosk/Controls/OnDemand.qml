pragma ComponentBehavior: Bound

import QtQuick

// Loaded by address while it is active, so that a start doesn't compile what is seen once a week.
// Only where it stands for as long as the kiosk runs.
// WORKAROUND: Qt 6.11 never gives back what setSource() is given, at least 64 bytes a call: of what
// is made and goes, each would leave some.
Loader {
    id: loader

    required property url file
    // What its properties are first; Qt.binding() keeps one following.
    required property var given

    Component.onCompleted: loader.setSource(loader.file, loader.given)
}
