"""The colours of a drawing on white: paper, and a light ground on a dark screen.

Owns what `Theme` has for its light scheme, for those who know no QML.
"""

from __future__ import annotations

ON_WHITE = {
    "ink": "#12302F", "paper": "#FFFFFF", "card": "#FFFFFF", "quiet": "#3D5150", "teal": "#0A5654",
    "tint": "#E3EFED", "line": "#7A8A88", "edge": "#7A8A88", "amber": "#5A3A00",
    "amber-tint": "#FCEBC8", "amber-edge": "#A66A00", "red": "#7A1212", "red-tint": "#FBE9E7",
    "red-edge": "#9B1C1C", "on-teal": "#FFFFFF", "skin-1": "#F1D3BC", "skin-2": "#D7A57E",
    "skin-3": "#A06B45", "skin-4": "#5E3A26", "hair-1": "#2B2321", "hair-2": "#6B4A34",
    "hair-3": "#B9B2A8",
}  # fmt: skip
"""The light scheme of `Theme` and its drawing colours, on white."""
