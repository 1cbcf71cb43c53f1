"""A page as it is written: headings, links, pictures and HTML by their place in the file.

Owns what only the Markdown shows because it never reaches the page: the number of # signs, links
that lead nowhere, HTML tags. Works on the text alone and judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

import msgspec

from kiosk.page.source import without_code

_UNDERLINED = re.compile(r"\n[ \t]*\n(?P<words>[^\s#>*+|!-][^\n]*)\n(?P<line>=+|-+)[ \t]*(?=\n|$)")
_HASHES = re.compile(r"^(?P<signs>#{1,6})(?P<words>(?:[ \t][^\n]*)?)$", re.MULTILINE)
_NAME = re.compile(r"(?:^|\s)#(\S+)")
_LINK = re.compile(
    r"""(?<!\\)(?P<bang>!?)
        \[(?P<words>(?:[^\[\]\\\n]|\\.|\n(?![ \t]*\n)|\[[^\[\]]*\])*)\]
        \((?P<target>(?:[^()\n]|\([^()\n]*\))*)\)""",
    re.VERBOSE,
)
_DEFINED = re.compile(r"^[ ]{0,3}\[(?P<words>[^\]^\n][^\]\n]*)\]:[ \t]*(?P<target>\S[^\n]*)", re.M)
_TITLE = re.compile(r"""[ \t]+(?:"[^\n]*"|'[^\n]*')[ \t]*$""")
# As the parser sees them: a letter follows the sign, and neither an address is a tag nor a name of
# a file with spaces, nor what stands behind a \\.
_TAG = re.compile(
    r"(?<!\\)(?<!\]\()<(?:!--.*?--> | [/!?]?(?!(?:https?|ftp)://)([a-zA-Z][^\s/<>@]*)(?=[\s/>])"
    r"(?:[^<>\n]|\n(?![ \t]*\n))*>)",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)


class HeadingLine(msgspec.Struct, frozen=True):
    """A heading: its level as written (1 to 6), words with their markup, own anchor if any."""

    offset: int
    level: int
    words: str
    anchor: str


class Link(msgspec.Struct, frozen=True):
    """A link or a picture, `[words](target)`; the target without its title.

    `defines`: a line such as `[name]: target`, to which `[words][name]` leads.
    """

    offset: int
    words: str
    target: str
    is_picture: bool = False
    defines: bool = False


class Tag(msgspec.Struct, frozen=True):
    """An HTML tag: its name in small letters, `/` first if it closes; `!--` for a comment."""

    offset: int
    name: str
    text: str


class Written:
    """One file's text; all offsets count its characters. `body`: where the front matter ends."""

    def __init__(self, text: str) -> None:
        self._whole = text
        self._text = without_code(text)
        end = re.match(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)", text, re.DOTALL)
        self.body = end.end() if end else 0

    @cached_property
    def without_code(self) -> str:
        """The text with an x for each character between backticks: words, but nobody's."""
        return without_code(self._whole, "x")

    @cached_property
    def headings(self) -> tuple[HeadingLine, ...]:
        """The headings that stand outside boxes, lists and quotations, in their order."""
        body = self._text[self.body :]
        found = [
            _heading(self.body + at.start(), len(at["signs"]), at["words"].rstrip().rstrip("#"))
            for at in _HASHES.finditer(body)
        ]
        # Two line ends before it, so that a heading may stand in the first line.
        found += [
            _heading(
                self.body + at.start("words") - 2, 1 if at["line"][0] == "=" else 2, at["words"]
            )
            for at in _UNDERLINED.finditer("\n\n" + body)
        ]
        return tuple(sorted(found, key=lambda heading: heading.offset))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links and pictures in their order, and the targets that are named elsewhere."""
        found = [
            Link(at.start(), at["words"], _address(at["target"]), is_picture=bool(at["bang"]))
            for at in _LINK.finditer(self._text)
        ]
        found += [
            Link(at.start(), at["words"], _address(at["target"]), defines=True)
            for at in _DEFINED.finditer(self._text, self.body)
        ]
        return tuple(sorted(found, key=lambda link: link.offset))

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """The HTML tags in their order, those of the front matter too."""
        if "<" not in self._text:
            return ()
        return tuple(self._tags())

    @cached_property
    def untagged(self) -> str:
        """The text with a space for each character of a tag, of which no page shows a letter."""
        pieces, done = [], 0
        for tag in self.tags:
            pieces += [self._whole[done : tag.offset], re.sub(r"[^\n]", " ", tag.text)]
            done = tag.offset + len(tag.text)
        return "".join((*pieces, self._whole[done:]))

    def _tags(self) -> Iterator[Tag]:
        for at in _TAG.finditer(self._text):
            closes = "/" if at[0].startswith("</") else ""
            yield Tag(at.start(), closes + at[1].lower() if at[1] else "!--", at[0])


def _heading(offset: int, level: int, words: str) -> HeadingLine:
    words = words.strip()
    name = None
    if words.endswith("}") and "{" in words:
        words, _, attributes = words[:-1].rpartition("{")
        name = _NAME.search(attributes.removeprefix(":"))
    return HeadingLine(offset, level, words.strip(), name[1] if name else "")


def _address(target: str) -> str:
    return _TITLE.sub("", target).strip().removeprefix("<").removesuffix(">")
