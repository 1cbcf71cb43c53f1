pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    property string words: "More"

    height: 800
    width: 1200

    OnDemand {
        id: pill

        active: false
        file: Qt.resolvedUrl("../../kiosk/ui/qml/Kiosk/Controls/Pill.qml")
        given: ({
                maximumWidth: 300,
                text: Qt.binding(() => scene.words)
            })
    }

    // Whoever reads this file before it is asked for says that there is none.
    OnDemand {
        active: false
        file: Qt.resolvedUrl("NoSuchFile.qml")
        given: ({})
    }

    OnDemand {
        id: there

        active: true
        file: Qt.resolvedUrl("../../kiosk/ui/qml/Kiosk/Controls/Pill.qml")
        given: ({
                maximumWidth: 300,
                text: "There"
            })
    }

    TestCase {
        function init() {
            pill.active = false;
            scene.words = "More";
        }

        function test_nothing_is_made_before_it_is_active() {
            compare(pill.item, null);
            compare(pill.status, Loader.Null);
        }

        function test_what_is_active_from_the_beginning_is_made_with_what_it_is_given() {
            compare((there.item as Pill)?.text, "There");
        }

        function test_it_is_made_with_what_it_is_given_every_time_and_follows_a_binding() {
            for (let time = 0; time < 3; time++) {
                scene.words = "More";
                pill.active = true;
                const made = pill.item as Pill;
                compare(made?.text, "More");
                compare(made?.maximumWidth, 300);
                scene.words = "Less";
                compare(made?.text, "Less");
                pill.active = false;
                compare(pill.item, null);
            }
        }

        name: "OnDemand"
        when: windowShown
    }
}
