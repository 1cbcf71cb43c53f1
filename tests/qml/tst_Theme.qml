pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk

TestCase {
    id: test

    // WCAG 2.2: relative luminance and contrast ratio.
    function channel(value: real): real {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    function luminance(colour: color): real {
        return 0.2126 * test.channel(colour.r) + 0.7152 * test.channel(colour.g) + 0.0722 * test.channel(colour.b);
    }

    function contrast(one: color, other: color): real {
        const lights = [test.luminance(one), test.luminance(other)].sort((a, b) => b - a);
        return (lights[0] + 0.05) / (lights[1] + 0.05);
    }

    function cleanup() {
        Theme.mm = 4;
        Theme.capHeight = 6.1;
        Theme.textScale = 1;
        Theme.scheme = "light";
        Theme.moving = false;
    }

    function test_contrast_is_measured_as_the_guidelines_say() {
        fuzzyCompare(test.contrast("#000000", "#ffffff"), 21, 0.01);
        fuzzyCompare(test.contrast("#777777", "#ffffff"), 4.48, 0.01);
    }

    function test_text_is_seven_to_one_on_its_ground_data() {
        const inks = [["ink", ["paper", "card", "tint"]], ["quiet", ["paper", "card", "tint"]], ["teal", ["paper", "card"]], ["overTeal", ["teal"]], ["teal", ["tint"]], ["ink", ["amberTint", "redTint"]], ["amber", ["amberTint"]], ["red", ["redTint"]], ["paper", ["ink"]], ["restInk", ["restTop", "restBottom", "restTint"]], ["restQuiet", ["restTop", "restBottom"]], ["restTop", ["restInk", "restQuiet"]]];
        const rows = [];
        for (const scheme of ["light", "dark", "contrast"])
            for (const [ink, grounds] of inks)
                for (const ground of grounds)
                    rows.push({
                        tag: `${scheme}: ${ink} on ${ground}`,
                        scheme: scheme,
                        ink: ink,
                        ground: ground
                    });
        return rows;
    }

    function test_text_is_seven_to_one_on_its_ground(data) {
        Theme.scheme = data.scheme;
        const ratio = test.contrast(Theme[data.ink], Theme[data.ground]);
        verify(ratio >= 7, `${data.tag} is ${ratio.toFixed(2)}`);
    }

    function test_edges_that_carry_meaning_are_three_to_one_data() {
        const edges = [["edge", ["paper", "card"]], ["teal", ["paper", "card", "tint"]], ["amberEdge", ["amberTint", "paper"]], ["redEdge", ["redTint", "paper"]], ["amber", ["amberTint"]], ["red", ["redTint"]], ["restEdge", ["restTop", "restBottom"]], ["restDot", ["restBottom"]]];
        const rows = [];
        for (const scheme of ["light", "dark", "contrast"])
            for (const [edge, grounds] of edges)
                for (const ground of grounds)
                    rows.push({
                        tag: `${scheme}: ${edge} on ${ground}`,
                        scheme: scheme,
                        edge: edge,
                        ground: ground
                    });
        return rows;
    }

    function test_edges_that_carry_meaning_are_three_to_one(data) {
        Theme.scheme = data.scheme;
        const ratio = test.contrast(Theme[data.edge], Theme[data.ground]);
        verify(ratio >= 3, `${data.tag} is ${ratio.toFixed(2)}`);
    }

    function test_sizes_are_physical() {
        Theme.mm = 4;
        compare(Theme.touch, 60);
        Theme.mm = 8;
        compare(Theme.touch, 120);
        compare(Theme.between, 24);
    }

    function test_a_capital_of_body_text_is_as_high_as_asked_for_data() {
        return [3.1, 4.03, 5.94, 8.07].map(mm => ({
                    tag: `${mm} pixels a millimetre`,
                    mm: mm
                }));
    }

    function test_a_capital_of_body_text_is_as_high_as_asked_for(data) {
        Theme.mm = data.mm;
        verify(Theme.body * 0.668 / data.mm >= Theme.capHeight);
    }

    function test_text_size_scales_words_and_not_targets() {
        const body = Theme.body;
        const touch = Theme.touch;
        Theme.textScale = 2;
        compare(Theme.body, 2 * body);
        compare(Theme.touch, touch);
    }

    function test_a_heading_is_larger_than_body_text_at_every_size_data() {
        const rows = [];
        for (const high of [4.8, 6.1])
            for (const scale of [1, 1.25, 1.5, 1.75, 2])
                rows.push({
                    tag: `${high} mm, ${scale * 100} %`,
                    capHeight: high,
                    scale: scale
                });
        return rows;
    }

    function test_a_heading_is_larger_than_body_text_at_every_size(data) {
        Theme.capHeight = data.capHeight;
        Theme.textScale = data.scale;
        verify(Theme.title > Theme.heading);
        verify(Theme.heading > Theme.subheading);
        verify(Theme.subheading > Theme.body);
        verify(Theme.small < Theme.body);
    }

    function test_titles_leave_text_its_room_on_a_small_screen_and_in_large_letters() {
        const share = (capHeight, scale) => {
            Theme.capHeight = capHeight;
            Theme.textScale = scale;
            return Theme.title / Theme.body;
        };
        const [most, large, small, both] = [share(6.1, 1), share(6.1, 1.5), share(4.8, 1), share(4.8, 2)];
        verify(most > large && most > small);
        verify(large <= 1.32 && small <= 1.32);
        verify(both < small && both < large);
    }

    function test_gaps_grow() {
        compare(Theme.gap(0), 0);
        verify(Theme.gap(1) < Theme.gap(2));
        verify(Theme.gap(2) < Theme.gap(3));
    }

    function test_nothing_moves_when_motion_is_off() {
        Theme.moving = true;
        verify(Theme.quick >= 150 && Theme.quick <= 200);
        verify(Theme.turn >= 150 && Theme.turn <= 200);
        Theme.moving = false;
        compare(Theme.quick, 0);
        compare(Theme.turn, 0);
    }

    name: "Theme"
}
