pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import "../../kiosk/ui/qml/Kiosk/Staff"

Item {
    id: scene

    height: 800
    width: 1200

    StaffTile {
        id: tile

        symbol: "update"
        text: "Reload the text"
        width: 300
    }

    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: tile
    }

    ComponentCase {
        id: test

        function init() {
            tile.text = "Reload the text";
            tile.width = 300;
        }

        function test_it_tells_once_of_each_touch() {
            checkTapped(tile, tapped);
        }

        function test_its_ground_changes_while_a_finger_lies_on_it() {
            checkHeld(tile, tile, Theme.tint);
        }

        function test_it_is_large_enough_for_a_finger_and_grows_with_its_words() {
            for (const text of ["Rest", longText, longWord]) {
                tile.text = text;
                for (const scale of [1, 2]) {
                    Theme.textScale = scale;
                    settle(tile);
                    checkTouchable(tile);
                    checkWhole(tile);
                }
            }
            verify(tile.height > 38 * Theme.mm);
        }

        function test_those_of_one_line_and_of_two_are_as_high_as_each_other() {
            Theme.textScale = 2;
            tile.width = 330;
            const lines = text => {
                tile.text = text;
                settle(tile);
                return (texts(tile)[0] as Text).lineCount;
            };
            compare(lines("Restart"), 1);
            const height = tile.height;
            compare(lines("Leave the kiosk"), 2);
            compare(tile.height, height);
        }

        function test_its_icon_stands_over_its_name() {
            verify(area(icons(tile)[0]).bottom <= area(texts(tile)[0]).top);
            compare(middle(icons(tile)[0]), middle(texts(tile)[0]));
        }

        function test_it_has_a_role_and_a_name() {
            checkRole(tile, Accessible.Button, "Reload the text");
            checkFocus(tile);
        }

        name: "StaffTile"
    }
}
