import QtQuick

Window {
    color: "white"
    height: 1080
    visible: true
    width: 1920

    Text {
        anchors.centerIn: parent
        font.pixelSize: 120
        text: "A bare Qt Quick window"
    }
}
