pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import "../../kiosk/ui/qml/Kiosk/Reading"

Item {
    id: scene

    height: 1080
    width: 1920

    PageUpdating {
        id: updating

        width: scene.width - 2 * Theme.margin
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[0]);
            updating.waiting = false;
            updating.emergency = ["999", "tell the front desk"];
        }

        function test_it_says_why_there_is_no_page() {
            verify(words(updating).includes("being updated"));
            compare((icons(updating)[0] as Icon).name, "update");
            updating.waiting = true;
            verify(words(updating).includes("waiting for its review"));
            verify(!words(updating).includes("being updated"));
            compare((icons(updating)[0] as Icon).name, "clock");
            compare(texts(updating)[0].Accessible.role, Accessible.Heading);
        }

        function test_on_a_small_screen_words_have_the_room_of_the_picture() {
            const usual = updating.implicitHeight / Theme.mm;
            become(screens()[2]);
            settle(updating);
            compare(icons(updating).length, 0);
            verify(updating.implicitHeight / Theme.mm < usual - 16);
        }

        function test_what_to_do_in_an_emergency_comes_before_the_rest() {
            compare((texts(updating)[1] as Text).text, "In an emergency, call 999 or tell the front desk.");
            updating.emergency = [];
            verify(!words(updating).includes("emergency"));
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return mostAndLeastRoom();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            become(data);
            for (const waiting of [true, false]) {
                updating.waiting = waiting;
                settle(updating);
                checkWhole(updating);
                checkUncovered(updating);
            }
        }

        name: "PageUpdating"
    }
}
