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

    height: 1080
    width: 1920

    FigureWords {
        id: panel

        above: 20
        height: wanted
        inset: 10
        largeFigure: scene.shell.card.largeFigure
        outset: 30
        width: 600
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[0]);
            open(0);
            panel.height = Qt.binding(() => panel.wanted);
            panel.LayoutMirroring.enabled = false;
            settle(panel);
        }

        function open(number: int) {
            const figures = parts.pictures(scene.shell);
            scene.shell.links.follow("one", `figure:${encodeURIComponent(figures[number])}`);
            settle(panel);
        }

        function flick(): Flickable {
            return named(panel, "figure-words") as Flickable;
        }

        function test_caption_and_key_are_whole_and_nothing_scrolls_where_there_is_room_data() {
            return mostAndLeastRoom();
        }

        function test_caption_and_key_are_whole_and_nothing_scrolls_where_there_is_room(data) {
            become(data);
            checkWhole(panel);
            checkUncovered(panel);
            verify(!panel.scrolled);
            compare(ofType(panel, Pill).length, 0);
        }

        function test_where_there_is_none_a_touch_leads_down_and_from_the_end_back_up() {
            panel.height = 300;
            settle(panel);
            const more = named(panel, "figure-more");
            checkTouchable(more);
            checkRole(more, Accessible.Button, "More below");
            const places = [flick().contentY];
            while (!flick().atYEnd && places.length < 20) {
                tap(more);
                verify(flick().contentY > places[places.length - 1]);
                places.push(flick().contentY);
            }
            compare(more.Accessible.name, "Back to the top");
            compare((icons(more)[0] as Icon).name, "arrow-up");
            tap(more);
            compare(flick().contentY, 0);
            verify(area(flick()).bottom <= area(more).top);
        }

        function test_a_caption_is_a_heading_and_a_key_a_list() {
            compare(texts(panel)[0].Accessible.role, Accessible.Heading);
            const [list] = all(panel, item => item.Accessible.role === Accessible.List);
            verify(list.Accessible.name !== "");
            const entries = all(list, item => item.Accessible.role === Accessible.ListItem);
            compare(entries.map(entry => entry.Accessible.name).slice(0, 2), ["1. The first field", "2. The second one"]);
        }

        function test_a_figure_without_them_has_no_words() {
            open(1);
            compare(texts(panel).length, 0);
        }

        function test_from_right_to_left_numbers_and_margins_change_sides() {
            const marker = () => area(ofType(panel, Marker)[0]);
            fuzzyCompare(marker().left, 10, 0.5);
            panel.LayoutMirroring.enabled = panel.LayoutMirroring.childrenInherit = true;
            settle(panel);
            fuzzyCompare(marker().right, 600 - 10, 0.5);
        }

        name: "FigureWords"
    }
}
