pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Frame"

Item {
    id: scene

    property Shell shell: null

    height: 1080
    width: 1920

    Loader {
        id: place

        active: scene.shell !== null
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right

        sourceComponent: TabStrip {
            shell: scene.shell
        }
    }

    ComponentCase {
        id: test

        readonly property TabStrip strip: place.item as TabStrip

        function open(count: int) {
            scene.shell = null;
            const labels = [];
            for (let number = 0; number < count; number++)
                labels.push(`Leaflet${number}`);
            scene.shell = parts.shell("en", labels.join(" ")) as Shell;
            settle(scene);
        }

        function tabs(): list<Item> {
            return ofType(strip, TabButton);
        }

        function reach(): Item {
            return named(strip, "reach");
        }

        function test_any_number_of_tabs_fits_every_screen_data() {
            return [1, 2, 5, 7, 16].map(count => ({
                        tag: `${count} tabs`,
                        count: count
                    }));
        }

        function test_any_number_of_tabs_fits_every_screen(data) {
            open(data.count);
            for (const screen of screensAndSizes()) {
                become(screen);
                settle(strip);
                compare(tabs().length, data.count);
                // A line of icons at any price: so many are narrower than a finger there.
                const crammed = strip.iconic && strip.width < (data.count + 1) * Theme.touch;
                for (const tab of tabs()) {
                    verify(tab.height >= Theme.touch - 0.5, screen.tag);
                    verify(crammed || tab.width >= Theme.touch - 0.5, screen.tag);
                    compare(cut(tab), [], screen.tag);
                    verify(area(tab).left >= 0 && area(tab).right <= scene.width + 1, screen.tag);
                }
                checkApart([...tabs(), reach()].map(area), 0);
                verify(strip.height <= 0.4 * screen.height + 2 * Theme.mm + 1, screen.tag);
                // The button is always there, low, and apart from the tabs.
                verify(crammed || reach().width >= Theme.touch - 0.5, screen.tag);
                verify(reach().height >= Theme.touch - 0.5, screen.tag);
                compare(cut(reach()), [], screen.tag);
                verify(area(reach()).right <= scene.width && area(reach()).bottom <= scene.height, screen.tag);
                verify(area(reach()).top >= 0.6 * scene.height, screen.tag);
            }
        }

        function test_tabs_beside_each_other_and_its_button_are_equally_high_data() {
            return screensAndSizes();
        }

        function test_tabs_beside_each_other_and_its_button_are_equally_high(data) {
            // A label of two words takes two lines where there is little room.
            scene.shell = null;
            scene.shell = parts.shell("en", "One Two_words Three Whole_leaflet Five") as Shell;
            become(data);
            settle(strip);
            const grounds = tabs().map(tab => area((tab as TabButton).ringed));
            for (const ground of grounds)
                for (const other of grounds.filter(each => each.top === ground.top))
                    fuzzyCompare(ground.height, other.height, 0.5);
            // The button stands alone there, or the tabs scroll beside it.
            if (strip.lonely || strip.crowded || grounds[4].bottom > scene.height)
                return;
            fuzzyCompare(grounds[4].height, reach().height, 0.5);
            fuzzyCompare(grounds[4].bottom, area(reach()).bottom, 0.5);
        }

        function test_icons_over_words_stand_on_one_line() {
            scene.shell = null;
            scene.shell = parts.shell("en", "One Two_words Three Whole_leaflet_and_more Five") as Shell;
            become(Object.assign({}, screens()[1], {
                scale: 1.25
            }));
            settle(strip);
            verify(tabs().every(tab => (tab as TabButton).stacked));
            verify(new Set(tabs().map(tab => (texts(tab)[0] as Text).lineCount)).size > 1);
            const tops = [...tabs(), reach()].map(tab => area(icons(tab)[0]).top);
            compare(new Set(tops.map(Math.round)).size, 1, tops.join(" "));
        }

        function test_no_tab_takes_two_lines_of_a_low_screen() {
            scene.shell = null;
            scene.shell = parts.shell("en", "Hair What_it_is Ask Only") as Shell;
            become(Object.assign({}, screens().find(screen => screen.width === 1280), {
                scale: 2
            }));
            settle(strip);
            verify(Theme.isTight);
            verify(strip.height < 1.2 * strip.lowest, `${strip.height}`);
        }

        function test_the_chosen_tab_has_its_icon_where_the_others_have_nothing_else() {
            scene.shell = null;
            scene.shell = parts.shell("en", "A B C D E") as Shell;
            become(Object.assign({}, screens().find(screen => screen.width === 1280), {
                scale: 2
            }));
            settle(strip);
            verify(strip.iconic && strip.worded);
            compare(tabs().map(tab => (tab as TabButton).pictured), Array(5).fill(true));
        }

        function test_icons_over_words_give_way_to_a_text_that_is_large_for_the_screen() {
            open(3);
            become(screens()[0]);
            verify(!Theme.isShort);
            verify(tabs().every(tab => (tab as TabButton).stacked));
            become(Object.assign({}, screens()[0], {
                scale: 2
            }));
            settle(strip);
            verify(Theme.isShort);
            verify(tabs().every(tab => !(tab as TabButton).stacked));
            verify(strip.height < 1.2 * strip.lowest, `${strip.height}`);
        }

        function test_a_touch_on_a_tab_turns_to_its_page() {
            open(3);
            become(screens()[0]);
            compare(tabs().map(tab => (tab as TabButton).selected), [true, false, false]);
            tap(tabs()[2]);
            compare(scene.shell.navigator.page, "page-2");
            compare(tabs().map(tab => (tab as TabButton).selected), [false, false, true]);
        }

        function test_its_button_brings_everything_within_reach_and_back() {
            open(3);
            become(screens()[0]);
            tap(reach());
            verify(scene.shell.appearance.low);
            verify((reach() as LowReachButton).low);
            tap(reach());
            verify(!scene.shell.appearance.low);
        }

        function test_it_is_a_list_of_tabs() {
            open(3);
            checkRole(strip, Accessible.PageTabList, "Pages");
        }

        function test_from_right_to_left_the_first_tab_is_the_rightmost() {
            open(3);
            become(screens()[0]);
            verify(before(tabs()[0], tabs()[1]));
            verify(before(tabs()[2], reach()));
            strip.LayoutMirroring.enabled = strip.LayoutMirroring.childrenInherit = true;
            settle(strip);
            verify(before(tabs()[1], tabs()[0]));
            verify(before(reach(), tabs()[2]));
        }

        name: "TabStrip"
    }
}
