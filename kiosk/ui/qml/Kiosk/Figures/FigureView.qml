pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The picture of a figure that is opened large: two fingers make it larger, one draws it aside, and
// so do arrows at the edges beyond which there is more of it.
Rectangle {
    id: glass

    required property LargeFigure largeFigure
    // Above this, in pixels from its top, nothing stands that has to be touched.
    property real highest: 0

    // While the keys stop here, arrows move the picture before they lead on.
    readonly property Item ringed: glass
    readonly property bool steered: true
    // How much of its height what is touched on it takes at least.
    readonly property real least: up.height + 4 * Theme.between
    readonly property bool grasped: pinch.active || drag.active

    function measure(): void {
        if (view.width > 0 && view.height > 0)
            glass.largeFigure.measure(view.width, view.height);
    }

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    objectName: "figure-view"
    radius: Theme.radius

    Accessible.description: glass.largeFigure.close ? qsTr("The arrow keys show other parts of it.") : ""
    Accessible.name: Theme.aloud(glass.largeFigure.alternative)
    Accessible.role: Accessible.Graphic

    Component.onCompleted: glass.measure()
    onGraspedChanged: {
        if (!glass.grasped)
            glass.largeFigure.sharpen();
    }

    Item {
        id: view

        anchors.fill: parent
        anchors.margins: Theme.between
        clip: true

        onHeightChanged: glass.measure()
        onWidthChanged: glass.measure()

        Item {
            id: picture

            readonly property rect place: glass.largeFigure.place

            height: picture.place.height
            objectName: "figure-picture"
            width: picture.place.width
            x: picture.place.x
            y: picture.place.y

            // All of it, as sharp as it is while all of it is seen.
            Image {
                anchors.fill: parent
                // Drawn beside the first frame, as on the page: the words are there at once.
                asynchronous: Theme.moving
                // Nothing of it is kept once it is closed.
                cache: false
                source: glass.largeFigure.picture && glass.largeFigure.fit > 1 ? glass.largeFigure.picture + Theme.drawnIn : ""
                sourceSize.width: Math.round(glass.largeFigure.fit)
            }

            // What is in view, drawn anew for its size.
            Rectangle {
                readonly property rect part: glass.largeFigure.partPlace

                color: Theme.card
                height: part.height * picture.height
                visible: sharp.status === Image.Ready
                width: part.width * picture.width
                x: part.x * picture.width
                y: part.y * picture.height

                Image {
                    id: sharp

                    anchors.fill: parent
                    cache: false
                    objectName: "figure-part"
                    source: glass.largeFigure.part && glass.largeFigure.picture ? glass.largeFigure.picture + glass.largeFigure.part + Theme.drawnIn : ""
                }
            }
        }

        PinchHandler {
            id: pinch

            property point middle

            rotationAxis.enabled: false
            target: null

            onActiveChanged: {
                if (pinch.active) {
                    glass.largeFigure.grasp();
                    pinch.middle = Qt.point(pinch.centroid.position.x - pinch.activeTranslation.x, pinch.centroid.position.y - pinch.activeTranslation.y);
                }
            }
            onUpdated: {
                if (pinch.active)
                    glass.largeFigure.pinch(pinch.activeScale, pinch.middle.x, pinch.middle.y, pinch.activeTranslation.x, pinch.activeTranslation.y);
            }
        }

        DragHandler {
            id: drag

            target: null

            onActiveChanged: {
                if (drag.active)
                    glass.largeFigure.grasp();
            }
            onActiveTranslationChanged: {
                if (drag.active)
                    glass.largeFigure.drag(drag.activeTranslation.x, drag.activeTranslation.y);
            }
        }
    }

    // Left is left whichever way words run.
    Item {
        id: edges

        // Where there is no height for one above the other, all four stand in a row.
        readonly property bool flat: edges.height < up.height + down.height + Theme.between
        readonly property real middle: edges.width / 2

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: false
        height: glass.height - y - 2 * Theme.between
        width: glass.width - 2 * x
        x: 2 * Theme.between
        y: Math.max(0, glass.highest) + 2 * Theme.between

        Arrow {
            name: qsTr("Show more of the picture at the left")
            side: 0
            symbol: "arrow-left"
            y: edges.flat ? edges.height - height : (edges.height - height) / 2
        }

        Arrow {
            id: up

            name: qsTr("Show more of the picture above")
            side: 1
            symbol: "arrow-up"
            x: edges.flat ? edges.middle - width - Theme.between / 2 : edges.middle - width / 2
            y: edges.flat ? edges.height - height : 0
        }

        Arrow {
            id: down

            name: qsTr("Show more of the picture below")
            side: 3
            symbol: "arrow-down"
            x: edges.flat ? edges.middle + Theme.between / 2 : edges.middle - width / 2
            y: edges.height - height
        }

        Arrow {
            name: qsTr("Show more of the picture at the right")
            side: 2
            symbol: "arrow-right"
            x: edges.width - width
            y: edges.flat ? edges.height - height : (edges.height - height) / 2
        }
    }

    component Arrow: Pill {
        id: arrow

        required property int side

        // The keys stop at the picture, and steer it there.
        readonly property Item ringed: glass

        activeFocusOnTab: false
        objectName: "figure-" + arrow.symbol
        offered: glass.largeFigure.beyond[arrow.side]

        // Whatever lies below it, its edge stands out from this.
        Rectangle {
            anchors.fill: parent
            anchors.margins: -Theme.mm
            color: Theme.card
            radius: arrow.radius + Theme.mm
            z: -1
        }

        onTapped: glass.largeFigure.nudge([-1, 0, 1, 0][arrow.side], [0, -1, 0, 1][arrow.side])
    }
}
