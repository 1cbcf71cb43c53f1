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

        rows: test.parts.rows(`### Does it hurt? {#hurt}

A little. See [the other page](two.md).

### ${test.longText}, or is it ${test.longWord}? {#long}

${test.longText}.

### Who has never been asked? {#never}

Nobody.
`, "faq") as RowModel
        width: scene.width - 2 * Theme.margin
        x: Theme.margin
    }

    SignalSpy {
        id: asked

        signalName: "asked"
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
            page.question = "";
            asked.clear();
            followed.clear();
        }

        function blocks(): list<Item> {
            return ofType(page, QuestionBlock);
        }

        // What is touched.
        function head(number: int): Item {
            return all(blocks()[number], item => item.Accessible.role === Accessible.Button)[0];
        }

        function test_a_touch_on_a_question_tells_once_which_it_is() {
            tap(head(0));
            compare(asked.count, 1);
            compare(asked.signalArguments[0][0], "hurt");
            head(1).Accessible.pressAction();
            compare(asked.count, 2);
            compare(asked.signalArguments[1][0], "long");
            slideOff(head(0));
            compare(asked.count, 2);
        }

        function test_its_answer_is_kept_once_it_is_made() {
            verify(!words(page).includes("A little."));
            const closed = blocks()[0].height;
            page.question = "hurt";
            verify(words(page).includes("A little."));
            tryVerify(() => blocks()[0].height > closed);
            const answer = ofType(blocks()[0], ParagraphBlock)[0];
            page.question = "";
            verify(!words(page).includes("A little."));
            tryCompare(blocks()[0], "height", closed);
            page.question = "hurt";
            compare(ofType(blocks()[0], ParagraphBlock)[0], answer);
        }

        function test_an_answer_that_nobody_asks_for_is_not_made() {
            const loader = Array.from(head(2).parent.children).filter(each => each instanceof Loader)[0] as Loader;
            compare(loader.item, null);
            page.question = "hurt";
            compare(loader.item, null);
        }

        function test_an_open_one_is_told_by_more_than_its_colour() {
            const sign = () => (icons(head(0))[0] as Icon).name;
            compare(sign(), "chevron-down");
            compare(head(0).Accessible.description, "The answer is hidden");
            page.question = "hurt";
            compare(sign(), "chevron-up");
            compare(head(0).Accessible.description, "The answer is shown");
            verify(head(0).Accessible.checked);
            verify(!head(1).Accessible.checked);
            const frames = blocks().map(block => ofType(block, Rectangle)[0] as Rectangle);
            verify(frames[0].border.width > frames[1].border.width);
        }

        function test_a_link_in_its_answer_is_followed() {
            page.question = "hurt";
            const answer = ofType(blocks()[0], LinkedWords)[0] as LinkedWords;
            settle(page);
            let x = answer.contentWidth - Theme.body;
            while (x > 0 && answer.linkAt(x, Theme.body) === "")
                x -= 2;
            mouseClick(answer, x - 2, Theme.body);
            compare(followed.count, 1);
            compare(followed.signalArguments[0][0].trim(), "page:two%0A");
            compare(asked.count, 0);
        }

        function test_its_head_is_large_enough_for_a_finger_and_holds_all_its_words_data() {
            return screensAndSizes();
        }

        function test_its_head_is_large_enough_for_a_finger_and_holds_all_its_words(data) {
            become(data);
            for (const number of [0, 1]) {
                checkTouchable(head(number));
                checkWhole(head(number));
            }
            page.question = "long";
            settle(page);
            checkWhole(blocks()[1]);
            checkUncovered(blocks()[1]);
        }

        function test_it_is_a_button_with_the_question_as_its_name() {
            checkRole(head(0), Accessible.Button, "Does it hurt?");
            checkFocus(head(0));
        }

        function test_from_right_to_left_its_sign_stands_at_the_left() {
            verify(before(texts(head(0))[0], icons(head(0))[0]));
            page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = true;
            verify(before(icons(head(0))[0], texts(head(0))[0]));
            page.LayoutMirroring.enabled = false;
        }

        name: "QuestionBlock"
    }
}
