pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 800
    width: 1200

    TapHandler {
        id: below
    }

    LeaveHint {
        id: hint

        shown: false
    }

    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: below
    }

    ComponentCase {
        id: test

        property Timer timer: null

        function initTestCase() {
            timer = Array.from(hint.data).filter(each => each instanceof Timer)[0] as Timer;
        }

        function init() {
            hint.shown = false;
            timer.interval = Theme.hint;
            tapped.clear();
        }

        function test_it_stands_there_for_three_seconds_and_goes() {
            verify(!hint.visible);
            hint.shown = true;
            verify(hint.visible);
            compare(timer.interval, 3000);
            timer.interval = 1;
            tryVerify(() => !hint.visible);
            verify(hint.shown);
        }

        function test_it_takes_no_touch() {
            hint.shown = true;
            tap(hint);
            compare(tapped.count, 1);
            mouseClick(hint);
            compare(tapped.count, 2);
        }

        function test_its_words_are_whole() {
            hint.shown = true;
            checkWholeAtEverySize(hint);
        }

        name: "LeaveHint"
    }
}
