pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import "../../kiosk/ui/qml/Kiosk/Cards"

Item {
    id: scene

    readonly property Shell shell: test.parts.reading("Words.") as Shell

    height: 1080
    width: 1920

    EvidenceCard {
        id: evidence

        card: scene.shell.card
        width: scene.width - 2 * Theme.margin
        x: Theme.margin
    }

    ComponentCase {
        id: test

        function init() {
            become(screens()[0]);
            show("One study, 50 women", "<i>Hair</i>, 2019");
        }

        function show(study: string, source: string) {
            scene.shell.card.close();
            parts.showCard(scene.shell, "evidence", study, source);
            settle(evidence);
        }

        function test_it_says_level_meaning_study_and_sources() {
            compare((ofType(evidence, Level)[0] as Level).level, "low");
            compare(words(evidence), "Evidence: low\nA few small or weak studies; the truth may be different.\nOne study, 50 women\nSource 1: Hair, 2019");
            compare(evidence.said, "Evidence: low. A few small or weak studies; the truth may be different. One study, 50 women. Source 1: Hair, 2019");
        }

        function test_without_a_study_and_a_source_it_is_shorter() {
            show("", "");
            compare(texts(evidence).length, 2);
            verify(!evidence.said.includes("Source"));
        }

        function test_each_part_is_a_stop_for_keys_and_the_level_a_heading() {
            compare(ofType(evidence, Level)[0].Accessible.role, Accessible.Heading);
            const stops = all(evidence, item => item.ringed === item);
            compare(stops.length, 4);
            compare(named(evidence, "card-source").Accessible.name, "Source 1: Hair, 2019");
        }

        function test_nothing_of_it_is_cut_or_covered_data() {
            return mostAndLeastRoom();
        }

        function test_nothing_of_it_is_cut_or_covered(data) {
            become(data);
            show(longText, `${longText}, ${longWord}`);
            checkWhole(evidence);
            checkUncovered(evidence);
        }

        function test_from_right_to_left_the_level_stands_at_the_right() {
            const level = () => area(ofType(evidence, Level)[0]);
            fuzzyCompare(level().left, area(evidence).left, 1);
            evidence.LayoutMirroring.enabled = evidence.LayoutMirroring.childrenInherit = true;
            fuzzyCompare(level().right, area(evidence).right, 1);
            evidence.LayoutMirroring.enabled = false;
        }

        name: "EvidenceCard"
    }
}
