pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native

Item {
    id: scene

    readonly property Shell shell: test.parts.reading("Words[^one].\n\n[^one]: A study.") as Shell

    height: 1080
    width: 1920

    InfoCard {
        id: overlay

        anchors.fill: parent
        shell: scene.shell
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[0]);
            scene.shell.navigator.reset();
            show("term");
        }

        function card(): Item {
            return named(overlay, "card");
        }

        function show(kind: string) {
            parts.showCard(scene.shell, kind, "Follicle", kind === "source" ? "<b>A study</b> of hair" : "Where a hair grows");
            settle(overlay);
        }

        function kind(): string {
            return scene.shell.card.kind;
        }

        function heading(): string {
            return card().Accessible.name;
        }

        function test_each_kind_says_what_it_is_and_what_to_do_data() {
            const rows = [];
            for (const [kind, title, says] of [["term", "Follicle", "Where a hair grows"], ["source", "Follicle", "A study of hair"], ["outside", "This address is outside the kiosk", "Where a hair grows"], ["missing", "This page is being updated", "front desk"], ["gone", "This page has been taken away", "front desk"], ["keys", "Reading with keys", "Esc"], ["links", "More about this", "Follicle"]])
                rows.push({
                    tag: kind,
                    title: title,
                    says: says
                });
            return rows;
        }

        function test_each_kind_says_what_it_is_and_what_to_do(data) {
            show(data.tag);
            checkRole(card(), Accessible.Dialog, data.title);
            compare((texts(card())[0] as Text).text, data.title);
            verify(words(card()).includes(data.says), words(card()));
            compare(words(card()).includes("can't be opened here"), data.tag === "outside");
            compare(all(card(), item => item.objectName === "card-sources").length, data.tag === "source" ? 1 : 0);
        }

        function test_it_goes_by_its_button_and_by_a_tap_beside_it_not_on_it() {
            tap(card());
            compare(kind(), "term");
            slideOff(named(overlay, "card-close"));
            compare(kind(), "term");
            tap(named(overlay, "card-close"));
            compare(kind(), "");
            verify(!overlay.visible);
            show("term");
            mouseClick(overlay, 20, 20);
            compare(kind(), "");
            show("term");
            overlay.dismiss();
            compare(kind(), "");
        }

        function test_one_of_its_links_is_chosen_by_a_touch() {
            show("links");
            compare(ofType(card(), Pill).map(pill => (pill as Pill).text), ["Follicle", "Where a hair grows", "Close"]);
            compare([0, 1].map(each => (icons(named(card(), `link-${each}`))[0] as Icon).name), ["document", "external"]);
            compare(area(named(card(), "link-0")).top, area(named(card(), "link-1")).top, "short ones stand beside each other");
            tap(named(card(), "link-1"));
            compare(kind(), "outside");
            show("links");
            tap(named(card(), "link-0"));
            compare(kind(), "");
        }

        function test_a_source_leads_to_all_of_them() {
            show("source");
            tap(named(card(), "card-sources"));
            compare(kind(), "");
        }

        function test_a_level_of_evidence_is_explained_on_it() {
            show("evidence");
            compare(ofType(card(), Level).length, 1);
            tap(named(card(), "card-sources"));
            compare(kind(), "");
            parts.showCard(scene.shell, "evidence", "One study", "");
            settle(overlay);
            compare(all(card(), item => item.objectName === "card-sources").length, 0);
        }

        function test_a_text_without_end_scrolls_and_the_way_back_stays_in_sight_data() {
            return screensOfBothSizes();
        }

        function test_a_text_without_end_scrolls_and_the_way_back_stays_in_sight(data) {
            become(data);
            for (const [kind, text] of [["source", `${longText}. `.repeat(30)], ["outside", longWord], ["links", longText]]) {
                parts.showCard(scene.shell, kind, `${longText}, ${longWord}`, text);
                settle(overlay);
                const flick = ofType(card(), Flickable)[0] as Flickable;
                checkWhole(flick.contentItem);
                compare(flick.interactive, flick.contentHeight > flick.height);
                for (const pill of ofType(card(), Pill)) {
                    checkTouchable(pill);
                    compare(cut(pill), []);
                }
                const place = area(card());
                const back = area(named(card(), "card-close"));
                verify(place.top >= 0 && place.bottom <= data.height && place.left >= 0 && place.right <= data.width);
                verify(back.bottom <= place.bottom && back.top >= area(flick).bottom - 1);
            }
        }

        function test_large_letters_have_a_wide_card_and_a_way_to_the_end_of_the_text() {
            const many = kind => parts.showCard(scene.shell, kind, "Follicle", `${longText}. `.repeat(30));
            many("term");
            settle(overlay);
            const usual = card().width;
            Theme.textScale = 1.5;
            settle(overlay);
            fuzzyCompare(card().width, 1.5 * usual, 1);
            const flick = ofType(card(), Flickable)[0] as Flickable;
            while (!flick.atYEnd)
                tap(named(card(), "card-more"));
            compare(flick.contentY, flick.contentHeight - flick.height);
            show("term");
            compare(all(card(), item => item.objectName === "card-more").length, 0);
        }

        function test_from_right_to_left_its_buttons_begin_at_the_right() {
            show("source");
            verify(before(named(card(), "card-close"), named(card(), "card-sources")));
            overlay.LayoutMirroring.enabled = overlay.LayoutMirroring.childrenInherit = true;
            settle(overlay);
            verify(before(named(card(), "card-sources"), named(card(), "card-close")));
            show("links");
            verify(before(named(card(), "link-1"), named(card(), "link-0")));
            overlay.LayoutMirroring.enabled = false;
        }

        name: "InfoCard"
    }
}
