pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 1080
    width: 1920

    Item {
        id: ground

        anchors.fill: parent

        TapBeside {
            id: beside

            card: card
        }
    }

    Rectangle {
        id: card

        height: 400
        width: 400
        x: 200
        y: 200

        // What it does may make the card smaller before the tap is told.
        TapHandler {
            onPressedChanged: card.height = pressed ? 400 : 40
        }
    }

    SignalSpy {
        id: left

        signalName: "left"
        target: beside
    }

    ComponentCase {
        id: test

        function init() {
            card.height = 400;
            left.clear();
        }

        function test_a_tap_beside_the_card_is_told_once() {
            mouseClick(ground, 100, 100);
            compare(left.count, 1);
            const finger = touchEvent(ground);
            finger.press(0, ground, 900, 900).commit();
            finger.release(0, ground, 900, 900).commit();
            compare(left.count, 2);
        }

        function test_a_tap_on_the_card_is_not_whatever_it_does_to_the_card() {
            mouseClick(card, 200, 390);
            compare(card.height, 40);
            compare(left.count, 0);
            card.height = 400;
            tap(card);
            compare(left.count, 0);
        }

        function test_a_finger_that_is_drawn_aside_or_taken_back_leaves_it_there() {
            slideOff(ground);
            takeBack(ground);
            compare(left.count, 0);
            mouseClick(ground, 100, 100);
            compare(left.count, 1);
        }

        name: "TapBeside"
    }
}
