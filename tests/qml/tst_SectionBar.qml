pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import "../../kiosk/ui/qml/Kiosk/Reading"

Item {
    id: scene

    height: 1080
    width: 1920

    SectionBar {
        id: bar

        width: scene.width
    }

    SignalSpy {
        id: back

        signalName: "backRequested"
        target: bar
    }

    SignalSpy {
        id: more

        signalName: "moreRequested"
        target: bar
    }

    SignalSpy {
        id: next

        signalName: "nextRequested"
        target: bar
    }

    SignalSpy {
        id: phone

        signalName: "phoneRequested"
        target: bar
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[0]);
            bar.more = true;
            bar.next = "What does it cost?";
            bar.taken = false;
            bar.onward = true;
            settle(bar);
            for (const spy of [back, more, next, phone])
                spy.clear();
        }

        function pills(): list<Item> {
            return ofType(bar, Pill);
        }

        function names(): list<string> {
            return pills().map(pill => pill.objectName);
        }

        function test_each_button_asks_once_for_what_it_says() {
            checkTapped(named(bar, "back"), back);
            compare([more.count, next.count], [0, 0]);
            checkTapped(named(bar, "more"), more);
            compare([back.count, next.count], [0, 0]);
            checkTapped(named(bar, "next"), next);
            compare([back.count, more.count], [0, 0]);
        }

        function test_it_offers_only_what_leads_on() {
            compare(names(), ["back", "more", "next"]);
            bar.more = false;
            compare(names(), ["back", "next"]);
            bar.next = "";
            compare(names(), ["back"]);
        }

        function test_each_has_its_place_whatever_the_others_are() {
            const places = () => ["back", "more", "next"].map(name => all(bar, item => item.objectName === name)[0]).map(item => item ? String(area(item)) : "");
            const every = places();
            const height = bar.implicitHeight;
            for (const [gone, more, next] of [[1, false, "A"], [2, true, ""]]) {
                bar.more = more;
                bar.next = next;
                settle(bar);
                places().forEach((place, number) => compare(place, number === gone ? "" : every[number]));
                compare(bar.implicitHeight, height);
            }
            bar.next = longText + longWord;
            settle(bar);
            compare(places(), every);
        }

        function test_with_a_code_for_a_phone_each_keeps_its_place_too() {
            const places = () => pills().map(pill => [pill.objectName, String(area(pill))]);
            const without = places();
            bar.taken = true;
            settle(bar);
            compare(names(), ["back", "more", "phone", "next"]);
            compare(places().filter(place => place[0] !== "phone"), without);
            const place = String(area(named(bar, "phone")));
            checkTapped(named(bar, "phone"), phone);
            compare([back.count, more.count, next.count], [0, 0, 0]);
            bar.next = "";
            bar.more = false;
            settle(bar);
            compare(names(), ["back", "phone"]);
            compare(String(area(named(bar, "phone"))), place);
        }

        function test_a_screen_reader_is_told_which_section_is_next() {
            checkRole(named(bar, "next"), Accessible.Button, "Next: What does it cost?");
            bar.next = longText;
            compare(named(bar, "next").Accessible.name, "Next: " + longText);
            pills().forEach(checkFocus);
        }

        function test_its_buttons_are_large_enough_apart_and_whole_data() {
            return screensAndSizes();
        }

        function test_its_buttons_are_large_enough_apart_and_whole(data) {
            become(data);
            bar.next = longText + longWord;
            bar.taken = true;
            settle(bar);
            pills().forEach(checkTouchable);
            // The narrowest screen with the largest letters has room for icons alone.
            if (words(bar) !== "")
                checkWhole(bar);
            checkApart(pills().map(area), Theme.between);
            compare(icons(bar).length, 4);
            verify(pills().every(pill => area(pill).left >= 0 && area(pill).right <= scene.width));
        }

        function test_where_room_is_short_the_way_back_alone_has_a_word() {
            compare(words(bar), "Back\nMore below\nNext section");
            become(screensAndSizes()[7]);
            compare(words(bar), "Back");
            bar.width = 640;
            settle(bar);
            compare(words(bar), "");
            checkApart(pills().map(area), Theme.between);
            bar.width = Qt.binding(() => scene.width);
        }

        function test_upright_a_code_for_a_phone_takes_no_words_from_the_others() {
            become(screens()[1]);
            compare(words(bar), "Back\nMore below\nNext section");
            bar.taken = true;
            settle(bar);
            compare(words(bar), "Back\nMore below\nNext section");
            checkApart(pills().map(area), Theme.between);
        }

        function test_where_no_section_ever_follows_the_phone_has_the_end_of_the_bar_data() {
            return screensAndSizes();
        }

        function test_where_no_section_ever_follows_the_phone_has_the_end_of_the_bar(data) {
            become(data);
            bar.next = "";
            bar.taken = true;
            bar.onward = false;
            settle(bar);
            compare(names(), ["back", "more", "phone"]);
            fuzzyCompare(area(named(bar, "phone")).right, scene.width - Theme.margin, 0.1);
            checkApart(pills().map(area), Theme.between);
            checkWhole(bar);
            compare(words(named(bar, "phone")), data.width < 1000 ? "" : "On your phone");
        }

        function test_from_right_to_left_the_way_back_stands_at_the_right() {
            const order = () => pills().sort((one, other) => before(one, other) ? -1 : 1).map(pill => pill.objectName);
            compare(order(), ["back", "more", "next"]);
            bar.LayoutMirroring.enabled = bar.LayoutMirroring.childrenInherit = true;
            settle(bar);
            compare(order(), ["next", "more", "back"]);
            for (const name of ["back", "next"])
                verify((icons(named(bar, name))[0] as Icon).mirror);
            bar.taken = true;
            settle(bar);
            compare(order(), ["next", "phone", "more", "back"]);
            become(screensAndSizes()[7]);
            checkApart(pills().map(area), Theme.between);
            bar.LayoutMirroring.enabled = bar.LayoutMirroring.childrenInherit = false;
        }

        name: "SectionBar"
    }
}
