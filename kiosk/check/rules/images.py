"""Rules on pictures: the words for those who can't see them, their size, whether they are whole.

Owns how large a picture must and may be. Of a picture that is missing or lies outside the pack
only the words come here: that it can't be had stands under `unreadable`.
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Iterator
from pathlib import Path

import imagesize

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity
from kiosk.check.material.pack_pictures import Shown, drawing, figures, shown
from kiosk.check.material.rule import AnyRule, PackRule, PageRule, Survey
from kiosk.check.material.shortened import listed, shortened
from kiosk.pack.picture_files import damage
from kiosk.page.error import ContentError
from kiosk.page.regular_file import open_regular
from kiosk.page.terms import plain

MOST_PIXELS = 4096
"""The longest side in pixels: a 4K screen is 3,840 wide, and such a picture takes 67 MB drawn."""

MOST_MEGABYTES = 5
"""The largest file in millions of bytes."""

DRAWN = (1210, 756)
"""The most that a picture is drawn on the default screen, 21.5 inches and 1920 x 1080, in pixels.

The column is 34 times the text's 37 pixels less the panel's edges (Theme.measure); a tall picture
stays within 0.7 of the screen's height (FigureBlock.qml).
"""

MOST_ENLARGED = 1.5
"""How far a photograph can be enlarged before it looks blurred from where a reader stands."""

ALIKE = 0.8
"""From this share of common words on, two texts say the same."""

MOST_TOLD = 3
"""How much is told of one drawing that is not drawn as it is meant."""

_EDGES = "*_`.,;:!?…।()[]\"'“”‘’"
_SAYS_PICTURE = {
    "en": re.compile(
        r"(?:an?\s+|the\s+|this\s+)?"
        r"(?:picture|image|photo|photograph|graphic|illustration|figure)\b"
        r"(?:\s+(?:of|shows|showing)\b|\s*:)\s*",
        re.IGNORECASE,
    ),
    # "in the picture", "a picture:"
    "bn": re.compile(r"(?:একটি\s+|এই\s+)?ছবি(?:তে|টিতে|টি)?(?=[\s:])[\s:]*"),
}


def _alternative(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for figure, spot in figures(checked):
        words = figure.alternative
        if not words:
            problem = (
                f"the picture '{shortened(figure.source)}' has no words for those who can't see it"
            )
        elif "/" in words or Path(words).suffix.lower() in (".svg", ".png", ".jpg", ".jpeg"):
            if words not in (figure.source, Path(figure.source).name, Path(figure.source).stem):
                continue
            problem = "the words for those who can't see the picture are a file's name: "
            problem += f"'{shortened(words)}'"
        else:
            continue
        yield Mark(
            spot,
            problem,
            "Write between the square brackets what there is to see: ![what it shows](…)",
        )


def _repeats(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for figure, spot in figures(checked):
        caption = plain(figure.caption)
        if figure.alternative and _alike(figure.alternative, caption):
            yield Mark(
                spot,
                f"the words between the brackets repeat the caption: '{shortened(caption)}'",
                "Describe what there is to see; the caption is read aloud as well",
            )


def _says_picture(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    patterns = [_SAYS_PICTURE[each] for each in {"en", checked.language} & _SAYS_PICTURE.keys()]
    for figure, spot in figures(checked):
        for pattern in patterns:
            if found := pattern.match(figure.alternative):
                yield Mark(
                    spot,
                    f"the words between the brackets begin with '{found[0].strip()}', "
                    "which the voice says already",
                    "Take that out and begin with what there is to see",
                )


def _key(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for figure, spot in figures(checked):
        markers = _markers(figure.source, checked, survey)
        key, called = len(figure.key), f"the picture '{shortened(figure.source)}'"
        if not markers or markers == set(range(1, key + 1)):
            continue
        if key:
            numbers = listed([*map(str, sorted(markers))])
            yield Mark(
                spot,
                f"{called} has the {'marker' if len(markers) == 1 else 'markers'} {numbers}, but "
                f"its key has {key} {'line' if key == 1 else 'lines'}",
                "Give each marker its line in the key, in the order of their numbers",
            )
        else:
            yield Mark(
                spot,
                f"{called} shows numbered markers, and nothing says what they are",
                'Write !!! figure "…" above the picture, below it a key as 1. 2. 3., and indent '
                "both by four spaces",
            )


def _markers(source: str, checked: CheckedPage, survey: Survey) -> frozenset[int]:
    """Give the numbers of the markers in a picture's drawing; none for one that can't be had."""
    try:
        found = drawing(survey.pack.picture(source, checked.language))
    except ContentError:
        return frozenset()
    return found.markers if found else frozenset()


def _size(survey: Survey) -> Iterator[Mark]:
    for picture in shown(survey):
        if problem := _wrong_size(picture):
            yield Mark(picture.spot, *problem, file=picture.file)


def _wrong_size(picture: Shown) -> tuple[str, str] | None:
    called = f"the picture '{shortened(picture.name)}'"
    try:
        megabytes = picture.path.stat().st_size / 1_000_000
        if megabytes > MOST_MEGABYTES:
            return (
                f"{called} has {megabytes:.1f} million bytes, more than {MOST_MEGABYTES} million",
                "Save it smaller: as JPEG at quality 85 if it is a photograph",
            )
        if picture.path.suffix.lower() == ".svg":
            found = drawing(picture.path)
            if found is None or found.view:
                return None
            return (
                f"{called} has no viewBox, so it can't be drawn larger or smaller",
                "Save it anew as plain SVG with a viewBox; drawing programs write one",
            )
        with open_regular(picture.path) as stream:
            width, height = imagesize.get(stream)
    except (OSError, ValueError, LookupError, struct.error):
        return None  # another rule says that it is damaged
    if min(width, height) <= 0:
        return None
    size = f"{width:,} × {height:,} pixels"
    if max(width, height) > MOST_PIXELS:
        return (
            f"{called} has {size}, more than {MOST_PIXELS:,} on a side",
            f"Save it at most {MOST_PIXELS:,} pixels wide and high; 2,000 are enough",
        )
    enlarged = min(DRAWN[0] / width, DRAWN[1] / height)
    if enlarged > MOST_ENLARGED:
        wanted = math.ceil(width * enlarged / 10) * 10
        return (
            f"{called} has only {size} and looks blurred on the kiosk's screen",
            f"Take one that is {wanted:,} pixels wide, or an SVG",
        )
    return None


def _whole(survey: Survey) -> Iterator[Mark]:
    for picture in shown(survey):
        if said := damage(picture.path):
            problem = f"the picture '{shortened(picture.name)}' {said[0]}"
            yield Mark(picture.spot, problem, said[1], file=picture.file)


def _drawn_right(survey: Survey) -> Iterator[Mark]:
    for picture in shown(survey):
        found = drawing(picture.path)
        if found is None or found.reaching or found.acting:
            continue  # other rules tell that, and it goes first
        for each in found.undrawn[:MOST_TOLD]:
            problem, remedy = each.fault
            yield Mark(
                picture.spot,
                f"the picture '{shortened(picture.name)}' {problem}",
                remedy,
                file=picture.file,
            )


def _alike(one: str, other: str) -> bool:
    first, second = (
        {word.strip(_EDGES) for word in words.lower().split()} - {""} for words in (one, other)
    )
    if not first or not second:
        return False
    return len(first & second) >= ALIKE * len(first | second)


RULES: tuple[AnyRule, ...] = (
    PageRule(
        "no-alternative",
        Severity.ERROR,
        "each picture has words that can be read aloud",
        _alternative,
    ),
    PageRule(
        "alternative-repeats-caption",
        Severity.WARNING,
        "a picture's description says more than its caption",
        _repeats,
    ),
    PageRule(
        "alternative-says-picture",
        Severity.WARNING,
        "a picture's description begins with what there is to see",
        _says_picture,
    ),
    PageRule("figure-key", Severity.WARNING, "the markers of a drawing have a key", _key),
    PackRule(
        "picture-size", Severity.WARNING, "each picture has a size that suits the screen", _size
    ),
    PackRule("damaged-picture", Severity.ERROR, "each picture's file is whole", _whole),
    PackRule("undrawn", Severity.ERROR, "each drawing is drawn as it is meant", _drawn_right),
)
