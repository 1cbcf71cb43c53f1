pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Every colour, size, duration and type step. Sizes are physical.
// The kiosk sets the first properties before anything is drawn, and again when they change.
QtObject {
    id: theme

    property real mm: 4
    property real capHeight: 6.1
    property real textScale: 1
    property real lineSpacing: 1
    property string scheme: "light"
    property bool moving: true
    property size screen: Qt.size(1920, 1080)
    readonly property real screenHeight: screen.height
    // The height between the bars, in which a page is read.
    property real pageHeight: 0.75 * screenHeight
    property string iconFolder: ""
    property bool listened: false
    // A ScreenReader; without its type, for pictures are tried out in a process that has the theme alone.
    property var reader: null

    // Colours. Text is at least 7:1 on its ground (WCAG 2.2, 1.4.6), meaningful edges 3:1 (1.4.11).
    readonly property bool isDark: scheme === "dark"
    readonly property bool isContrast: scheme === "contrast"
    readonly property color paper: paperOf(scheme)
    readonly property color card: isContrast ? "#000000" : isDark ? "#152424" : "#FFFFFF"
    readonly property color ink: inkOf(scheme)
    readonly property color quiet: isContrast ? "#FFFFFF" : isDark ? "#B5C7C5" : "#3D5150"
    readonly property color teal: isContrast ? "#FFE500" : isDark ? "#7FD1CB" : "#0A5654"
    readonly property color tealPressed: isContrast ? "#C9B500" : isDark ? "#5FB8B2" : "#063A38"
    readonly property color overTeal: isContrast || isDark ? "#0A1414" : "#FFFFFF"
    readonly property color tint: isContrast ? "#1C1C00" : isDark ? "#1D3634" : "#E3EFED"
    readonly property color line: isContrast ? "#FFFFFF" : isDark ? "#3A5250" : "#D9D5CB"
    readonly property color edge: isContrast ? "#FFFFFF" : isDark ? "#7C9694" : "#7A8A88"
    readonly property color amberTint: isContrast ? "#000000" : isDark ? "#3A2C0C" : "#FCEBC8"
    readonly property color amber: isContrast ? "#FFE500" : isDark ? "#FFDFA0" : "#5A3A00"
    readonly property color amberEdge: isContrast ? "#FFE500" : isDark ? "#E3A93C" : "#A66A00"
    readonly property color redTint: isContrast ? "#000000" : isDark ? "#3B1717" : "#FBE9E7"
    readonly property color red: isContrast ? "#FFFFFF" : isDark ? "#FFD2CD" : "#7A1212"
    readonly property color redEdge: isContrast ? "#FFFFFF" : isDark ? "#FF8A80" : "#9B1C1C"
    // The ring around what has the focus: the outer band on a bright ground, and the inner one; on a
    // dark ground they change places. 14:1, so that one of them is at least 3:1 on any ground.
    readonly property color ring: "#12302F"
    readonly property color ringInside: "#FFFFFF"
    readonly property color veil: isContrast ? "#E6000000" : "#99081616"

    // The colours of people in drawings: the same in every scheme.
    readonly property string people: "&skin-1=%23F1D3BC&skin-2=%23D7A57E&skin-3=%23A06B45&skin-4=%235E3A26&hair-1=%232B2321&hair-2=%236B4A34&hair-3=%23B9B2A8"

    // The resting screen has its own colours: nobody has chosen any yet. The veil that dims it is a part of black.
    readonly property color restTop: "#0F504E"
    readonly property color restBottom: "#062929"
    readonly property color restInk: "#FFFFFF"
    readonly property color restQuiet: "#D5E8E5"
    readonly property color restTint: "#1A5856"
    readonly property color restEdge: "#A9CFCA"
    readonly property color restDot: "#6FA29D"
    readonly property color night: "#000000"
    readonly property real dimming: 0.65
    readonly property string restDrawingColours: `&markers=none&paper=${code(restTop)}&card=${code(restTint)}&ink=${code(restInk)}&quiet=${code(restQuiet)}&teal=%238ADBD3&tint=${code(restTint)}&line=${code(restEdge)}&amber=%23FFDFA0&amber-tint=%23B08D4C&red=%23FFD2CD&red-tint=%238C4F4A&red-edge=%23FF9A90&on-teal=${code(restBottom)}${people}`

    // The colours that drawings name, as the rest of a query for the picture provider.
    readonly property string drawingColours: `&paper=${code(paper)}&card=${code(card)}&ink=${code(ink)}&quiet=${code(quiet)}&teal=${code(teal)}&tint=${code(tint)}&line=${code(edge)}&amber=${code(amber)}&amber-tint=${code(amberTint)}&red=${code(red)}&red-tint=${code(redTint)}&red-edge=${code(redEdge)}&on-teal=${code(overTeal)}${people}`
    // The same when all of them have changed: no drawing is read and drawn anew for each of them.
    property string drawnIn: ""

    // Type. Capital letters of Atkinson Hyperlegible are 0.668 of the size.
    readonly property string fontFamily: "Atkinson Hyperlegible"
    // Its zero has a stroke through it. Numbers that somebody copies have one without; there digits are 0.714 of the size.
    readonly property string numberFamily: "Noto Sans"
    readonly property real numberSize: 0.668 / 0.714
    readonly property real bodyAtFull: Math.ceil(capHeight / 0.668 * mm)
    readonly property real body: Math.round(bodyAtFull * textScale)
    readonly property real small: Math.round(body * 0.8)
    readonly property real lead: Math.round(body * step(1.12, 1.03, 1))
    readonly property real heading: Math.round(body * step(1.3, 1.15, 1.08))
    readonly property real subheading: Math.round(body * step(1.1, 1.05, 1.04))
    readonly property real title: Math.round(body * step(1.7, 1.3, 1.12))
    // What staff type on, and what they see from two metres, whatever text size a visitor chose.
    readonly property real smallAtFull: Math.round(bodyAtFull * 0.8)
    readonly property real headingAtFull: Math.round(bodyAtFull * 1.3)
    readonly property real figureAtFull: Math.round(bodyAtFull * 5)
    // The font's own line is 1.24 of its size; this makes 1.5 of it (WCAG 2.2, 1.4.8).
    readonly property real lineHeight: 1.21 * lineSpacing
    // At most 80 characters a line (WCAG 2.2, 1.4.8): one is 0.43 of the size on average.
    readonly property real measure: 34 * body

    // Space
    readonly property real touch: 15 * mm
    readonly property real between: 3 * mm
    // A low screen has less to spare: there each millimetre is a twentieth of a line.
    readonly property real margin: (isLow ? 7 : 11) * mm
    readonly property real padding: (isLow ? 3.5 : 6) * mm
    readonly property real radius: 3.5 * mm
    // More than the resting picture ever stands aside, in pixels.
    readonly property int aside: 8
    readonly property real hairline: Math.max(1, Math.round(0.35 * mm))
    readonly property real bar: Math.round(1.8 * mm)
    readonly property real icon: Math.round(small * 1.1)
    readonly property real tabIcon: Math.round(small * 1.35)
    readonly property real gapInside: (isLow ? 2 : 3) * mm
    readonly property real gapTight: 3 * mm
    readonly property real gapBlock: (isLow ? 4 : 5.5) * mm
    readonly property real gapSection: (isLow ? 8 : 11) * mm

    // A small screen, which people come closer to (look at kiosk.ui.appearance.screen_size).
    readonly property bool isSmall: capHeight < 6
    // A low screen, under 170 mm, has no room to spare around the text.
    readonly property bool isLow: screenHeight < 170 * mm
    // Low for such large words: what stands around the text gives way to it.
    readonly property bool isShort: isLow || screenHeight < 16 * body
    // So low or so narrow for such large words that what stands around the text is as small as a finger allows.
    readonly property bool isTight: screenHeight < 60 * mm + 10 * body || screen.width < 10 * body

    // Motion: what a finger has begun ends within 200 ms.
    readonly property int quick: moving ? 160 : 0
    readonly property int turn: moving ? 200 : 0
    // How much of a turn is done when it begins.
    readonly property real headStart: 0.12
    // How fast a text goes on when a finger lets it go, in pixels a second.
    readonly property real fling: moving ? 9000 * mm / 4 : 0
    readonly property int hint: 3000
    readonly property int fade: 320
    readonly property int fadeSteps: 6
    readonly property int linger: 12000

    // What names something on the accessibility bus, as the voice says it. Few words hold what is raised or lowered.
    function aloud(words: string): string {
        return theme.reader && /[\u2070\u00b9\u00b2\u00b3\u2074-\u207e\u2080-\u208e]|[\^_]\(/.test(words) ? theme.reader.aloud(words) : words;
    }

    // The same of words with tags.
    function spoken(styled: string): string {
        return theme.reader ? theme.reader.spoken(styled) : styled.replace(/<[^>]*>/g, "");
    }

    // How much larger than the text: usually, on a small screen or in letters of 150 % and more, and where
    // both come together. The first screen must still hold text.
    function step(usual: real, less: real, least: real): real {
        const large = Math.min(1, 2 * Math.max(0, theme.textScale - 1));
        return theme.isSmall ? less + (least - less) * large : usual + (less - usual) * large;
    }

    function settle(): void {
        theme.drawnIn = theme.drawingColours;
    }

    function paperOf(scheme: string): color {
        return scheme === "contrast" ? "#000000" : scheme === "dark" ? "#0E1A1A" : "#F7F5F0";
    }

    function inkOf(scheme: string): color {
        return scheme === "contrast" ? "#FFFFFF" : scheme === "dark" ? "#EAF2F1" : "#12302F";
    }

    function gap(index: int): real {
        return [0, gapTight, gapBlock, gapSection, gapTight / 3][index];
    }

    function code(colour: color): string {
        return "%23" + colour.toString().slice(-6);
    }

    Component.onCompleted: theme.settle()
    onDrawingColoursChanged: Qt.callLater(theme.settle)
}
