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
        y: 300
    }

    Badge {
        id: badge

        level: "low"
        study: "One study"
        studyName: "One study"
        width: 600
        word: "Evidence: low"
        y: 700
    }

    TestCase {
        function test_a_badge_says_its_level_in_words_and_the_study() {
            compare(badge.Accessible.name, "Evidence: low. One study");
        }

        function test_the_dots_are_a_hundred_and_as_many_are_filled_as_counted_data() {
            return [0, 1, 38, 50, 99, 100].map(count => ({
                        tag: String(count),
                        count: count
                    }));
        }

        function test_the_dots_are_a_hundred_and_as_many_are_filled_as_counted(data) {
            dots.count = data.count;
            const picture = grabImage(dots);
            compare(dotsFilled(picture), data.count);
        }

        // Counts the cells whose middle has the colour of a filled dot.
        function dotsFilled(picture: var): int {
            const rows = 100 / dots.columns;
            let filled = 0;
            for (let row = 0; row < rows; row++) {
                for (let column = 0; column < dots.columns; column++) {
                    const x = Math.round((column + 0.5) * dots.pitch);
                    const y = Math.round((row + 0.5) * dots.pitch);
                    if (Qt.colorEqual(picture.pixel(x, y), Theme.teal))
                        filled++;
                }
            }
            return filled;
        }

        function test_the_dots_fit_their_width_data() {
            return [200, 400, 500, 700, 1100].map(width => ({
                        tag: String(width),
                        width: width
                    }));
        }

        function test_the_dots_fit_their_width(data) {
            dots.width = data.width;
            verify(dots.columns * dots.pitch <= data.width);
            compare(100 % dots.columns, 0);
            dots.width = 600;
        }

        name: "Controls"
        when: windowShown
    }
}
