pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    readonly property string text: `- A thing
- [Another](two.md)

    More about it.

    - Deeper
- ${test.longText}, ${test.longWord}

9. Ninth
10. ${test.longText}

Then

2024. ${test.longText}
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

        function items(): list<Item> {
            return ofType(page, ItemBlock);
        }

        function words(number: int): LinkedWords {
            return (items()[number] as ItemBlock).reader as LinkedWords;
        }

        // The dot before an item.
        function dot(number: int): Rectangle {
            return ofType(items()[number], Rectangle)[0] as Rectangle;
        }

        function number(of: int): Text {
            return texts(items()[of]).find(each => each.visible) as Text;
        }

        function test_an_item_has_a_dot_or_its_number_before_it() {
            compare(items().map(item => ofType(item, Rectangle).length), [1, 1, 0, 1, 1, 0, 0, 0]);
            compare([5, 6].map(each => number(each).text), ["9.", "10."]);
            for (const each of [5, 6])
                verify(area(number(each)).left + number(each).contentWidth <= area(words(each)).left);
        }

        function test_a_long_number_runs_into_no_word_data() {
            return mostAndLeastRoom();
        }

        function test_a_long_number_runs_into_no_word(data) {
            become(data);
            verify(area(number(7)).left + number(7).contentWidth < area(words(7)).left);
            compare(area(words(5)).left, area(words(6)).left);
        }

        function test_a_deeper_one_stands_further_in_under_a_ring() {
            verify(Qt.colorEqual(dot(0).color, Theme.teal));
            compare(dot(3).color.a, 0);
            verify(dot(3).border.width > 0);
            verify(area(dot(3)).left >= area(dot(0)).left + Theme.body - 1);
            verify(area(words(3)).left > area(words(0)).left);
        }

        function test_a_further_paragraph_of_one_stands_below_its_words() {
            compare(area(words(2)).left, area(words(1)).left);
            compare(words(2).Accessible.role, Accessible.Paragraph);
        }

        function test_it_tells_which_of_how_many_it_is() {
            checkRole(words(0), Accessible.ListItem, "A thing");
            compare(words(5).Accessible.name, "9. Ninth");
            verify(words(5).Accessible.description !== words(6).Accessible.description);
        }

        function test_a_dot_stands_beside_the_first_line() {
            const first = painted(words(4), scene);
            verify(area(dot(4)).top > first.top);
            verify(area(dot(4)).bottom < first.top + Theme.body * 1.2 * Theme.lineHeight);
        }

        function test_a_link_in_it_is_followed_once() {
            checkLink(items()[1], followed, "page:two%0A");
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return mostAndLeastRoom();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            become(data);
            for (const item of items()) {
                checkWhole(item);
                checkUncovered(item);
            }
        }

        function test_from_right_to_left_dots_and_numbers_stand_at_the_right() {
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            for (const each of [0, 3])
                verify(area(dot(each)).left >= area(words(each)).right - 1);
            verify(area(dot(3)).right <= area(dot(0)).right - Theme.body + 1);
            verify(painted(number(5), scene).left >= area(words(5)).right - 1);
            // A mark lets the full stop stand where the words go on.
            compare(number(5).text, "\u200f9.");
            page.LayoutMirroring.enabled = false;
        }

        name: "ItemBlock"
    }
}
