pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    readonly property string text: `Words[^one] and words[^two].

[^one]: A study. <https://example.org/one>
[^two]: ${test.longText}. ${test.longWord}
`

    height: 1080
    width: 1920

    PageRows {
        id: page

        beside: false
        rows: test.parts.rows(scene.text) as RowModel
        width: scene.width - 2 * Theme.margin
        x: Theme.margin
    }

    SignalSpy {
        id: followed

        signalName: "followed"
        target: page
    }

    SignalSpy {
        id: asked

        signalName: "asked"
        target: page
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[2]);
            page.question = "sources";
            settle(page);
            asked.clear();
            followed.clear();
        }

        // What is touched.
        function head(): Item {
            return ofType(block(), FoldHead)[0];
        }

        function block(): Item {
            return ofType(page, SourcesBlock)[0];
        }

        function entries(): list<Item> {
            return all(block(), item => item.Accessible.role === Accessible.ListItem);
        }

        function test_each_source_has_its_number_before_it() {
            compare(entries().length, 2);
            for (const entry of entries()) {
                const [number, said] = texts(entry).map(each => each as Text);
                verify(/1|2/.test(number.text));
                verify(painted(number, scene).right <= area(said).left);
            }
        }

        function test_it_is_one_line_that_tells_how_many_there_are_until_somebody_asks() {
            const opened = block().height;
            page.question = "";
            settle(page);
            compare(words(block()), "Sources (2)");
            compare(entries(), []);
            verify(block().height < opened);
            fuzzyCompare(block().height, (block() as SourcesBlock).lead + head().height, 1);
            page.question = "sources";
            settle(page);
            compare(entries().length, 2);
            compare(block().height, opened);
        }

        function test_a_touch_on_its_line_asks_once_for_it() {
            checkTapped(head(), asked);
            tap(head());
            compare(asked.signalArguments[0][0], "sources");
            compare(asked.signalArguments[0][1], block());
        }

        function test_open_sources_are_told_by_more_than_their_colour() {
            const sign = () => (icons(head())[0] as Icon).name;
            compare(sign(), "chevron-up");
            verify(head().Accessible.checked);
            compare(head().Accessible.description, "The sources are shown");
            page.question = "";
            compare(sign(), "chevron-down");
            verify(!head().Accessible.checked);
            compare(head().Accessible.description, "The sources are hidden");
        }

        function test_a_link_in_a_source_is_followed_once() {
            checkLink(entries()[0], followed, "outside:https%3A%2F%2Fexample.org%2Fone");
            compare(asked.count, 0);
        }

        function test_it_is_a_button_and_names_its_entries() {
            checkRole(head(), Accessible.Button, "Sources (2)");
            checkFocus(head());
            verify(entries()[0].Accessible.name.startsWith("Source 1: A study."));
            compare((block() as SourcesBlock).anchor, "sources");
        }

        function test_a_key_stops_at_each_source_and_not_at_all_of_them() {
            compare((block() as SourcesBlock).ringed, null);
            for (const entry of entries())
                compare(entry.ringed, entry);
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return mostAndLeastRoom();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            become(data);
            checkWhole(block());
            checkUncovered(block());
            checkTouchable(head());
            page.question = "";
            settle(page);
            checkWhole(block());
        }

        function test_from_right_to_left_the_numbers_stand_at_the_right() {
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            for (const entry of entries()) {
                const [number, said] = texts(entry).map(each => each as Text);
                verify(area(said).right <= painted(number, scene).left + 1);
            }
            page.LayoutMirroring.enabled = false;
        }

        name: "SourcesBlock"
    }
}
