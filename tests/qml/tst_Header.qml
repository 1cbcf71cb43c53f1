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

        active: scene.shell !== null
        anchors.left: parent.left
        anchors.right: parent.right

        sourceComponent: Header {
            shell: scene.shell
        }
    }

    ComponentCase {
        id: test

        readonly property Header header: place.item as Header

        function open(languages: string, clinic = "") {
            scene.shell = null;
            scene.shell = parts.shell(languages, "One Two", clinic) as Shell;
            settle(scene);
        }

        function init() {
            become(screens()[0]);
            open("en de");
        }

        function pills(): list<Item> {
            return ofType(header, Pill);
        }

        // Without the one that only a machine with a voice has.
        function usual(): list<Item> {
            return pills().filter(pill => pill.objectName !== "listen");
        }

        function test_its_buttons_and_names_are_whole_on_every_screen_data() {
            return ["en", "en bn", "en bn de ar"].map(languages => ({
                        tag: languages
                    }));
        }

        function test_its_buttons_and_names_are_whole_on_every_screen(data) {
            open(data.tag);
            for (const screen of screensAndSizes()) {
                become(screen);
                settle(header);
                compare(cut(header), [], screen.tag);
                checkUncovered(header);
                // Four languages in the largest words take lines more of a tablet.
                verify(pills().length > 5 || header.height < 0.25 * screen.height, screen.tag);
                for (const pill of pills()) {
                    checkTouchable(pill);
                    verify(area(pill).left >= 0 && area(pill).right <= scene.width, screen.tag);
                }
                checkApart(pills().map(area), Theme.between);
            }
        }

        function test_its_sign_and_names_stand_apart_from_its_buttons_before_a_tick_and_after_it_data() {
            const rows = [];
            for (const languages of ["en", "en bn", "en bn de ar"])
                for (const clinic of ["", longText])
                    rows.push({
                        tag: `${languages}, ${clinic ? "a long name" : "a short name"}`,
                        languages: languages,
                        clinic: clinic
                    });
            return rows;
        }

        function test_its_sign_and_names_stand_apart_from_its_buttons_before_a_tick_and_after_it(data) {
            open(data.languages, data.clinic);
            for (const mirrored of [false, true]) {
                header.LayoutMirroring.enabled = header.LayoutMirroring.childrenInherit = mirrored;
                for (const screen of screensAndSizes()) {
                    become(screen);
                    const signs = [];
                    for (let ticked = 0; ticked < 2; ticked++) {
                        settle(header);
                        signs.push(ofType(header, ClinicMark).length);
                        const names = texts(header).filter(text => !pills().some(pill => pill.contains(pill.mapFromItem(text, 1, 1))));
                        for (const name of names)
                            checkApart([area(name), ...pills().map(area)], Theme.between);
                        for (const sign of ofType(header, ClinicMark))
                            checkApart([area(sign), ...pills().map(area)], Theme.between);
                        scene.shell.navigator.tick("page-0", 0);
                    }
                    compare(signs[0], signs[1], `${screen.tag}: a tick takes no sign away`);
                }
            }
        }

        function test_the_first_tick_takes_no_line_where_the_names_leave_it_room() {
            open("en bn");
            for (const scale of [1.5, 2]) {
                become(Object.assign({}, screens()[1], {
                    scale: scale
                }));
                settle(header);
                verify(header.wraps && header.besideNames);
                const [height, places] = [header.height, pills().map(pill => area(pill).left)];
                scene.shell.navigator.tick("page-0", 0);
                settle(header);
                compare(header.height, height);
                const way = named(header, "my-questions");
                verify(area(way).bottom < area(pills()[0]).top);
                compare(area(way).right, scene.width - Theme.margin);
                compare(pills().filter(pill => pill !== way).map(pill => area(pill).left), places);
                scene.shell.navigator.tick("page-0", 0);
            }
        }

        function test_where_names_have_no_room_the_buttons_stay_at_the_end() {
            open("en bn");
            become(screensAndSizes()[5]);
            settle(header);
            compare(ofType(header, ClinicMark).length, 1);
            fuzzyCompare(Math.max(...pills().map(pill => area(pill).right)), scene.width - Theme.margin, 1);
        }

        function test_on_a_tablet_on_end_its_lines_end_at_one_edge_beside_its_sign() {
            open("en bn");
            become(screens()[3]);
            for (const mirrored of [false, true]) {
                header.LayoutMirroring.enabled = header.LayoutMirroring.childrenInherit = mirrored;
                for (let ticked = 0; ticked < 2; ticked++) {
                    settle(header);
                    compare(ofType(header, ClinicMark).length, 1);
                    const ends = {};
                    for (const each of pills().map(area))
                        ends[Math.round(each.top)] = Math.max(ends[Math.round(each.top)] ?? 0, mirrored ? scene.width - each.left : each.right);
                    compare(Object.keys(ends).length, 2);
                    for (const end of Object.values(ends))
                        fuzzyCompare(end, scene.width - Theme.margin, 1);
                    scene.shell.navigator.tick("page-0", 0);
                }
            }
        }

        function test_it_offers_one_button_a_language_where_there_are_several() {
            compare(usual().map(pill => pill.objectName), ["search", "about", "display", "language-en", "language-de"]);
            compare(pills().length - usual().length, scene.shell.readAloud.available ? 1 : 0);
            open("en");
            compare(usual().map(pill => pill.objectName), ["search", "about", "display"]);
        }

        function test_each_button_does_what_it_says_and_shows_that() {
            tap(named(header, "about"));
            compare(scene.shell.navigator.page, "about");
            verify((named(header, "about") as Pill).selected);
            tap(named(header, "display"));
            compare(scene.shell.card.kind, "display");
            verify((named(header, "display") as Pill).selected);
            scene.shell.card.close();
            tap(named(header, "language-de"));
            compare(scene.shell.navigator.language, "de");
            verify((named(header, "language-de") as Pill).selected);
            verify(named(header, "language-de").Accessible.checked);
            verify(!named(header, "language-en").Accessible.checked);
        }

        function test_it_is_as_high_and_says_the_same_where_it_stands_low() {
            const before = [header.implicitHeight, ...words(header)];
            verify(words(header).includes("A pack for tests"));
            scene.shell.appearance.reach(true);
            compare([header.implicitHeight, ...words(header)], before);
        }

        function test_it_is_a_bar_of_tools_of_the_clinic() {
            checkRole(header, Accessible.ToolBar, "Test Clinic");
            compare(usual().map(pill => pill.Accessible.name), ["Search these pages", "About this information", "Text size and display", "English", "Deutsch"]);
            compare(named(header, "language-de").Accessible.role, Accessible.RadioButton);
        }

        function test_from_right_to_left_the_clinic_stands_at_the_right() {
            verify(middle(named(header, "about")) > scene.width / 2);
            header.LayoutMirroring.enabled = header.LayoutMirroring.childrenInherit = true;
            settle(header);
            verify(middle(named(header, "about")) < scene.width / 2);
            verify(before(named(header, "display"), named(header, "about")));
            verify(middle(texts(header)[0]) > middle(named(header, "about")));
        }

        name: "Header"
    }
}
