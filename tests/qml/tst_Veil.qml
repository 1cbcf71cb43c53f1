pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import "../../kiosk/ui/qml/Kiosk/Cards"

Item {
    id: scene

    // Whether it was there, frame by frame.
    property list<bool> drawn: []

    height: 300
    width: 400

    Veil {
        id: veil

        anchors.fill: parent
    }

    Connections {
        target: scene.Window.window

        function onAfterRendering(): void {
            scene.drawn.push(veil.visible);
        }
    }

    TestCase {
        function test_it_comes_with_the_frame_after_the_card() {
            tryVerify(() => veil.visible);
            tryVerify(() => scene.drawn.length > 1);
            compare(scene.drawn.slice(0, 2), [false, true]);
        }

        name: "Veil"
        when: windowShown
    }
}
