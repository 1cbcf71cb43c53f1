pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    readonly property string text: `| Way | Needles | How long it takes |
|-----|---------|-------------------|
| Short | 4 | A day, as [a page](two.md) says |
| ${test.longText} | 10 | ${test.longText}, ${test.longText} |
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

        function table(): Item {
            return all(page, item => item.Accessible.role === Accessible.Table)[0];
        }

        function ofRole(role: int): list<Item> {
            return all(table(), item => item.Accessible.role === role);
        }

        function test_it_is_a_grid_where_its_columns_have_room_and_cards_where_not() {
            become(screens()[0]);
            compare([ofType(page, TableGrid).length, ofType(page, TableCards).length], [1, 0]);
            page.width = 500;
            settle(page);
            compare([ofType(page, TableGrid).length, ofType(page, TableCards).length], [0, 1]);
            page.width = Qt.binding(() => scene.width - 2 * Theme.margin);
            become(screensAndSizes()[5]);
            compare(ofType(page, TableGrid).length, 0);
        }

        function test_in_a_grid_cells_stand_below_the_head_of_their_column() {
            become(screens()[0]);
            const heads = ofRole(Accessible.ColumnHeader);
            const cells = ofRole(Accessible.Cell);
            compare([heads.length, ofRole(Accessible.RowHeader).length, cells.length], [3, 2, 4]);
            for (const each of [0, 1]) {
                compare(area(cells[each]).left, area(heads[each + 1]).left);
                compare(cells[each].Accessible.description, heads[each + 1].Accessible.name);
            }
            verify(heads.every(head => (head as Text).font.bold));
            verify(!(cells[0] as Text).font.bold);
        }

        function test_on_a_card_each_cell_stands_below_the_name_of_its_column() {
            page.width = 500;
            settle(page);
            compare(words(ofType(table(), Panel)[0]), "Short\nNeedles\n4\nHow long it takes\nA day, as a page says");
            compare(ofRole(Accessible.Cell).map(cell => cell.Accessible.description).slice(0, 2), ["Needles", "How long it takes"]);
            compare(ofRole(Accessible.RowHeader)[0].Accessible.name, "Short");
            page.width = Qt.binding(() => scene.width - 2 * Theme.margin);
        }

        function test_a_link_in_it_is_followed_once_data() {
            return [screens()[0], screens()[3]];
        }

        function test_a_link_in_it_is_followed_once(data) {
            become(data);
            checkLink(table(), followed, "page:two%0A");
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return screensOfBothSizes();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            become(data);
            checkWhole(table());
            checkUncovered(table());
        }

        function test_from_right_to_left_the_first_column_stands_at_the_right() {
            become(screens()[0]);
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            settle(page);
            const heads = ofRole(Accessible.ColumnHeader);
            verify(before(heads[1], heads[0]));
            verify(before(heads[2], heads[1]));
            page.LayoutMirroring.enabled = false;
        }

        name: "TableBlock"
    }
}
