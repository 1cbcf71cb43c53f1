"""Packs with harm done: words of their files, names, folders, and what stands in their place."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

from kiosk.check.examine import examine
from kiosk.check.report import as_lines
from kiosk.pack.copying import copy, fingerprint
from kiosk.pack.pack import Pack, load_pack
from kiosk.pack.validate import read_proof
from kiosk.page.error import ContentError
from kiosk.rows.build import page_rows
from kiosk.shipped import shipped
from kiosk.ui.qt.application import application
from kiosk.ui.reading.page_source import PackPages
from tests.fuzz.changes import changed
from tests.fuzz.kinds import hold_told
from tests.fuzz.marks import FRONT, HEAD, ODD, PIECES, TRAPS
from tests.fuzz.outside import SVG, Outside
from tests.fuzz.pictures import undrawn
from tests.fuzz.texts import any_markdown

TODAY = date(2026, 11, 22)

NAMES = (
    "one.md", "ONE.MD", "one.txt", "one.md.md", ".one.md", "one.md~", "two.md", "glossary.md",
    "bn", "EN", "en-GB", "figures", "icons", "a b.md", "é.md", "e\u0301.md", "pack.toml", "-x.md",
    "x" * 250, "*", "%20", "'\"", "\n", "\x1b[31m.md", "\udcff.md", "চুল.md", "drawing.png",
)  # fmt: skip

LEADING = (
    "..",
    ".",
    "nowhere",
    "one.md",
    "en",
    "/dev/zero",
    "/proc/self/mem",
    "/etc/hostname",
)
"""Where links lead. None leads to what nobody may open: a link is followed."""

TOML = """\
title = {en = "A pack", bn = "একটি"}
clinic = "A clinic"
phone = "020 7946 0000"
emergency_number = "999"
front_desk = "ask"
languages = ["en", "bn"]
about = "two"
extras = ["glossary"]
hide_overdue = false
[[tabs]]
page = "one"
icon = "info"
[[rest]]
line = "A line"
text = "Words"
figure = "figures/drawing.svg"
page = "one"
[details]
price = {en = "[ask]", bn = "৫"}
[check.off]
same-figures = "why"
[check.instead.en]
"drawing" = "figure (drawing)"
"""

ONE = (
    "## S {#s}\n\nWords **bold** of [two](two.md#a).[^n]\n\n{{ price }}\n\n"
    "![A](figures/drawing.svg)\n\n- [ ] x\n"
)

SMALL = {
    "pack.toml": TOML.encode(),
    "en/one.md": (FRONT + ONE + "\n[^n]: A source. 2015.\n").encode(),
    "en/two.md": (FRONT + "!!! note\n    Words.\n").encode(),
    "en/glossary.md": (FRONT + "Word\n:   Its meaning.\n").encode(),
    "bn/one.md": (FRONT + "চুল পড়ে। [দুই](two.md)\n").encode(),
    "figures/drawing.svg": SVG,
}

TINY = {
    "pack.toml": b"""\
