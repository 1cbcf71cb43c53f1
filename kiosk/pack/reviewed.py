"""`kiosk reviewed`: writes into a page's front matter who has reviewed it, and which text that was.

Owns the digest of a reviewed text, and the change of those few lines: every other character of the
file stays. Judges neither the reviewer nor the text.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec
import yaml

from kiosk.markdown.frontmatter import Front, split
from kiosk.pack.pack import Pack, load_pack
from kiosk.pack.packfile import NAME, is_page_name
from kiosk.pack.picture_files import read_picture
from kiosk.pack.validate import picture_faults
from kiosk.page.blocks import Page
from kiosk.page.error import ContentError
from kiosk.page.review import Review, Status
from kiosk.page.source import SourceText, decode, read_bytes
from kiosk.whole_file import write_whole

DIGITS = 12
"""Hexadecimal digits of the digest: enough that no change goes unseen by chance."""

_UNSEEN = re.compile(r"<!--.*?-->|\{:?\s*#[^}\n]*\}", re.DOTALL)
_SPACE = re.compile(r"\s+")
_FRONT = re.compile(
    r"---[ \t]*(?P<break>\r\n|\r|\n)(?P<lines>.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:[\r\n]|$)",
    re.DOTALL,
)
_BOM = b"\xef\xbb\xbf"


def text_digest(source: SourceText, pictures: Iterable[Path] = ()) -> str:
    """Return a digest of what a page shows: title, tab, lead, body and its pictures' files.

    It has `DIGITS` hexadecimal digits. White space, comments and the names of headings don't count:
    no patient reads them. Facts count as they are written: a clinic's new phone number makes no
    text another. Raises ContentError.
    """
    front, body = split(source)
    said = (front.title, front.tab or front.title, front.lead, body)
    seen = hashlib.sha256("\n".join(map(_words, said)).encode())
    for file in pictures:
        content = read_picture(file)
        # Where lines end in a drawing changes on its way through another system.
        content = b" ".join(content.split()) if file.suffix.lower() == ".svg" else content
        seen.update(hashlib.sha256(content).digest())
    return seen.hexdigest()[:DIGITS]


def pictures(pack: Pack, page: Page) -> list[Path]:
    """Give the files of a page's pictures, in their order. Raises ContentError."""
    return [pack.picture(source, page.language) for source in page.pictures]


def _words(text: str) -> str:
    """Give a text with one space between two words and none elsewhere."""
    text = _UNSEEN.sub("", text)

    def space(found: re.Match[str]) -> str:
        start, end = found.span()
        before = text[start - 1 : start] if start else ""
        return " " if _in_word(before) and _in_word(text[end : end + 1]) else ""

    return _SPACE.sub(space, text)


def _in_word(character: str) -> bool:
    return character.isalnum() or (
        character != "" and unicodedata.category(character).startswith("M")
    )


def write_review(file: Path, *, reviewer: str, next_review: date, today: date, assets: Path) -> str:
    """Write into the page `file` that `reviewer` has reviewed it today, and say what was done.

    Raises ContentError where that can't be, and leaves the file as it was: it is no page of a pack
    or can't be used, nobody is named, the author reviews, the next review isn't still to come.
    """
    reviewer = " ".join(reviewer.split())
    if not reviewer or not reviewer.isprintable():
        raise ContentError(
            file, 0, "nobody is named who has reviewed it", 'Write --reviewer "Name, role"'
        )
    if next_review <= today:
        raise ContentError(
            file,
            0,
            f"the next review, {next_review}, is not still to come",
            f"Write a day after today, {today}, behind --next",
        )
    shown = _pictures_of(file, assets)
    saved = read_bytes(file)
    source = SourceText.of(decode(saved, file), file)
    front, _ = split(source)
    if reviewer.partition(",")[0].strip().casefold() == front.review.author.strip().casefold():
        raise source.error(
            f"{reviewer} has written this page", "Have somebody else review it", near=("author",)
        )
    review = Review(
        status=Status.REVIEWED,
        author=front.review.author,
        reviewer=reviewer,
        reviewed=today,
        next_review=next_review,
        digest=text_digest(source, shown),
    )
    wanted = msgspec.structs.replace(front, review=review)
    _store(file, _changed(saved, source, wanted, shown))
    return (
        f"{file} says now that {reviewer} has reviewed it on {today}, and that the next review "
        f"is due on {next_review}."
    )


