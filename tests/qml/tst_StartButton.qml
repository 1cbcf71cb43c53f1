pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import "../../kiosk/ui/qml/Kiosk/Rest"

Item {
    id: scene

    height: 800
    width: 1200

    StartButton {
        id: button

        height: 150
        label: "Touch to start"
        language: "English"
        primary: false
        size: 40
        width: 600
    }

    RestLink {
        id: link

        height: 80
        label: "Hard words"
        size: 30
        symbol: "book"
        width: 400
        y: 300
    }

    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: button
    }

    SignalSpy {
        id: linkTapped

        signalName: "tapped"
        target: link
    }

    ComponentCase {
        id: test

        function init() {
            button.primary = false;
            button.label = "Touch to start";
            button.language = "English";
            button.height = 150;
            button.width = 600;
            link.label = "Hard words";
            button.LayoutMirroring.enabled = link.LayoutMirroring.enabled = false;
        }

        function test_both_tell_once_of_each_touch() {
            checkTapped(button, tapped);
            checkTapped(link, linkTapped);
        }

        function test_their_ground_changes_while_a_finger_lies_on_them() {
            checkHeld(button, button, Theme.restTop);
            button.primary = true;
            checkHeld(button, button, Theme.restQuiet);
            checkHeld(link, link, Theme.restTint);
        }

        function test_the_one_in_the_language_of_rest_is_filled() {
            button.primary = true;
            verify(Qt.colorEqual(button.color, Theme.restInk));
            verify(texts(button).every(text => Qt.colorEqual((text as Text).color, Theme.restTop)));
        }

        function test_its_language_stands_below_its_words_where_there_is_room() {
            compare(words(button), "Touch to start\nEnglish");
            button.height = 80;
            compare(words(button), "Touch to start");
        }

        function test_it_has_a_hand_where_there_is_room() {
            compare(icons(button).map(icon => (icon as Icon).name), ["hand"]);
            button.width = 300;
            compare(icons(button).length, 0);
        }

        function test_words_shrink_before_they_are_cut() {
            button.label = "Zum Beginnen bitte hier berühren";
            link.label = "What to ask the doctor before you decide";
            for (const width of [600, 400]) {
                button.width = width;
                for (const item of [button, link]) {
                    settle(item);
                    for (const each of texts(item)) {
                        const text = each as Text;
                        verify(!text.truncated, text.text);
                        verify(text.contentHeight <= item.height, text.text);
                        verify(text.contentWidth <= text.width + 1, text.text);
                    }
                }
            }
        }

        function test_they_have_a_role_and_a_name() {
            checkRole(button, Accessible.Button, "Touch to start");
            checkRole(link, Accessible.Button, "Hard words");
            checkFocus(button);
            checkFocus(link);
        }

        function test_from_right_to_left_their_icons_stand_at_the_right() {
            for (const item of [button, link]) {
                verify(before(icons(item)[0], texts(item)[0]));
                item.LayoutMirroring.enabled = item.LayoutMirroring.childrenInherit = true;
                settle(item);
                verify(before(texts(item)[0], icons(item)[0]));
            }
        }

        name: "StartButton"
    }
}
