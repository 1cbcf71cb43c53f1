pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Native

// The texts that stand on an item, in their order, and the lines that each of them takes.
QtObject {
    id: lines

    required property LinePositions positions

    function texts(item: Item): list<Text> {
        const found = [];
        for (const child of item.children) {
            if (!child.visible)
                continue;
            const text = child as Text;
            if (text && text.text !== "")
                found.push(text);
            found.push(...lines.texts(child));
        }
        return found;
    }

    function inside(text: Text): real {
        return text.width - text.leftPadding - text.rightPadding;
    }

    // Rich text begins with how large and in which colours it is drawn.
    function wordsOf(text: Text): string {
        return text.text.replace(/^<style>.*?<\/style>/, "");
    }

    // Of rich text Qt counts the paragraphs.
    function linesOf(text: Text): int {
        return text.textFormat === Text.RichText ? lines.positions.count(text.text, text.font, lines.inside(text)) : text.lineCount;
    }
}
