pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native

Item {
    id: scene

    readonly property Shell shell: test.parts.reading("Words.") as Shell

    height: 1080
    width: 1920

    ExtraLinks {
        id: links

        page: "one"
        shell: scene.shell
        width: 400
    }

    ComponentCase {
        id: test

        function initTestCase() {
            made(scene.shell);
        }

        function init() {
            become(screens()[0]);
            links.page = "one";
            links.LayoutMirroring.enabled = false;
            scene.shell.navigator.turnTo("one");
        }

        function entries(): list<Item> {
            return all(links, item => item.Accessible.role === Accessible.Link);
        }

        function test_a_touch_turns_to_the_page_and_one_that_slides_off_does_not() {
            slideOff(named(links, "beside-ask"));
            takeBack(named(links, "beside-ask"));
            compare(scene.shell.navigator.page, "one");
            tap(named(links, "beside-ask"));
            compare(scene.shell.navigator.page, "ask");
            named(links, "beside-glossary").Accessible.pressAction();
            compare(scene.shell.navigator.page, "glossary");
        }

        function test_nothing_leads_to_the_page_that_is_shown() {
            compare(entries().length, 2);
            links.page = "ask";
            compare(entries().map(each => each.objectName), ["beside-glossary"]);
        }

        function test_each_is_large_enough_for_a_finger_and_holds_its_words_data() {
            return mostAndLeastRoom();
        }

        function test_each_is_large_enough_for_a_finger_and_holds_its_words(data) {
            become(data);
            entries().forEach(checkTouchable);
            checkApart(entries().map(area), Theme.between);
            checkWhole(links);
            checkUncovered(links);
        }

        function test_each_is_a_link_with_the_title_of_its_page() {
            compare(entries().map(each => each.Accessible.name), ["Questions for your doctor", "Glossary"]);
            entries().forEach(checkFocus);
            verify(texts(links).every(each => each.Accessible.ignored));
        }

        function test_from_right_to_left_its_icon_stands_at_the_right() {
            const [entry] = entries();
            verify(before(icons(entry)[0], texts(entry)[0]));
            links.LayoutMirroring.enabled = links.LayoutMirroring.childrenInherit = true;
            settle(links);
            verify(before(texts(entry)[0], icons(entry)[0]));
        }

        name: "ExtraLinks"
    }
}
