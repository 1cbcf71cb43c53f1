pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    height: 1080
    width: 1920

    PageRows {
        id: page
        beside: false

        rows: test.parts.rows(`!!! compare "Which?"

| You ask | Wait | Lotion | Finasteride (men) | PRP |
|--|--|--|--|--|
| What is it? | Nothing | A [lotion](one.md) | ${test.longText} | |
| Helped | | In women<br>26: saw hair<br>14: with a sham | 48: kept hair | |

!!! compare

| You ask | One | Two |
|--|--|--|
| What? | a | b |
`) as RowModel
        width: scene.width - 2 * Theme.margin
        x: Theme.margin
    }

    SignalSpy {
        id: chosen

        signalName: "chosen"
        target: page
    }

    SignalSpy {
        id: followed

        signalName: "followed"
        target: page
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[0]);
            page.compared = [];
            chosen.clear();
            followed.clear();
        }

        function block(number: int): CompareBlock {
            return ofType(page, CompareBlock)[number] as CompareBlock;
        }

        function chip(option: int): CompareChip {
            return named(page, `option-0-${option}`) as CompareChip;
        }

        function chips(): list<Item> {
            return ofType(block(0), CompareChip);
        }

        function lines(): list<Item> {
            return ofType(block(0), CompareLine);
        }

        // The words over the columns in the order in which they are read.
        function names(): list<string> {
            const found = texts(lines()[0]);
            found.sort((one, other) => before(one, other) ? -1 : 1);
            return found.map(each => (each as Words).said);
        }

        function narrow() {
            become(screensAndSizes()[7]);
        }

        function test_a_touch_tells_which_option_it_is_of_which_comparison() {
            checkTapped(chip(2), chosen);
            tap(chip(3));
            compare(chosen.signalArguments[0][0], 0);
            compare(chosen.signalArguments[0][1], 3);
            compare(chosen.signalArguments[0][2], 4);
            checkFocus(chip(1));
        }

        function test_a_chip_changes_while_a_finger_lies_on_it() {
            checkHeld(chip(2), chip(2), Theme.tint);
            checkHeld(chip(0), chip(0), Theme.tealPressed);
        }

        function test_the_first_two_are_seen_until_others_are_chosen() {
            compare(names(), ["You ask", "Wait", "Lotion"]);
            page.compared = [3, 1, 0, 0, 1, 0];
            compare(names(), ["You ask", "PRP", "Lotion"]);
            compare(chips().filter(each => (each as CompareChip).chosen).map(each => (each as CompareChip).index), [1, 3]);
        }

        function test_what_is_chosen_is_filled_and_has_a_tick_and_no_chip_grows_by_it() {
            const widths = chips().map(each => each.width);
            compare(icons(chip(0)).map(icon => (icon as Icon).name), ["check"]);
            compare(icons(chip(2)).length, 0);
            verify(Qt.colorEqual(chip(0).color, Theme.teal));
            verify(Qt.colorEqual(chip(2).color, Theme.card));
            page.compared = [3, 2, 0, 0, 1, 0];
            compare(chips().map(each => each.width), widths);
        }

        function test_two_options_that_both_are_seen_need_no_chips() {
            compare(ofType(block(1), CompareChip).length, 0);
            verify(!words(block(1)).includes("Choose two"));
            narrow();
            compare(ofType(block(1), CompareChip).length, 2);
        }

        function test_an_empty_cell_says_that_it_is_not_known() {
            verify(words(lines()[2]).includes("Not known"));
            page.compared = [1, 2, 0, 0, 1, 0];
            verify(!words(lines()[2]).includes("Not known"));
        }

        function test_people_are_drawn_at_one_scale_for_every_option() {
            page.compared = [1, 2, 0, 0, 1, 0];
            const drawn = ofType(block(0), Dots).map(each => each as Dots);
            compare(drawn.map(each => each.count), [26, 14, 48]);
            compare(new Set(drawn.map(each => each.pitch)).size, 1);
            verify(words(block(0)).includes("26 in 100 saw hair"));
        }

        function test_where_two_do_not_fit_the_one_touched_last_is_seen() {
            narrow();
            verify(!block(0).beside);
            compare(names(), ["Wait"]);
            page.compared = [3, 2, 1, 0, 1, 0];
            compare(names(), ["Finasteride (men)"]);
            compare(chips().filter(each => (each as CompareChip).chosen).map(each => (each as CompareChip).index), [2]);
            verify(words(block(0)).includes("Choose one to read about"));
        }

        function test_a_chip_is_large_enough_for_a_finger_and_clear_of_the_next_data() {
            return screensAndSizes();
        }

        function test_a_chip_is_large_enough_for_a_finger_and_clear_of_the_next(data) {
            become(data);
            chips().forEach(checkTouchable);
            checkApart(chips().map(area), Theme.between);
            chips().forEach(checkWhole);
        }

        function test_nothing_is_cut_or_covered_data() {
            return screensAndSizes();
        }

        function test_nothing_is_cut_or_covered(data) {
            become(data);
            for (const pair of [[0, 1, 0], [2, 1, 0], [3, 2, 1]]) {
                page.compared = [...pair, 0, 1, 0];
                settle(page);
                checkWhole(block(0));
                checkUncovered(block(0));
                for (const line of lines())
                    checkWhole(line);
            }
        }

        function test_a_chip_is_a_box_to_tick_and_where_one_is_seen_a_choice() {
            checkRole(chip(2), Accessible.CheckBox, "Finasteride (men)");
            verify(chip(2).Accessible.checkable);
            verify(!chip(2).Accessible.checked);
            verify(chip(0).Accessible.checked);
            checkRole(chip(0).parent, Accessible.Grouping, "Choose two to compare");
            narrow();
            checkRole(chip(2), Accessible.RadioButton, "Finasteride (men)");
            verify(!chip(1).Accessible.checked);
        }

        function test_it_is_a_table_whose_answers_tell_their_option() {
            const table = lines()[0].parent.parent;
            checkRole(table, Accessible.Table, "Which?");
            const answers = texts(lines()[1]).slice(1);
            checkRole(texts(lines()[1])[0], Accessible.RowHeader, "What is it?");
            compare(answers.map(each => each.Accessible.role), [Accessible.Cell, Accessible.Cell]);
            compare(answers.map(each => each.Accessible.name), ["Nothing", "A lotion"]);
            compare(answers.map(each => each.Accessible.description), ["Wait", "Lotion"]);
            compare(texts(lines()[0]).map(each => each.Accessible.role), [Accessible.ColumnHeader, Accessible.ColumnHeader, Accessible.ColumnHeader]);
            compare(lines()[1].Accessible.role, Accessible.Row);
        }

        function test_a_link_in_an_answer_is_followed() {
            checkLink(lines()[1], followed, "page:one%0A");
        }

        function test_from_right_to_left_questions_stand_at_the_right() {
            const question = texts(lines()[1])[0];
            const answers = texts(lines()[1]).slice(1);
            verify(before(question, answers[0]) && before(answers[0], answers[1]));
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            verify(before(answers[1], answers[0]) && before(answers[0], question));
            checkWhole(block(0));
            page.LayoutMirroring.enabled = false;
        }

        name: "CompareBlock"
    }
}
