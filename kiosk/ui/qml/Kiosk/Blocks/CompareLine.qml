pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// One line of a comparison: a question, and beside it what two options answer, or below it what one
// does. The first line of all names the options.
Item {
    id: line

    required property string text
    required property string plain
    required property RowModel inner
    property bool head: false
    required property bool beside
    required property real letter
    required property real asking
    required property real inset
    // The options that are seen, the second only beside the first.
    required property int start
    required property int end

    // The keys stop at each line.
    readonly property Item ringed: line.head ? null : line
    readonly property real column: line.beside ? (line.width - line.asking) / 2 : line.width
    readonly property bool mirrored: line.LayoutMirroring.enabled
    property real tallest: 0

    signal followed(link: string)

    function fit(): void {
        let most = 0;
        for (let index = 0; index < answers.count; index++)
            most = Math.max(most, (answers.itemAt(index) as CompareAnswer)?.wanted ?? 0);
        line.tallest = most;
    }

    // Where a column of this width stands that begins so far from where a line of words begins.
    function placed(from: real, width: real): real {
        return line.mirrored ? line.width - from - width : from;
    }

    implicitHeight: (line.beside || line.head ? Math.max(question.visible ? question.implicitHeight : 0, line.tallest) : question.implicitHeight + Theme.mm + line.tallest) + 2 * Theme.gapTight

    Accessible.name: ""
    Accessible.role: Accessible.Row

    Rectangle {
        anchors.fill: parent
        color: Theme.tint
        topLeftRadius: Theme.radius
        topRightRadius: Theme.radius
        visible: line.head
    }

    Rectangle {
        color: Theme.line
        height: Theme.hairline
        visible: !line.head
        width: parent.width
    }

    Repeater {
        model: line.beside ? 2 : 0

        Rectangle {
            required property int index

            color: Theme.line
            height: line.height
            width: Theme.hairline
            x: line.placed(line.asking + index * line.column, width)
        }
    }

    LinkedWords {
        id: question

        color: Theme.teal
        font.bold: true
        font.pixelSize: line.letter
        lineHeight: 1.05
        role: line.head ? Accessible.ColumnHeader : Accessible.RowHeader
        said: line.plain
        styled: line.text
        visible: line.beside || !line.head
        width: (line.beside ? line.asking : line.width) - 2 * line.inset
        x: line.placed(line.inset, width)
        y: Theme.gapTight

        onFollowed: link => line.followed(link)
    }

    Repeater {
        id: answers

        model: line.inner

        CompareAnswer {
            id: answer

            head: line.head
            letter: line.letter
            seen: answer.index === line.start || (line.beside && answer.index === line.end)
            width: line.column - 2 * line.inset
            x: line.placed((line.beside ? line.asking + (answer.index === line.end ? line.column : 0) : 0) + line.inset, width)
            y: Theme.gapTight + (line.beside || line.head ? 0 : question.implicitHeight + Theme.mm)

            Component.onCompleted: line.fit()
            onFollowed: link => line.followed(link)
            onWantedChanged: line.fit()
        }
    }
}
