pragma ComponentBehavior: Bound

import QtQuick

// A row that says where it stands among others.
Item {
    // The column that it stands in where there is room for two: 1 or 2, 3 where the first goes on, 0 for both.
    required property int side
    // The gap that it begins with, in pixels.
    property real lead: 0
}
