"""Torn files and kills at random moments: every start shows five panes, and never a mixture.

Sixty rounds with fixed seeds, so that a round that fails can be looked at; two hundred where all
are asked for.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import NamedTuple

from kiosk.app import Kiosk
from kiosk.pack.editions import Editions
from kiosk.pack.page_cache import PageCache
from kiosk.pack.validate import read_proof
from kiosk.page.error import ContentError
from kiosk.shipped import shipped
from kiosk.start import Start
from tests.combinations import rounds
from tests.conftest import Kept
from tests.flows.editions import torn_kiosk
from tests.flows.packs import Writer
from tests.waiting import LIMIT

PAGES = ("one", "two", "three", "four", "five")

TORN = rounds(40, 160)
"""Rounds in which files are cut."""

KILLED = rounds(20, 40)
"""Rounds in which the process is killed."""

WHOLE = 10
"""Of so many starts one has a window too; the others are of what finds the text and shows it."""

FIGURE = re.compile(r"^!!! figure.*\n(?: .*\n|\n)*", re.MULTILINE)
"""A box with a drawing in it."""

SIDES = 2
"""Kiosks that are killed at the same time, each with a folder of its own."""

FORKS = multiprocessing.get_context("forkserver")
"""Starts kiosks from a process that has imported all they need, and has made nothing of Qt yet."""

FORKS.set_forkserver_preload([torn_kiosk.__name__])


def test_the_rounds_are_as_many_as_promised() -> None:
    assert rounds(60, 200) <= TORN + KILLED


def written(folder: Path, number: int, torn: random.Random | None = None) -> Path:
    """Write a whole pack that says `number` on each page; `torn`: one page is cut in its head."""
    writer = Writer(folder)
    for page in PAGES:
        writer.page(page, f"Text {number}.\n\n## Section\n\n{'Words. ' * 200}")
    writer.written()
    if torn:
        file = folder / torn.choice(["pack.toml", *(f"en/{page}.md" for page in PAGES)])
        # Inside a page's front matter, inside a string of pack.toml: never whole by chance.
        file.write_bytes(file.read_bytes()[: torn.randrange(1, 14)])
    return folder


def checked(panes: list[tuple[str, int, str]]) -> str:
    """Check that five panes show their text, all of the same edition; give its first words."""
    assert [label for label, _, _ in panes] == [page.capitalize() for page in PAGES]
    assert all(rows > 1 for _, rows, _ in panes), panes
    (words,) = {first for _, _, first in panes}
    return words


def started(content: Path, state: Path, *, whole: bool) -> list[tuple[str, int, str]]:
    """Start, with a window or without, and give the panes."""
    if not whole:
        part = torn_kiosk.Windowless(content, state)
        panes = torn_kiosk.panes(part.navigator)
        part.current_text.close()
        return panes
    one = Kiosk(Start(content=content, state=state, size=(640, 480), moving=False))
    panes = torn_kiosk.panes(one.shell.navigator)
    one.close()
    return panes


def test_whatever_byte_files_are_torn_at_every_start_shows_five_panes(
    tmp_path: Path, qapp: object, logged: Kept
) -> None:
    chance = random.Random(20261122)
    content, state = tmp_path / "text", tmp_path / "state"
    cache = PageCache(tmp_path / "pages")
    assets = shipped("assets")
    editions = Editions(state, content)

    def proof(folder: Path) -> list[ContentError]:
        return read_proof(folder, assets=assets, cache=cache, draws=lambda *_: None, by="")

    shutil.copytree(shipped("content"), content)
    for file in (content / "bn").iterdir():
        if file.stem not in ("overview", "glossary"):
            file.unlink()  # it says what the other language's says: to read it costs time only
    for page in ("procedure", "types"):
        # Their drawings lie outside of the folder and are whole; overview keeps one.
        file = content / "en" / f"{page}.md"
        file.write_text(FIGURE.sub("", file.read_text("utf-8")), "utf-8")
    assert editions.publish(proof).edition
    files = [file for file in content.rglob("*") if file.is_file()]
    whole = {file: file.read_bytes() for file in files}
    refused = 0
    for round_ in range(TORN):
        for file in chance.sample(files, chance.randint(1, 3)):
            at = chance.randrange(len(whole[file]))
            tail = chance.choice([b"", bytes(len(whole[file]) - at), os.urandom(20)])
            file.write_bytes(whole[file][:at] + tail)
        refused += not editions.publish(proof).edition
        if chance.random() < 0.2:
            # The power went while the edition itself was being written.
            newest = next(editions.whole()).folder.parent
            torn = chance.choice([file for file in newest.rglob("*") if file.is_file()])
            others = len(list(editions.whole())) > 1
            if others:
                torn.write_bytes(torn.read_bytes()[: chance.randrange(100)])
        panes = started(content, state, whole=round_ % WHOLE == 0)
        assert len(panes) == 5, f"round {round_}"
        assert all(rows for _, rows, _ in panes), f"round {round_}: {panes}"
        for file in files:
            file.write_bytes(whole[file])
    assert refused > TORN / 4


class Live(NamedTuple):
    """A kiosk that runs in a process of its own, and what it sends."""

    process: ForkServerProcess
    line: Connection

    def heard(self, words: str) -> None:
        """Wait until the kiosk says something that begins with these words."""
        said = ""
        while not said.startswith(words):
            assert self.line.poll(LIMIT), f"it never said {words}"
            said = self.line.recv()


@contextmanager
def live(content: Path, state: Path, *, whole: bool) -> Iterator[Live]:
    """Start a kiosk, and kill it at the end."""
    ours, theirs = FORKS.Pipe(duplex=False)
    process = FORKS.Process(
        target=torn_kiosk.main, args=(theirs, content, state), kwargs={"whole": whole}
    )
    process.start()
    theirs.close()
    try:
        yield Live(process, ours)
    finally:
        process.kill()
        process.join()
        ours.close()


def killed_again_and_again(place: Path, seed: int) -> set[str]:
    """Start, change the folder, kill; give the words of all editions that were on the screen."""
    chance = random.Random(seed)
    content, state = place / "text", place / "state"
    whole = [written(place / f"v{number}", number) for number in range(8)]
    torn = [written(place / f"t{number}", 100 + number, chance) for number in range(4)]
    content.symlink_to(whole[0])
    assert Editions(state, content).publish(lambda _: []).edition, "it was on with good text once"
    texts = {folder: f"Text {number}." for number, folder in enumerate(whole)}
    seen, published = set(), "Text 0."
    for round_ in range(KILLED // SIDES):
        with live(content, state, whole=round_ % WHOLE == 0) as kiosk:
            shown = checked(kiosk.line.recv())
            assert not published or shown == published, "what was read whole came through"
            seen.add(shown)
            # Any folder but the present one and the one that is shown: that is read for sure.
            others = [each for each in texts if texts[each] != shown]
            others = sorted({*others, *torn} - {content.readlink()})
            chosen = chance.choice(others)
            (place / "next").symlink_to(chosen)
            (place / "next").replace(content)
            # In turn: before, while and just after the folder is read. What it was before may be
            # read first.
            published = ""
            match round_ % 3:
                case 1:
                    kiosk.heard("reading")
                case 2:
                    published = texts.get(chosen, "")
                    kiosk.heard(f"read {published}")
            kiosk.process.join(chance.uniform(0, (0.2, 0.5, 0.1)[round_ % 3]))
            assert kiosk.process.is_alive(), "it doesn't end by itself"
    return seen


def test_a_kill_at_any_moment_of_a_reload_leaves_a_start_with_five_panes(tmp_path: Path) -> None:
    places = [tmp_path / str(side) for side in range(SIDES)]
    for place in places:
        place.mkdir()
    with ThreadPoolExecutor(SIDES) as sides:
        found = list(sides.map(killed_again_and_again, places, range(7, 7 + SIDES)))
    for seen in found:
        assert len(seen) > 2, f"reloads came through: {seen}"
        assert all(words in {f"Text {n}." for n in range(8)} for words in seen), "none was torn"
