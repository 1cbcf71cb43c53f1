pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk
import Kiosk.Native
import Kiosk.Testing

// What the tests of components have in common: a finger, and eyes that measure.
// After each test the theme is as it was.
TestCase {
    id: test

    property var finger: null

    readonly property Parts parts: Parts {}

    // In a language without spaces, or one that likes long words.
    readonly property string longWord: "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    readonly property string longText: "Far more words than a single line of any button would ever be able to hold at once"

    // Gives the theme back. A test that has a cleanup() of its own calls this.
    function cleanup() {
        if (test.finger)
            test.lift();
        Theme.mm = 4;
        Theme.capHeight = 6.1;
        Theme.textScale = 1;
        Theme.lineSpacing = 1;
        Theme.scheme = "light";
        Theme.screen = Qt.size(1920, 1080);
        Theme.listened = false;
    }

    // The screen that the kiosk is made for, it on end, and a tablet both ways. The scene becomes as
    // large as one of them, and the theme as the kiosk makes it for that.
    function screens(): list<var> {
        return [[1920, 1080, 21.5], [1080, 1920, 21.5], [1280, 800, 10.1], [800, 1280, 10.1]].map(each => ({
                    tag: `${each[0]} x ${each[1]}, ${each[2]} inches`,
                    width: each[0],
                    height: each[1],
                    diagonal: each[2]
                }));
    }

    // Each of them with words of the usual size and with the largest.
    function screensAndSizes(): list<var> {
        const found = [];
        for (const each of test.screens())
            for (const scale of [1, 2])
                found.push(Object.assign({}, each, {
                    scale: scale,
                    tag: `${each.tag}, ${100 * scale} %`
                }));
        return found;
    }

    // For what looks alike on every screen: the most room, and the least for the largest words.
    function mostAndLeastRoom(): list<var> {
        const every = test.screensAndSizes();
        return [every[0], every[every.length - 1]];
    }

    // For what stands otherwise on each screen: every one of them, two with the largest words.
    function screensOfBothSizes(): list<var> {
        const every = test.screensAndSizes();
        return [every[0], every[3], every[5], every[6]];
    }

    function become(screen: var) {
        const [mm, capHeight] = test.parts.measure(screen.width, screen.height, screen.diagonal);
        Theme.mm = mm;
        Theme.capHeight = capHeight;
        Theme.screen = Qt.size(screen.width, screen.height);
        Theme.textScale = screen.scale ?? 1;
        test.parent.width = screen.width;
        test.parent.height = screen.height;
        test.settle(test.parent);
    }

    // The finger

    function press(item: Item) {
        test.finger = test.touchEvent(item);
        test.finger.press(0, item, item.width / 2, item.height / 2).commit();
        test.finger.item = item;
    }

    function lift() {
        const item = test.finger.item;
        test.finger.release(0, item, item.width / 2, item.height / 2).commit();
        test.finger = null;
    }

    function tap(item: Item) {
        test.press(item);
        test.lift();
    }

    // Draws the finger far away from what it lies on, and lifts it there.
    function slideOff(item: Item) {
        test.press(item);
        const far = item.height + 60 * Theme.mm;
        test.finger.move(0, item, item.width / 2, far).commit();
        test.finger.release(0, item, item.width / 2, far).commit();
        test.finger = null;
    }

    // The system takes the touch for itself.
    function takeBack(item: Item) {
        test.parts.watchTouches(item);
        test.press(item);
        test.parts.takeBack(item);
        test.finger = null;
    }

    // Presses an item whose ground changes its colour under the finger, in every way in which that ends.
    function checkHeld(item: Item, ground: Rectangle, held: color) {
        const before = String(ground.color);
        verify(!Qt.colorEqual(before, held), "the colour under a finger is another one");
        test.checkHeldOnce(item, ground, held);
        verify(Qt.colorEqual(ground.color, before), "lifted");
        test.slideOff(item);
        verify(Qt.colorEqual(ground.color, before), "slid off");
        test.takeBack(item);
        verify(Qt.colorEqual(ground.color, before), "taken back");
        test.checkHeldOnce(item, ground, held);
    }

    function checkHeldOnce(item: Item, ground: Rectangle, held: color) {
        test.press(item);
        verify(Qt.colorEqual(ground.color, held), `${ground.color} under the finger, not ${held}`);
        test.lift();
    }

    // Touches an item in every way that does something, and in some that do nothing.
    function checkTapped(item: Item, spy: SignalSpy) {
        spy.clear();
        test.tap(item);
        compare(spy.count, 1, "touched");
        test.mouseClick(item);
        compare(spy.count, 2, "clicked");
        item.Accessible.pressAction();
        compare(spy.count, 3, "pressed by a screen reader or a key");
        test.slideOff(item);
        compare(spy.count, 3, "slid off");
        test.takeBack(item);
        compare(spy.count, 3, "taken back");
        test.tap(item);
        compare(spy.count, 4, "touched after that");
        spy.clear();
    }

    // Waits until a shell knows all its pages.
    function made(shell: Shell) {
        shell.navigator.finish();
        tryVerify(() => shell.navigator.made);
    }

    // Touches the first link in an item, and asks where it leads.
    function checkLink(root: Item, spy: SignalSpy, link: string) {
        const text = test.ofType(root, LinkedWords).filter(each => (each as LinkedWords).text.includes("<a "))[0] as LinkedWords;
        test.settle(root);
        for (let y = text.topPadding + text.font.pixelSize / 2; y < text.height; y += text.font.pixelSize / 2)
            for (let x = 2; x < text.width; x += text.font.pixelSize / 2)
                if (text.linkAt(x, y) !== "") {
                    spy.clear();
                    test.mouseClick(text, x, y);
                    compare(spy.count, 1);
                    compare(spy.signalArguments[0][0].trim(), link);
                    return;
                }
        fail("there is a link");
    }

    // The eyes

    function all(root: Item, wanted: var): list<Item> {
        const found = [];
        for (const child of root.children) {
            if (!child.visible)
                continue;
            if (wanted(child))
                found.push(child);
            found.push(...test.all(child, wanted));
        }
        return found;
    }

    function named(root: Item, name: string): Item {
        const found = test.all(root, item => item.objectName === name);
        compare(found.length, 1, `items called ${name}`);
        return found[0];
    }

    function texts(root: Item): list<Item> {
        return test.all(root, item => item instanceof Text && item.text !== "");
    }

    function words(root: Item): string {
        return test.texts(root).map(item => (item as Text).text.replace(/<[^>]*>/g, "").replace(/&nbsp;/g, "\u00a0").replace(/\u200c$/, "")).join("\n");
    }

    function ofType(root: Item, type: var): list<Item> {
        return test.all(root, item => item instanceof type);
    }

    // Where an item is in the scene.
    function area(item: Item): rect {
        return item.mapToItem(test.parent, 0, 0, item.width, item.height);
    }

    function middle(item: Item): real {
        return item.mapToItem(test.parent, item.width / 2, 0).x;
    }

    // How many pixels of an item, without a part of it all around, have this colour.
    // grabImage() takes the place of an item in its parent for that in the window.
    function pixels(item: Item, colour: color, around: real): int {
        const picture = test.grabImage(test.parent);
        const place = test.area(item);
        let found = 0;
        for (let x = Math.ceil(place.left + around * place.width); x < place.right - around * place.width; x++)
            for (let y = Math.ceil(place.top + around * place.height); y < place.bottom - around * place.height; y++)
                found += Qt.colorEqual(picture.pixel(x, y), colour) ? 1 : 0;
        return found;
    }

    // Fails where two of these are nearer to each other than that.
    function checkApart(areas: list<rect>, least: real) {
        areas.forEach((one, number) => areas.slice(number + 1).forEach(other => {
                const across = Math.max(one.left, other.left) - Math.min(one.right, other.right);
                const along = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
                verify(Math.max(across, along) >= least - 0.5, `${one} and ${other} are nearer than ${least} px`);
            }));
    }

    function icons(root: Item): list<Item> {
        return test.all(root, item => item instanceof Icon);
    }

    // Where the letters of a text are, seen from another item.
    function painted(text: Text, root: Item): rect {
        let left = text.leftPadding;
        if (text.effectiveHorizontalAlignment === Text.AlignRight)
            left = text.width - text.rightPadding - text.contentWidth;
        else if (text.effectiveHorizontalAlignment === Text.AlignHCenter)
            left = (text.width - text.contentWidth) / 2;
        let top = text.topPadding;
        if (text.verticalAlignment === Text.AlignVCenter)
            top = (text.height - text.contentHeight) / 2;
        return root.mapFromItem(text, left, top, text.contentWidth, text.contentHeight);
    }

    // One line for each text that is cut or stands out of `root`.
    function cut(root: Item): list<string> {
        const found = [];
        for (const item of test.texts(root)) {
            const text = item as Text;
            const area = test.painted(text, root);
            if (text.truncated)
                found.push(`cut off: ${text.text}`);
            if (area.left < -1 || area.right > root.width + 1 || area.top < -1 || area.bottom > root.height + 1)
                found.push(`${area} is not inside ${root.width} x ${root.height}: ${text.text}`);
        }
        return found;
    }

    function checkWhole(root: Item) {
        verify(test.texts(root).length > 0, "there are words");
        compare(test.cut(root), []);
    }

    // Fails where the letters of two texts lie over each other.
    function checkUncovered(root: Item) {
        test.checkApart(test.texts(root).map(text => test.painted(text as Text, root)), -4);
    }

    // In every text size, with ordinary and with tight lines.
    function checkWholeAtEverySize(root: Item) {
        for (const scale of [1, 1.5, 2]) {
            Theme.textScale = scale;
            test.settle(root);
            test.checkWhole(root);
        }
    }

    function checkTouchable(item: Item) {
        // Many a height is a whole number of pixels.
        verify(item.width >= Theme.touch - 0.5, `${item.width} px wide`);
        verify(item.height >= Theme.touch - 0.5, `${item.height} px high`);
    }

    // Lets everything that is laid out later find its place.
    function settle(root: Item) {
        if (isPolishScheduled(root.Window.window))
            verify(waitForPolish(root.Window.window));
    }

    function checkRole(item: Item, role: int, name: string) {
        compare(item.Accessible.role, role);
        compare(item.Accessible.name, name);
    }

    // Tab comes to it, and goes on.
    function checkFocus(item: Item) {
        verify(item.activeFocusOnTab);
        item.forceActiveFocus();
        verify(item.activeFocus);
    }

    // Whether one thing stands left of another.
    function before(one: Item, other: Item): bool {
        return one.mapToItem(null, one.width / 2, 0).x < other.mapToItem(null, other.width / 2, 0).x;
    }

    when: windowShown
}
