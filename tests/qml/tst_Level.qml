pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 800
    width: 1200

    Level {
        id: level

        level: "low"
        room: 1000
        word: "Evidence: low"
    }

    ComponentCase {
        id: test

        function init() {
            level.level = "low";
            level.word = "Evidence: low";
            level.room = 1000;
            level.telling = false;
        }

        function bars(): list<Item> {
            return Array.from(ofType(level, FillMarks)[0].children).filter(each => each instanceof Rectangle);
        }

        function test_as_many_bars_are_filled_as_it_is_sure_data() {
            return ["none", "very-low", "low", "moderate", "high"].map((each, index) => ({
                        tag: each,
                        filled: index
                    }));
        }

        function test_as_many_bars_are_filled_as_it_is_sure(data) {
            level.level = data.tag;
            const colours = bars().map(bar => (bar as Rectangle).color);
            compare(colours.length, 4);
            compare(colours.map(each => each.a > 0), [0, 1, 2, 3].map(index => index < data.filled));
            const heights = bars().map(bar => bar.height);
            compare(heights, Array.from(heights).sort((one, other) => one - other));
            const sure = data.filled > 2;
            verify(Qt.colorEqual(level.color, sure ? Theme.tint : Theme.amberTint));
            verify(Qt.colorEqual((texts(level)[0] as Text).color, sure ? Theme.teal : Theme.amber));
        }

        function test_it_has_a_sign_where_a_touch_tells_more() {
            compare(icons(level).length, 0);
            const bare = level.width;
            level.telling = true;
            compare(icons(level).map(icon => (icon as Icon).name), ["info"]);
            verify(level.width > bare);
            verify(area(icons(level)[0]).left > area(texts(level)[0]).right);
        }

        function test_many_words_wrap_in_the_room_that_there_is() {
            level.word = longText;
            level.telling = true;
            for (const room of [1000, 500, 350]) {
                level.room = room;
                for (const scale of [1, 2]) {
                    Theme.textScale = scale;
                    settle(level);
                    verify(level.width <= room + 1, `${level.width} px in ${room}`);
                    checkWhole(level);
                }
            }
        }

        function test_in_high_contrast_it_has_an_edge() {
            compare(level.border.width, 0);
            Theme.scheme = "contrast";
            verify(level.border.width > 0);
            verify(Qt.colorEqual(level.border.color, level.ink));
        }

        name: "Level"
    }
}
