pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// The cards of the resting screen, of which one is shown, in one language. Each is made when it is first
// shown, and kept from then on: turning costs nothing more.
Item {
    id: cards

    required property StructModel faces
    required property int shown
    required property real size
    required property bool wide

    // Whether a finger lies on the one that is shown.
    readonly property bool held: (repeater.count > cards.shown ? repeater.itemAt(cards.shown) as RestCard : null)?.held ?? false

    signal entered(page: string, section: string)

    Repeater {
        id: repeater

        model: cards.faces

        RestCard {
            id: card

            required property int index
            required property string language
            required property string page
            required property string section

            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: Qt.locale(card.language).textDirection === Qt.RightToLeft
            anchors.fill: parent
            leads: card.page !== ""
            size: cards.size
            visible: card.index === cards.shown
            wide: cards.wide

            onTapped: cards.entered(card.page, card.section)
        }
    }
}
