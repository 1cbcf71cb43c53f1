pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 800
    width: 1200

    KeyButton {
        id: key

        height: 88
        text: "7"
        width: 88
    }

    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: key
    }

    ComponentCase {
        id: test

        function init() {
            key.text = "7";
            key.symbol = "";
            key.active = true;
            key.filled = key.plain = false;
        }

        function test_it_tells_once_of_each_touch() {
            checkTapped(key, tapped);
        }

        function test_its_ground_changes_while_a_finger_lies_on_it() {
            checkHeld(key, key, Theme.tint);
            key.plain = true;
            checkHeld(key, key, Theme.tint);
        }

        function test_a_key_that_is_not_active_is_pale_and_does_nothing() {
            key.active = false;
            verify(key.opacity < 0.5);
            verify(!key.enabled);
            tap(key);
            mouseClick(key);
            compare(tapped.count, 0);
        }

        function test_what_is_filled_is_read_on_that() {
            key.filled = true;
            verify(Qt.colorEqual(key.color, Theme.teal));
            verify(Qt.colorEqual((texts(key)[0] as Text).color, Theme.overTeal));
        }

        function test_a_plain_key_has_no_edge_save_in_high_contrast() {
            key.plain = true;
            compare(key.border.width, 0);
            Theme.scheme = "contrast";
            verify(key.border.width > 0);
        }

        function test_a_long_word_gets_smaller_and_no_wider_than_the_key() {
            const digit = (texts(key)[0] as Text).font.pixelSize;
            for (const word of ["Clear", "Löschen"]) {
                key.text = word;
                checkWhole(key);
                verify((texts(key)[0] as Text).font.pixelSize < digit);
            }
        }

        function test_its_size_does_not_follow_the_text_size_of_a_visitor() {
            const size = (texts(key)[0] as Text).font.pixelSize;
            Theme.textScale = 2;
            compare((texts(key)[0] as Text).font.pixelSize, size);
            checkWhole(key);
        }

        function test_it_shows_an_icon_or_a_word_and_has_a_name() {
            checkRole(key, Accessible.Button, "7");
            checkFocus(key);
            compare(icons(key).length, 0);
            key.symbol = "erase";
            key.text = "";
            compare(icons(key).length, 1);
            compare(texts(key).length, 0);
        }

        name: "KeyButton"
    }
}
