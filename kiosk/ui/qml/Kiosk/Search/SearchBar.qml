pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// What is typed, and beside it what reads aloud what was found, and what closes the search.
Item {
    id: bar

    required property Search search
    required property ReadAloud readAloud
    required property real side
    // How much was found, where that is not said below.
    property string found: ""

    readonly property real inset: Theme.isLow || bar.below ? Theme.between : Theme.gapBlock
    readonly property real above: Theme.isTight || bar.below ? Theme.mm : bar.inset
    readonly property real room: bar.width - 2 * bar.side
    // Their words give way before the field is narrower than them; then they stand below it.
    readonly property bool below: bar.room - bar.span(true) < 10 * Theme.body
    readonly property bool brief: bar.span(false) > (bar.below ? bar.room : bar.room / 2)

    signal foundTapped
    signal listenTapped

    function span(brief: bool): real {
        return (brief ? close.shortest : close.longest) + (listen.offered ? Theme.between + (brief ? listen.shortest : listen.longest) : 0);
    }

    height: field.height + (bar.below ? Theme.between + close.height : 0) + bar.above + bar.inset

    SearchField {
        id: field

        anchors.left: parent.left
        anchors.leftMargin: bar.side
        anchors.right: bar.below ? parent.right : found.offered ? found.left : found.anchors.right
        anchors.rightMargin: bar.below ? bar.side : Theme.between
        typed: bar.search.typed
        y: bar.above

        onCleared: bar.search.press("clear", "")
        onTapped: bar.search.showKeys()
    }

    Beside {
        id: found

        anchors.right: listen.offered ? listen.left : close.left
        anchors.rightMargin: Theme.between
        brief: false
        objectName: "search-found"
        offered: bar.found !== ""
        symbol: "arrow-down"
        text: bar.found

        onTapped: bar.foundTapped()
    }

    Beside {
        id: listen

        anchors.right: close.left
        anchors.rightMargin: Theme.between
        name: bar.readAloud.active ? qsTr("Stop reading aloud") : qsTr("Listen to what was found")
        objectName: "search-listen"
        offered: bar.readAloud.speaks
        selected: bar.readAloud.active
        symbol: "speaker"
        text: qsTr("Listen")

        onTapped: bar.listenTapped()
    }

    Beside {
        id: close

        anchors.right: parent.right
        anchors.rightMargin: bar.side
        name: qsTr("Close the search")
        objectName: "search-close"
        symbol: "close"
        text: qsTr("Close")

        onTapped: bar.search.close()
    }

    component Beside: Pill {
        brief: bar.brief
        height: bar.below ? implicitHeight : field.height
        y: bar.above + (bar.below ? field.height + Theme.between : 0)
    }
}
