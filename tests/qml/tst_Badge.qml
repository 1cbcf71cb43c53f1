pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 800
    width: 1200

    Badge {
        id: badge

        level: "low"
        link: "evidence:low"
        study: 'One study, 50 women <a href="source:2">[2]</a>'
        studyName: "One study, 50 women"
        width: 900
        word: "Evidence: low"
    }

    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: badge
    }

    SignalSpy {
        id: followed

        signalName: "followed"
        target: badge
    }

    ComponentCase {
        id: test

        function init() {
            badge.width = 900;
            badge.study = 'One study, 50 women <a href="source:2">[2]</a>';
            badge.studyName = "One study, 50 women";
            badge.LayoutMirroring.enabled = false;
            tapped.clear();
            followed.clear();
        }

        function study(): LinkedWords {
            return ofType(badge, LinkedWords)[0] as LinkedWords;
        }

        function test_a_touch_anywhere_on_it_leads_once_to_what_it_means() {
            for (const [x, y] of [[5, 2], [badge.width - 5, badge.height - 2], [badge.width / 2, badge.height / 2]]) {
                followed.clear();
                mouseClick(badge, x, y);
                compare(followed.count, 1);
                compare(followed.signalArguments[0][0], "evidence:low");
            }
            checkTapped(badge, tapped);
        }

        function test_a_touch_on_a_mark_in_it_leads_to_that_source_alone() {
            const y = study().topPadding + Theme.small / 2;
            let x = study().contentWidth;
            while (x > 0 && study().linkAt(x, y) === "")
                x -= 1;
            mouseClick(study(), x - 2, y);
            compare(followed.count, 1);
            compare(followed.signalArguments[0][0], "source:2");
            compare(tapped.count, 0);
        }

        function test_it_is_large_enough_for_a_finger_and_holds_all_its_words() {
            for (const width of [900, 500, 300]) {
                badge.width = width;
                for (const scale of [1, 2]) {
                    Theme.textScale = scale;
                    settle(badge);
                    checkTouchable(badge);
                    checkWhole(badge);
                    checkUncovered(badge);
                }
            }
        }

        function test_it_says_its_level_in_words_and_the_study() {
            checkRole(badge, Accessible.Button, "Evidence: low. One study, 50 women");
            checkFocus(badge);
            badge.studyName = "";
            compare(badge.Accessible.name, "Evidence: low");
        }

        function test_from_right_to_left_the_level_stands_at_the_right() {
            verify(before(ofType(badge, Level)[0], study()));
            badge.LayoutMirroring.enabled = badge.LayoutMirroring.childrenInherit = true;
            settle(badge);
            verify(before(study(), ofType(badge, Level)[0]));
        }

        name: "Badge"
    }
}
