pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

Item {
    id: scene

    height: 400
    width: 1600

    LinkedWords {
        id: words

        said: "See this and much later that."
        styled: 'See <a href="page:one">this</a> and much later <a href="page:two">that</a>.'
        width: 1580
    }

    Words {
        id: plain

        text: 'A <a href="page:one">tag</a> &amp; more'
        y: 200
    }

    LinkedWords {
        id: raised

        width: 600
        styled: '10<sup>x</sup> <a href="page:one">this</a>'
        y: 250
    }

    LinkedWords {
        id: level

        width: 600
        styled: '10x <a href="page:one">this</a>'
        y: 300
    }

    Words {
        id: label

        y: 350
    }

    Rectangle {
        id: paper

        color: Theme.card
        height: 100
        width: 200
        x: 700
        y: 250

        Words {
            id: figure

            font.pixelSize: 60
            x: 20
        }
    }

    Words {
        id: large

        lineHeight: 1
        x: 800
        y: 100
    }

    Words {
        id: usual

        visible: false
        width: 700
        wrapMode: Text.WordWrap
    }

    Words {
        id: even

        styled: usual.styled
        visible: false
        width: evened(usual.width)
        wrapMode: Text.WordWrap
    }

    FontMetrics {
        id: letters

        font: label.font
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

        // Where the first link begins.
        function linkOf(item: LinkedWords): real {
            let x = 0;
            while (x < item.width && !item.linkAt(x, Theme.body * 0.75))
                x++;
            return x;
        }

        function init() {
            followed.clear();
        }

        function test_what_is_raised_is_drawn_so_in_a_line_as_high_as_any_other() {
            compare(raised.textFormat, Text.RichText);
            compare(level.textFormat, Text.StyledText);
            verify(linkOf(raised) < linkOf(level), "what is raised is smaller");
            fuzzyCompare(raised.height, level.height, 1);
            raised.lineHeight = 1.6;
            level.lineHeight = 1.6;
            fuzzyCompare(raised.height, level.height, 1);
        }

        // How often ink begins on the way from left to right through the middle of what is written.
        function strokes(styled: string): int {
            figure.styled = styled;
            const picture = grabImage(paper);
            const inked = (x, y) => picture.red(x, y) < 128;
            let top = 0;
            let bottom = picture.height - 1;
            const columns = Array.from({
                length: picture.width
            }, (_, x) => x);
            while (!columns.some(x => inked(x, top)))
                top++;
            while (!columns.some(x => inked(x, bottom)))
                bottom--;
            const middle = Math.round((top + bottom) / 2);
            return columns.filter(x => inked(x, middle) && !inked(x - 1, middle)).length;
        }

        function test_a_number_to_copy_has_a_zero_without_a_stroke() {
            compare(strokes("<b>0</b>"), 3);
            compare(strokes('<b><span class="number">0</span></b>'), 2);
            compare(figure.Accessible.name.replace(/<[^>]*>/g, ""), "0");
        }

        function test_a_number_to_copy_moves_no_line_by_more_than_a_hairline() {
            figure.styled = "Call 0";
            const usual = figure.height;
            figure.styled = 'Call <span class="number">0</span>';
            fuzzyCompare(figure.height, usual, 0.05 * usual);
        }

        function evenly(styled: string, room: real) {
            usual.width = room;
            usual.styled = styled;
        }

        function test_words_that_need_more_lines_are_about_as_long_in_each() {
            for (const lines of [2, 3, 4]) {
                for (const [word, counts] of [["words", [2, 3, 5]], ["শব্দ", [3, 5]], ["كلمة", [3, 5]]]) {
                    const step = 5 * Theme.body;
                    for (const count of counts) {
                        evenly([...Array(40)].fill(word).join(" "), 1e6);
                        // A room in which some words are left for the last line, and some more by the breaks before.
                        evenly(usual.styled, Math.max(step, usual.implicitWidth * (1 - count / 40) / (lines - 1)));
                        compare(usual.lineCount, lines);
                        compare(even.lineCount, lines);
                        verify(even.contentWidth < 1.24 / lines * even.implicitWidth, `${word}: ${even.contentWidth} of ${even.implicitWidth}`);
                    }
                }
            }
        }

        function test_no_text_takes_more_lines_or_less_than_a_whole_word_for_that() {
            const long = ["Arzneimittelunverträglichkeit.", "appointments.dermatology@hospital.example.org", "it&#x27;s", "of", "a", "injection", "মেসোথেরাপি", "চুল", "الشعر", "<b>people</b>"];
            let seed = 7;
            const dice = most => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
            let evened = 0;
            for (let round = 0; round < 2000; round++) {
                const said = [...Array(2 + dice(14))].map(() => long[dice(long.length)]).join(round % 10 ? " " : "<br>");
                evenly(said, (10 + dice(25)) * Theme.body);
                verify(even.lineCount <= usual.lineCount, `${said} in ${usual.width}`);
                if (usual.contentWidth <= usual.width)
                    verify(even.contentWidth <= even.width + 1, `${said} in ${usual.width}`);
                evened += even.width < usual.width ? 1 : 0;
            }
            verify(evened > 20, `${evened}`);
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

        // The links that a screen reader can press, where there is somebody who listens.
        function links(): list<var> {
            return words.parts ? Array.from(words.parts.children).filter(item => item.Accessible.role === Accessible.Link) : [];
        }

        function test_links_are_made_for_somebody_who_listens_and_nobody_else() {
            compare(words.parts, null);
            verify(!words.Accessible.ignored);
            Theme.listened = true;
            verify(words.Accessible.ignored);
            compare(words.parts.Accessible.name, "See this and much later that.");
            compare(links().map(link => link.Accessible.name), ["this", "that"]);
            links()[1].Accessible.pressAction();
            compare(followed.signalArguments[0][0], "page:two");
            Theme.listened = false;
            compare(links().length, 0);
        }

        function test_what_is_said_elsewhere_is_not_said_again() {
            verify(!plain.Accessible.ignored);
            plain.silent = true;
            verify(plain.Accessible.ignored);
            plain.silent = false;
        }

        function test_words_without_links_show_tags_as_they_are() {
            compare(plain.textFormat, Text.PlainText);
        }

        function test_what_is_fitted_is_as_wide_as_its_letters_whatever_it_ends_with_data() {
            return ["About", "পরিচিতি", "করেননি", "খসড়া", "परिचिति"].map(each => ({
                        tag: each
                    }));
        }

        function test_what_is_fitted_is_as_wide_as_its_letters_whatever_it_ends_with(data) {
            label.fitted = data.tag;
            verify(Math.abs(label.implicitWidth - letters.advanceWidth(data.tag)) <= 1.5, `${label.implicitWidth} px for ${letters.advanceWidth(data.tag)}`);
            compare(label.Accessible.name, data.tag);
        }

        // Where capitals end and stand; where letters that hang from a headline do.
        function test_letters_stand_in_the_middle_of_what_is_as_high_as_a_line_data() {
            const rows = [];
            for (const word of ["HIT", "কম", "मन"])
                for (const size of [30, 60, 120])
                    rows.push({
                        tag: `${word}, ${size} px`,
                        word: word,
                        size: size
                    });
            return rows;
        }

        function test_letters_stand_in_the_middle_of_what_is_as_high_as_a_line(data) {
            large.font.pixelSize = data.size;
            large.text = data.word;
            const picture = grabImage(large);
            const inked = Array.from({
                length: picture.height
            }, (_, y) => y).filter(y => {
                for (let x = 0; x < picture.width; x++)
                    if (picture.red(x, y) < 128 && picture.alpha(x, y) > 128)
                        return true;
                return false;
            });
            verify(inked.length > data.size / 2 && inked.length < data.size);
            fuzzyCompare((inked[0] + inked[inked.length - 1] + 1) / 2, picture.height / 2, 0.5 + 0.015 * data.size);
        }

        name: "Words"
        when: windowShown
    }
}
