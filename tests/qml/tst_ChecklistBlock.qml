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

        rows: test.parts.rows(`- [ ] First thing?
- [ ] A [link](one.md) in it?

Between.

- [ ] ${test.longText}, and ${test.longWord}?
`) as RowModel
        width: scene.width - 2 * Theme.margin
        x: Theme.margin
    }

    SignalSpy {
        id: toggled

        signalName: "toggled"
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
            become(screens()[2]);
            page.ticked = [];
            toggled.clear();
            followed.clear();
        }

        function line(number: int): Item {
            return named(page, `tick-${number}`);
        }

        // The ground of a line, and the box in it.
        function ground(number: int): Rectangle {
            return line(number).children[0] as Rectangle;
        }

        function box(number: int): Rectangle {
            return line(number).children[1] as Rectangle;
        }

        function test_a_touch_anywhere_on_a_line_tells_once_which_it_is_and_follows_no_link() {
            for (const x of [8, line(1).width / 2, line(1).width - 8]) {
                toggled.clear();
                mouseClick(line(1), x, line(1).height / 2);
                compare(toggled.count, 1);
                compare(toggled.signalArguments[0][0], 1);
            }
            tap(line(2));
            compare(toggled.signalArguments[1][0], 2);
            slideOff(line(0));
            compare(toggled.count, 2);
            compare(followed.count, 0);
        }

        function test_a_screen_reader_or_a_key_ticks_it_too() {
            line(0).Accessible.pressAction();
            line(0).Accessible.toggleAction();
            compare(toggled.count, 2);
            checkFocus(line(0));
        }

        function test_a_line_changes_while_a_finger_lies_on_it() {
            checkHeld(line(0), ground(0), Theme.tint);
        }

        function test_a_tick_is_drawn_in_its_box_and_not_by_colour_alone() {
            compare(icons(box(0)).length, 0);
            compare(pixels(box(0), Theme.teal, 0.2), 0);
            page.ticked = [0];
            verify(Qt.colorEqual(box(0).color, Theme.teal));
            verify(Qt.colorEqual(box(1).color, "transparent"));
            compare(icons(box(0)).map(icon => (icon as Icon).name), ["check"]);
            tryVerify(() => (icons(box(0))[0] as Image).status === Image.Ready);
            verify(pixels(box(0), Theme.overTeal, 0.2) > 10, "the tick");
            verify(pixels(box(0), Theme.teal, 0.2) > 100, "its ground");
        }

        function test_each_list_counts_its_own_ticks() {
            const tallies = () => ofType(page, ChecklistBlock).map(block => (block as ChecklistBlock).tally);
            compare(tallies(), ["0 of 2 ticked", "0 of 1 ticked"]);
            page.ticked = [0];
            compare(tallies(), ["1 of 2 ticked", "0 of 1 ticked"]);
            page.ticked = [0, 1, 2];
            compare(tallies(), ["2 of 2 ticked", "1 of 1 ticked"]);
            verify(words(page).includes("2 of 2 ticked"));
        }

        function test_a_line_is_large_enough_for_a_finger_and_clear_of_the_next_data() {
            return screensAndSizes();
        }

        function test_a_line_is_large_enough_for_a_finger_and_clear_of_the_next(data) {
            become(data);
            const lines = [0, 1, 2].map(line);
            lines.forEach(checkTouchable);
            checkApart(lines.map(area), Theme.between);
            for (const each of lines) {
                compare(each.width, page.width);
                checkWhole(each);
            }
        }

        function test_a_line_is_a_box_to_tick_and_its_list_says_how_many_are() {
            checkRole(line(1), Accessible.CheckBox, "A link in it?");
            verify(line(1).Accessible.checkable);
            verify(!line(1).Accessible.checked);
            page.ticked = [1];
            verify(line(1).Accessible.checked);
            verify(!line(0).Accessible.checked);
            checkRole(line(0).parent, Accessible.List, "1 of 2 ticked");
        }

        function test_from_right_to_left_the_box_stands_at_the_right() {
            verify(before(box(0), texts(line(0))[0]));
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            verify(before(texts(line(0))[0], box(0)));
            page.LayoutMirroring.enabled = false;
        }

        name: "ChecklistBlock"
    }
}
