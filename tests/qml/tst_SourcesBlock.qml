pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native

Item {
    id: scene

    readonly property string text: `Words[^one] and words[^two].

[^one]: A study. <https://example.org/one>
[^two]: ${test.longText}. ${test.longWord}
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

        function test_it_has_a_heading_and_names_its_entries() {
            checkRole(texts(block())[0], Accessible.Heading, "Sources");
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
