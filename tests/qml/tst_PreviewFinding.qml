pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import "../../kiosk/ui/qml/Kiosk/Preview"

Item {
    id: scene

    height: 1080
    width: 1920

    PreviewFinding {
        id: finding

        em: 20
        index: 0
        opens: true
        place: "en/one.md:12"
        problem: "A sentence has 40 words."
        remedy: "Make two of it."
        rule: "long-sentence"
        severity: "error"
        width: 400
    }

    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: finding
    }

    ComponentCase {
        id: test

        function init() {
            finding.opens = true;
            finding.place = "en/one.md:12";
            finding.problem = "A sentence has 40 words.";
            finding.severity = "error";
            tapped.clear();
        }

        function test_it_tells_once_of_each_touch() {
            checkTapped(finding, tapped);
        }

        function test_its_ground_changes_while_a_finger_lies_on_it() {
            checkHeld(finding, finding, Theme.tint);
        }

        function test_a_key_opens_what_has_the_focus() {
            checkFocus(finding);
            verify(!Qt.colorEqual(finding.border.color, "transparent"));
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Space);
            compare(tapped.count, 2);
        }

        function test_what_has_no_place_to_show_hears_no_touch() {
            finding.opens = false;
            tap(finding);
            mouseClick(finding);
            compare(tapped.count, 0);
            verify(Qt.colorEqual(finding.color, Theme.card));
        }

        function test_its_kind_is_a_word_and_a_colour() {
            const kind = () => texts(finding)[0] as Text;
            compare(kind().text, "Error");
            verify(Qt.colorEqual(kind().color, Theme.red));
            finding.severity = "warning";
            compare(kind().text, "Warning");
            verify(Qt.colorEqual(kind().color, Theme.amber));
        }

        function test_all_of_it_is_read_and_of_a_long_place_its_end() {
            settle(finding);
            checkWhole(finding);
            finding.problem = `${longText}, ${longWord}.`;
            settle(finding);
            checkWhole(finding);
            checkUncovered(finding);
            finding.place = `en/${longWord}/${longWord}.md:12`;
            settle(finding);
            const place = texts(finding)[1] as Text;
            compare(place.elide, Text.ElideLeft);
            verify(area(place).right <= area(finding).right);
        }

        function test_it_is_a_button_that_says_all_of_it() {
            checkRole(finding, Accessible.Button, "en/one.md:12. Error. A sentence has 40 words. Make two of it.");
        }

        name: "PreviewFinding"
    }
}
