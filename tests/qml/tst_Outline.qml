pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native

Item {
    id: scene

    height: 800
    width: 1200

    Outline {
        id: outline

        height: wide ? scene.height : implicitHeight
        section: ""
        sections: test.parts.sections(`## First part {#one}

Words.

## ${test.longText} {#two}

Words.

## ${test.longWord} {#three}

Words.
`) as StructModel
        wide: true
        width: wide ? 400 : scene.width
    }

    SignalSpy {
        id: chosen

        signalName: "chosen"
        target: outline
    }

    ComponentCase {
        id: test

        function init() {
            outline.wide = true;
            outline.section = "";
            outline.LayoutMirroring.enabled = false;
            settle(outline);
            chosen.clear();
        }

        function entries(): list<Item> {
            return ["one", "two", "three"].map(each => named(outline, `section-${each}`));
        }

        // The rail, or the chips.
        function scroller(): Flickable {
            return ofType(outline, Flickable)[0] as Flickable;
        }

        function test_a_touch_on_a_section_tells_once_which_it_is_data() {
            return [
                {
                    tag: "rail",
                    wide: true
                },
                {
                    tag: "chips",
                    wide: false
                }
            ];
        }

        function test_a_touch_on_a_section_tells_once_which_it_is(data) {
            outline.wide = data.wide;
            settle(outline);
            tap(entries()[0]);
            compare(chosen.count, 1);
            compare(chosen.signalArguments[0][0], "one");
            entries()[1].Accessible.pressAction();
            compare(chosen.count, 2);
            compare(chosen.signalArguments[1][0], "two");
        }

        function test_a_section_is_large_enough_for_a_finger_and_holds_its_words_data() {
            return test_a_touch_on_a_section_tells_once_which_it_is_data();
        }

        function test_a_section_is_large_enough_for_a_finger_and_holds_its_words(data) {
            outline.wide = data.wide;
            for (const section of ["", "two"]) {
                outline.section = section;
                for (const scale of [1, 2]) {
                    Theme.textScale = scale;
                    settle(outline);
                    for (const each of entries()) {
                        checkTouchable(each);
                        checkWhole(each);
                        verify(each.width <= outline.width, each.objectName);
                    }
                    checkApart(entries().map(area), Theme.between);
                }
            }
        }

        function test_where_one_reads_is_marked_by_more_than_a_colour() {
            outline.section = "two";
            const [one, two] = entries();
            verify(Qt.colorEqual((two as Rectangle).color, Theme.tint));
            compare(ofType(two, Rectangle).length, 1);
            compare(ofType(one, Rectangle).length, 0);
            verify((texts(two)[0] as Text).font.bold);
            verify(!(texts(one)[0] as Text).font.bold);
            verify(two.Accessible.selected);
            verify(!one.Accessible.selected);
            outline.wide = false;
            settle(outline);
            verify((entries()[1] as Pill).selected);
            verify((texts(entries()[1])[0] as Text).font.bold);
        }

        function test_the_chip_of_where_one_reads_comes_into_view() {
            outline.wide = false;
            outline.section = "three";
            tryVerify(() => area(entries()[2]).left >= 0 && area(entries()[2]).left < outline.width);
            outline.section = "one";
            tryVerify(() => area(entries()[0]).left >= 0);
            outline.section = "three";
            tryVerify(() => scroller().contentX > 0);
            outline.wipe();
            compare(scroller().contentX, 0);
        }

        function test_a_narrow_and_low_screen_has_no_chips() {
            outline.wide = false;
            settle(outline);
            verify(outline.implicitHeight > Theme.touch);
            Theme.screenHeight = 500;
            compare(outline.implicitHeight, 0);
        }

        function test_sections_are_links_in_a_list() {
            checkRole(outline, Accessible.List, "On this page");
            for (const wide of [true, false]) {
                outline.wide = wide;
                settle(outline);
                checkRole(entries()[0], Accessible.Link, "First part");
                checkFocus(entries()[0]);
            }
        }

        function test_from_right_to_left_the_bar_and_the_chips_begin_at_the_right() {
            outline.section = "one";
            const bar = () => ofType(entries()[0], Rectangle)[0];
            verify(before(bar(), texts(entries()[0])[0]));
            outline.LayoutMirroring.enabled = outline.LayoutMirroring.childrenInherit = true;
            settle(outline);
            verify(middle(bar()) > middle(entries()[0]));
            outline.wide = false;
            settle(outline);
            verify(before(entries()[1], entries()[0]));
        }

        name: "Outline"
    }
}
