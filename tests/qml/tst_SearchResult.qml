pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import "../../kiosk/ui/qml/Kiosk/Search"

Item {
    id: scene

    height: 800
    width: 1200

    SearchResult {
        id: result

        index: 3
        place: "Risks › Pain"
        said: "Risks › Pain. It may hurt."
        styled: "It may <b><u>hurt</u></b>."
        width: 900
    }

    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: result
    }

    ComponentCase {
        id: test

        function init() {
            result.styled = "It may <b><u>hurt</u></b>.";
        }

        function test_it_tells_once_of_each_touch() {
            checkTapped(result, tapped);
        }

        function test_it_is_a_button_that_says_place_and_sentence() {
            checkRole(result, Accessible.Button, "Risks › Pain. It may hurt.");
            checkFocus(result);
        }

        function test_a_long_sentence_makes_it_higher_and_stays_whole() {
            const low = result.implicitHeight;
            result.styled = test.longText + " " + test.longText;
            result.width = 500;
            tryVerify(() => result.implicitHeight > low);
            checkWhole(result);
        }

        name: "SearchResult"
    }
}
