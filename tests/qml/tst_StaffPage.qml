pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Staff"

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

    SignalSpy {
        id: chosen

        signalName: "languageChosen"
        target: scene.desk
    }

    SignalSpy {
        id: ended

        signalName: "ended"
        target: scene.desk
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[0]);
            scene.desk.close();
            parts.knock(scene.shell);
            parts.enter(scene.shell);
            compare(scene.desk.stage, "page");
            settle(staff);
            chosen.clear();
            ended.clear();
        }

        function test_its_buttons_are_as_large_as_a_finger_and_on_the_screen_data() {
            return screens();
        }

        function test_its_buttons_are_as_large_as_a_finger_and_on_the_screen(data) {
            become(data);
            const buttons = [...ofType(staff, StaffTile), ...ofType(staff, Pill)];
            verify(buttons.length >= 8);
            for (const button of buttons) {
                checkTouchable(button);
                checkWhole(button);
                const place = area(button);
                verify(place.left >= 0 && place.right <= scene.width, button.objectName);
            }
            checkApart(buttons.map(area), Theme.between);
            for (const text of texts(staff))
                verify(!(text as Text).truncated, (text as Text).text);
        }

        function test_on_a_large_screen_all_that_staff_can_do_stands_in_one_row() {
            for (const width of [3840, 3839, 3838]) {
                become({
                    width: width,
                    height: 2160,
                    diagonal: 43
                });
                const tops = ofType(staff, StaffTile).map(tile => area(tile).top);
                compare(tops, tops.map(() => tops[0]), `${width}`);
            }
        }

        function test_the_card_to_print_from_is_whole_and_its_buttons_are_large_enough_data() {
            return screens();
        }

        function test_the_card_to_print_from_is_whole_and_its_buttons_are_large_enough(data) {
            become(data);
            scene.desk.ask("print");
            settle(staff);
            const card = named(staff, "print-card");
            const place = area(card);
            verify(place.left >= 0 && place.right <= scene.width && place.top >= 0 && place.bottom <= scene.height);
            const buttons = ofType(card, Pill);
            compare(buttons.map(button => button.objectName).join(" "), "print-in-en print-in-bn print-page-0 print-page-1 print-about print-close");
            buttons.forEach(checkTouchable);
            checkWhole(card);
            checkApart(buttons.map(area), Theme.between);
            tap(named(card, "print-in-bn"));
            verify((named(card, "print-in-bn") as Pill).selected);
            compare(scene.desk.language, "en");
            tap(named(card, "print-close"));
            compare(scene.desk.question, "");
        }

        function test_every_control_has_a_name() {
            for (const button of [...ofType(staff, StaffTile), ...ofType(staff, Pill)]) {
                verify(button.Accessible.name !== "", button.objectName);
                verify(button.activeFocusOnTab, button.objectName);
            }
        }

        function test_a_language_is_chosen_once() {
            tap(named(staff, "rest-in-bn"));
            compare(chosen.count, 1);
            compare(chosen.signalArguments[0][0], "bn");
            verify((named(staff, "rest-in-bn") as Pill).selected);
            verify(!(named(staff, "rest-in-en") as Pill).selected);
            tap(named(staff, "rest-in-en"));
        }

        function test_ending_is_asked_about_and_then_done_data() {
            return [["restart", 75], ["leave", 77]].map(each => ({
                        tag: each[0],
                        code: each[1]
                    }));
        }

        function test_ending_is_asked_about_and_then_done(data) {
            tap(named(staff, `staff-${data.tag}`));
            settle(staff);
            const stay = named(staff, "question-no") as Pill;
            compare([stay.text, stay.selected, (named(staff, "question-yes") as Pill).selected], ["Keep it running", true, false]);
            tap(stay);
            compare(all(staff, item => item.objectName === "question-yes").length, 0);
            tap(named(staff, `staff-${data.tag}`));
            compare(ended.count, 0);
            settle(staff);
            tap(named(staff, "question-yes"));
            compare(ended.count, 1);
            compare(ended.signalArguments[0][0], data.code);
            compare(scene.desk.stage, "away");
        }

        function test_staff_can_send_the_kiosk_to_rest_by_two_buttons_data() {
            return ["page-close", "staff-rest"].map(each => ({
                        tag: each
                    }));
        }

        function test_staff_can_send_the_kiosk_to_rest_by_two_buttons(data) {
            scene.shell.presence.begin("en");
            tap(named(staff, data.tag));
            compare(scene.desk.stage, "away");
            compare(scene.shell.presence.phase, "resting");
        }

        function test_while_the_screen_is_cleaned_the_seconds_are_counted_and_nothing_is_touched() {
            tap(named(staff, "staff-clean"));
            compare(scene.desk.stage, "cleaning");
            compare((named(staff, "cleaning-left") as Text).text, "30");
            checkWhole(staff);
            compare(ofType(staff, StaffTile).length, 0);
            parts.passTime(scene.shell, 29);
            compare((named(staff, "cleaning-left") as Text).text, "1");
            parts.passTime(scene.shell, 1);
            compare(scene.desk.stage, "page");
            verify(words(staff).includes("Clean 30 s more"));
        }

        name: "StaffPage"
    }
}
