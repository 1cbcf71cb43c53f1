pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native

Item {
    id: scene

    readonly property Shell shell: test.parts.shell("en bn", "One Two") as Shell
    readonly property Desk desk: scene.shell.desk

    height: 1080
    width: 1920

    StaffDesk {
        id: staff

        anchors.fill: parent
        desk: scene.desk
        languages: scene.shell.languages
        visible: scene.desk.stage !== "away"
    }

    ComponentCase {
        id: test

        readonly property list<string> keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "ok", "back", "clear"]

        function init() {
            become(screens()[0]);
            scene.desk.close();
            parts.knock(scene.shell);
            compare(scene.desk.stage, "pad");
            settle(staff);
        }

        function type(words: string) {
            for (const each of words.split(" "))
                tap(named(staff, `key-${each}`));
        }

        function digits(): int {
            return all(staff, item => item.objectName === "digit").length;
        }

        function test_its_keys_are_large_enough_for_any_finger_and_stand_on_it_data() {
            return screensAndSizes();
        }

        function test_its_keys_are_large_enough_for_any_finger_and_stand_on_it(data) {
            become(data);
            const card = named(staff, "pad");
            verify(area(card).left >= 0 && area(card).top >= 0);
            verify(area(card).right <= scene.width && area(card).bottom <= scene.height);
            for (const each of keys) {
                const key = named(staff, `key-${each}`);
                verify(Math.min(key.width, key.height) >= 18 * Theme.mm, `${each} is ${key.width} x ${key.height}`);
                const place = area(key);
                verify(place.left >= area(card).left && place.right <= area(card).right && place.bottom <= area(card).bottom, each);
            }
            checkApart(keys.map(each => area(named(staff, `key-${each}`))), Theme.between);
            checkWhole(card);
            checkUncovered(card);
        }

        function test_beside_the_keys_the_way_out_is_not_taken_for_one_of_them() {
            become(screens()[2]);
            const close = named(staff, "pad-close");
            checkTouchable(close);
            compare(words(close), "Close");
            verify(area(named(staff, "key-1")).left - area(close).right > Theme.touch);
            fuzzyCompare(area(close).bottom, area(named(staff, "key-0")).bottom, 1);
        }

        function test_it_does_not_grow_with_the_text_of_a_visitor() {
            const before = String(area(named(staff, "pad")));
            Theme.textScale = 2;
            settle(staff);
            compare(String(area(named(staff, "pad"))), before);
        }

        function test_what_is_typed_is_counted_and_can_be_taken_back() {
            compare(digits(), 0);
            type("1 1");
            compare(digits(), 2);
            type("clear 7 3 8 back 9 1");
            compare(digits(), 4);
            type("ok");
            compare(scene.desk.stage, "page");
        }

        function test_the_tick_waits_for_as_many_digits_as_a_pin_has() {
            const tick = named(staff, "key-ok") as KeyButton;
            verify(!tick.active);
            type("7 3 9");
            verify(!tick.active);
            type("1");
            verify(tick.active);
        }

        function test_a_wrong_pin_is_said_with_the_tries_left_until_the_pad_is_locked() {
            const said = () => (named(staff, "pad-said") as Text).text;
            compare(said(), "Type the PIN, then touch the tick.");
            for (const left of ["4 tries", "3 tries", "2 tries", "One try"]) {
                type("1 3 7 9 ok");
                compare(said(), `That is not the PIN. ${left} left.`);
            }
            type("1 3 7 9 ok");
            compare(said(), "Locked. Try again in 60 s.");
            verify(keys.every(each => !(named(staff, `key-${each}`) as KeyButton).active));
            parts.passTime(scene.shell, 2);
            compare(said(), "Locked. Try again in 58 s.");
            type("7");
            compare(digits(), 0);
            for (let time = 0; time < 3; time++) {
                parts.passTime(scene.shell, 20);
                scene.desk.close();
                parts.knock(scene.shell);
            }
            verify(keys.slice(0, 10).every(each => (named(staff, `key-${each}`) as KeyButton).active));
            type("7 3 9 1 ok");
            compare(scene.desk.stage, "page");
        }

        function test_it_is_closed_by_its_button_and_by_a_touch_beside_it_not_on_it() {
            const card = named(staff, "pad");
            mouseClick(card, 5, 5);
            compare(scene.desk.stage, "pad");
            mouseClick(staff, 30, 300);
            compare(scene.desk.stage, "away");
            parts.knock(scene.shell);
            tap(named(staff, "pad-close"));
            compare(scene.desk.stage, "away");
        }

        function test_every_key_has_a_name() {
            const all = ofType(staff, KeyButton);
            compare(all.length, 14);
            for (const key of all) {
                compare(key.Accessible.role, Accessible.Button);
                verify(key.Accessible.name !== "", key.objectName);
            }
            checkRole(named(staff, "pad"), Accessible.Dialog, "PIN for staff");
        }

        function test_its_keys_stand_where_every_pad_has_them_whichever_way_words_run() {
            staff.LayoutMirroring.enabled = true;
            settle(staff);
            for (const line of ["1 2 3", "4 5 6", "7 8 9"]) {
                const [one, two, three] = line.split(" ").map(each => named(staff, `key-${each}`));
                verify(before(one, two) && before(two, three), line);
            }
            verify(before(named(staff, "pad-close"), named(staff, "key-2")));
            staff.LayoutMirroring.enabled = Qt.binding(() => Qt.locale(scene.desk.language).textDirection === Qt.RightToLeft);
        }

        name: "StaffPad"
    }
}
