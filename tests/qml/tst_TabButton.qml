pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Frame"

Item {
    id: scene

    property Shell shell: test.parts.shell("en", `Overview ${test.longWord}`) as Shell

    height: 800
    width: 1200

    Repeater {
        id: tabs

        model: scene.shell.navigator.panes

        TabButton {
            required property int index

            metrics: letters
            width: 300
            y: 300 * index
        }
    }

    FontMetrics {
        id: letters

        font.bold: true
        font.family: Theme.fontFamily
        font.pixelSize: Theme.small
    }

    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: test.tab
    }

    ComponentCase {
        id: test

        property TabButton tab: null
        property TabButton long: null

        function initTestCase() {
            tab = tabs.itemAt(0) as TabButton;
            long = tabs.itemAt(1) as TabButton;
        }

        function init() {
            for (const each of [tab, long]) {
                each.selected = false;
                each.stacked = each.pictured = each.worded = true;
                each.width = 300;
                each.LayoutMirroring.enabled = false;
            }
        }

        function test_it_tells_once_of_each_touch() {
            checkTapped(tab, tapped);
        }

        function test_its_ground_changes_while_a_finger_lies_on_it() {
            checkHeld(tab, tab.ringed as Rectangle, Theme.tint);
        }

        function test_the_selected_one_is_filled_and_read_on_that() {
            verify(!tab.Accessible.selected);
            tab.selected = true;
            verify(Qt.colorEqual((tab.ringed as Rectangle).color, Theme.teal));
            verify(Qt.colorEqual((texts(tab)[0] as Text).color, Theme.overTeal));
            verify(Qt.colorEqual((icons(tab)[0] as Icon).colour, Theme.overTeal));
            verify(tab.Accessible.selected);
            press(tab);
            verify(Qt.colorEqual((tab.ringed as Rectangle).color, Theme.tealPressed));
        }

        function test_it_is_large_enough_for_a_finger_and_holds_all_its_words() {
            for (const each of [tab, long])
                for (const scale of [1, 2]) {
                    Theme.textScale = scale;
                    for (const stacked of [true, false]) {
                        each.stacked = stacked;
                        settle(each);
                        checkTouchable(each);
                        checkWhole(each);
                    }
                }
        }

        function test_it_knows_how_wide_its_longest_word_is() {
            verify(long.wanted > 3 * tab.wanted);
            const small = tab.wanted;
            Theme.textScale = 2;
            verify(tab.wanted > 1.8 * small);
        }

        function test_its_icon_stands_over_its_word_or_before_it() {
            settle(tab);
            verify(area(icons(tab)[0]).bottom <= area(texts(tab)[0]).top);
            tab.stacked = false;
            settle(tab);
            verify(before(icons(tab)[0], texts(tab)[0]));
            tab.LayoutMirroring.enabled = tab.LayoutMirroring.childrenInherit = true;
            settle(tab);
            verify(before(texts(tab)[0], icons(tab)[0]));
        }

        function test_what_it_shows_stands_in_its_middle_whatever_is_left_out() {
            for (const stacked of [true, false])
                for (const [pictured, worded] of [[true, true], [true, false], [false, true]]) {
                    tab.stacked = stacked;
                    tab.pictured = pictured;
                    tab.worded = worded;
                    settle(tab);
                    const shown = [...icons(tab), ...texts(tab)].map(area);
                    const left = Math.min(...shown.map(each => each.left));
                    const right = Math.max(...shown.map(each => each.right));
                    fuzzyCompare((left + right) / 2, middle(tab), 1);
                }
        }

        function test_icon_or_word_may_be_left_out_and_its_name_stays() {
            tab.worded = false;
            compare(texts(tab).length, 0);
            compare(icons(tab).length, 1);
            tab.worded = true;
            tab.pictured = false;
            compare(icons(tab).length, 0);
            checkRole(tab, Accessible.PageTab, "Overview");
            checkFocus(tab);
        }

        name: "TabButton"
    }
}
