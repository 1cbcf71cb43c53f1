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

    readonly property Shell english: test.parts.reading(scene.text) as Shell
    readonly property Shell arabic: test.parts.reading(scene.text, "ar") as Shell
    property Shell shell: scene.english

    height: 1080
    width: 1920

    Loader {
        id: place

        active: scene.shell.card.kind === "figure"
        anchors.fill: parent

        sourceComponent: FigureSheet {
            shell: scene.shell
        }
    }

    ComponentCase {
        id: test

        readonly property FigureSheet sheet: place.item as FigureSheet

        function init() {
            scene.english.navigator.reset();
            become(screens()[0]);
            show(scene.english, 0);
        }

        function show(shell: Shell, number: int) {
            shell.links.follow("one", `figure:${encodeURIComponent(parts.pictures(shell)[number])}`);
            scene.shell = shell;
            settle(scene);
        }

        function view(): Item {
            return named(sheet, "figure-view");
        }

        function said(): Item {
            return ofType(sheet, FigureWords)[0];
        }

        function test_it_closes_by_its_button_and_by_no_other_touch() {
            mouseClick(view());
            mouseClick(sheet, 2, 2);
            compare(scene.shell.card.kind, "figure");
            tap(named(sheet, "figure-close"));
            compare(scene.shell.card.kind, "");
        }

        function test_it_is_a_dialog_called_as_its_caption_or_as_its_picture() {
            checkRole(sheet, Accessible.Dialog, `How it is made: ${longText}`);
            show(scene.english, 1);
            checkRole(sheet, Accessible.Dialog, "A drawing alone.");
            verify(!said()?.visible);
            fuzzyCompare(view().width, scene.width - 2 * area(view()).left, 1);
        }

        function test_words_stand_beside_the_picture_or_below_it_on_a_tall_screen_data() {
            return screensOfBothSizes();
        }

        function test_words_stand_beside_the_picture_or_below_it_on_a_tall_screen(data) {
            become(data);
            const [picture, panel, bar] = [view(), said(), ofType(sheet, FigureBar)[0]].map(area);
            verify(data.width > data.height ? picture.right <= panel.left : picture.bottom <= panel.top);
            verify(Math.max(picture.bottom, panel.bottom) <= bar.top + 1);
            verify(picture.width > 0.3 * data.width && picture.height > 0.3 * data.height);
            checkWhole((named(sheet, "figure-words") as Flickable).contentItem);
        }

        function test_in_low_reach_what_is_touched_stands_in_the_lower_half_data() {
            return screensOfBothSizes();
        }

        function test_in_low_reach_what_is_touched_stands_in_the_lower_half(data) {
            scene.shell.appearance.reach(true);
            become(data);
            for (const each of [1, 2])
                scene.shell.card.largeFigure.larger();
            settle(sheet);
            const buttons = ofType(sheet, Pill);
            verify(buttons.length >= 6);
            for (const button of buttons)
                verify(area(button).top >= data.height / 2 - 1, `${button.objectName} at ${area(button)}`);
            checkApart(buttons.map(area), Theme.between);
        }

        function test_words_run_as_those_of_their_page_do() {
            verify(before(view(), said()));
            show(scene.arabic, 0);
            verify(sheet.mirrored);
            verify(before(said(), view()));
        }

        name: "FigureSheet"
    }
}
