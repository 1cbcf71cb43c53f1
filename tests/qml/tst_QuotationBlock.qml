pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    readonly property string text: `> She said this, on [a page](two.md).
>
> ${test.longText}. ${test.longWord}
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
            return ofType(page, QuotationBlock)[0];
        }

        // The line beside what is said.
        function edge(): Item {
            return ofType(block(), Rectangle)[0];
        }

        function test_a_line_as_high_as_its_words_stands_before_them() {
            const said = texts(block()).map(area);
            verify(said.every(each => each.left > area(edge()).right));
            verify(area(edge()).top <= said[0].top + 1);
            verify(area(edge()).bottom >= said[said.length - 1].bottom - 1);
        }

        function test_it_is_told_as_a_quotation() {
            const group = all(block(), item => item.Accessible.role === Accessible.Grouping)[0];
            verify(group.Accessible.name !== "");
        }

        function test_a_link_in_it_is_followed_once() {
            checkLink(block(), followed, "page:two%0A");
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return mostAndLeastRoom();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            become(data);
            checkWhole(block());
            checkUncovered(block());
        }

        function test_from_right_to_left_the_line_stands_at_the_right() {
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            verify(texts(block()).map(area).every(each => each.right < area(edge()).left));
            page.LayoutMirroring.enabled = false;
        }

        name: "QuotationBlock"
    }
}
