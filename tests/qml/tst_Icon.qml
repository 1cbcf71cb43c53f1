pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 1080
    width: 1920

    Icon {
        id: icon

        name: "close"
    }

    Item {
        id: later

        visible: false

        Icon {
            id: hidden

            name: "close"
        }
    }

    ComponentCase {
        id: test

        function init() {
            icon.name = "close";
            icon.colour = Theme.teal;
            icon.LayoutMirroring.enabled = later.visible = false;
        }

        function test_it_is_drawn_in_its_colour_at_its_size() {
            compare(icon.width, Theme.icon);
            compare(icon.height, Theme.icon);
            tryCompare(icon, "status", Image.Ready);
            verify(pixels(icon, Theme.teal, 0) > 0);
            icon.colour = "#ff0000";
            tryCompare(icon, "status", Image.Ready);
            tryVerify(() => pixels(icon, "#ff0000", 0) > 0);
            compare(pixels(icon, Theme.teal, 0), 0);
        }

        // An arrow into a frame that is open above would say that something is fetched.
        function test_what_brings_the_controls_down_is_a_closed_screen_data() {
            return ["lower", "raise"].map(name => ({
                        tag: name
                    }));
        }

        function test_what_brings_the_controls_down_is_a_closed_screen(data) {
            icon.size = 48;
            icon.name = data.tag;
            tryCompare(icon, "status", Image.Ready);
            const picture = grabImage(scene);
            for (let x = 8; x < 40; x++)
                for (const y of [4, 43])
                    verify(Qt.colorEqual(picture.pixel(x, y), Theme.teal), `${x}, ${y}`);
            icon.size = Qt.binding(() => Theme.icon);
        }

        function test_what_points_somewhere_does_so_with_the_words() {
            icon.LayoutMirroring.enabled = true;
            for (const [name, turned] of [["arrow-right", true], ["next", true], ["leave", true], ["arrow-down", false], ["close", false], ["play", false]]) {
                icon.name = name;
                compare(icon.mirror, turned, name);
            }
        }

        function test_it_is_not_drawn_before_it_is_seen_and_kept_after_that() {
            verify(String(hidden.source) === "");
            later.visible = true;
            verify(String(hidden.source) !== "");
            later.visible = false;
            verify(String(hidden.source) !== "");
        }

        function test_without_a_name_there_is_nothing_and_nothing_is_ever_said_of_it() {
            verify(icon.Accessible.ignored);
            icon.name = "";
            compare(String(icon.source), "");
        }

        name: "Icon"
    }
}
