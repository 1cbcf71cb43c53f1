pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native

Item {
    id: scene

    readonly property Shell shell: test.parts.reading(`One.\n\nTwo.\n\n${test.longText}.`) as Shell
    readonly property ReadAloud voice: scene.shell.readAloud

    height: 1080
    width: 1920

    ListenBar {
        id: bar

        anchors.bottom: parent.bottom
        shell: scene.shell
        width: scene.width
    }

    ComponentCase {
        id: test

        readonly property list<string> names: ["back", "pause", "forward", "slower", "faster", "stop"]

        function init() {
            become(screens()[0]);
            scene.shell.navigator.reset();
            scene.voice.listen(0);
            settle(bar);
        }

        function cleanup() {
            scene.voice.stop();
            bar.LayoutMirroring.enabled = false;
        }

        function cleanupTestCase() {
            test.parts.endSpeech(scene.shell);
        }

        function pill(name: string): Pill {
            return named(bar, `listen-${name}`) as Pill;
        }

        function pills(): list<Item> {
            return ofType(bar, Pill);
        }

        function test_a_touch_pauses_and_another_one_goes_on() {
            compare([scene.voice.playing, pill("pause").symbol, pill("pause").text], [true, "pause", "Pause"]);
            tap(pill("pause"));
            compare([scene.voice.playing, pill("pause").symbol, pill("pause").text], [false, "play", "Go on"]);
            tap(pill("pause"));
            verify(scene.voice.playing);
        }

        function test_parts_are_read_again_and_left_out() {
            compare(scene.voice.row, 0);
            tap(pill("forward"));
            compare(scene.voice.row, 1);
            tap(pill("back"));
            compare(scene.voice.row, 0);
        }

        function test_the_pace_is_said_and_changed_and_moves_no_button() {
            const places = pills().map(area);
            const pace = () => (named(bar, "listen-pace") as Text).text;
            compare(pace(), "100 %");
            tap(pill("faster"));
            verify(scene.voice.pace > 100);
            compare(pace(), `${scene.voice.pace} %`);
            compare(pill("faster").Accessible.description, pace());
            compare(named(bar, "listen-pace").Accessible.name, `Speed: ${pace()}`);
            tap(pill("slower"));
            tap(pill("slower"));
            verify(scene.voice.pace < 100);
            tap(pill("pause"));
            settle(bar);
            compare(pills().map(area), places);
        }

        function test_stopped_there_is_only_a_way_to_close_it() {
            checkRole(pill("stop"), Accessible.Button, "Stop reading aloud");
            tap(pill("stop"));
            verify(!scene.voice.active);
            compare(pills().map(each => each.objectName), ["listen-stop"]);
            checkRole(pill("stop"), Accessible.Button, "Close");
            compare(pill("stop").symbol, "close");
        }

        function test_every_button_is_whole_and_apart_data() {
            return screensAndSizes();
        }

        function test_every_button_is_whole_and_apart(data) {
            become(data);
            compare(pills().map(each => each.objectName), names.map(name => `listen-${name}`));
            pills().forEach(checkTouchable);
            checkApart(pills().map(area), Theme.between);
            checkWhole(bar);
            verify(pills().every(each => area(each).left >= 0 && area(each).right <= data.width && area(each).bottom <= data.height));
        }

        function test_where_words_do_not_fit_icons_stand_alone_and_names_are_said() {
            verify(!bar.brief);
            bar.width = 900;
            settle(bar);
            verify(bar.brief);
            compare(words(bar), "100 %");
            compare(pill("back").Accessible.name, "Read the part before");
            bar.width = Qt.binding(() => scene.width);
        }

        function test_it_is_a_tool_bar_of_named_buttons() {
            checkRole(bar, Accessible.ToolBar, "Reading aloud");
            pills().forEach(checkFocus);
            compare(pills().map(each => each.Accessible.name), ["Read the part before", "Pause", "Read the next part", "Read more slowly", "Read faster", "Stop reading aloud"]);
        }

        function test_from_right_to_left_it_begins_at_the_right() {
            bar.LayoutMirroring.enabled = bar.LayoutMirroring.childrenInherit = true;
            settle(bar);
            const places = names.map(name => area(pill(name)).left);
            compare(places, places.slice().sort((one, other) => other - one));
            verify((icons(pill("forward"))[0] as Icon).mirror);
        }

        name: "ListenBar"
    }
}
