pragma ComponentBehavior: Bound

import QtQml.Models
import QtQuick
import Kiosk
import Kiosk.Native

// Which component draws a row: one for each kind.
DelegateChooser {
    id: chooser

    property string question: ""
    // Whether this is a page of questions, and none of them is open.
    property bool closed: false
    property list<int> ticked: []
    property list<int> compared: []

    signal followed(link: string)
    signal asked(anchor: string, block: Item)
    signal toggled(index: int)
    signal chosen(number: int, option: int, count: int)
    signal entered(anchor: string)

    role: "kind"

    DelegateChoice {
        roleValue: "paragraph"

        ParagraphBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "heading"

        HeadingBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "item"

        ItemBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "steps"

        StepsBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "step"

        StepBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "callout"

        CalloutBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "table"

        TableBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "figure"

        FigureBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "quotation"

        QuotationBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "definitions"

        DefinitionsBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "question"

        QuestionBlock {
            id: question

            opened: chooser.question !== "" && chooser.question === question.anchor

            onAsked: chooser.asked(question.anchor, question)
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "evidence"

        EvidenceBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "people"

        PeopleBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "timeline"

        TimelineBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "schedule"

        ScheduleBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "ladder"

        LadderBlock {
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "sources"

        SourcesBlock {
            id: sources

            absent: chooser.closed
            opened: chooser.question !== "" && chooser.question === sources.anchor

            onAsked: chooser.asked(sources.anchor, sources)
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "checklist"

        ChecklistBlock {
            ticked: chooser.ticked

            onToggled: index => chooser.toggled(index)
        }
    }
    DelegateChoice {
        roleValue: "compare"

        CompareBlock {
            id: comparison

            compared: chooser.compared

            onChosen: option => chooser.chosen(comparison.count, option, comparison.badge.count)
            onFollowed: link => chooser.followed(link)
        }
    }
    DelegateChoice {
        roleValue: "rule"

        RuleBlock {}
    }
    DelegateChoice {
        roleValue: "doors"

        DoorsBlock {
            onEntered: anchor => chooser.entered(anchor)
        }
    }
}
