pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import "../../kiosk/ui/qml/Kiosk/Frame"

Item {
    id: scene

    height: 800
    width: 1200

    LowReachButton {
        id: button

        low: false
        width: 300
    }

    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: button
    }

    ComponentCase {
        id: test

        function init() {
            button.low = false;
            button.width = 300;
            button.stacked = button.pictured = button.worded = true;
            button.height = Qt.binding(() => button.implicitHeight);
            button.LayoutMirroring.enabled = false;
        }

        function test_it_tells_once_of_each_touch() {
            checkTapped(button, tapped);
            button.Accessible.toggleAction();
            compare(tapped.count, 1);
        }

        function test_its_ground_changes_while_a_finger_lies_on_it_and_while_it_is_on() {
            checkHeld(button, button.ringed as Rectangle, Theme.tint);
            button.low = true;
            verify(Qt.colorEqual((button.ringed as Rectangle).color, Theme.tint));
        }

        function test_while_it_is_on_it_shows_another_icon_and_another_word() {
            compare(words(button), "Lower");
            compare((icons(button)[0] as Icon).name, "lower");
            checkRole(button, Accessible.Button, "Bring everything within reach");
            verify(!button.Accessible.checked);
            button.low = true;
            compare(words(button), "Back up");
            compare((icons(button)[0] as Icon).name, "raise");
            checkRole(button, Accessible.Button, "Use the whole screen again");
            verify(button.Accessible.checked);
            checkFocus(button);
        }

        function test_it_is_as_wide_in_both_states() {
            const wanted = button.wanted;
            button.low = true;
            compare(button.wanted, wanted);
            Theme.textScale = 2;
            verify(button.wanted > 1.5 * wanted);
        }

        function test_its_words_are_whole_or_give_way_to_its_icon_data() {
            const rows = [];
            for (const scale of [1, 1.5, 2])
                for (const width of [60, 120, 200, 300, 400])
                    for (const stacked of [true, false])
                        rows.push({
                            tag: `${width} px, ${100 * scale} %, ${stacked ? "stacked" : "beside"}`,
                            scale: scale,
                            width: width,
                            stacked: stacked
                        });
            return rows;
        }

        function test_its_words_are_whole_or_give_way_to_its_icon(data) {
            button.height = Theme.touch;
            Theme.textScale = data.scale;
            button.width = data.width;
            button.stacked = data.stacked;
            // As the tabs beside it decide.
            button.pictured = data.stacked || data.width > button.wanted + Theme.tabIcon + 4 * Theme.between;
            // As high as a tab beside it with a label of one line, and higher.
            const least = Math.max(Theme.touch, 1.4 * Theme.small + 2 * Theme.mm + (data.stacked ? Theme.tabIcon + 4 * Theme.mm : 0));
            for (const height of [1, 1.5, 2.5])
                for (const low of [false, true]) {
                    button.height = height * least;
                    button.low = low;
                    settle(button);
                    const shown = [...icons(button), ...texts(button)];
                    verify(shown.length > 0);
                    compare(cut(button), []);
                    const left = Math.min(...shown.map(each => area(each).left));
                    const right = Math.max(...shown.map(each => area(each).right));
                    fuzzyCompare((left + right) / 2, middle(button), 1);
                    for (const text of texts(button))
                        verify(painted(text as Text, button).left >= Theme.between - 0.5, "words keep off its border");
                }
        }

        function test_by_itself_it_is_large_enough_for_a_finger() {
            for (const stacked of [true, false]) {
                button.stacked = stacked;
                for (const scale of [1, 2]) {
                    Theme.textScale = scale;
                    settle(button);
                    checkTouchable(button);
                    checkWhole(button);
                }
            }
        }

        function test_beside_each_other_icon_and_word_are_mirrored() {
            button.stacked = false;
            settle(button);
            verify(before(icons(button)[0], texts(button)[0]));
            button.LayoutMirroring.enabled = button.LayoutMirroring.childrenInherit = true;
            settle(button);
            verify(before(texts(button)[0], icons(button)[0]));
        }

        name: "LowReachButton"
    }
}
