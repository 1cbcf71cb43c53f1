pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native

Item {
    id: scene

    property Shell shell: null

    height: 1080
    width: 1920

    Loader {
        id: place

        property real ceiling: 0

        active: false
        anchors.fill: parent

        sourceComponent: StillThere {
            ceiling: place.ceiling
            presence: scene.shell.presence
        }
    }

    ComponentCase {
        id: test

        readonly property StillThere question: place.item as StillThere

        function initTestCase() {
            scene.shell = parts.shell("en", "One Two") as Shell;
        }

        function init() {
            place.active = false;
            place.ceiling = 0;
            scene.shell.presence.begin("en");
            test.parts.passTime(scene.shell, 3600);
            compare(scene.shell.presence.phase, "asked");
            place.active = true;
        }

        function seconds(): string {
            return (named(question, "seconds-left") as Text).text;
        }

        // The card is the one with the role of a message.
        function card(): Item {
            const found = all(question, item => item.Accessible.role === Accessible.AlertMessage);
            compare(found.length, 1);
            return found[0];
        }

        function button(): Item {
            return all(question, item => item.Accessible.role === Accessible.Button)[0];
        }

        function test_nothing_of_it_is_cut_on_any_screen_data() {
            return screensAndSizes();
        }

        function test_nothing_of_it_is_cut_on_any_screen(data) {
            become(data);
            compare(texts(question).length, 4);
            checkWhole(card());
            checkUncovered(card());
            checkWhole(question);
            checkTouchable(button());
        }

        function test_nothing_of_it_stands_above_its_ceiling_data() {
            return screensAndSizes();
        }

        function test_nothing_of_it_stands_above_its_ceiling(data) {
            become(data);
            place.ceiling = data.height / 2;
            settle(question);
            verify(area(card()).top >= place.ceiling, String(area(card())));
            checkWhole(card());
            checkUncovered(card());
            checkWhole(question);
        }

        function test_it_counts_down() {
            compare(seconds(), "30");
            parts.passTime(scene.shell, 1);
            compare(seconds(), "29");
            parts.passTime(scene.shell, 14);
            compare(seconds(), "15");
        }

        function test_its_bar_is_as_long_as_the_time_that_is_left() {
            const bar = () => ofType(question, Rectangle).filter(each => Qt.colorEqual((each as Rectangle).color, Theme.teal))[0];
            const whole = bar().width;
            compare(whole, bar().parent.width);
            parts.passTime(scene.shell, 15);
            compare(bar().width, whole / 2);
        }

        function test_it_is_a_message_with_a_button_that_goes_on() {
            checkRole(card(), Accessible.AlertMessage, "Are you still there?");
            checkRole(button(), Accessible.Button, "Touch anywhere to go on");
            button().Accessible.pressAction();
            compare(scene.shell.presence.phase, "browsing");
        }

        function test_from_right_to_left_the_seconds_stand_at_the_right() {
            become(screens()[0]);
            const count = named(question, "seconds-left");
            const title = texts(question)[1];
            verify(before(count, title));
            question.LayoutMirroring.enabled = question.LayoutMirroring.childrenInherit = true;
            settle(question);
            verify(before(title, count));
        }

        name: "StillThere"
    }
}
