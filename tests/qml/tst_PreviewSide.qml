pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Preview"

Item {
    id: scene

    readonly property Shell shell: test.parts.shell("en bn", "One Two") as Shell
    property PreviewFindings results: null

    height: 1080
    width: 1920

    Loader {
        id: place

        active: scene.results !== null
        height: 900
        width: 500

        sourceComponent: PreviewSide {
            em: 16
            results: scene.results
            shell: scene.shell
        }
    }

    SignalSpy {
        id: opened

        signalName: "opened"
        target: scene.results
    }

    ComponentCase {
        id: test

        readonly property PreviewSide side: place.item as PreviewSide

        function init() {
            scene.results = null;
            scene.results = parts.findings(1, 2, "A sentence has 40 words", "en/one.md") as PreviewFindings;
            settle(place);
            opened.clear();
        }

        function cleanupTestCase() {
            scene.results = null;
        }

        function pick(group: string, number: int) {
            mouseClick(all(named(side, group), item => item.Accessible.role === Accessible.RadioButton)[number]);
            compare((named(side, group) as PreviewSwitch).chosen, number);
        }

        function sum(): string {
            return (named(side, "sum") as Text).text;
        }

        function test_each_switch_sets_what_it_names_and_shows_that() {
            pick("screen", 1);
            compare([scene.results.screen, scene.results.across], [1, 1280]);
            pick("upright", 1);
            compare([scene.results.upright, scene.results.across], [true, 800]);
            pick("text", 4);
            compare(scene.shell.appearance.textSize, 200);
            pick("colours", 2);
            compare(scene.shell.appearance.scheme, "contrast");
            pick("release", 1);
            verify(scene.results.release);
            pick("language", 1);
            compare(scene.shell.navigator.language, "bn");
            for (const group of ["text", "colours", "language"])
                pick(group, 0);
        }

        function test_a_click_on_a_finding_opens_its_place_once() {
            const [error, warning] = ofType(side, PreviewFinding);
            mouseClick(error);
            compare(opened.count, 1);
            compare([0, 1, 2].map(each => opened.signalArguments[0][each]), ["en", "one", "part-0"]);
            mouseClick(warning);
            compare(opened.count, 1);
        }

        function test_the_sum_says_how_the_check_stands() {
            compare(sum(), "Errors: 1, warnings: 2");
            parts.check(scene.results, false);
            compare(sum(), "Checking …");
            parts.check(scene.results, true);
            verify(sum().startsWith("The check broke off"));
            scene.results = null;
            scene.results = parts.findings(0, 0, "", "") as PreviewFindings;
            compare(sum(), "Nothing to mend");
        }

        function test_nothing_of_it_is_cut_and_findings_that_have_no_room_are_scrolled_to() {
            checkWhole(side);
            checkUncovered(side);
            scene.results = null;
            scene.results = parts.findings(30, 0, "A sentence has 40 words", "en/one.md") as PreviewFindings;
            settle(place);
            const list = named(side, "findings") as ListView;
            verify(list.contentHeight > list.height);
            compare(list.count, 30);
        }

        name: "PreviewSide"
    }
}
