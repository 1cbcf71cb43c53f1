pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Native

// A button a language, where there are several: on one line, or on as many as they need.
Flow {
    id: languages

    required property Shell shell
    // How high each is, and how wide all may be, in pixels.
    required property real high
    required property real most

    spacing: Theme.between
    // A hundredth of a pixel more than they take: sums differ by less than that.
    width: Math.min(languages.most, Math.max(0, languages.children.reduce((sum, each) => sum + (each instanceof Pill ? each.width + languages.spacing : 0), 0.01 - languages.spacing)))

    Repeater {
        model: languages.shell.languages.count > 1 ? languages.shell.languages : null

        Pill {
            id: language

            required property string code
            required name
            height: languages.high
            objectName: "language-" + language.code
            role: Accessible.RadioButton
            selected: languages.shell.navigator.language === language.code
            text: language.name

            Accessible.checkable: true
            Accessible.checked: language.selected
            Accessible.onToggleAction: language.tapped()

            onTapped: languages.shell.navigator.chooseLanguage(language.code)
        }
    }
}
