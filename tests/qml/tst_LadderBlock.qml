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

    BlockColumn {
        id: page

        rows: test.parts.rows(`!!! ladder "How sure"
    - moderate: One thing[^a]
    - low: Another thing
    - low: A third thing

[^a]: One study. 2020.`) as RowModel
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

        function rungs(): list<Item> {
            return ofType(page, LadderRung);
        }

        function test_the_rungs_stand_from_the_surest_down_each_with_what_is_on_it_data() {
            return screensAndSizes();
        }

        function test_the_rungs_stand_from_the_surest_down_each_with_what_is_on_it(data) {
            become(data);
            compare(rungs().map(rung => words(rung)), ["High\nNothing here", "Moderate\nOne thing\u00a0[1]", "Low\nAnother thing\nA third thing", "Very low\nNothing here", "None found\nNothing here"]);
            const tops = rungs().map(rung => area(rung).top);
            compare(tops, Array.from(tops).sort((one, other) => one - other));
            compare(rungs().map(rung => Array.from(ofType(rung, FillMarks)[0].children).filter(bar => bar.full).length), [4, 3, 2, 1, 0]);
        }

        function test_nothing_of_it_is_cut_covered_or_too_small_to_touch_data() {
            return screensAndSizes();
        }

        function test_nothing_of_it_is_cut_covered_or_too_small_to_touch(data) {
            become(data);
            const [block] = ofType(page, LadderBlock);
            checkWhole(block);
            checkUncovered(block);
            for (const item of all(block, () => true))
                verify(area(item).right <= area(block).right + 1, String(item));
            rungs().forEach(checkTouchable);
            checkApart(rungs().map(area), Theme.between);
        }

        function test_a_touch_on_a_rung_asks_for_its_level_and_one_on_its_source_for_that() {
            become(screens()[2]);
            const rung = rungs()[1] as LadderRung;
            followed.clear();
            mouseClick(rung, 6 * Theme.mm, 7 * Theme.mm);
            compare(followed.count, 1);
            compare(followed.signalArguments[0][0], rung.link);
            verify(rung.link.startsWith("evidence:moderate"), rung.link);
            const said = texts(rung)[1] as Words;
            let x = said.contentWidth;
            while (x > 0 && said.linkAt(x, Theme.body / 2) === "")
                x -= 2;
            mouseClick(said, x - 2, Theme.body / 2);
            compare(followed.count, 2);
            compare(followed.signalArguments[1][0], "source:1");
            rung.Accessible.pressAction();
            compare(followed.signalArguments[2][0], rung.link);
        }

        function test_each_rung_is_a_button_that_says_what_is_on_it() {
            checkRole(rungs()[0], Accessible.Button, "High: Nothing here");
            compare(rungs()[1].Accessible.role, Accessible.Button);
            verify(rungs()[1].Accessible.name.startsWith("Moderate: One thing"));
            checkFocus(rungs()[1]);
        }

        function test_from_right_to_left_what_stands_beside_a_rung_stands_left_of_it() {
            become(screens()[0]);
            const [name, said] = texts(rungs()[1]);
            verify(before(name, said));
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            verify(before(said, name));
            page.LayoutMirroring.enabled = false;
        }

        name: "LadderBlock"
    }
}
