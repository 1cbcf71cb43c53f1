pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    readonly property string text: `!!! people "Who gets better"
    - 69: with it, as [a page](two.md) says
    - 31: without it, ${test.longText}, ${test.longWord}

    !!! evidence low
        One study

!!! people "Alone"
    - 1: of them
`

    height: 1080
    width: 1920

    BlockColumn {
        id: page

        rows: test.parts.rows(scene.text) as RowModel
        width: scene.width - 2 * Theme.margin
        x: Theme.margin
    }

    SignalSpy {
        id: followed

        signalName: "followed"
        target: page
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[2]);
            followed.clear();
        }

        function charts(): list<Item> {
            return ofType(page, PeopleBlock);
        }

        function groups(chart: Item): list<Item> {
            return all(chart, item => item.Accessible.role === Accessible.Graphic);
        }

        function test_on_a_wide_screen_two_groups_stand_beside_each_other() {
            become(screens()[0]);
            const [one, other] = groups(charts()[0]).map(area);
            verify(one.right < other.left);
            fuzzyCompare(one.width, other.width, 1);
            fuzzyCompare(one.bottom, other.bottom, 1);
            verify(area(groups(charts()[1])[0]).width > one.width * 1.5);
        }

        function test_large_words_and_a_narrow_screen_set_them_below_each_other_data() {
            return [screensAndSizes()[1], ...screensOfBothSizes().slice(1)];
        }

        function test_large_words_and_a_narrow_screen_set_them_below_each_other(data) {
            become(data);
            const [one, other] = groups(charts()[0]).map(area);
            verify(one.bottom < other.top);
            compare(one.left, other.left);
        }

        function test_as_many_are_filled_as_it_happened_to() {
            compare(groups(charts()[0]).map(group => (ofType(group, Dots)[0] as Dots).count), [69, 31]);
        }

        function test_a_badge_stands_in_it_where_there_is_one() {
            compare(charts().map(chart => ofType(chart, Badge).length), [1, 0]);
            tap(ofType(charts()[0], Badge)[0]);
            compare(followed.count, 1);
            verify(followed.signalArguments[0][0].startsWith("evidence:low"));
        }

        function test_a_group_is_said_in_a_sentence() {
            checkRole(ofType(charts()[0], Panel)[0], Accessible.Grouping, "Who gets better");
            compare(groups(charts()[1])[0].Accessible.name, "1 in 100: of them");
        }

        function test_a_link_in_it_is_followed_once() {
            checkLink(groups(charts()[0])[0], followed, "page:two%0A");
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return screensOfBothSizes();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            become(data);
            for (const chart of charts()) {
                checkWhole(chart);
                checkUncovered(chart);
            }
        }

        function test_from_right_to_left_the_first_group_stands_at_the_right() {
            become(screens()[0]);
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            settle(page);
            const [one, other] = groups(charts()[0]);
            verify(before(other, one));
            page.LayoutMirroring.enabled = false;
        }

        name: "PeopleBlock"
    }
}
