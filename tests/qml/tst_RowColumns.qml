pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    height: 800
    width: 1200

    RowColumns {
        id: rows

        between: 100
        columns: 2
        width: 500

        Repeater {
            id: repeater

            delegate: PlacedRow {
                required property var modelData

                height: modelData[0]
                lead: modelData[2] ?? 0
                side: modelData[1]
                width: side > 0 ? rows.columnWidth : rows.width
            }
        }
    }

    RowColumns {
        id: pair

        between: 100
        columns: 2
        width: 500

        Repeater {
            id: cards

            delegate: BlockFrame {
                id: card

                required property var modelData

                gap: 1
                side: modelData[1]

                Panel {
                    width: parent.width

                    Item {
                        implicitHeight: card.modelData[0]
                        width: parent.width
                    }
                }
            }
        }
    }

    ComponentCase {
        id: test

        function init() {
            rows.columns = 2;
            rows.mirrored = false;
        }

        // Rows of a height, a column, and the gap that they begin with.
        function show(said: list<var>): void {
            repeater.model = said;
            rows.forceLayout();
        }

        function placed(): list<real> {
            return Array.from({
                length: repeater.count
            }, (_, index) => repeater.itemAt(index).y);
        }

        function sides(): list<real> {
            return Array.from({
                length: repeater.count
            }, (_, index) => repeater.itemAt(index).x);
        }

        function test_each_row_has_its_place_data() {
            return [
                {
                    tag: "of no column: below each other",
                    rows: [[10, 0], [20, 0], [30, 0]],
                    tops: [0, 10, 30],
                    end: 60
                },
                {
                    tag: "the second column begins beside the first",
                    rows: [[5, 0], [10, 1], [20, 1], [7, 2], [8, 2]],
                    tops: [0, 5, 15, 5, 12],
                    end: 35
                },
                {
                    tag: "what follows stands below the longer column, the second",
                    rows: [[10, 1], [50, 2], [5, 0]],
                    tops: [0, 0, 50],
                    end: 55
                },
                {
                    tag: "what follows stands below the longer column, the first",
                    rows: [[50, 1], [10, 2], [5, 0]],
                    tops: [0, 0, 50],
                    end: 55
                },
                {
                    tag: "a second column that is the longer one ends the page",
                    rows: [[10, 1], [50, 2]],
                    tops: [0, 0],
                    end: 50
                },
                {
                    tag: "a column goes on beside the other",
                    rows: [[10, 1], [50, 2], [15, 3], [5, 3], [5, 0]],
                    tops: [0, 0, 10, 25, 50],
                    end: 55
                },
                {
                    tag: "after a column that went on, a first one begins below both",
                    rows: [[10, 1], [20, 2], [15, 3], [9, 1]],
                    tops: [0, 0, 10, 25],
                    end: 34
                },
                {
                    tag: "another first column begins below both",
                    rows: [[10, 1], [30, 2], [10, 1], [10, 2]],
                    tops: [0, 0, 30, 30],
                    end: 40
                },
                {
                    tag: "a first column alone is followed below itself",
                    rows: [[10, 1], [5, 0], [10, 1]],
                    tops: [0, 10, 15],
                    end: 25
                },
                {
                    tag: "both begin at one height, whatever gap they begin with",
                    rows: [[30, 1, 20], [20, 2, 5]],
                    tops: [0, 15],
                    end: 35
                }
            ];
        }

        function test_each_row_has_its_place(data) {
            show(data.rows);
            compare(placed(), data.tops);
            compare(rows.height, data.end);
            compare(sides(), data.rows.map(row => row[1] === 2 ? 300 : 0));

            rows.mirrored = true;
            compare(placed(), data.tops);
            compare(sides(), data.rows.map(row => row[1] === 1 || row[1] === 3 ? 300 : 0));

            rows.columns = 1;
            let top = 0;
            compare(placed(), data.rows.map(row => (top += row[0]) - row[0]));
            compare(sides(), data.rows.map(() => 0));
            compare(rows.height, top);
        }

        function test_a_row_that_grows_moves_what_is_below() {
            show([[10, 1], [30, 2], [10, 0]]);
            repeater.itemAt(0).height = 50;
            rows.forceLayout();
            compare(placed(), [0, 0, 50]);
            compare(rows.height, 60);
        }

        function test_rows_are_as_wide_as_their_column() {
            show([[10, 1], [30, 2], [10, 0]]);
            compare(repeater.itemAt(1).width, 200);
            compare(repeater.itemAt(2).width, 500);
            rows.columns = 1;
            compare(repeater.itemAt(1).width, 500);
        }

        function test_two_cards_alone_beside_each_other_are_equally_high_data() {
            return [
                {
                    tag: "two beside each other",
                    cards: [[100, 1], [60, 2]],
                    higher: [0, 40]
                },
                {
                    tag: "each two for themselves",
                    cards: [[50, 1], [100, 2], [70, 1], [60, 2]],
                    higher: [50, 0, 0, 10]
                },
                {
                    tag: "not where a column goes on",
                    cards: [[60, 1], [100, 2], [20, 3]],
                    higher: [0, 0, 0]
                },
                {
                    tag: "not one after the other",
                    cards: [[60, 0], [100, 0]],
                    higher: [0, 0]
                }
            ];
        }

        function test_two_cards_alone_beside_each_other_are_equally_high(data) {
            cards.model = data.cards;
            const higher = () => ofType(pair, Panel).map(panel => panel.height - panel.implicitHeight);
            settle(pair);
            compare(higher(), data.higher);
            pair.columns = 1;
            settle(pair);
            compare(higher(), data.cards.map(() => 0));
            pair.columns = 2;
        }

        name: "RowColumns"
    }
}
