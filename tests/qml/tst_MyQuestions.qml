pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import "../../kiosk/ui/qml/Kiosk/Frame"

Item {
    id: scene

    height: 1080
    width: 1920

    MyQuestions {
        id: pill

        terse: false
        ticks: 3
    }

    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: pill
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[0]);
            pill.terse = false;
            pill.ticks = 3;
            settle(pill);
            tapped.clear();
        }

        function test_it_says_how_many_and_is_told_by_its_whole_name() {
            compare(words(pill), "My questions: 3");
            checkRole(pill, Accessible.Button, "My questions, ticked: 3");
            checkTapped(pill, tapped);
            checkFocus(pill);
            pill.ticks = 12;
            compare(words(pill), "My questions: 12");
        }

        function test_where_room_is_short_the_number_stays() {
            const whole = pill.width;
            pill.terse = true;
            settle(pill);
            compare(words(pill), "3");
            verify(pill.width < whole);
            compare(icons(pill).length, 1);
            compare(pill.Accessible.name, "My questions, ticked: 3");
        }

        function test_what_it_takes_is_known_in_either_form_data() {
            return screensAndSizes();
        }

        function test_what_it_takes_is_known_in_either_form(data) {
            become(data);
            for (const terse of [false, true]) {
                pill.terse = terse;
                settle(pill);
                verify(Math.abs(pill.width - (terse ? pill.shortest : pill.longest)) <= 1);
                checkTouchable(pill);
                checkWhole(pill);
            }
        }

        name: "MyQuestions"
    }
}
