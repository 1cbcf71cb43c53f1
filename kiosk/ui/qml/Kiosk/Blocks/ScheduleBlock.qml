pragma ComponentBehavior: Bound

import QtQml.Models
import QtQuick
import Kiosk
import Kiosk.Native

// Plans of visits on one scale of weeks: a dot a visit, and a diamond where to ask whether to go on.
BlockFrame {
    id: block

    required property string title
    required property string word
    required property int count
    required property RowModel badge
    required inner

    Panel {
        id: panel

        width: parent.width

        Accessible.name: Theme.aloud(block.title)
        Accessible.role: Accessible.List

        Words {
            font.bold: true
            font.pixelSize: Theme.subheading
            lineHeight: 1
            silent: true
            text: block.title
            visible: block.title !== ""
            width: parent.width
        }

        Column {
            id: rows

            width: parent.width

            WeekScale {
                id: scale

                last: block.count
                marks: block.badge
                title: block.word
                width: parent.width
            }

            Repeater {
                model: block.inner

                delegate: DelegateChooser {
                    role: "kind"

                    DelegateChoice {
                        roleValue: "plan"

                        SchedulePlan {
                            ruler: scale
                            width: rows.width

                            onFollowed: link => block.followed(link)
                        }
                    }
                    DelegateChoice {
                        roleValue: "gate"

                        ScheduleGate {
                            width: rows.width

                            onFollowed: link => block.followed(link)
                        }
                    }
                }
            }
        }
    }
}
