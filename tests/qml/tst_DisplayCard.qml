pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native

Item {
    id: scene

    readonly property Shell shell: test.parts.shell("en bn", "One Two") as Shell

    height: 1080
    width: 1920

    DisplayCard {
        id: overlay

        anchors.fill: parent
        shell: scene.shell
    }

    ComponentCase {
        id: test

        // Whether this machine has a voice.
        readonly property bool hears: scene.shell.readAloud.available
        readonly property Appearance appearance: scene.shell.appearance

        function init() {
            become(screens()[0]);
            scene.shell.navigator.reset();
            scene.shell.card.showDisplay();
            choices().contentY = 0;
        }

        function choices(): Flickable {
            return named(overlay, "display-choices") as Flickable;
        }

        function chosen(kind: string): list<string> {
            return ofType(overlay, Choice).filter(each => each.objectName.startsWith(kind) && (each as Choice).chosen).map(each => each.objectName);
        }

        // Scrolls to it first.
        function pick(name: string) {
            const item = named(overlay, name);
            const flick = choices();
            const y = item.mapToItem(flick.contentItem, 0, 0).y;
            flick.contentY = Math.max(0, Math.min(y - flick.height / 2, flick.contentHeight - flick.height));
            tap(item);
        }

        function test_each_choice_is_told_and_one_of_each_is_chosen_data() {
            const rows = [];
            for (const [kind, property, values] of [["size-", "textSize", [200, 175, 150, 100, 125]], ["scheme-", "scheme", ["contrast", "dark", "light"]], ["spacing-", "lineSpacing", [150, 125, 100]], ["motion-", "still", ["off", "on"]]])
                rows.push({
                    tag: kind,
                    property: property,
                    values: values
                });
            return rows;
        }

        function test_each_choice_is_told_and_one_of_each_is_chosen(data) {
            compare(ofType(overlay, Choice).filter(each => each.objectName.startsWith(data.tag)).length, data.values.length);
            for (const value of data.values) {
                pick(data.tag + value);
                compare(appearance[data.property], data.tag === "motion-" ? value === "off" : value);
                compare(chosen(data.tag), [data.tag + value]);
            }
            compare(scene.shell.card.kind, "display");
        }

        function test_the_volume_is_set_where_there_is_a_voice() {
            compare(all(overlay, item => item.objectName === "volume-up").length, hears ? 1 : 0);
            for (const [button, by] of hears ? [["volume-up", 10], ["volume-down", -10]] : []) {
                const before = scene.shell.readAloud.volume;
                pick(button);
                compare(scene.shell.readAloud.volume, before + by);
                compare((named(overlay, "volume") as Text).text, `${before + by} %`);
                compare(named(overlay, button).Accessible.description, `${before + by} %`);
            }
        }

        function test_back_to_usual_takes_the_choices_back() {
            pick("size-200");
            pick("scheme-dark");
            tap(named(overlay, "display-usual"));
            compare([appearance.textSize, appearance.scheme], [100, "light"]);
            compare(chosen("size-"), ["size-100"]);
            compare(scene.shell.card.kind, "display");
        }

        function test_it_goes_by_its_button_and_by_a_tap_beside_it_not_on_it() {
            const card = named(overlay, "display-card");
            mouseClick(card, 5, card.height - 5);
            compare(scene.shell.card.kind, "display");
            tap(named(overlay, "display-close"));
            compare(scene.shell.card.kind, "");
            scene.shell.card.showDisplay();
            mouseClick(overlay, 800, 300);
            compare(scene.shell.card.kind, "");
        }

        function test_nothing_of_it_is_cut_or_small_data() {
            return screensAndSizes();
        }

        function test_nothing_of_it_is_cut_or_small(data) {
            become(data);
            Theme.lineSpacing = 1.5;
            settle(overlay);
            const card = named(overlay, "display-card");
            verify(area(card).top >= overlay.ceiling - 1);
            const flick = choices();
            checkWhole(flick.contentItem);
            checkUncovered(flick.contentItem);
            const buttons = [...ofType(flick, Choice), ...ofType(flick, Pill)];
            compare(buttons.length, hears ? 15 : 13);
            buttons.forEach(checkTouchable);
            checkApart(buttons.map(area), Theme.between);
            for (const name of ["display-usual", "display-close"]) {
                checkTouchable(named(overlay, name));
                compare(cut(named(overlay, name)), []);
                const place = area(named(overlay, name));
                verify(place.left >= 0 && place.right <= data.width && place.bottom <= area(flick).top + 1, name);
            }
            const ways = ["display-more", "display-usual", "display-close"].filter(name => name !== "display-more" || flick.contentHeight > flick.height + 1);
            checkApart(ways.map(name => area(named(overlay, name))), Theme.between);
        }

        function test_from_right_to_left_the_way_back_stands_at_the_left() {
            verify(middle(named(overlay, "display-close")) > scene.width / 2);
            overlay.LayoutMirroring.enabled = overlay.LayoutMirroring.childrenInherit = true;
            settle(overlay);
            verify(middle(named(overlay, "display-close")) < scene.width / 2);
            verify(before(named(overlay, "size-125"), named(overlay, "size-100")));
            overlay.LayoutMirroring.enabled = false;
        }

        function test_it_is_a_dialog_with_groups_of_choices() {
            checkRole(named(overlay, "display-card"), Accessible.Dialog, "Text size and display");
            compare(ofType(overlay, ChoiceRow).map(each => each.Accessible.name), ["Text size", "Colours", "Line spacing", "Movement", ...(hears ? ["Volume"] : [])]);
        }

        name: "DisplayCard"
    }
}
