pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Rest"

Item {
    id: scene

    property Shell shell: null

    height: 1080
    width: 1920

    Loader {
        id: place

        property bool asked: true

        active: place.asked && scene.shell !== null
        anchors.fill: parent

        sourceComponent: RestScreen {
            shell: scene.shell
        }
    }

    SignalSpy {
        id: begun

        signalName: "begun"
        target: scene.shell?.presence ?? null
    }

    ComponentCase {
        id: test

        readonly property RestScreen rest: place.item as RestScreen
        readonly property string line: `${longWord} und was daraus folgt`

        function init() {
            scene.shell = null;
        }

        function open(languages: string, words: string, extras: bool) {
            scene.shell = parts.resting(languages, words, extras) as Shell;
            begun.clear();
            settle(scene);
            // As after the first frame: the titles of extra pages are read.
            scene.shell.navigator.finish();
            tryVerify(() => scene.shell.navigator.made);
            compare(links().map(link => texts(link).length), extras ? [1, 1] : []);
        }

        // Made anew for a screen: words that are fitted into each size on the way there take long.
        function remake(screen: var) {
            place.asked = false;
            become(screen);
            place.asked = true;
            settle(scene);
        }

        function starts(): list<Item> {
            return ofType(rest, StartButton);
        }

        function links(): list<Item> {
            return ofType(rest, RestLink);
        }

        function card(): Item {
            const cards = ofType(rest, RestCard);
            compare(cards.length, 1);
            return cards[0];
        }

        function languages(counts: list<int>): list<var> {
            return counts.map(count => ({
                        tag: `${count} languages`,
                        codes: ["en", "bn", "de", "ar", "pt-BR", "vi"].slice(0, count).join(" "),
                        count: count
                    }));
        }

        // What is painted of a text that shrinks to its place: its letters, seen from the scene.
        function checkFits(item: Item) {
            const text = item as Text;
            verify(!text.truncated, text.text);
            verify(text.contentHeight <= text.height * text.lineHeight + 1, `too high: ${text.text}`);
            verify(text.contentWidth <= text.width + 1, `too wide: ${text.text}`);
            const at = text.mapToItem(scene, 0, 0);
            verify(at.x >= -1 && at.y >= -1, `outside: ${text.text}`);
            verify(at.x + text.contentWidth <= scene.width + 1 && at.y + text.contentHeight <= scene.height + 1, `outside: ${text.text}`);
        }

        function test_long_words_in_several_languages_fit_every_screen_data() {
            return languages([1, 2, 4, 6]);
        }

        function test_long_words_in_several_languages_fit_every_screen(data) {
            open(data.codes, line, false);
            for (const screen of screens()) {
                remake(screen);
                compare(starts().length, data.count);
                texts(rest).forEach(checkFits);
                starts().forEach(checkTouchable);
                checkApart(starts().map(area), 2.8 * Theme.mm);
                checkApart([...starts(), card().children[1]].map(area), 0);
            }
        }

        function test_extra_pages_have_room_on_every_screen_data() {
            return languages([1, 2, 4]);
        }

        function test_extra_pages_have_room_on_every_screen(data) {
            open(data.codes, "What to ask the doctor before you decide", true);
            for (const screen of screens()) {
                remake(screen);
                const buttons = [...starts(), ...links()];
                compare(buttons.length, data.count + 2);
                buttons.forEach(checkTouchable);
                checkApart(buttons.map(area), 2.8 * Theme.mm);
                checkApart([...buttons, card(), ...ofType(rest, RestDots)].map(area), 0);
                for (const link of links()) {
                    const label = texts(link)[0] as Text;
                    verify(!label.truncated, label.text);
                    verify(label.contentHeight <= link.height, label.text);
                }
            }
        }

        function test_each_language_starts_in_itself() {
            open("en de", "A line", false);
            become(screens()[2]);
            checkRole(starts()[0], Accessible.Button, "Touch to start: English");
            tap(named(rest, "start-de"));
            compare(begun.count, 1);
            compare(begun.signalArguments[0][0], "de");
        }

        function test_a_touch_beside_all_buttons_starts_in_the_language_of_rest() {
            open("en de", "A line", false);
            become(screens()[2]);
            mouseClick(rest, scene.width - 30, 30);
            compare(begun.count, 1);
            compare(begun.signalArguments[0][0], "en");
        }

        function test_a_card_is_a_button_that_is_called_what_it_says_and_starts_once() {
            open("en de", "A line", false);
            for (const screen of screens()) {
                remake(screen);
                begun.clear();
                const button = named(rest, "rest-card");
                checkRole(button, Accessible.Button, "A line");
                checkTouchable(button);
                verify(icons(button).some(icon => (icon as Icon).name === "arrow-right"));
                tap(button);
                compare(begun.count, 1);
                compare(begun.signalArguments[0][0], "en");
                scene.shell.presence.rest();
            }
        }

        function test_where_a_card_is_high_it_says_in_words_that_it_can_be_touched() {
            open("en", "A line", false);
            remake(screens()[0]);
            verify(words(card()).includes("Touch to read more"));
            remake(screens()[2]);
            verify(!words(card()).includes("Touch to read more"));
        }

        function test_a_card_is_drawn_otherwise_while_a_finger_lies_on_it() {
            open("en", "A line", false);
            become(screens()[0]);
            checkHeld(card(), card(), Theme.restTint);
        }

        function test_a_finger_that_slides_off_a_language_starts_nothing() {
            open("en de", "A line", false);
            become(screens()[2]);
            slideOff(named(rest, "start-de"));
            compare(begun.count, 0);
        }

        function test_the_cards_come_one_after_the_other_and_begin_again() {
            open("en", "A line", false);
            compare((card() as RestCard).line, "A line");
            rest.turn();
            compare((card() as RestCard).line, "Another line");
            rest.turn();
            compare((card() as RestCard).line, "A line");
        }

        function test_from_right_to_left_all_of_it_is_mirrored() {
            open("ar en", "A line", true);
            become(screens()[0]);
            const [first, second] = starts();
            verify(before(second, first));
            verify(before(links()[1], links()[0]));
            const arrow = icons(card()).find(icon => (icon as Icon).name === "arrow-right") as Icon;
            verify(arrow.mirror);
            verify(area(arrow).left > scene.width / 2);
            verify(before(texts(links()[0])[0], icons(links()[0])[0]));
        }

        name: "RestScreen"
    }
}
