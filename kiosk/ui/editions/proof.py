"""The proof: what must be right with a text before the kiosk shows it, and before it is released.

Owns that the kiosk, the check and the preview ask the same, and which pictures needn't be drawn
again. Knows neither where the text comes from nor who is told.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from kiosk.pack.copying import digest_of
from kiosk.pack.page_cache import PageCache, code_digest
from kiosk.pack.validate import read_proof
from kiosk.page.error import ContentError
from kiosk.svg.drawing import Fault
from kiosk.ui.editions.trial import CHECK_SCREEN, CHECK_SECONDS, Screen, Trial
from kiosk.whole_file import Unreadable, read_whole, write_whole

REMEMBERED = 2_000
"""Pictures that are not drawn again, the last ones: 70 bytes each."""

_DRAWN = "drawn.json"
_log = logging.getLogger("kiosk.press")


def prove(
    folder: Path,
    *,
    assets: Path,
    cache: Path,
    screen: Screen,
    by: str,
    alive: Callable[[], None] = lambda: None,
) -> list[ContentError]:
    """Give what keeps the copy of a content folder off this screen; nothing if all can be shown.

    Every page is read and every picture drawn. `cache` keeps compiled pages, and which pages and
    pictures the code with the digest `by`, this one, has proved. `alive` is called every second or
    so, and may raise to break off.
    """
    pages = PageCache(cache)
    drawn = _Drawn(cache / _DRAWN)
    with Trial(screen, alive) as trial:
        begins = f"{by} {screen}"

        def draws(file: Path, languages: Sequence[str]) -> Fault | None:
            key = _key(begins, file, languages)
            if drawn.has(key):
                return None
            fault = trial.fault(file, languages)
            if fault is None:
                drawn.add(key)
            return fault

        try:
            return read_proof(folder, assets=assets, cache=pages, draws=draws, by=by, alive=alive)
        finally:
            drawn.keep()


def prove_for_authors(
    folder: Path, *, assets: Path, cache: Path, alive: Callable[[], None] = lambda: None
) -> list[ContentError]:
    """Give what would keep a text off a large screen, with half the time that the kiosk gives."""
    width, height = CHECK_SCREEN
    screen = Screen(width=width, height=height, seconds=CHECK_SECONDS)
    by = code_digest()
    return prove(folder, assets=assets, cache=cache, screen=screen, by=by, alive=alive)


def _key(begins: str, file: Path, languages: Sequence[str]) -> str:
    words = f"{begins} {' '.join(languages)} {file.suffix.lower()} {digest_of(file)}"
    return hashlib.sha256(words.encode()).hexdigest()


class _Drawn:
    """The keys of pictures that were drawn in time. A damaged file counts as missing."""

    def __init__(self, file: Path) -> None:
        self._file = file
        try:
            self._before = read_whole(file, list[str])
        except (OSError, Unreadable):
            self._before = []
        self._known = frozenset(self._before)
        self._used: dict[str, None] = {}

    def has(self, key: str) -> bool:
        if key in self._known:
            self._used[key] = None
        return key in self._used

    def add(self, key: str) -> None:
        self._used[key] = None

    def keep(self) -> None:
        """Write them down; a disk that is full or can't be written costs only time."""
        if self._known.issuperset(self._used):
            return
        kept = [*(key for key in self._before if key not in self._used), *self._used]
        try:
            write_whole(self._file, msgspec.json.encode(kept[-REMEMBERED:]), durable=False)
        except OSError as error:
            _log.warning("drawn pictures can't be remembered in %s: %s", self._file, error)
