pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// All text on the screen; nothing can be selected. Plain words are its `text`, words with tags `styled`:
// where they hold links, it is LinkedWords; those that a button or the like is as wide as are `fitted`.
// A screen reader is told `said`, without tags, and then `note`; nothing where what the words stand in
// says them (`silent`).
Text {
    id: words

    property string styled: ""
    property string fitted: ""

    // Text.StyledText, which all else is made for, knows nothing raised or lowered, and no second font. As
    // Text.RichText the colour of links and the size of what is raised stand in the text.
    readonly property bool rich: /<su[pb]>|<span /.test(words.styled)

    // WORKAROUND: Qt 6.11 takes a line to be as much wider as the first sign of its last cluster hangs over;
    // in Indic scripts that may be a vowel drawn before its letter. What has no width hangs over nothing.
    readonly property string ended: words.fitted + (/[\u0900-\u0dff]$/.test(words.fitted) ? "\u200c" : "")
    readonly property string drawn: words.fitted !== "" ? words.ended : !words.rich ? words.styled : words.dressed()

    // Capitals stand in the middle of a line of their font, letters that hang from a headline above it: Noto Sans
    // Bengali has 0.917 of its size above their foot and 0.408 below, and they are 0.622 high. As labels and headings
    // they come down by half of what is lacking, so that whatever is set by its middle is set by that of its letters.
    readonly property bool hanging: words.lineHeight === 1 && /[\u0900-\u0a7f]/.test(words.text)
    readonly property real lowered: words.hanging ? Math.round(0.06 * words.font.pixelSize) : 0

    property bool silent: false
    property int role: Accessible.StaticText
    property string said: words.styled || words.fitted || words.text
    property string note: ""

    // Of so much room what words take that need several lines, each about as long as the others: the last word of
    // all alone on its line is easily missed. A line is at most its longest word short, so no further one is needed.
    function evened(room: real): real {
        // A space at the end of a line takes no room, and Qt 6.11 takes some lines for a little wider than they must be.
        const lines = Math.ceil(words.implicitWidth / (room + 0.3 * words.font.pixelSize));
        if (lines < 2 || words.styled.includes("<br>"))
            return room;
        const longest = words.styled.replace(/<[^>]*>/g, "").split(/\s+/).reduce((most, word) => Math.max(most, word.length), 0);
        const short = 0.66 * longest * words.font.pixelSize;
        return Math.min(room, (words.implicitWidth + (lines - 1) * short) / lines + 0.5 * words.font.pixelSize);
    }

    function dressed(): string {
        const size = words.font.pixelSize;
        return `<style>a{color:${words.linkColor}} sup,sub{font-size:${Math.round(size * 0.9)}px} .number{font-family:'${Theme.numberFamily}';font-size:${Math.round(size * Theme.numberSize)}px}</style>${words.styled}`;
    }

    // WORKAROUND: Qt 6.11 leaves the leading of the last line of rich text out of its height, at times.
    function lead(): void {
        words.bottomPadding = words.rich ? words.contentHeight - (words.implicitHeight - words.bottomPadding) : -words.lowered;
    }

    bottomPadding: -words.lowered
    color: Theme.ink
    font.family: Theme.fontFamily
    font.pixelSize: Theme.body
    horizontalAlignment: Text.AlignLeft
    lineHeight: Theme.lineHeight
    text: words.drawn
    topPadding: words.lowered
    textFormat: words.rich ? Text.RichText : words.styled !== "" ? Text.StyledText : Text.PlainText
    wrapMode: Text.Wrap

    Accessible.description: Theme.aloud(words.note)
    Accessible.ignored: words.silent
    Accessible.name: Theme.aloud(words.said)
    Accessible.role: words.role

    onContentSizeChanged: words.lead()
    onImplicitHeightChanged: words.lead()
    onRichChanged: words.lead()
}
