pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    readonly property string text: `## Does it work? {#work}

!!! evidence low

Perhaps.

## ${test.longText}, or ${test.longWord}? {#long}

${test.longText}, ${test.longWord}.

## How is it done? {#done}

With a needle.

![Two fields.](drawing.svg)

## What does it cost? {#cost}

Ask.
`
    readonly property string signs: `!!! emergency "Call"
    Words.

`

    readonly property Pane pane: test.parts.pane(test.parts.reading(scene.text, "en", "doors")) as Pane
    readonly property Pane urgent: test.parts.pane(test.parts.reading(scene.signs + scene.text, "en", "doors")) as Pane

    height: 1080
    width: 1920

    PageRows {
        id: page

        beside: false
        rows: scene.pane.rows
        width: scene.width - 2 * Theme.margin
        x: Theme.margin
    }

    SignalSpy {
        id: entered

        signalName: "entered"
        target: page
    }

    ComponentCase {
        id: test

        function init() {
            page.rows = scene.pane.rows;
            become(screens()[0]);
            entered.clear();
        }

        function doors(): list<Item> {
            return ofType(page, Door);
        }

        function shown(layout: string, screen: var) {
            page.rows = layout === "brief" ? scene.urgent.rows : scene.pane.rows;
            become(screen);
        }

        function test_a_touch_on_a_door_tells_once_which_section_is_behind_it() {
            checkTapped(doors()[0], entered);
            tap(doors()[3]);
            compare(entered.count, 1);
            compare(entered.signalArguments[0][0], "cost");
        }

        function test_a_door_changes_its_colours_while_a_finger_lies_on_it() {
            const door = doors()[0] as Door;
            checkHeld(door, door, Theme.tint);
            const edge = door.border.width;
            press(door);
            verify(door.border.width > edge);
            lift();
        }

        function test_it_is_a_button_that_says_heading_answer_and_evidence() {
            checkRole(doors()[0], Accessible.Button, "Does it work? Perhaps.");
            compare(doors()[0].Accessible.description, "Evidence: low");
            compare(doors()[3].Accessible.description, "");
            doors().forEach(checkFocus);
        }

        function test_keys_stop_at_each_door_and_not_at_all_of_them() {
            compare((ofType(page, DoorsBlock)[0] as DoorsBlock).ringed, null);
        }

        function test_it_shows_heading_answer_and_evidence_or_else_the_picture() {
            compare(words(doors()[0]), "Does it work?\nEvidence: low\nPerhaps.");
            const drawings = doors().map(door => all(door, item => item instanceof Image && !(item instanceof Icon) && item.height > 0).length);
            compare(drawings, [0, 0, 1, 0]);
        }

        function test_below_an_emergency_box_doors_show_their_headings_alone() {
            shown("brief", screens()[0]);
            compare(words(doors()[0]), "Does it work?");
            compare(words(doors()[2]), "How is it done?");
            compare(ofType(page, Level).length, 0);
        }

        function test_at_most_three_stand_in_a_row_and_brief_ones_fill_their_rows() {
            const more = number => `\n## And then? {#then-${number}}\n\nHome.\n`;
            for (const [extra, expected] of [[0, [2, 2]], [1, [3, 2]], [3, [3, 3, 1]]]) {
                const text = scene.signs + scene.text + [...Array(extra).keys()].map(more).join("");
                page.rows = (parts.pane(parts.reading(text, "en", "doors")) as Pane).rows;
                become(screens()[0]);
                const places = doors().map(area);
                const tops = [...new Set(places.map(place => Math.round(place.top)))];
                const across = tops.map(top => places.filter(place => Math.round(place.top) === top));
                compare(across.map(row => row.length), expected);
                for (const row of across)
                    compare(Math.round(Math.max(...row.map(place => place.right))), Math.round(page.x + page.width));
            }
        }

        function test_those_in_a_row_are_as_high_as_the_highest_data() {
            const both = [];
            for (const layout of ["", "brief"])
                for (const screen of screensAndSizes())
                    both.push(Object.assign({}, screen, {
                        layout: layout,
                        tag: `${layout} ${screen.tag}`
                    }));
            return both;
        }

        function test_those_in_a_row_are_as_high_as_the_highest(data) {
            shown(data.layout, data);
            const areas = doors().map(area);
            compare(areas.length, 4);
            for (const one of areas) {
                const row = areas.filter(other => Math.abs(other.top - one.top) < 1);
                row.forEach(other => fuzzyCompare(other.height, one.height, 1));
            }
            const most = doors().map(door => door.implicitHeight);
            verify(doors().every(door => most.includes(door.height)), "no higher than one of them needs");
            checkApart(areas, Theme.between);
        }

        function test_a_door_with_a_long_answer_takes_the_room_of_two() {
            const marks = `${"It&#x27;s &quot;so&quot; ".repeat(8)}0100 000000.`;
            for (const [answer, across] of [["Words.", [[0, 1], [2, 3]]], [marks, [[0, 1], [2, 3]]], [`${longText}, ${longText}, ${longText}, ${longText}.`, [[0], [1], [2, 3]]]]) {
                const asked = scene.text.replace(`${longText}, ${longWord}.`, answer);
                page.rows = (parts.pane(parts.reading(asked, "en", "doors")) as Pane).rows;
                become(screens()[0]);
                for (const mirrored of [false, true]) {
                    page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = mirrored;
                    settle(page);
                    const places = doors().map(area);
                    const tops = [...new Set(places.map(place => Math.round(place.top)))];
                    compare(tops.map(top => places.map((place, at) => at).filter(at => Math.round(places[at].top) === top)), across);
                    // No row is left with a hole, and none is wider than the page.
                    for (const row of across) {
                        compare(Math.round(Math.min(...row.map(at => places[at].left))), Math.round(page.x));
                        compare(Math.round(Math.max(...row.map(at => places[at].right))), Math.round(page.x + page.width));
                    }
                }
            }
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = false;
        }

        function test_no_word_of_an_answer_stands_alone_on_a_second_line() {
            become(screens()[1]);
            const words = "See a doctor, and take this sheet of paper along with you when you go";
            const answer = () => texts(doors()[1]).slice(-1)[0] as Text;
            for (const mirrored of [false, true]) {
                page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = mirrored;
                page.rows = (parts.pane(parts.reading(scene.text.replace(`${longText}, ${longWord}.`, `${words}.`), "en", "doors")) as Pane).rows;
                settle(page);
                compare(answer().lineCount, 2);
                verify(answer().contentWidth < 0.8 * answer().parent.width);
                const side = mirrored ? "right" : "left";
                fuzzyCompare(painted(answer(), scene)[side], area(answer().parent)[side], 1);
            }
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = false;
        }

        function test_a_screen_on_end_has_one_below_the_other_and_a_wide_one_two_beside_each_other() {
            const across = () => doors().filter(door => Math.abs(area(door).top - area(doors()[0]).top) < 1).length;
            for (const [number, expected] of [[0, 2], [1, 1]]) {
                become(screens()[number]);
                compare(across(), expected);
            }
        }

        function test_nothing_of_them_is_cut_or_covered_data() {
            return test_those_in_a_row_are_as_high_as_the_highest_data();
        }

        function test_nothing_of_them_is_cut_or_covered(data) {
            shown(data.layout, data);
            for (const door of doors()) {
                checkTouchable(door);
                checkWhole(door);
                checkUncovered(door);
                const sign = area(icons(door)[0]);
                texts(door).forEach(text => checkApart([painted(text as Text, scene), sign], 0));
            }
        }

        function test_from_right_to_left_words_begin_at_the_right_and_the_sign_stands_at_the_left() {
            const first = doors()[0];
            verify(before(texts(first)[0], icons(first)[0]));
            verify(before(first, doors()[1]));
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            settle(page);
            verify(before(icons(first)[0], texts(first)[0]));
            verify((icons(first)[0] as Icon).mirror);
            verify(before(doors()[1], first));
            for (const number of [0, texts(first).length - 1])
                fuzzyCompare(area(first).right - painted(texts(first)[number] as Text, scene).right, Theme.padding, 1);
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = false;
        }

        name: "DoorsBlock"
    }
}
