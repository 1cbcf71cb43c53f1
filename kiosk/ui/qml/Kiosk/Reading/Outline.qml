pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The page's sections: a rail at the side of a wide screen, a row of chips above the text of a narrow one.
Item {
    id: outline

    required property StructModel sections
    required property string section
    required property bool wide

    signal chosen(anchor: string)

    function wipe(): void {
        rail.contentY = 0;
        chips.contentX = outline.LayoutMirroring.enabled ? Math.max(0, chips.contentWidth - chips.width) : 0;
    }

    implicitHeight: outline.wide ? rail.contentHeight : chips.visible ? chips.height + Theme.between : 0

    Accessible.ignored: names.count + links.count === 0
    Accessible.name: qsTr("On this page")
    Accessible.role: Accessible.List

    Flickable {
        id: rail

        boundsBehavior: Flickable.StopAtBounds
        maximumFlickVelocity: Theme.fling
        clip: interactive
        contentHeight: entries.height
        height: parent.height
        interactive: contentHeight > height
        visible: outline.wide
        width: parent.width

        Column {
            id: entries

            bottomPadding: Theme.gapBlock
            spacing: Theme.between
            topPadding: Theme.gapBlock + Theme.gapTight
            width: parent.width - Theme.margin - Theme.padding
            x: outline.LayoutMirroring.enabled ? Theme.padding : Theme.margin

            Words {
                bottomPadding: 0
                color: Theme.quiet
                font.pixelSize: Theme.small
                lineHeight: 1
                silent: true
                text: qsTr("On this page")
                visible: names.count > 0
                width: parent.width
            }

            Repeater {
                id: names

                model: outline.wide ? outline.sections : null

                Rectangle {
                    id: entry

                    required property string title
                    required property string anchor

                    readonly property bool here: entry.anchor === outline.section

                    signal tapped

                    activeFocusOnTab: true
                    color: entry.here || touch.held ? Theme.tint : "transparent"
                    implicitHeight: Math.max(Theme.touch, name.implicitHeight + Theme.between)
                    objectName: "section-" + entry.anchor
                    radius: Theme.radius
                    width: entries.width

                    Accessible.name: entry.title
                    Accessible.role: Accessible.Link
                    Accessible.selectable: true
                    Accessible.selected: entry.here
                    Accessible.onPressAction: outline.chosen(entry.anchor)

                    onTapped: outline.chosen(entry.anchor)

                    Rectangle {
                        anchors.left: parent.left
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.teal
                        height: parent.height - Theme.padding
                        radius: width / 2
                        visible: entry.here
                        width: 1.2 * Theme.mm
                    }

                    Words {
                        id: name

                        anchors.left: parent.left
                        anchors.leftMargin: Theme.padding * 0.8
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.mm
                        anchors.verticalCenter: parent.verticalCenter
                        font.bold: entry.here
                        font.pixelSize: Theme.small
                        lineHeight: 1
                        silent: true
                        text: entry.title
                    }

                    Tap {
                        id: touch

                        onTapped: outline.chosen(entry.anchor)
                    }
                }
            }
        }
    }

    Flickable {
        id: chips

        function show(): void {
            const chip = line.children.find(item => (item as Pill)?.selected);
            if (!chip)
                return;
            const edge = Math.max(0, chips.contentWidth - chips.width);
            const before = chip.x;
            const after = chip.x + chip.width + 2 * Theme.margin - chips.width;
            chips.contentX = Math.max(0, Math.min(edge, before, Math.max(after, chips.contentX)));
        }

        boundsBehavior: Flickable.StopAtBounds
        maximumFlickVelocity: Theme.fling
        contentWidth: line.width + 2 * Theme.margin
        flickableDirection: Flickable.HorizontalFlick
        height: line.height
        visible: !outline.wide && !Theme.isLow && links.count > 0
        width: parent.width
        y: Theme.between

        Timer {
            id: reveal

            interval: 0

            onTriggered: chips.show()
        }

        Row {
            id: line

            spacing: Theme.between
            x: outline.LayoutMirroring.enabled ? Math.max(Theme.margin, chips.width - Theme.margin - width) : Theme.margin

            onPositioningComplete: reveal.start()

            Repeater {
                id: links

                model: outline.wide ? null : outline.sections

                Pill {
                    id: chip

                    required property string title
                    required property string anchor

                    bold: selected
                    maximumWidth: outline.width - 2 * Theme.margin
                    objectName: "section-" + chip.anchor
                    role: Accessible.Link
                    selected: chip.anchor === outline.section
                    text: chip.title

                    Accessible.selectable: true
                    Accessible.selected: chip.selected

                    onSelectedChanged: reveal.start()
                    onTapped: outline.chosen(chip.anchor)
                }
            }
        }
    }
}
