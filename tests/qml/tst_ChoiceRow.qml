pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 800
    width: 1600

    ChoiceRow {
        id: group

        label: "Text size"
        width: 1500

        Repeater {
            id: answers

            model: ["100 %", "125 %", "150 %", "175 %", "200 %"]

            Choice {
                required property string modelData

                text: modelData
            }
        }
    }

    ComponentCase {
        id: test

        function init() {
            group.width = 1500;
            group.beside = false;
            group.offered = true;
            group.LayoutMirroring.enabled = false;
        }

        function choices(): list<Item> {
            return ofType(group, Choice);
        }

        // How many stand in each line.
        function lines(): list<int> {
            const tops = choices().map(each => each.y);
            return Array.from(new Set(tops)).map(top => tops.filter(each => each === top).length);
        }

        function test_its_answers_stand_below_its_name_or_beside_it() {
            settle(group);
            const label = texts(group)[0];
            verify(area(choices()[0]).top >= area(label).bottom);
            group.beside = true;
            settle(group);
            verify(area(choices()[0]).left > area(label).right);
            verify(area(choices()[0]).top < area(label).bottom);
        }

        function test_no_answer_is_left_alone_in_the_last_line_if_that_can_be_helped() {
            settle(group);
            compare(lines(), [5]);
            group.width = group.span - 20;
            settle(group);
            compare(lines(), [3, 2]);
        }

        function test_nothing_of_it_is_cut_and_its_answers_stand_apart_data() {
            return [1500, 800, 500, 300].map(width => ({
                        tag: String(width),
                        width: width
                    }));
        }

        function test_nothing_of_it_is_cut_and_its_answers_stand_apart(data) {
            group.width = data.width;
            for (const scale of [1, 2]) {
                Theme.textScale = scale;
                settle(group);
                checkWhole(group);
                checkApart(choices().map(area), Theme.between);
                verify(choices().every(each => area(each).right <= area(group).right + 1));
            }
        }

        function test_what_is_not_offered_is_not_there() {
            group.offered = false;
            verify(!group.visible);
        }

        function test_its_answers_belong_together_under_its_name() {
            checkRole(group, Accessible.Grouping, "Text size");
        }

        function test_from_right_to_left_the_first_answer_is_the_rightmost() {
            group.beside = true;
            group.LayoutMirroring.enabled = group.LayoutMirroring.childrenInherit = true;
            settle(group);
            verify(before(choices()[1], choices()[0]));
            verify(before(choices()[0], texts(group)[0]));
        }

        name: "ChoiceRow"
    }
}
