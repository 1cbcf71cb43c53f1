pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 800
    width: 1200

    Choice {
        id: choice

        text: "Dark"
        x: 20
        y: 20
    }

    Choice {
        id: faced

        text: "Light"
        x: 20
        y: 200

        face: Rectangle {
            color: "red"
            height: 20
            objectName: "swatch"
            width: 20
        }
    }

    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: choice
    }

    ComponentCase {
        id: test

        function init() {
            choice.chosen = false;
            choice.text = "Dark";
            faced.LayoutMirroring.enabled = false;
        }

        function test_it_tells_once_of_each_touch() {
            checkTapped(choice, tapped);
            choice.Accessible.toggleAction();
            compare(tapped.count, 1);
        }

        function test_its_ground_changes_while_a_finger_lies_on_it() {
            checkHeld(choice, choice, Theme.tint);
        }

        function test_the_chosen_one_is_filled_and_has_a_tick_and_is_no_wider() {
            compare(icons(choice).length, 0);
            const width = choice.width;
            choice.chosen = true;
            compare(icons(choice).map(icon => (icon as Icon).name), ["check"]);
            verify(Qt.colorEqual(choice.color, Theme.teal));
            verify(Qt.colorEqual((texts(choice)[0] as Text).color, Theme.overTeal));
            compare(choice.width, width);
        }

        function test_it_is_large_enough_for_a_finger_and_holds_its_words() {
            for (const text of ["A", "Dark", longText]) {
                choice.text = text;
                for (const scale of [1, 2]) {
                    Theme.textScale = scale;
                    settle(choice);
                    checkTouchable(choice);
                    checkWhole(choice);
                }
            }
        }

        function test_what_it_looks_like_stands_before_its_word() {
            verify(before(named(faced, "swatch"), texts(faced)[0]));
            faced.LayoutMirroring.enabled = faced.LayoutMirroring.childrenInherit = true;
            settle(faced);
            verify(before(texts(faced)[0], named(faced, "swatch")));
            checkWhole(faced);
        }

        function test_it_is_one_of_several_that_is_chosen_or_not() {
            checkRole(choice, Accessible.RadioButton, "Dark");
            verify(choice.Accessible.checkable);
            verify(!choice.Accessible.checked);
            choice.chosen = true;
            verify(choice.Accessible.checked);
            checkFocus(choice);
        }

        name: "Choice"
    }
}
