pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    readonly property string text: `!!! figure "How it is made"
    ![Two fields, and a dot.](drawing.svg)

    1. The first field
    2. The second one, [more of it](two.md)
    3. ${test.longText}, ${test.longWord}

![A drawing alone.](other.svg)

![What the lost one shows.](lost.svg "Below it")

![](lost-too.svg)
`

    readonly property Pane pane: test.parts.pane(test.parts.reading(scene.text)) as Pane

    height: 1080
    width: 1920

    BlockColumn {
        id: page

        rows: scene.pane.rows
        width: scene.width - 2 * Theme.margin
        x: Theme.margin
    }

    SignalSpy {
        id: followed

        signalName: "followed"
        target: page
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[2]);
            followed.clear();
        }

        function figure(number: int): FigureBlock {
            return ofType(page, FigureBlock)[number] as FigureBlock;
        }

        function picture(number: int): Item {
            return figure(number).reader;
        }

        function sign(number: int): Pill {
            return ofType(picture(number), Pill)[0] as Pill;
        }

        function entries(): list<Item> {
            return all(figure(0), item => item.Accessible.role === Accessible.ListItem);
        }

        function test_a_touch_on_the_picture_asks_once_to_open_it() {
            checkTapped(picture(0), followed);
            picture(1).Accessible.pressAction();
            compare(followed.count, 1);
            compare(followed.signalArguments[0][0], `figure:${encodeURIComponent(figure(1).picture)}`);
        }

        function test_a_touch_on_the_sign_asks_once_too() {
            checkTapped(sign(0), followed);
            tap(sign(0));
            compare(followed.count, 1);
            compare(followed.signalArguments[0][0], `figure:${encodeURIComponent(figure(0).picture)}`);
            verify(!sign(0).activeFocusOnTab, "keys stop at the picture alone");
        }

        function test_the_sign_changes_its_colours_while_a_finger_lies_on_the_picture() {
            checkHeld(picture(0), sign(0), Theme.teal);
            press(picture(0));
            verify(Qt.colorEqual((icons(sign(0))[0] as Icon).colour, Theme.overTeal));
            lift();
            verify(Qt.colorEqual((icons(sign(0))[0] as Icon).colour, Theme.teal));
        }

        function test_the_sign_covers_nothing_of_the_picture_and_stands_in_the_panel_at_its_end_data() {
            return screensAndSizes();
        }

        function test_the_sign_covers_nothing_of_the_picture_and_stands_in_the_panel_at_its_end(data) {
            become(data);
            for (const mirrored of [false, true]) {
                page.LayoutMirroring.enabled = page.LayoutMirroring.childrenInherit = mirrored;
                settle(page);
                for (const number of [0, 1]) {
                    const panel = area(ofType(figure(number), Panel)[0]);
                    const place = area(sign(number));
                    checkTouchable(sign(number));
                    checkApart([place, area(picture(number))], Theme.between);
                    checkApart([place, ...texts(figure(number)).map(text => painted(text as Text, test.parent))], Theme.mm);
                    verify(place.left >= panel.left && place.right <= panel.right && place.bottom <= panel.bottom);
                    verify(mirrored ? place.right < middle(picture(number)) : place.left > middle(picture(number)));
                }
            }
            page.LayoutMirroring.enabled = false;
        }

        function test_it_has_its_shape_and_stays_within_a_screen_data() {
            return screensOfBothSizes();
        }

        function test_it_has_its_shape_and_stays_within_a_screen(data) {
            become(data);
            verify(picture(0).height <= Theme.screenHeight * 0.7 + 1);
            fuzzyCompare(picture(0).height, picture(0).width * figure(0).aspect, 1);
            checkTouchable(picture(0));
            checkWhole(figure(0));
            checkUncovered(figure(0));
        }

        function test_its_key_stands_in_two_columns_where_there_is_room_for_them() {
            become(screens()[0]);
            verify(area(entries()[1]).left > area(entries()[0]).right - 1);
            become(screens()[3]);
            compare(area(entries()[1]).left, area(entries()[0]).left);
        }

        function test_a_link_in_its_key_is_followed_and_opens_nothing() {
            checkLink(figure(0), followed, "page:two%0A");
        }

        function test_it_is_a_picture_with_its_words_and_its_key_a_list() {
            checkRole(picture(0), Accessible.Graphic, "Two fields, and a dot.");
            compare(picture(0).Accessible.description, "Open the picture large");
            compare(entries().map(entry => entry.Accessible.name).slice(0, 2), ["1. The first field", "2. The second one, more of it"]);
        }

        function test_words_stand_in_the_place_of_a_picture_that_cannot_be_shown_data() {
            return screensOfBothSizes();
        }

        function test_words_stand_in_the_place_of_a_picture_that_cannot_be_shown(data) {
            become(data);
            checkRole(picture(2), Accessible.Graphic, "What the lost one shows.");
            compare(picture(2).Accessible.description, "This picture can't be shown");
            checkRole(picture(3), Accessible.Graphic, "This picture can't be shown");
            compare(picture(3).Accessible.description, "");
            for (const number of [2, 3]) {
                checkWhole(figure(number));
                checkUncovered(figure(number));
                verify(area(picture(number)).height > 0);
                tap(picture(number));
            }
            compare(followed.count, 0);
            verify(all(figure(2), item => item.Accessible.name === "Below it").length > 0);
        }

        name: "FigureBlock"
    }
}
