pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Reading"

Item {
    id: scene

    property Shell shell: null

    height: 1080
    width: 1920

    Loader {
        id: place

        active: scene.shell !== null
        width: scene.width - 2 * Theme.margin
        x: Theme.margin

        sourceComponent: PageFoot {
            pane: test.parts.pane(scene.shell) as Pane
            shell: scene.shell
        }
    }

    ComponentCase {
        id: test

        readonly property PageFoot foot: place.item as PageFoot

        property Shell usual: null

        function initTestCase() {
            usual = parts.reading("Words.") as Shell;
            made(usual);
        }

        function init() {
            become(screens()[0]);
            usual.navigator.turnTo("one");
            scene.shell = null;
            scene.shell = usual;
        }

        function cleanupTestCase() {
            scene.shell = null;
        }

        function ways(): list<Item> {
            return ofType(foot, Pill);
        }

        function test_a_touch_on_a_way_turns_to_its_page_data() {
            return ["about", "ask", "glossary"].map(page => ({
                        tag: page
                    }));
        }

        function test_a_touch_on_a_way_turns_to_its_page(data) {
            tap(named(foot, `foot-${data.tag}`));
            compare(scene.shell.navigator.page, data.tag);
        }

        function test_nothing_leads_to_the_page_itself() {
            scene.shell.navigator.turnTo("about");
            scene.shell = null;
            scene.shell = usual;
            compare(ways().map(way => way.objectName), ["foot-ask", "foot-glossary"]);
            scene.shell.navigator.turnTo("ask");
            scene.shell = null;
            scene.shell = usual;
            compare(ways().map(way => way.objectName), ["foot-about", "foot-glossary"]);
        }

        function test_it_says_who_wrote_and_who_reviewed_the_page() {
            verify(words(foot).startsWith("Written by Tests\nDraft"));
            scene.shell = null;
            scene.shell = parts.reviewed("2099-01-01", "Title", "Lead") as Shell;
            verify(words(foot).includes("Reviewed by Dr Test on 1 November 2025. Next review due on 1 January 2099."));
            scene.shell = null;
            scene.shell = parts.reviewed("2026-11-01", "Title", "Lead") as Shell;
            verify(words(foot).includes("The next review was due on 1 November 2026."));
            compare(ways().length, 0);
        }

        function test_its_ways_stand_in_one_row_or_in_columns_of_one_width_data() {
            return screensAndSizes();
        }

        function test_its_ways_stand_in_one_row_or_in_columns_of_one_width(data) {
            become(data);
            checkWhole(foot);
            checkUncovered(foot);
            ways().forEach(checkTouchable);
            checkApart(ways().map(area), Theme.between);
            const tops = new Set(ways().map(way => Math.round(area(way).top)));
            compare(new Set(ways().map(way => way.height)).size, 1);
            if (tops.size > 1)
                compare(new Set(ways().map(way => Math.round(way.width))).size, 1);
            verify(ways().every(way => area(way).right <= area(foot).right + 1));
        }

        function test_its_ways_are_named_buttons() {
            compare(ways().map(way => way.Accessible.name), ["About this information", "Questions for your doctor", "Glossary"]);
            ways().forEach(checkFocus);
        }

        function test_from_right_to_left_they_begin_at_the_right() {
            foot.LayoutMirroring.enabled = foot.LayoutMirroring.childrenInherit = true;
            settle(foot);
            verify(before(ways()[1], ways()[0]));
        }

        name: "PageFoot"
    }
}
