pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 1080
    width: 1920

    Flickable {
        id: text

        contentHeight: 1000
        height: 400
        width: 400
    }

    FurtherPill {
        id: further

        again: 50
        flick: text
        y: 500
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[0]);
            text.contentHeight = 1000;
            text.contentY = 0;
        }

        function test_it_is_there_where_there_is_more_than_is_seen() {
            verify(further.visible);
            text.contentHeight = 400;
            verify(!further.visible);
        }

        function test_it_leads_to_the_end_with_some_seen_twice_and_then_to_the_top() {
            const places = [];
            for (let touch = 0; touch < 3; touch++) {
                checkRole(further, Accessible.Button, touch < 2 ? "More below" : "Back to the top");
                compare(further.symbol, touch < 2 ? "arrow-down" : "arrow-up");
                tap(further);
                places.push(text.contentY);
            }
            compare(places, [350, 600, 0]);
        }

        function test_it_is_found_by_fingers_and_keys_and_needs_no_words() {
            checkTouchable(further);
            checkFocus(further);
            compare(words(further), "");
        }

        name: "FurtherPill"
    }
}
