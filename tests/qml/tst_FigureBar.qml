pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Figures"

Item {
    id: scene

    readonly property Shell shell: test.parts.shell("en", "One Two") as Shell
    readonly property LargeFigure figure: scene.shell.card.largeFigure

    height: 1080
    width: 1920

    FigureBar {
        id: bar

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        language: "en"
        largeFigure: scene.figure
    }

    SignalSpy {
        id: closed

        signalName: "closed"
        target: bar
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[0]);
            scene.figure.measure(800, 600);
            scene.figure.whole();
            bar.language = "en";
            closed.clear();
        }

        function pills(): list<Item> {
            return ofType(bar, Pill);
        }

        function percent(): string {
            return (named(bar, "figure-percent") as Text).text;
        }

        function test_its_buttons_make_the_picture_larger_and_smaller_and_whole_again() {
            compare(percent(), "100 %");
            compare(all(bar, item => item.objectName === "figure-whole").length, 0);
            tap(named(bar, "figure-larger"));
            const once = scene.figure.scale;
            verify(once > 1);
            compare(percent(), `${Math.round(100 * once)} %`);
            tap(named(bar, "figure-larger"));
            verify(scene.figure.scale > once);
            tap(named(bar, "figure-smaller"));
            compare(scene.figure.scale, once);
            settle(bar);
            tap(named(bar, "figure-whole"));
            compare(scene.figure.scale, 1);
        }

        function test_the_way_back_is_told_once() {
            checkTapped(named(bar, "figure-close"), closed);
        }

        function test_its_buttons_are_whole_and_apart_on_every_screen_data() {
            return screensAndSizes();
        }

        function test_its_buttons_are_whole_and_apart_on_every_screen(data) {
            become(data);
            for (const closer of [false, true]) {
                if (closer)
                    scene.figure.larger();
                settle(bar);
                for (const pill of pills()) {
                    checkTouchable(pill);
                    compare(cut(pill), []);
                    verify(area(pill).left >= 0 && area(pill).right <= scene.width, pill.objectName);
                }
                compare(cut(bar), []);
                checkApart(pills().map(area), Theme.between);
            }
        }

        function test_the_size_is_said_with_its_buttons_in_the_digits_of_its_language() {
            compare(named(bar, "figure-larger").Accessible.description, "100 %");
            compare(named(bar, "figure-percent").Accessible.name, "Size: 100 %");
            bar.language = "ar-EG";
            compare(percent(), "١٠٠ %");
        }

        function test_every_button_has_a_name() {
            scene.figure.larger();
            checkRole(bar, Accessible.ToolBar, "Picture size");
            compare(pills().map(pill => pill.Accessible.name), ["Make the picture smaller", "Make the picture larger", "Whole picture", "Close"]);
        }

        function test_from_right_to_left_the_way_back_stands_at_the_left() {
            verify(before(named(bar, "figure-smaller"), named(bar, "figure-close")));
            bar.LayoutMirroring.enabled = bar.LayoutMirroring.childrenInherit = true;
            settle(bar);
            verify(before(named(bar, "figure-close"), named(bar, "figure-larger")));
            verify(before(named(bar, "figure-larger"), named(bar, "figure-smaller")));
            bar.LayoutMirroring.enabled = false;
        }

        name: "FigureBar"
    }
}
