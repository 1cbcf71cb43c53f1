pragma ComponentBehavior: Bound

import QtQml.Models
import QtQuick
import Kiosk
import Kiosk.Native

// Rows of a page below each other, each drawn by the component of its kind.
Column {
    id: column

    property RowModel rows: null
    property string question: ""
    property list<int> ticked: []
    readonly property Repeater blocks: repeater

    signal followed(link: string)
    signal asked(anchor: string, block: Item)
    signal toggled(index: int)

    Repeater {
        id: repeater

        model: column.rows

        delegate: DelegateChooser {
            role: "kind"

            DelegateChoice {
                roleValue: "paragraph"

                ParagraphBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "heading"

                HeadingBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "item"

                ItemBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "steps"

                StepsBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "step"

                StepBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "callout"

                CalloutBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "table"

                TableBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "figure"

                FigureBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "quotation"

                QuotationBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "definitions"

                DefinitionsBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "question"

                QuestionBlock {
                    id: question

                    opened: column.question !== "" && column.question === question.anchor

                    onAsked: column.asked(question.anchor, question)
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "evidence"

                EvidenceBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "people"

                PeopleBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "timeline"

                TimelineBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "schedule"

                ScheduleBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "ladder"

                LadderBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "sources"

                SourcesBlock {
                    onFollowed: link => column.followed(link)
                }
            }
            DelegateChoice {
                roleValue: "checklist"

                ChecklistBlock {
                    ticked: column.ticked

                    onToggled: index => column.toggled(index)
                }
            }
            DelegateChoice {
                roleValue: "rule"

                RuleBlock {}
            }
        }
    }
}
