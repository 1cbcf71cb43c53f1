pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native

Item {
    id: scene

    readonly property Shell shell: test.parts.shell("en", "One") as Shell

    height: 1080
    width: 1920

    LowReachFiller {
        id: filler

        height: scene.height / 2
        shell: scene.shell
        width: scene.width
    }

    ComponentCase {
        id: test

        function test_it_says_what_this_is_about_and_why_nothing_else_is_there() {
            become(screens()[0]);
            compare((named(filler, "upper-topic") as Text).text, "A pack for tests");
            verify(words(filler).includes("in the lower half"));
            compare(icons(filler).length, 1);
        }

        function test_nothing_of_it_is_touched() {
            compare(all(filler, item => item.activeFocusOnTab || item.Accessible.role === Accessible.Button).length, 0);
        }

        function test_where_words_are_large_for_the_screen_only_why_is_left() {
            become(screensAndSizes()[5]);
            verify(Theme.isTight);
            compare(texts(filler).length, 1);
            compare(icons(filler).length, 0);
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return screensAndSizes();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            become(data);
            checkWhole(filler);
            checkUncovered(filler);
        }

        name: "LowReachFiller"
    }
}