title = "A pack"
clinic = "A clinic"
emergency_number = "999"
front_desk = "ask"
languages = ["en"]
tabs = [{page = "one", icon = "info"}]
""",
    "en/one.md": (FRONT + "Words.\n\n![A](drawing.svg)\n").encode(),
    "en/drawing.svg": SVG,
}

Change = Callable[["Packs", Random, Path], str]


class Packs:
    """Copies and proves packs as the kiosk's child does, and examines them as `kiosk check` does.

    `examined` is the share of them that is examined, which takes three times as long.
    """

    def __init__(self, folder: Path, examined: float) -> None:
        self._app = application()
        self._outside = Outside(folder / "outside")
        # No link of a pack leads as far: what it leads to is read.
        self._folder = folder / "room"
        self._folder.mkdir()
        self._examined = examined
        self._assets = shipped("assets")
        starter = self._assets / "starter"
        whole = {
            file.relative_to(starter).as_posix(): file.read_bytes()
            for file in starter.rglob("*")
            if file.is_file()
        }
        self._bases = {"tiny": TINY, "small": SMALL, "starter": whole}
        self._changes: list[str] = []

    def play(self, dice: Random) -> None:
        """Prove and examine one pack; whatever is wrong with it is told."""
        pack, edition = self._folder / "pack", self._folder / "edition"
        try:
            self._make(dice, pack)
            self._prove(pack, edition)
            if dice.random() < self._examined:
                self._examine(pack)
        finally:
            remove(pack)
            remove(edition)

    def told(self) -> str:
        """Give what was done to the pack."""
        return "\n".join(self._changes)

    # What a pack holds

    def _make(self, dice: Random, pack: Path) -> None:
        [base] = dice.choices([*self._bases], (700, 295, 5))
        self._changes = [f"the {base} pack"]
        pack.mkdir()  # raises where a link of the pack before is left, which may lead out of here
        for name, content in self._bases[base].items():
            file = pack / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        for _ in range(dice.choice((1, 1, 2, 2, 4))):
            if not pack.is_dir() or pack.is_symlink():
                break
            [change] = dice.choices(_CHANGES, _WEIGHTS)
            self._changes.append(change(self, dice, pack))

    def _some(self, dice: Random, pack: Path) -> Path:
        return dice.choice(sorted(pack.rglob("*"), key=os.fsencode) or [pack])

    def _words(self, dice: Random, pack: Path) -> str:
        # Never through a link, which may lead out of here.
        files = [
            each
            for each in sorted(pack.rglob("*"), key=os.fsencode)
            if each.is_file() and not each.is_symlink()
        ]
        if not files:
            return "no file is left"
        settings = pack / "pack.toml"
        file = settings if settings in files and dice.random() < 0.4 else dice.choice(files)
        before = file.read_bytes()
        marks = HEAD if file.suffix == ".toml" else dice.choice((HEAD, PIECES, ODD, TRAPS))
        reaching = (
            "../../outside/page.md",
            "../../outside/drawing.svg",
            str(self._outside.drawing),
        )
        after = changed(dice, before, (*marks, *reaching))
        file.write_bytes(after)
        return f"{file.relative_to(pack)!s}: {after!r}"

    def _text(self, dice: Random, pack: Path) -> str:
        pages = sorted(each for each in pack.glob("*/*.md") if not each.is_symlink())
        if not pages:
            return "no page is left"
        page, text = dice.choice(pages), FRONT + any_markdown(dice)
        if page.is_file():
            page.write_text(text, "utf-8", newline="")
        return f"{page.relative_to(pack)!s}: {text!r}"

    def _renamed(self, dice: Random, pack: Path) -> str:
        file, name = self._some(dice, pack), dice.choice(NAMES)
        to = file.with_name(name)
        if file != pack and not to.exists() and not to.is_symlink():
            file.rename(to)
        return f"{file.relative_to(pack)!s} is called {name!r}"

    def _moved(self, dice: Random, pack: Path) -> str:
        file, to = self._some(dice, pack), self._some(dice, pack)
        there = to.is_dir() and not to.is_symlink()
        if there and not to.is_relative_to(file) and not (to / file.name).exists():
            file.rename(to / file.name)
        return f"{file.relative_to(pack)!s} lies in {to.relative_to(pack)!s}"

    def _instead(self, dice: Random, pack: Path) -> str:
        """Put something else where a file or folder was."""
        file = self._some(dice, pack) if dice.random() < 0.97 else pack
        remove(file)
        kind = dice.choice(sorted(_PUT))
        _PUT[kind](file)
        return f"{file.relative_to(self._folder)!s} is {kind}"

    def _linked(self, dice: Random, pack: Path) -> str:
        file = self._some(dice, pack)
        if file == pack:
            return "nothing is left to be a link"
        to = dice.choice(LEADING)
        if dice.random() < 0.02:  # thousands of files to look at
            to = "/"
        remove(file)
        file.symlink_to(to)
        return f"{file.relative_to(pack)!s} is a link to {to}"

    def _more(self, dice: Random, pack: Path) -> str:
        file = self._some(dice, pack)
        place = (file if file.is_dir() and not file.is_symlink() else file.parent) / dice.choice(
            NAMES
        )
        if not place.exists() and not place.is_symlink():
            _PUT[dice.choice(sorted(_PUT))](place)
        return f"{place.relative_to(pack)!s} is there too"

    # What must be true of it

    def _prove(self, pack: Path, edition: Path) -> None:
        fingerprint(pack)
        try:
            copy(pack, edition)
        except ContentError as error:
            hold_told([error])
            return
        finally:
            self._outside.opened()  # what a link of the pack leads to is copied
        faults = read_proof(
            edition,
            assets=self._assets,
            cache=None,
            draws=lambda file, languages: undrawn(file),
            by="",
        )
        hold_told(faults)
        if not faults:
            self._show(load_pack(edition, assets=self._assets))
        self._nothing_opened()

    def _show(self, pack: Pack) -> None:
        pages = PackPages(pack)
        for language in pack.languages:
            for name in pack.names():
                page = pack.page(name, language)
                figures = pages.figures(page)
                assert len(figures) == len(page.pictures), "every picture is shown"
                page_rows(page, lambda source: (source, 1.0))
            pack.rest(language)
        for tab in pack.tabs:
            pages.icon(tab.icon)

    def _examine(self, pack: Path) -> None:
        report = examine(pack, assets=self._assets, today=TODAY, release=True)
        for each in report.findings:
            assert "broken down" not in each.problem, f"{each.rule}: {each.problem}"
            assert each.problem, "a finding says what is wrong"
            assert each.remedy, f"a finding says what to do: {each}"
        told = as_lines(report, pack).replace("\u200d", "").split("\n")
        assert all(map(str.isprintable, told)), "what is told is words"
        self._nothing_opened()

    def _nothing_opened(self) -> None:
        opened = self._outside.opened()
        assert not opened, f"opened outside the pack: {opened}"


def remove(file: Path) -> None:
    """Take a file or a folder away."""
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    else:
        file.unlink(missing_ok=True)


def _plug(place: Path) -> None:
    # Bound by a short way: a socket's path has at most 108 bytes.
    here = os.open(".", os.O_RDONLY)
    os.chdir(place.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(place.name[:100])
    finally:
        os.fchdir(here)
        os.close(here)


def _deep(place: Path) -> None:
    for _ in range(40):
        place.mkdir()
        place /= "d"


_PUT: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a socket": _plug,
    "a folder": Path.mkdir,
    "empty": Path.touch,
    "many folders deep": _deep,
    "not there": lambda place: None,
    "zeros": lambda place: place.write_bytes(bytes(4096)),
    "a page": lambda place: place.write_bytes(SMALL["en/two.md"]),
    "a drawing": lambda place: place.write_bytes(SVG),
    "two megabytes": lambda place: place.write_bytes(b"word \n\n" * 300_000),
}

_CHANGES: tuple[Change, ...] = (
    Packs._words, Packs._text, Packs._renamed, Packs._moved, Packs._instead, Packs._linked,
    Packs._more,
)  # fmt: skip
_WEIGHTS = (12, 4, 3, 1, 3, 3, 2)
