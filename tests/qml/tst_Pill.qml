pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 800
    width: 1200

    Pill {
        id: pill

        symbol: "arrow-right"
        text: "More"
    }

    Pill {
        id: narrow

        maximumWidth: 200
        symbol: "close"
        text: test.longText
        y: 150
    }

    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: pill
    }

    ComponentCase {
        id: test

        function init() {
            tapped.clear();
            pill.brief = pill.selected = false;
            pill.offered = true;
            pill.LayoutMirroring.enabled = false;
        }

        function test_it_is_large_enough_for_a_finger_whatever_stands_in_it() {
            for (const [text, symbol] of [["More", "close"], ["A", ""], ["", "close"]]) {
                pill.text = text;
                pill.symbol = symbol;
                checkTouchable(pill);
            }
            pill.text = "More";
            pill.symbol = "arrow-right";
        }

        function test_it_tells_once_of_each_touch() {
            checkTapped(pill, tapped);
        }

        function test_its_ground_changes_while_a_finger_lies_on_it() {
            checkHeld(pill, pill, Theme.tint);
        }

        function test_what_is_selected_is_filled_and_its_words_are_read_on_that() {
            pill.selected = true;
            verify(Qt.colorEqual(pill.color, Theme.teal));
            verify(Qt.colorEqual((texts(pill)[0] as Text).color, Theme.overTeal));
            verify(Qt.colorEqual((icons(pill)[0] as Icon).colour, Theme.overTeal));
        }

        function test_many_words_make_it_grow_down_and_not_out() {
            verify(narrow.width <= 200);
            verify(narrow.height > Theme.touch);
            checkWholeAtEverySize(narrow);
            verify(narrow.width <= 200);
        }

        function test_a_word_that_is_wider_than_it_is_broken() {
            narrow.text = longWord;
            checkWholeAtEverySize(narrow);
            narrow.text = longText;
        }

        function test_brief_it_shows_its_icon_alone_and_says_its_name_all_the_same() {
            pill.brief = true;
            compare(words(pill), "");
            compare(icons(pill).length, 1);
            tryCompare(pill, "width", pill.shortest);
            verify(pill.shortest < pill.longest);
            checkTouchable(pill);
            checkRole(pill, Accessible.Button, "More");
        }

        function test_brief_it_keeps_words_that_have_no_icon() {
            pill.symbol = "";
            pill.brief = true;
            compare(words(pill), "More");
            pill.symbol = "arrow-right";
        }

        function test_it_knows_how_wide_it_is_with_words_and_without() {
            tryCompare(pill, "width", pill.longest);
            Theme.textScale = 2;
            tryCompare(pill, "width", pill.longest);
        }

        function test_what_is_not_offered_is_not_there() {
            pill.offered = false;
            verify(!pill.visible);
            mouseClick(pill);
            compare(tapped.count, 0);
        }

        function test_it_has_a_role_and_a_name() {
            checkRole(pill, Accessible.Button, "More");
            checkFocus(pill);
        }

        function test_from_right_to_left_its_icon_stands_at_the_right_and_points_the_other_way() {
            verify(before(icons(pill)[0], texts(pill)[0]));
            verify(!(icons(pill)[0] as Icon).mirror);
            pill.LayoutMirroring.enabled = true;
            pill.LayoutMirroring.childrenInherit = true;
            verify(before(texts(pill)[0], icons(pill)[0]));
            verify((icons(pill)[0] as Icon).mirror);
        }

        name: "Pill"
    }
}
