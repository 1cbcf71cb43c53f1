pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    readonly property string text: `!!! timeline "After it"
    - Day 1: Rest, as [a page](two.md) says.
    - ${test.longWord}: ${test.longText}.
    - ? Week 12: Is it helping?

!!! timeline
    - Once: Words.
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

        function moments(block: int): list<Item> {
            return all(ofType(page, TimelineBlock)[block], item => item.Accessible.role === Accessible.ListItem);
        }

        // The line through a moment, if there is one, and its sign.
        function signs(moment: Item): list<Item> {
            return ofType(moment, Rectangle);
        }

        function point(moment: Item): Rectangle {
            return signs(moment).pop() as Rectangle;
        }

        function test_a_gate_has_another_shape_and_another_colour() {
            const [first, , gate] = moments(0).map(point);
            compare(first.radius, first.width / 2);
            verify(gate.radius < gate.width / 2);
            compare([first.rotation, gate.rotation], [0, 45]);
            verify(!Qt.colorEqual(first.color, gate.color));
            verify(!Qt.colorEqual((texts(moments(0)[0])[0] as Text).color, (texts(moments(0)[2])[0] as Text).color));
        }

        function test_a_line_runs_from_the_first_sign_to_the_last() {
            const lines = moments(0).map(moment => area(signs(moment)[0]));
            fuzzyCompare(lines[0].top, area(point(moments(0)[0])).top, 1);
            verify(lines[1].top <= lines[0].bottom + 1);
            verify(lines[2].top <= lines[1].bottom + 1);
            const gate = point(moments(0)[2]);
            fuzzyCompare(lines[2].bottom, area(moments(0)[2]).top + gate.y, 1);
            compare(signs(moments(1)[0]).length, 1);
        }

        function test_its_moments_are_a_list() {
            checkRole(ofType(page, Panel)[0], Accessible.List, "After it");
            checkRole(moments(0)[0], Accessible.ListItem, "Day 1. Rest, as a page says.");
            compare(texts(ofType(page, TimelineBlock)[1]).length, 2);
        }

        function test_a_link_in_it_is_followed_once() {
            checkLink(moments(0)[0], followed, "page:two%0A");
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return mostAndLeastRoom();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            become(data);
            checkWhole(page);
            checkUncovered(page);
        }

        function test_from_right_to_left_the_line_stands_at_the_right() {
            const moment = moments(0)[0];
            verify(area(point(moment)).right < area(texts(moment)[0]).left);
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            verify(area(texts(moment)[0]).right < area(point(moment)).left);
            page.LayoutMirroring.enabled = false;
        }

        name: "TimelineBlock"
    }
}
