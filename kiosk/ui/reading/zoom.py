"""How a picture lies in a view while somebody looks at it closely: how large, and which part.

Owns the reckoning, in pixels of the view and in parts of the picture. Pure: knows no picture, no
finger and no screen.
"""

from __future__ import annotations

import math

import msgspec

STEPS: tuple[float, ...] = (1.0, 1.5, 2.0, 3.0, 4.0)
"""How many times as large as it fits: what the buttons step through."""

NUDGE = 0.4
"""The part of the view by which an arrow moves the picture on."""

NEAR = 0.005
"""A difference in size, or a part of a picture, that nobody sees."""

DRAWN = 8_000_000
"""The most pixels that are drawn of a picture at a time, 32 MB, unless the view itself has more."""

MARGIN = 0.25
"""How much more than the view is drawn on each side of it, so that a finger finds it there."""


class Part(msgspec.Struct, frozen=True):
    """A part of a picture that is drawn `whole` pixels wide, in its pixels."""

    whole: int
    left: int
    top: int
    width: int
    height: int


class Zoom(msgspec.Struct, frozen=True, kw_only=True):
    """A view of `width` by `height` pixels, and a picture whose height is `aspect` of its width.

    `scale` is 1 where the whole picture fits. `x` and `y` are the point of the picture in the
    middle of the view, from 0 to 1.
    """

    width: float = 0.0
    height: float = 0.0
    aspect: float = 1.0
    scale: float = 1.0
    x: float = 0.5
    y: float = 0.5

    # Where the picture is

    @property
    def across(self) -> float:
        """How wide the picture is."""
        return self.fit * self.scale

    @property
    def fit(self) -> float:
        """How wide the picture is where all of it fits."""
        return min(self.width, self.height / self.aspect)

    @property
    def left(self) -> float:
        """Where its left edge is in the view."""
        return self.width / 2 - self.x * self.across

    @property
    def top(self) -> float:
        """Where its upper edge is in the view."""
        return self.height / 2 - self.y * self.across * self.aspect

    @property
    def close(self) -> bool:
        """Whether it is larger than it fits."""
        return self.scale > 1 + NEAR

    def beyond(self, dx: int, dy: int) -> bool:
        """Tell whether there is more of it on that side: -1 is left or above, 1 right or below."""
        moved = self.moved(-dx, -dy)
        return math.hypot(moved.x - self.x, moved.y - self.y) * self.across > NEAR

    @property
    def part(self) -> Part | None:
        """What to draw anew, as large as it is shown; None where the whole picture is drawn."""
        if not self.close or self.across < 1:
            return None
        room = DRAWN / max(1.0, self.width * self.height)
        more = min(1 + 2 * MARGIN, max(1.0, math.sqrt(room)))
        whole = round(self.across)
        left, right = _within(-self.left, self.width, more, whole)
        top, bottom = _within(-self.top, self.height, more, round(whole * self.aspect))
        return Part(whole, left, top, right - left, bottom - top)

    # What a touch makes of it

    def sized(self, width: float, height: float) -> Zoom:
        """Return it in a view of another size: the same point in the middle."""
        return self._with(width=width, height=height)

    def larger(self) -> Zoom:
        """Return it a step larger, about the middle of the view; the same if there is none."""
        steps = [step for step in STEPS if step > self.scale + NEAR]
        return self._with(scale=steps[0] if steps else self.scale)

    def smaller(self) -> Zoom:
        """Return it a step smaller; the same if all of it is seen."""
        steps = [step for step in STEPS if step < self.scale - NEAR]
        return self._with(scale=steps[-1] if steps else self.scale)

    def whole(self) -> Zoom:
        """Return it as large as it fits."""
        return self._with(scale=1.0)

    def pinched(self, times: float, at_x: float, at_y: float) -> Zoom:
        """Return it so many times as large; what is seen at that place of the view stays there."""
        scale = max(STEPS[0], min(self.scale * times, STEPS[-1]))
        off_x, off_y = at_x - self.width / 2, at_y - self.height / 2
        before, after = max(1.0, self.across), max(1.0, self.fit * scale)
        less = 1 / before - 1 / after
        return self._with(
            scale=scale, x=self.x + off_x * less, y=self.y + off_y * less / self.aspect
        )

    def moved(self, dx: float, dy: float) -> Zoom:
        """Return it drawn aside by so many pixels, or as far as it goes."""
        across = max(1.0, self.across)
        return self._with(x=self.x - dx / across, y=self.y - dy / (across * self.aspect))

    def nudged(self, dx: int, dy: int) -> Zoom:
        """Return it with more of that side in view: -1 is left or above, 1 right or below."""
        return self.moved(-dx * NUDGE * self.width, -dy * NUDGE * self.height)

    def _with(self, **changed: float) -> Zoom:
        made = msgspec.structs.replace(self, **changed)
        across = max(1.0, made.across)
        return msgspec.structs.replace(
            made,
            x=_kept(made.x, made.width / across / 2),
            y=_kept(made.y, made.height / (across * made.aspect) / 2),
        )


def _kept(at: float, half: float) -> float:
    """Return the point in the middle of a view that shows `half` of the picture on either side.

    Where there is more room than picture, that is its own middle; else no room stays empty.
    """
    return 0.5 if half >= 0.5 else max(half, min(at, 1 - half))


def _within(start: float, length: float, more: float, most: int) -> tuple[int, int]:
    """Return from where to where a part goes that is `more` times as long, within the picture."""
    extra = (more - 1) / 2 * length
    return max(0, math.floor(start - extra)), min(most, math.ceil(start + length + extra))
