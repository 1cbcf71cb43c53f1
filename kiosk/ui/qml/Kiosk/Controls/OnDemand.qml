pragma ComponentBehavior: Bound

import QtQuick

// Loaded by address while it is active, so that a start doesn't compile what is seen once a week.
Loader {
    id: loader

    required property url file
    // What its properties are first; Qt.binding() keeps one following.
    required property var given

    Component.onCompleted: loader.setSource(loader.file, loader.given)
}
