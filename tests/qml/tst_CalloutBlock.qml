pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    readonly property string text: `!!! note "A title"
    Words, and [a page](two.md).

!!! tip "${test.longText} ${test.longWord}"
    ${test.longText}.

!!! caution
    - Words
    - More words

!!! emergency "Call"
    Words.
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

        function boxes(): list<Item> {
            return ofType(page, CalloutBlock);
        }

        function panel(number: int): Panel {
            return ofType(boxes()[number], Panel)[0] as Panel;
        }

        // The edge where its words begin.
        function edge(number: int): Rectangle {
            return ofType(panel(number), Rectangle).filter(each => each.height === panel(number).height)[0] as Rectangle;
        }

        function test_each_kind_has_an_icon_and_a_word_of_its_own() {
            const signs = boxes().map(box => (icons(box)[0] as Icon).name);
            compare(signs, ["note", "tip", "warning", "emergency"]);
            compare(new Set(boxes().map(box => (texts(box)[0] as Text).text)).size, 4);
        }

        function test_its_words_icon_and_edge_have_the_colour_of_its_kind() {
            for (const [number, strong, edgeColour, ground] of [[0, Theme.teal, Theme.teal, Theme.tint], [2, Theme.amber, Theme.amberEdge, Theme.amberTint], [3, Theme.red, Theme.redEdge, Theme.redTint]]) {
                verify(Qt.colorEqual((icons(boxes()[number])[0] as Icon).colour, strong));
                verify(Qt.colorEqual((texts(boxes()[number])[0] as Text).color, strong));
                verify(Qt.colorEqual(edge(number).color, edgeColour));
                verify(Qt.colorEqual(panel(number).color, ground));
            }
        }

        function test_in_high_contrast_an_edge_runs_all_around_it() {
            compare(panel(0).border.width, 0);
            Theme.scheme = "contrast";
            verify(panel(0).border.width > 0);
            // The box "caution" has a stronger one than a note, and nothing else beside it.
            verify(panel(2).border.width > panel(0).border.width);
        }

        function test_its_one_heading_is_its_title_or_else_the_word_of_its_kind() {
            compare(texts(boxes()[0]).length, 2);
            compare((texts(boxes()[0])[0] as Text).text, "A title");
            compare((texts(boxes()[2])[0] as Text).text, "Take care");
            checkRole(panel(0), Accessible.Grouping, "Note. A title");
            checkRole(panel(2), Accessible.Grouping, "Take care");
        }

        function test_a_link_in_it_is_followed_once() {
            checkLink(boxes()[0], followed, "page:two%0A");
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return mostAndLeastRoom();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            become(data);
            for (const box of boxes()) {
                checkWhole(box);
                checkUncovered(box);
            }
        }

        function test_from_right_to_left_edge_and_icon_stand_at_the_right() {
            verify(before(edge(0), icons(boxes()[0])[0]));
            verify(before(icons(boxes()[0])[0], texts(boxes()[0])[0]));
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            verify(before(icons(boxes()[0])[0], edge(0)));
            verify(before(texts(boxes()[0])[0], icons(boxes()[0])[0]));
            page.LayoutMirroring.enabled = false;
        }

        name: "CalloutBlock"
    }
}
