pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import "../../kiosk/ui/qml/Kiosk/Staff"

Item {
    id: scene

    height: 800
    width: 1200

    StaffFact {
        id: fact

        label: "Pages overdue"
        value: "3"
        width: 800
    }

    StaffList {
        id: list

        lines: "one\ntwo"
        more: ""
        width: 800
        y: 400
    }

    ComponentCase {
        id: test

        function init() {
            fact.label = "Pages overdue";
            fact.value = "3";
            fact.alarming = list.alarming = false;
            list.more = "";
            list.lines = "one\ntwo";
            fact.LayoutMirroring.enabled = false;
        }

        function test_a_label_is_not_broken_inside_a_word() {
            Theme.textScale = 2;
            fact.label = "Reviewed";
            settle(fact);
            compare((texts(fact)[0] as Text).lineCount, 1);
        }

        function test_what_staff_should_act_on_is_marked_by_a_sign_and_not_by_colour_alone() {
            compare(icons(fact).length, 0);
            verify(Qt.colorEqual((texts(fact)[1] as Text).color, Theme.ink));
            fact.alarming = true;
            compare(icons(fact).map(icon => (icon as Icon).name), ["warning"]);
            verify(Qt.colorEqual((texts(fact)[1] as Text).color, Theme.amber));
            verify(area(icons(fact)[0]).right <= area(texts(fact)[1]).left);
        }

        function test_it_is_as_high_as_the_longer_of_both() {
            const low = fact.height;
            fact.label = longText;
            verify(fact.height > low);
            checkWholeAtEverySize(fact);
            fact.label = "Short";
            fact.value = longText + longText;
            fact.alarming = true;
            checkWholeAtEverySize(fact);
            checkUncovered(fact);
        }

        function test_it_is_said_in_one() {
            checkRole(fact, Accessible.StaticText, "Pages overdue: 3");
        }

        function test_from_right_to_left_its_name_stands_at_the_right() {
            verify(before(texts(fact)[0], texts(fact)[1]));
            fact.LayoutMirroring.enabled = fact.LayoutMirroring.childrenInherit = true;
            verify(before(texts(fact)[1], texts(fact)[0]));
        }

        function test_a_list_says_how_many_more_there_are_and_is_not_there_when_empty() {
            compare(words(list), "one\ntwo");
            const low = list.height;
            list.more = "and 3 more";
            compare(words(list), "one\ntwo\nand 3 more");
            verify(list.height > low);
            list.lines = `${longText}\n${longWord}${longWord}`;
            checkWholeAtEverySize(list);
            list.alarming = true;
            verify(Qt.colorEqual(list.color, Theme.amberTint));
            list.lines = "";
            verify(!list.visible);
        }

        name: "StaffFact"
    }
}
