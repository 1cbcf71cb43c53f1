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

        sourceComponent: PageHead {
            pane: test.parts.pane(scene.shell) as Pane
        }
    }

    SignalSpy {
        id: followed

        signalName: "followed"
        target: place.item
    }

    ComponentCase {
        id: test

        readonly property PageHead head: place.item as PageHead

        function init() {
            become(screens()[0]);
            followed.clear();
        }

        function cleanupTestCase() {
            scene.shell = null;
        }

        function show(due: string) {
            scene.shell = null;
            scene.shell = parts.reviewed(due, `${longText}, ${longWord}`, `${longText}, and [a page](two.md).`) as Shell;
        }

        function signs(): list<string> {
            return icons(head).map(each => (each as Icon).name);
        }

        function test_a_reviewed_page_says_nothing_before_its_title() {
            show("2099-01-01");
            compare(signs(), []);
            compare(texts(head).length, 2);
            compare((head.reader as Text).text, (texts(head)[0] as Text).text);
            compare(head.reader.Accessible.role, Accessible.Heading);
        }

        function test_an_overdue_one_says_when_it_was_due() {
            show("2026-11-01");
            compare(signs(), ["clock"]);
            verify(words(head).includes("by 1 November 2026"));
        }

        function test_a_draft_says_that_it_is_one() {
            scene.shell = null;
            scene.shell = parts.shell("en", "One") as Shell;
            compare(signs(), ["note"]);
            verify(words(head).includes("Draft"));
        }

        function test_that_it_is_a_draft_stands_beside_the_title_where_there_is_room() {
            scene.shell = null;
            scene.shell = parts.shell("en", "One") as Shell;
            settle(head);
            const title = () => area(head.reader);
            const line = () => area(ofType(head, StatusLine)[0]);
            compare(ofType(head, StatusLine).length, 1);
            verify(line().left > title().right && line().top < title().bottom);
            fuzzyCompare(line().right, area(head).right, 1);
            // In two lines where there is less of it.
            const high = line().bottom - line().top;
            place.width = title().right - title().left + Theme.gapBlock + 0.8 * (line().right - line().left);
            settle(head);
            verify(line().left > title().right && line().bottom - line().top > 1.5 * high);
            fuzzyCompare(line().right, area(head).right, 1);
            checkWhole(head);
            place.width = Qt.binding(() => scene.width - 2 * Theme.margin);
            become(screensAndSizes()[7]);
            const before = head.height;
            scene.shell = null;
            scene.shell = parts.shell("en", "One") as Shell;
            settle(head);
            compare(head.height, before, "nothing is left of what stood beside it");
            compare(ofType(head, StatusLine).length, 1);
            verify(line().top >= title().bottom, "or else below it");
            checkWhole(head);
        }

        function test_a_page_in_another_language_says_that() {
            show("2099-01-01");
            scene.shell.navigator.chooseLanguage("bn");
            compare(signs(), ["globe"]);
            scene.shell.navigator.chooseLanguage("en");
            compare(signs(), []);
        }

        function test_a_link_in_its_lead_is_followed_once() {
            show("2099-01-01");
            checkLink(head, followed, "page:two%0A");
        }

        function test_no_word_stands_alone_on_the_second_line_of_a_lead() {
            const lead = () => texts(head)[1] as Text;
            const most = Theme.measure * Theme.lead / Theme.body;
            for (const [words, lines, longest] of [[9, 1, 1], [13, 2, 0.75], [17, 2, 1], [30, 3, 1]]) {
                scene.shell = null;
                scene.shell = parts.reviewed("2099-01-01", "One", [...Array(words)].fill("words").join(" ")) as Shell;
                settle(head);
                compare(lead().lineCount, lines);
                verify(lead().contentWidth <= longest * most, `${words} words: ${lead().contentWidth} of ${most}`);
                verify(lead().contentWidth > 0.6 * longest * most);
            }
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return mostAndLeastRoom();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            if (!scene.shell?.navigator || signs().length !== 1)
                show("2026-11-01");
            become(data);
            checkWhole(head);
            checkUncovered(head);
        }

        function test_from_right_to_left_what_must_be_known_stands_at_the_right() {
            show("2026-11-01");
            const line = () => area(ofType(head, StatusLine)[0]);
            fuzzyCompare(line().left, area(head).left, 1);
            head.LayoutMirroring.enabled = head.LayoutMirroring.childrenInherit = true;
            settle(head);
            fuzzyCompare(line().right, area(head).right, 1);
        }

        name: "PageHead"
    }
}
