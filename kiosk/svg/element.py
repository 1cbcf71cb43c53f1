"""An SVG file as a tree of elements, read within limits and without a document type.

Owns what can be read at all. Judges no element: `reach` and `subset` do.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

import msgspec

MOST_BYTES = 10_000_000
"""The largest drawing in bytes; one of ours has ten thousand."""

MOST_ELEMENTS = 20_000
"""The most elements of a file, those that are never drawn among them."""

MOST_NESTED = 100
"""How deep elements may stand in each other, notes of drawing programs among them."""

MOST_LETTERS = 1_000
"""The longest name of an element or attribute. Qt's XML reader refuses a file whose name has more
than 4,096 of its characters, the prefix among them."""

_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"


class SvgError(Exception):
    """Why a file can't be read as a drawing: `problem` goes on after the picture's name."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}. {remedy}.")
        self.problem = problem
        self.remedy = remedy


class DocumentTypeError(SvgError):
    """The file has a document type, which may make it read other files."""


class Element(msgspec.Struct):
    """One element: its name without a prefix, and the line (from 1) where it begins.

    `own` tells whether it is the drawing's and not a note of another program's. Attributes of SVG
    and `xlink:href` stand under these names; any other under its namespace, a space and its name.
    """

    name: str
    own: bool
    line: int
    attributes: dict[str, str]
    content: list[Element | str]

    @property
    def children(self) -> Iterator[Element]:
        """The elements directly in it."""
        return (each for each in self.content if isinstance(each, Element))

    @property
    def text(self) -> str:
        """The text directly in it."""
        return "".join(each for each in self.content if isinstance(each, str))

    @property
    def href(self) -> str:
        """What it refers to; empty without a reference."""
        found = self.attributes.get("href")
        return (self.attributes.get("xlink:href", "") if found is None else found).strip()

    def walk(self) -> Iterator[Element]:
        """Give it and all that stands in it, in the order of the file."""
        waiting = [self]
        while waiting:
            each = waiting.pop()
            yield each
            waiting.extend(reversed(list(each.children)))


class Tree(msgspec.Struct, frozen=True):
    """A whole file: its outermost element, and what instructions name as style sheets."""

    root: Element
    sheets: tuple[str, ...]


def read_tree(content: bytes) -> Tree:
    """Read a file's bytes. Raises SvgError."""
    if len(content) > MOST_BYTES:
        raise SvgError(
            f"is larger than {MOST_BYTES:,} bytes", "Save it with fewer shapes, or as PNG or JPEG"
        )
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SvgError(
            f"holds a byte in line {line} that is not UTF-8 text",
            "Save it anew as plain SVG with the encoding UTF-8",
        ) from None
    builder = _Builder(content)
    try:
        builder.parser.Parse(content, True)
    except expat.ExpatError as error:
        words = expat.errors.messages.get(error.code, "not XML")
        raise SvgError(
            f"is cut short or damaged in line {error.lineno} ({words})",
            "Copy it anew, or save it anew as a plain SVG",
        ) from None
    root = builder.root
    if root is None or root.name != "svg":
        raise SvgError("is no SVG inside", "Save it anew as a plain SVG")
    return Tree(root, tuple(builder.sheets))


class _Builder:
    """Takes elements from expat, which resolves no entity of a file's own and opens nothing."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.root: Element | None = None
        self.sheets: list[str] = []
        self._open: list[Element] = []
        self._count = 0
        self._namespace = ""
        # What a file says of its encoding can't make other words of the same bytes.
        self.parser = parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._document_type
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.ProcessingInstructionHandler = self._instruction

    def _document_type(self, *declared: object) -> None:
        # Without one there are no entities: neither files nor words that grow without end.
        at = self._content.find(b"<!DOCTYPE")
        words = " ".join(self._content[at : at + 80].decode(errors="ignore").split())
        raise DocumentTypeError(
            f"begins with a DOCTYPE, which can name other files: {words}",
            "Take the lines from <!DOCTYPE to its > out, or save it anew as plain SVG",
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise SvgError(
                f"has more than {MOST_ELEMENTS:,} elements",
                "Save it with fewer shapes, or as PNG or JPEG",
            )
        if len(self._open) >= MOST_NESTED:
            raise SvgError(
                f"has more than {MOST_NESTED} groups in each other in line "
                f"{self.parser.CurrentLineNumber}",
                "Ungroup its shapes and save it anew as plain SVG",
            )
        if any(len(each.rpartition(" ")[2]) > MOST_LETTERS for each in (name, *attributes)):
            raise SvgError(
                f"has a name of more than {MOST_LETTERS:,} letters in line "
                f"{self.parser.CurrentLineNumber}",
                "Copy it anew, or save it anew as a plain SVG",
            )
        namespace, _, local = name.rpartition(" ")
        if self.root is None:
            self._namespace = namespace
        element = Element(
            name=local,
            own=namespace == self._namespace,
            line=self.parser.CurrentLineNumber,
            attributes={self._called(each): value for each, value in attributes.items()},
            content=[],
        )
        if self._open:
            self._open[-1].content.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _called(self, name: str) -> str:
        namespace, _, local = name.rpartition(" ")
        if namespace == _XLINK:
            return f"xlink:{local}"
        if namespace == _XML:
            return f"xml:{local}"
        return local if namespace == self._namespace else name

    def _end(self, name: str) -> None:
        self._open.pop()

    def _words(self, words: str) -> None:
        if self._open:
            self._open[-1].content.append(words)

    def _instruction(self, name: str, words: str) -> None:
        if name.lower() == "xml-stylesheet":
            self.sheets.append(words)
