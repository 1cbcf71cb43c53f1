pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    readonly property string text: `!!! steps "What to do"
    1. Look.
    2. Go to [a page](two.md).
    3. ${test.longText}. ${test.longWord}
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

        function steps(): list<Item> {
            return ofType(page, StepBlock);
        }

        function marker(step: Item): Item {
            return ofType(step, Marker)[0];
        }

        function words(step: Item): Item {
            return ofType(step, ParagraphBlock)[0];
        }

        function test_each_step_has_its_number_in_a_circle_beside_its_first_line() {
            compare(steps().map(step => (marker(step) as Marker).text), ["1", "2", "3"]);
            for (const step of steps()) {
                verify(area(marker(step)).right < area(words(step)).left);
                const [said] = texts(words(step));
                const first = painted(said as Text, scene).top + Theme.body * 0.6 * Theme.lineHeight;
                fuzzyCompare(first, (area(marker(step)).top + area(marker(step)).bottom) / 2, Theme.mm);
            }
        }

        function test_steps_are_a_list_with_their_title() {
            const list = ofType(page, Panel)[0];
            checkRole(list, Accessible.List, "What to do");
            const entries = all(list, item => item.Accessible.role === Accessible.ListItem);
            compare(entries.length, 3);
            compare(new Set(entries.map(each => each.Accessible.name)).size, 3);
            verify(texts(marker(steps()[0]))[0].Accessible.ignored);
        }

        function test_a_link_in_it_is_followed_once() {
            checkLink(steps()[1], followed, "page:two%0A");
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return mostAndLeastRoom();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            become(data);
            checkWhole(page);
            checkUncovered(page);
        }

        function test_from_right_to_left_the_numbers_stand_at_the_right() {
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            for (const step of steps())
                verify(area(words(step)).right < area(marker(step)).left);
            page.LayoutMirroring.enabled = false;
        }

        name: "StepBlock"
    }
}
