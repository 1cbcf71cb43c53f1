pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import "../../kiosk/ui/qml/Kiosk/Preview"

Item {
    id: scene

    height: 800
    width: 1200

    PreviewSwitch {
        id: group

        chosen: 1
        em: 20
        label: "Colours"
        options: ["Light", "Dark", "High contrast"]
        width: 700
    }

    SignalSpy {
        id: picked

        signalName: "picked"
        target: group
    }

    ComponentCase {
        id: test

        function init() {
            picked.clear();
            scene.forceActiveFocus();
            group.chosen = 1;
            group.width = 700;
            settle(group);
        }

        function choices(): list<Item> {
            return all(group, item => item.Accessible.role === Accessible.RadioButton);
        }

        function test_a_click_picks_a_value_once() {
            mouseClick(choices()[2]);
            compare(picked.count, 1);
            compare(picked.signalArguments[0][0], 2);
            choices()[0].Accessible.pressAction();
            compare(picked.count, 2);
        }

        function test_space_and_return_pick_the_value_that_has_the_focus_data() {
            return [
                {
                    tag: "space",
                    key: Qt.Key_Space
                },
                {
                    tag: "return",
                    key: Qt.Key_Return
                }
            ];
        }

        function test_space_and_return_pick_the_value_that_has_the_focus(data) {
            const edge = (choices()[2] as Rectangle).border.width;
            checkFocus(choices()[2]);
            verify((choices()[2] as Rectangle).border.width > edge);
            keyClick(data.key);
            compare(picked.count, 1);
            compare(picked.signalArguments[0][0], 2);
        }

        function test_tab_leads_from_one_value_to_the_next() {
            choices()[0].forceActiveFocus();
            keyClick(Qt.Key_Tab);
            verify(choices()[1].activeFocus);
        }

        function test_the_chosen_one_is_filled_and_said() {
            compare(choices().map(each => Qt.colorEqual((each as Rectangle).color, Theme.teal)), [false, true, false]);
            compare(choices().map(each => each.Accessible.checked), [false, true, false]);
            group.chosen = 0;
            compare(choices().map(each => each.Accessible.checked), [true, false, false]);
            checkRole(group, Accessible.Grouping, "Colours");
        }

        function test_its_values_wrap_and_none_is_cut() {
            for (const width of [700, 400, 320]) {
                group.width = width;
                settle(group);
                checkWhole(group);
                checkApart(choices().map(area), 0.4 * group.em);
            }
        }

        name: "PreviewSwitch"
    }
}
