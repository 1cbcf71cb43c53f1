pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 800
    width: 1200

    Dots {
        id: dots

        count: 38
        width: 600
    }

    ComponentCase {
        id: test

        function init() {
            dots.count = 38;
            dots.width = 600;
            dots.LayoutMirroring.enabled = false;
        }

        // Counts the cells whose middle has the colour of a filled dot.
        function filled(): int {
            const picture = grabImage(dots);
            const rows = 100 / dots.columns;
            let found = 0;
            for (let row = 0; row < rows; row++) {
                for (let column = 0; column < dots.columns; column++) {
                    const x = Math.round(dots.start + (column + 0.5) * dots.pitch);
                    const y = Math.round((row + 0.5) * dots.pitch);
                    found += Qt.colorEqual(picture.pixel(x, y), Theme.teal) ? 1 : 0;
                }
            }
            return found;
        }

        function test_they_are_a_hundred_and_as_many_are_filled_as_counted_data() {
            return [0, 1, 38, 50, 99, 100].map(count => ({
                        tag: String(count),
                        count: count
                    }));
        }

        function test_they_are_a_hundred_and_as_many_are_filled_as_counted(data) {
            dots.count = data.count;
            compare(filled(), data.count);
            dots.LayoutMirroring.enabled = true;
            compare(filled(), data.count);
        }

        function test_from_right_to_left_the_first_dot_is_the_rightmost() {
            dots.count = 1;
            dots.LayoutMirroring.enabled = true;
            const picture = grabImage(dots);
            const y = Math.round(0.5 * dots.pitch);
            verify(Qt.colorEqual(picture.pixel(Math.round(dots.width - 0.5 * dots.pitch), y), Theme.teal));
            verify(!Qt.colorEqual(picture.pixel(Math.round(dots.start + 0.5 * dots.pitch), y), Theme.teal));
        }

        function test_they_fit_their_width_data() {
            return [200, 400, 500, 700, 1100].map(width => ({
                        tag: String(width),
                        width: width
                    }));
        }

        function test_they_fit_their_width(data) {
            dots.width = data.width;
            verify(dots.columns * dots.pitch <= data.width);
            compare(100 % dots.columns, 0);
            compare(dots.implicitHeight, dots.pitch * 100 / dots.columns);
        }

        function test_they_are_said_by_what_they_stand_in() {
            verify(dots.Accessible.ignored);
        }

        name: "Dots"
    }
}
