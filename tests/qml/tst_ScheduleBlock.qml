pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    readonly property list<int> first: [0, 1, 2, 3, 4, 5, 6, 7]
    readonly property list<int> second: [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22]
    readonly property list<int> gates: [13, 26]
    readonly property string plans: `!!! schedule "Two plans"
    - ${scene.first.join(", ")}: 8 visits
    - ${scene.second.join(", ")}: 12 visits, and more words than stand on a line of a tablet, [on a page](two.md)
    - ? 13: Month 3. Is it helping?
    - ? 26: Month 6. Look again.
`
    property string text: scene.plans

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
            scene.text = scene.plans;
        }

        // The lines of the gates: as high as what they cross.
        function lines(plan: Item): list<Item> {
            return ofType(plan, Rectangle).filter(each => each.height === plan.height && each.width < 8);
        }

        function numbers(scale: Item): list<Item> {
            return texts(scale).filter(each => /^\d+$/.test((each as Text).text));
        }

        function checkNear(found: list<real>, wanted: list<real>, by: real) {
            compare(found.length, wanted.length);
            found.forEach((each, index) => fuzzyCompare(each, wanted[index], by));
        }

        function test_visits_gates_and_numbers_stand_on_one_scale_of_weeks_data() {
            return screensAndSizes();
        }

        function test_visits_gates_and_numbers_stand_on_one_scale_of_weeks(data) {
            become(data);
            const plans = ofType(page, SchedulePlan);
            const dots = plans.map(plan => all(plan, item => item.objectName === "visit").map(middle));
            const start = dots[0][0];
            const week = (dots[1][11] - start) / 22;
            verify(week > 0);
            const at = weeks => weeks.map(each => start + each * week);
            checkNear(dots[0], at(scene.first), 0.6);
            checkNear(dots[1], at(scene.second), 0.6);
            for (const plan of plans)
                checkNear(lines(plan).map(middle), at(scene.gates), 1.1);
            const [scale] = ofType(page, WeekScale);
            checkNear(ofType(scale, GateMark).map(middle), at(scene.gates), 1.1);
            const said = numbers(scale).map(each => Number((each as Text).text));
            for (const each of [0, ...scene.gates])
                verify(said.includes(each), `the number ${each}`);
            checkNear(numbers(scale).map(middle), at(said), 1.1);
            checkApart(numbers(scale).map(area), 0.5);
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return screensAndSizes();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            become(data);
            const [block] = ofType(page, ScheduleBlock);
            checkWhole(block);
            checkUncovered(block);
            for (const item of all(block, () => true))
                verify(area(item).right <= area(block).right + 1, String(item));
        }

        function test_the_lines_of_the_gates_run_through_all_plans_without_a_gap() {
            become(screens()[2]);
            const [one, other] = ofType(page, SchedulePlan);
            const [scale] = ofType(page, WeekScale);
            fuzzyCompare(area(one).top, area(scale).bottom, 0.6);
            fuzzyCompare(area(other).top, area(one).bottom, 0.6);
            verify(area(ofType(page, ScheduleGate)[0]).top >= area(other).bottom - 1);
        }

        function test_one_visit_and_ten_years_of_them_are_drawn() {
            const years = [0, 52, 104, 156, 208, 260, 312, 364, 416, 468, 520].join(", ");
            scene.text = `!!! schedule\n    - 0: Once\n\n!!! schedule\n    - ${years}: Each year\n    - ? 1: A\n`;
            become(screens()[2]);
            const [one, many] = ofType(page, ScheduleBlock);
            compare(all(one, item => item.objectName === "visit").length, 1);
            compare(all(many, item => item.objectName === "visit").length, 11);
            for (const block of [one, many]) {
                const shown = numbers(ofType(block, WeekScale)[0]);
                verify(shown.length > 0);
                checkApart(shown.map(area), 0.5);
            }
        }

        function test_the_weeks_are_named_exactly_for_who_cannot_see_the_dots() {
            const [one, other] = ofType(page, SchedulePlan);
            checkRole(one, Accessible.ListItem, "8 visits. Visits in each week from 0 to 7");
            verify(other.Accessible.name.endsWith("Visits every 2 weeks, from week 0 to week 22"));
            compare(ofType(page, ScheduleGate).map(each => each.Accessible.name), ["Week 13: go on, or stop? Month 3. Is it helping?", "Week 26: go on, or stop? Month 6. Look again."]);
        }

        function test_from_right_to_left_the_weeks_begin_at_the_right() {
            become(screens()[0]);
            const dots = () => all(ofType(page, SchedulePlan)[0], item => item.objectName === "visit").map(middle);
            const before = dots();
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            checkNear(dots(), before.map(each => scene.width - each), 1.1);
            page.LayoutMirroring.enabled = false;
        }

        name: "ScheduleBlock"
    }
}
