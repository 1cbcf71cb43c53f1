pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 800
    width: 1200

    StatusLine {
        id: status

        room: 1000
        symbol: "update"
        text: "A draft"
        width: implicitWidth
    }

    Marker {
        id: marker

        text: "7"
        y: 400
    }

    Panel {
        id: panel

        width: 400
        x: 600
        y: 300

        Words {
            id: inside

            text: "Words"
            width: parent.width
        }
    }

    ComponentCase {
        id: test

        function init() {
            status.text = "A draft";
            status.room = 1000;
            status.LayoutMirroring.enabled = panel.LayoutMirroring.enabled = false;
            panel.startInset = Qt.binding(() => panel.inset);
            inside.text = "Words";
        }

        function test_a_line_is_as_wide_as_its_words_and_wraps_in_its_room() {
            const narrow = status.implicitWidth;
            status.text = longText;
            verify(status.implicitWidth > narrow);
            for (const room of [1000, 400]) {
                status.room = room;
                for (const scale of [1, 2]) {
                    Theme.textScale = scale;
                    settle(status);
                    verify(status.implicitWidth <= room + 1);
                    status.height = status.implicitHeight;
                    checkWhole(status);
                }
            }
        }

        function test_words_of_two_lines_have_room_above_and_below_on_a_low_screen() {
            become(screens()[2]);
            status.text = longText;
            status.room = 10000;
            settle(status);
            const single = status.implicitHeight - texts(status)[0].implicitHeight;
            status.room = 600;
            settle(status);
            fuzzyCompare(status.implicitHeight - texts(status)[0].implicitHeight, single + 2 * Theme.mm, 0.1);
        }

        function test_its_icon_goes_where_the_words_fit_a_line_only_without_it() {
            status.text = longText;
            status.room = 10000;
            settle(status);
            const [whole, high] = [status.whole, status.implicitHeight];
            for (const [room, signs, wraps] of [[whole, 1, false], [whole - 2, 0, false], [whole / 2, 1, true]]) {
                status.room = room;
                settle(status);
                compare(icons(status).length, signs);
                compare(status.implicitHeight > high, wraps);
                verify(status.implicitWidth <= room + 1);
                checkWhole(status);
            }
        }

        function test_a_line_has_an_icon_before_it_and_an_edge_in_high_contrast() {
            verify(before(icons(status)[0], texts(status)[0]));
            compare(status.border.width, 0);
            Theme.scheme = "contrast";
            verify(status.border.width > 0);
            status.LayoutMirroring.enabled = status.LayoutMirroring.childrenInherit = true;
            verify(before(texts(status)[0], icons(status)[0]));
        }

        function test_a_number_stands_in_its_circle_at_every_size() {
            for (const text of ["7", "12"]) {
                marker.text = text;
                checkWholeAtEverySize(marker);
                compare(marker.radius, marker.width / 2);
            }
            marker.text = "7";
        }

        function test_a_number_is_said_unless_something_else_says_it() {
            verify(!texts(marker)[0].Accessible.ignored);
            marker.silent = true;
            verify(texts(marker)[0].Accessible.ignored);
            marker.silent = false;
        }

        function test_a_panel_is_as_high_as_what_stands_in_it_with_room_around() {
            settle(panel);
            compare(panel.implicitHeight, inside.height + 2 * panel.inset);
            inside.text = longText;
            tryCompare(panel, "implicitHeight", inside.height + 2 * panel.inset);
            checkWhole(panel);
        }

        function test_a_panel_keeps_more_room_on_the_side_where_words_begin() {
            panel.startInset = 80;
            compare(inside.mapToItem(panel, 0, 0).x, 80);
            compare(inside.width, 400 - 80 - panel.inset);
            panel.LayoutMirroring.enabled = true;
            compare(inside.mapToItem(panel, 0, 0).x, panel.inset);
        }

        name: "StatusLine"
    }
}
