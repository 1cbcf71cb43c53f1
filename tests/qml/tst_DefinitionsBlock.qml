pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Blocks"

Item {
    id: scene

    readonly property string text: `Hair
:   It grows, as [a page](two.md) says.

${test.longWord}
:   ${test.longText}.

    - ${test.longText}
`

    height: 1080
    width: 1920

    BlockColumn {
        id: page

        rows: test.parts.rows(scene.text) as RowModel
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

        function block(): Item {
            return ofType(page, DefinitionsBlock)[0];
        }

        function entries(): list<Item> {
            return all(block(), item => item.Accessible.role === Accessible.ListItem && item instanceof Column);
        }

        function test_a_word_stands_above_its_meaning_bold_and_coloured() {
            const [word, meaning] = texts(entries()[0]).map(each => each as Text);
            compare(word.text, "Hair");
            verify(word.font.bold && !meaning.font.bold);
            verify(Qt.colorEqual(word.color, Theme.teal));
            verify(painted(word, scene).bottom <= painted(meaning, scene).top + 4);
        }

        function test_its_words_are_a_list_where_a_key_stops_at_each() {
            compare(ofType(block(), Panel)[0].Accessible.role, Accessible.List);
            verify(ofType(block(), Panel)[0].Accessible.name !== "");
            compare(entries().map(entry => entry.Accessible.name), ["Hair", longWord]);
            compare((block() as DefinitionsBlock).ringed, null);
            compare(entries().map(entry => entry.ringed), entries());
        }

        function test_a_link_in_it_is_followed_once() {
            checkLink(block(), followed, "page:two%0A");
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return mostAndLeastRoom();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            become(data);
            checkWhole(block());
            checkUncovered(block());
        }

        name: "DefinitionsBlock"
    }
}
