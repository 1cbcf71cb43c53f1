pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Figures"

Item {
    id: scene

    readonly property string text: `!!! figure "How it is made: ${test.longText}"
    ![Two fields, and a dot.](drawing.svg)

    1. The first field
    2. The second one
    3. ${test.longText}, ${test.longWord}

!!! figure
    ![A drawing alone.](other.svg)
`

    readonly property Shell shell: test.parts.reading(scene.text) as Shell
    readonly property LargeFigure figure: scene.shell.card.largeFigure

    height: 1080
    width: 1920

    FigureView {
        id: glass

        height: 800
        largeFigure: scene.figure
        width: 1000
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[0]);
            glass.height = 800;
            glass.highest = 0;
            scene.shell.links.follow("one", `figure:${encodeURIComponent(parts.pictures(scene.shell)[0])}`);
            scene.figure.whole();
            settle(glass);
        }

        function picture(): Item {
            return named(glass, "figure-picture");
        }

        function closer() {
            for (const each of [1, 2, 3])
                scene.figure.larger();
            settle(glass);
        }

        function arrows(): list<Item> {
            return ofType(glass, Pill);
        }

        function drag(dx: real, dy: real) {
            const finger = touchEvent(glass);
            finger.press(0, glass, 500, 400).commit();
            for (let step = 1; step <= 10; step++)
                finger.move(0, glass, 500 + dx * step / 10, 400 + dy * step / 10).commit();
            verify(glass.grasped);
            finger.release(0, glass, 500 + dx, 400 + dy).commit();
        }

        function test_whole_it_fills_the_view_and_no_arrow_is_offered() {
            compare(arrows().length, 0);
            fuzzyCompare(picture().width, glass.width - 2 * Theme.between, 1);
            compare(glass.Accessible.description, "");
        }

        function test_larger_arrows_lead_to_its_edges_and_go_where_there_is_no_more() {
            closer();
            compare(arrows().map(each => each.objectName), ["figure-arrow-left", "figure-arrow-up", "figure-arrow-down", "figure-arrow-right"]);
            verify(glass.Accessible.description !== "");
            const before = picture().x;
            tap(named(glass, "figure-arrow-left"));
            verify(picture().x > before);
            for (let left = 20; left > 0 && scene.figure.beyond[0]; left--)
                tap(named(glass, "figure-arrow-left"));
            compare(arrows().length, 3);
            tap(named(glass, "figure-arrow-right"));
            compare(arrows().length, 4);
        }

        function test_a_finger_draws_it_aside_and_no_further_than_its_edge() {
            closer();
            const before = picture().x;
            const part = scene.figure.part;
            drag(-100, 0);
            verify(picture().x < before);
            verify(scene.figure.part !== part, "what is in view is drawn anew");
            verify(!glass.grasped);
            for (let times = 0; times < 9; times++)
                drag(-400, 0);
            fuzzyCompare(picture().x + picture().width, picture().parent.width, 1);
        }

        function test_its_part_is_drawn_anew_when_no_finger_moves_it() {
            const sharp = () => named(glass, "figure-picture").children[1] as Item;
            closer();
            tryVerify(() => sharp().visible);
            const size = sharp().width;
            verify(size >= picture().parent.width - 1 && size < picture().width);
            scene.figure.whole();
            tryVerify(() => !sharp().visible);
        }

        function test_arrows_stand_apart_in_it_below_what_is_out_of_reach_data() {
            return screensAndSizes().filter(each => each.width > each.height);
        }

        function test_arrows_stand_apart_in_it_below_what_is_out_of_reach(data) {
            become(data);
            closer();
            for (const [height, highest] of [[800, 0], [800, 400], [glass.least, 0], [glass.least + 300, 300]]) {
                glass.height = height;
                glass.highest = highest;
                settle(glass);
                arrows().forEach(checkTouchable);
                checkApart(arrows().map(area), Theme.between);
                for (const place of arrows().map(area))
                    verify(place.top >= highest && place.bottom <= height && place.left >= 0 && place.right <= glass.width, `${place} in ${height}`);
            }
        }

        function test_keys_stop_at_the_picture_and_not_at_its_arrows() {
            closer();
            checkRole(glass, Accessible.Graphic, "Two fields, and a dot.");
            verify(arrows().every(arrow => !arrow.activeFocusOnTab && arrow["ringed"] === glass));
            verify(arrows().every(arrow => arrow.Accessible.name !== ""));
        }

        function test_left_is_left_whichever_way_words_run() {
            closer();
            glass.LayoutMirroring.enabled = glass.LayoutMirroring.childrenInherit = true;
            settle(glass);
            verify(before(named(glass, "figure-arrow-left"), named(glass, "figure-arrow-right")));
            verify(!(icons(named(glass, "figure-arrow-left"))[0] as Icon).mirror);
            glass.LayoutMirroring.enabled = false;
        }

        name: "FigureView"
    }
}