def _pictures_of(file: Path, assets: Path) -> list[Path]:
    language, folder = file.absolute().parent.name, file.absolute().parent.parent
    if file.suffix != ".md" or not is_page_name(file.stem) or not (folder / NAME).is_file():
        raise ContentError(
            file, 0, "this is no page of a pack", "Name a page's file, such as our-text/en/risks.md"
        )
    pack = load_pack(folder, assets=assets)
    if language not in pack.languages:
        raise ContentError(
            file,
            0,
            f"'{language}' is not a language of this pack",
            f"Add it to languages in {NAME}, or name another file",
        )
    read_bytes(file)  # or the page of another language would stand in for one that is missing
    page = pack.page(file.stem, language)
    for fault in picture_faults(pack, page):
        raise fault
    return pictures(pack, page)


def _changed(saved: bytes, source: SourceText, wanted: Front, shown: list[Path]) -> bytes:
    """Give the file's bytes with the review that is wanted. Raises ContentError if that fails."""
    text = decode(saved, Path(source.file))
    found = _FRONT.match(text)
    try:
        if not found:
            raise ValueError
        front = _edited(found["lines"], _entries(wanted.review), found["break"])
        text = text[: found.start("lines")] + front + text[found.end("lines") :]
        after = SourceText.of(text, source.file)
        if split(after)[0] != wanted or text_digest(after, shown) != wanted.review.digest:
            raise ValueError
    except (ValueError, yaml.YAMLError, ContentError):
        raise source.error(
            "the lines of its review are written in a way that this command can't change",
            "Write them one below the other, as docs/authors.md shows, and run it again",
            near=("review:",),
        ) from None
    return (_BOM if saved.startswith(_BOM) else b"") + text.encode()


def _entries(review: Review) -> dict[str, str]:
    """Give what is written for each key; words in quotation marks, so that none reads otherwise."""
    return {
        "status": review.status.value,
        "reviewer": json.dumps(review.reviewer, ensure_ascii=False),
        "reviewed": str(review.reviewed),
        "next_review": str(review.next_review),
        "digest": json.dumps(review.digest),
    }


def _edited(lines: str, entries: Mapping[str, str], line_end: str) -> str:
    """Put the entries into the mapping `review` of a front matter."""
    mapping = _review_of(yaml.compose(lines, Loader=yaml.SafeLoader))
    edits = list(_edits(mapping, entries, lines))
    there = {key.value for key, _ in mapping.value}
    missing = [f"{name}: {value}" for name, value in entries.items() if name not in there]
    if missing:
        last = mapping.value[-1][1]
        end = last.start_mark.index + len(
            lines[last.start_mark.index : last.end_mark.index].rstrip()
        )
        if mapping.flow_style:
            edits.append((end, end, "".join(f", {entry}" for entry in missing)))
        else:
            indent = " " * mapping.value[0][0].start_mark.column
            rest = re.compile(r"[^\r\n]*").match(lines, end)
            end = rest.end() if rest else end
            edits.append((end, end, "".join(f"{line_end}{indent}{entry}" for entry in missing)))
    for start, end, words in sorted(edits, reverse=True):
        lines = lines[:start] + words + lines[end:]
    return lines


def _review_of(root: yaml.Node | None) -> yaml.MappingNode:
    """Give the `review` of a front matter. Raises ValueError."""
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    for key, value in pairs:
        if key.value == "review" and isinstance(value, yaml.MappingNode) and value.value:
            return value
    raise ValueError


def _edits(
    mapping: yaml.MappingNode, entries: Mapping[str, str], lines: str
) -> Iterator[tuple[int, int, str]]:
    """Give the values that change: from where to where in the text, and what stands there then."""
    for key, value in mapping.value:
        if key.value in entries:
            start, end = value.start_mark.index, value.end_mark.index
            end = start + len(lines[start:end].rstrip())
            space = "" if end > start else " "
            yield start, end, space + entries[key.value]


def _store(file: Path, content: bytes) -> None:
    file = file.resolve()
    was = file.stat()

    def as_before(handle: int) -> None:
        os.fchmod(handle, stat.S_IMODE(was.st_mode))
        with suppress(PermissionError):  # who may write the file need not own it
            os.fchown(handle, was.st_uid, was.st_gid)

    try:
        write_whole(file, content, prepare=as_before)
    except OSError as error:
        raise ContentError(
            file,
            0,
            f"the file can't be written ({error.strerror})",
            "Look at the permissions and the disk",
        ) from error
