pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 800
    width: 1200

    Rectangle {
        id: button

        height: 60
        radius: 12
        width: 200
        x: 300
        y: 200
    }

    Words {
        id: words

        text: "Plain words"
        x: 300
        y: 400
    }

    Flickable {
        id: flick

        clip: true
        contentHeight: 1000
        height: 200
        width: 300
        x: 800
        y: 100

        Rectangle {
            id: entry

            height: 60
            width: 200
            x: 20
            y: 300
        }
    }

    FocusRing {
        id: ring

        isDark: false
        target: null
    }

    ComponentCase {
        id: test

        function init() {
            ring.target = null;
            ring.isDark = false;
            button.visible = button.enabled = true;
            button.x = 300;
            flick.contentY = 0;
        }

        function bands(): list<Item> {
            return ofType(ring, Rectangle);
        }

        function test_it_lies_all_around_what_has_the_focus() {
            verify(!ring.visible);
            ring.target = button;
            verify(ring.visible);
            compare(ring.x, button.x - ring.around);
            compare(ring.y, button.y - ring.around);
            compare(ring.width, button.width + 2 * ring.around);
            compare(ring.height, button.height + 2 * ring.around);
        }

        function test_it_has_two_bands_thick_enough_and_one_dark_and_one_bright() {
            ring.target = button;
            const outer = bands()[0] as Rectangle;
            const inner = bands()[1] as Rectangle;
            verify(outer.border.width + inner.border.width >= 2 * Theme.mm);
            verify(Qt.colorEqual(outer.border.color, Theme.ring));
            verify(Qt.colorEqual(inner.border.color, Theme.ringInside));
            ring.isDark = true;
            verify(Qt.colorEqual(outer.border.color, Theme.ringInside));
            verify(Qt.colorEqual(inner.border.color, Theme.ring));
        }

        function test_it_has_the_corners_of_what_it_is_around() {
            ring.target = button;
            const outer = bands()[0] as Rectangle;
            const inner = bands()[1] as Rectangle;
            compare(inner.radius, button.radius + ring.bright);
            compare(outer.radius, inner.radius + ring.strong);
        }

        function test_it_stands_a_little_way_off_plain_words() {
            ring.target = button;
            const near = ring.around;
            ring.target = words;
            compare(ring.around, near + Theme.mm);
        }

        function test_it_follows_what_moves() {
            ring.target = button;
            button.x = 500;
            tryCompare(ring, "x", 500 - ring.around);
        }

        function test_it_is_not_there_around_what_is_hidden_or_off_data() {
            return ["visible", "enabled"].map(each => ({
                        tag: each
                    }));
        }

        function test_it_is_not_there_around_what_is_hidden_or_off(data) {
            ring.target = button;
            button[data.tag] = false;
            tryVerify(() => !ring.visible);
        }

        function test_it_keeps_to_what_is_seen_of_something_that_is_scrolled() {
            ring.target = entry;
            verify(!ring.visible);
            flick.contentY = 130;
            tryVerify(() => ring.visible);
            compare(ring.y + ring.height, flick.y + flick.height);
            flick.contentY = 200;
            tryCompare(ring, "height", entry.height + 2 * ring.around);
        }

        function test_it_is_not_said() {
            verify(ring.Accessible.ignored);
        }

        name: "FocusRing"
    }
}
