pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 400
    width: 1600

    Words {
        id: words

        linked: true
        text: 'See <a href="page:one">this</a> and much later <a href="page:two">that</a>.'
        width: 1580
    }

    Words {
        id: plain

        text: 'A <a href="page:one">tag</a> &amp; more'
        y: 200
    }

    SignalSpy {
        id: followed

        signalName: "followed"
        target: words
    }

    TestCase {
        // The middle of the link's first line.
        function middleOf(link: string): point {
            const y = Theme.body * 0.75;
            let first = 0;
            while (first < words.width && words.linkAt(first, y) !== link)
                first++;
            let last = first;
            while (last < words.width && words.linkAt(last, y) === link)
                last++;
            verify(last > first, link);
            return Qt.point((first + last) / 2, y);
        }

        function init() {
            followed.clear();
        }

        function test_a_link_is_found_under_the_finger() {
            compare(words.linkNear(middleOf("page:one")), "page:one");
            compare(words.linkNear(middleOf("page:two")), "page:two");
        }

        function test_a_link_is_found_a_few_millimetres_away() {
            const middle = middleOf("page:two");
            let right = middle.x;
            while (words.linkAt(right, middle.y) === "page:two")
                right++;
            compare(words.linkNear(Qt.point(right + 3 * Theme.mm, middle.y)), "page:two");
            compare(words.linkNear(Qt.point(right + 9 * Theme.mm, middle.y)), "");
        }

        function test_no_link_is_found_far_from_all() {
            compare(words.linkNear(Qt.point((middleOf("page:one").x + middleOf("page:two").x) / 2, middleOf("page:one").y)), "");
        }

        function test_a_tap_on_a_link_follows_it_and_one_beside_does_not() {
            const middle = middleOf("page:one");
            mouseClick(words, middle.x, middle.y);
            compare(followed.count, 1);
            compare(followed.signalArguments[0][0], "page:one");
            mouseClick(words, (middle.x + middleOf("page:two").x) / 2, middle.y);
            compare(followed.count, 1);
        }

        function test_words_without_links_show_tags_as_they_are() {
            compare(plain.textFormat, Text.PlainText);
            compare(plain.linkNear(Qt.point(plain.width / 2, plain.height / 2)), "");
        }

        name: "Words"
        when: windowShown
    }
}
