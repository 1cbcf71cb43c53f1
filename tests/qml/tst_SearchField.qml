pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import "../../kiosk/ui/qml/Kiosk/Search"

Item {
    id: scene

    height: 800
    width: 1200

    SearchField {
        id: field

        typed: "needle"
        width: 900
    }

    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: field
    }

    SignalSpy {
        id: cleared

        signalName: "cleared"
        target: field
    }

    ComponentCase {
        id: test

        function init() {
            field.typed = "needle";
            field.width = 900;
            tapped.clear();
            cleared.clear();
        }

        function test_a_touch_asks_for_the_keys() {
            checkTapped(field, tapped);
        }

        function test_it_says_what_it_is_for_and_what_is_typed() {
            checkRole(field, Accessible.EditableText, "What are you looking for?");
            compare(field.Accessible.description, "needle");
            field.typed = "";
            compare((texts(field)[0] as Text).text, "What are you looking for?");
        }

        function test_no_word_of_the_question_is_cut_in_a_narrow_field() {
            field.typed = "";
            field.width = 460;
            const question = texts(field)[0] as Text;
            verify(!question.truncated);
            verify(question.contentWidth <= question.width);
        }

        function test_where_each_line_counts_it_is_as_high_as_its_words() {
            become(screensAndSizes()[5]);
            settle(field);
            compare(field.implicitHeight, Math.max(Theme.touch, (texts(field)[0] as Text).implicitHeight));
        }

        function test_nothing_in_it_can_be_edited_or_pasted() {
            compare(ofType(field, TextInput).length, 0);
            compare(ofType(field, TextEdit).length, 0);
        }

        function test_only_what_is_typed_can_be_taken_away() {
            const clear = ofType(field, KeyButton)[0] as KeyButton;
            tap(clear);
            compare(cleared.count, 1);
            compare(tapped.count, 0);
            field.typed = "";
            verify(!clear.visible);
        }

        function test_of_a_long_question_the_end_is_seen() {
            field.typed = test.longText;
            field.width = 400;
            const words = texts(field)[0] as Text;
            verify(words.truncated);
            compare(words.elide, Text.ElideLeft);
            verify(words.x + words.width < field.width - Theme.touch);
        }

        name: "SearchField"
    }
}
