pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The clinic's name and topic, and what there is to set: what is ticked, the page about this information,
// the text, the languages. Buttons lose their words before the names lose their place beside them; then the
// names stand above, and where the screen is too low for that, they go. No button moves when the way to
// what is ticked comes with the first tick, unless it needs a line more: its width counts from the beginning.
// It stands beside the names where they are above the buttons and leave it room, instead of on such a line.
Rectangle {
    id: header

    required property Shell shell

    signal listenTapped

    readonly property bool gathered: header.shell.navigator.extra?.gathered ?? false
    readonly property real room: header.width - 2 * Theme.margin
    readonly property bool asked: header.gathered || header.shell.navigator.ticks > 0
    // How wide the way to what is ticked is, where there is one.
    readonly property real askedWidth: ((first.item ?? last.item ?? upper.item) as MyQuestions)?.implicitWidth ?? 0
    readonly property bool topical: !Theme.isTight && (!Theme.isLow || header.beside(Math.max(names.clinicWidth, names.topicWidth)) + header.span(true, false, true) <= header.room)
    // Under the buttons of a low screen: also where the tabs are below them they are far enough away.
    readonly property real under: Theme.isLow ? Theme.mm : 0
    readonly property real named: header.beside(header.topical ? Math.max(names.clinicWidth, names.topicWidth) : names.clinicWidth)
    readonly property real tall: header.tallest()
    readonly property real high: header.parted ? 2 * header.tall + Theme.between : header.tall
    // Whether names fit beside the buttons while nothing is ticked: they may go with the first tick.
    readonly property real least: Theme.isLow ? header.beside(names.clinicWidth) : header.named
    readonly property bool roomy: header.least + header.span(true, false, false) <= header.room
    readonly property bool inline: header.roomy && header.named + header.span(true, false, header.asked) <= header.room
    readonly property bool narrow: (header.roomy ? header.least : 0) + header.span(false, true, true) > header.room
    // What stands beside the buttons: the names with their sign, or that alone.
    readonly property real signed: header.inline ? header.named : header.bare ? mark.width + Theme.between : 0
    readonly property bool terse: header.narrow && header.signed + header.span(true, true, true) > header.room
    // Where not even its number fits beside the others, it may take a line more: none is kept free for it.
    readonly property bool wraps: header.span(header.narrow, false, true) > header.room
    // How wide the names are with their sign, and whether the way to what is ticked stands beside them.
    readonly property real signedNames: mark.width + 1.3 * Theme.between + Math.max(names.clinicWidth, names.topical ? names.topicWidth : 0)
    readonly property bool besideNames: header.wraps && !header.bare && !header.roomy && names.implicitHeight >= header.tall && header.signedNames + Theme.between + find.around(place.shortest) <= header.room
    readonly property bool bare: !header.inline && (header.roomy || Theme.isLow || !header.fits(names.lines))
    // Where more buttons than fit it stand on a line, languages have the next; what is ticked has its place there.
    readonly property bool parted: header.span(header.narrow, false, false) > header.room
    readonly property real second: languages.width + Theme.between + find.around(place.shortest)
    readonly property real widest: header.parted ? Math.max(tools.width, header.second > header.room ? languages.width : header.second) : header.line + (last.active && !header.wraps ? Theme.between + header.askedWidth : 0)
    readonly property real line: tools.width + (languages.width > 0 ? Theme.between + languages.width : 0)

    function pills(): list<Item> {
        return [...tools.children, ...languages.children].filter(each => (each as Pill)?.offered);
    }

    // Scripts differ in height, buttons beside each other don't.
    function tallest(): real {
        return Math.max(Theme.touch, ...header.pills().map(pill => pill.implicitHeight));
    }

    // Whether names of that many lines above the buttons leave the page enough of the screen.
    function fits(lines: int): bool {
        return lines * Theme.small * 1.25 + Theme.between + header.high + 2 * Theme.gapTight <= Theme.screenHeight * 0.18;
    }

    // How wide the mark and names of that width are beside the buttons; very long names wrap.
    function beside(names: real): real {
        return mark.width + 2.3 * Theme.between + Math.min(names, header.room * 0.4);
    }

    // How wide the buttons are side by side, with the way to what is ticked or without; `worded`: it has
    // its words.
    function span(brief: bool, worded: bool, asked: bool): real {
        let sum = asked ? find.around(worded ? place.longest : place.shortest) : -Theme.between;
        for (const each of header.pills())
            sum += Theme.between + (brief ? (each as Pill).shortest : (each as Pill).longest);
        return sum;
    }

    color: Theme.card
    implicitHeight: (header.roomy ? Math.max(names.implicitHeight, buttons.height) : header.bare ? buttons.height : names.implicitHeight + Theme.between + buttons.height) + 2 * (Theme.isLow ? Theme.mm : Theme.gapTight) + header.under

    Accessible.name: Theme.aloud(header.shell.clinic)
    Accessible.role: Accessible.ToolBar

    ClinicMark {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        visible: !header.bare || header.signed + (header.parted ? header.widest : header.span(header.narrow, !header.terse, !header.wraps)) <= header.room
        y: header.inline || header.bare ? (header.height - header.under - height) / 2 : names.y + (names.height - height) / 2
    }

    ClinicNames {
        id: names

        anchors.left: mark.right
        anchors.leftMargin: Theme.between * 1.3
        shell: header.shell
        topical: header.topical && (header.roomy || header.fits(names.lines + Math.ceil(names.topicWidth / Math.max(1, names.width))))
        visible: !header.bare
        width: header.room - mark.width - 1.3 * Theme.between - (header.inline ? buttons.width + Theme.between : upper.active ? header.askedWidth + Theme.between : 0)
        y: header.inline ? (header.height - header.under - height) / 2 : Theme.gapTight
    }

    Flow {
        id: buttons

        readonly property bool atEnd: header.inline || header.bare

        layoutDirection: header.parted && header.bare ? Qt.RightToLeft : Qt.LeftToRight
        spacing: Theme.between
        width: Math.min(header.room, Math.ceil(header.widest))
        x: buttons.atEnd !== LayoutMirroring.enabled ? header.width - Theme.margin - width : Theme.margin
        y: header.inline || header.bare ? (header.height - header.under - height) / 2 : header.height - height - Theme.gapTight

        Row {
            id: tools

            spacing: Theme.between

            // The first where the buttons stand at the end, and else the last: the others stay where they are.
            Asked {
                id: first

                active: header.asked && buttons.atEnd && !header.wraps
                terse: header.terse
            }

            Tool {
                id: find

                objectName: "search"
                name: qsTr("Search these pages")
                symbol: "search"
                text: qsTr("Search")

                onTapped: header.shell.search.open()
            }

            Tool {
                objectName: "about"
                name: qsTr("About this information")
                offered: header.shell.about !== ""
                selected: header.shell.navigator.page === header.shell.about
                symbol: "document"
                text: qsTr("About")

                Accessible.selectable: true
                Accessible.selected: selected

                onTapped: header.shell.navigator.turnTo(header.shell.about)
            }

            Tool {
                objectName: "display"
                name: qsTr("Text size and display")
                selected: header.shell.card.kind === "display"
                text: qsTr("Aa")

                onTapped: header.shell.card.showDisplay()
            }

            Tool {
                objectName: "listen"
                name: header.shell.readAloud.active ? qsTr("Stop reading aloud") : qsTr("Listen to this page")
                offered: header.shell.readAloud.available
                selected: header.shell.readAloud.active
                symbol: "speaker"
                text: qsTr("Listen")

                onTapped: header.listenTapped()
            }
        }

        LanguageButtons {
            id: languages

            high: header.tall
            most: header.room
            shell: header.shell
        }

        Asked {
            id: last

            active: header.asked && !header.besideNames && (header.wraps || !buttons.atEnd)
            terse: header.terse
        }
    }

    Asked {
        id: upper

        active: header.asked && header.besideNames
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        terse: header.signedNames + Theme.between + find.around(place.longest) > header.room
        y: names.y + Math.round((names.height - height) / 2)
    }

    // How wide the way to what is ticked is, or will be, with a number of two digits.
    QuestionTally {
        id: place

        ticks: Math.max(10, header.shell.navigator.ticks)
    }

    component Tool: Pill {
        brief: header.narrow
        height: header.tall
    }

    // Made with the first tick.
    component Asked: Loader {
        id: way

        required property bool terse

        visible: active

        sourceComponent: MyQuestions {
            height: header.tall
            selected: header.gathered
            terse: way.terse
            ticks: header.shell.navigator.ticks

            onTapped: header.shell.links.gather()
        }
    }

    // Between it and the page, above which it stands or below.
    Rectangle {
        color: Theme.line
        height: Theme.hairline
        width: parent.width
        y: header.shell.appearance.low ? 0 : parent.height - height
    }
}
