pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import "../../kiosk/ui/qml/Kiosk/Reading"

Item {
    id: scene

    height: 800
    width: 1200

    MoreBelow {
        id: strip

        width: beside ? implicitWidth : scene.width
    }

    SignalSpy {
        id: more

        signalName: "moreRequested"
        target: strip
    }

    SignalSpy {
        id: top

        signalName: "topRequested"
        target: strip
    }

    SignalSpy {
        id: back

        signalName: "backRequested"
        target: strip
    }

    ComponentCase {
        id: test

        function init() {
            strip.more = strip.moved = strip.extra = strip.beside = false;
            strip.LayoutMirroring.enabled = false;
            for (const spy of [more, top, back])
                spy.clear();
        }

        function pills(): list<Item> {
            return ofType(strip, Pill);
        }

        function names(): list<string> {
            return pills().map(pill => pill.objectName);
        }

        function test_it_offers_what_leads_on() {
            compare(names(), []);
            strip.more = true;
            compare(names(), ["more"]);
            strip.moved = true;
            compare(names(), ["more"]);
            strip.more = false;
            compare(names(), ["top"]);
            strip.extra = true;
            compare(names(), ["back", "top"]);
        }

        function test_where_their_words_have_no_room_its_buttons_show_icons_and_stay_inside() {
            strip.extra = strip.more = true;
            settle(strip);
            const words = pills().reduce((sum, pill) => sum + pill.width, 0);
            strip.width = Qt.binding(() => words);
            settle(strip);
            verify(strip.brief);
            for (const pill of pills()) {
                const at = pill.mapToItem(strip, 0, 0);
                verify(at.x >= 0 && at.x + pill.width <= strip.width, pill.objectName);
            }
            strip.width = Qt.binding(() => strip.beside ? strip.implicitWidth : scene.width);
            verify(!strip.brief);
        }

        function test_the_way_back_stands_at_the_edge_and_the_other_in_the_middle() {
            for (const mirrored of [false, true]) {
                strip.LayoutMirroring.enabled = strip.LayoutMirroring.childrenInherit = mirrored;
                strip.extra = strip.more = true;
                strip.moved = false;
                settle(strip);
                const place = area(named(strip, "back"));
                fuzzyCompare(mirrored ? scene.width - place.right : place.left, Theme.margin, 0.5);
                fuzzyCompare(middle(named(strip, "more")), scene.width / 2, 0.5);
                strip.moved = true;
                strip.more = false;
                settle(strip);
                compare(area(named(strip, "back")), place);
                fuzzyCompare(middle(named(strip, "top")), scene.width / 2, 0.5);
            }
        }

        function test_each_of_its_buttons_asks_once_for_what_it_says() {
            strip.extra = strip.more = true;
            settle(strip);
            tap(named(strip, "more"));
            compare([more.count, top.count, back.count], [1, 0, 0]);
            tap(named(strip, "back"));
            compare([more.count, top.count, back.count], [1, 0, 1]);
            strip.more = false;
            strip.moved = true;
            settle(strip);
            tap(named(strip, "top"));
            compare([more.count, top.count, back.count], [1, 1, 1]);
        }

        function test_it_is_as_high_with_a_button_as_without_one() {
            const empty = strip.implicitHeight;
            verify(empty >= Theme.touch);
            strip.more = true;
            compare(strip.implicitHeight, empty);
        }

        function test_beside_the_text_it_shows_icons_alone() {
            strip.extra = strip.more = true;
            compare(words(strip), "Back\nMore below");
            strip.beside = true;
            settle(strip);
            compare(words(strip), "");
            compare(icons(strip).length, 2);
            for (const pill of pills()) {
                checkTouchable(pill);
                verify(pill.Accessible.name !== "");
            }
        }

        function test_its_buttons_are_large_enough_and_whole() {
            strip.extra = strip.more = true;
            for (const scale of [1, 2]) {
                Theme.textScale = scale;
                settle(strip);
                pills().forEach(checkTouchable);
                checkWhole(strip);
                checkApart(pills().map(area), Theme.between);
            }
        }

        function test_from_right_to_left_the_way_back_stands_at_the_right() {
            strip.extra = strip.more = true;
            settle(strip);
            verify(before(named(strip, "back"), named(strip, "more")));
            strip.LayoutMirroring.enabled = strip.LayoutMirroring.childrenInherit = true;
            settle(strip);
            verify(before(named(strip, "more"), named(strip, "back")));
        }

        name: "MoreBelow"
    }
}
