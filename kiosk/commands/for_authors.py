"""What authors ask: to check, to see, to print and to search a pack.

Each imports what it needs when it is called: `kiosk --version` and a wrong option need nothing.
"""

from __future__ import annotations

import argparse
import gc
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.printed import say
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from kiosk.check.examine import Report


def _check(options: argparse.Namespace) -> int:
    from kiosk.check.command import check

    folder = options.pack or shipped("content")
    return check(folder, form=options.format, release=options.release, **_judges())


def examined(folder: Path, release: bool) -> Report:
    """Look for what is wrong with a pack, as `kiosk check` does."""
    from kiosk.check.examine import examine

    return examine(folder, release=release, **_judges())


def _judges() -> dict[str, Any]:
    """Give what a pack is examined with: the kiosk's own proof, its fonts and its cache."""
    from platformdirs import user_cache_path

    from kiosk.pack.page_cache import PageCache
    from kiosk.ui.editions.proof import prove_for_authors
    from kiosk.ui.qt.glyphs import Glyphs

    assets, cache = shipped("assets"), user_cache_path("kiosk") / "pages"
    return {
        "assets": assets,
        "today": datetime.now().date(),
        "proof": lambda folder: prove_for_authors(folder, assets=assets, cache=cache),
        "cache": PageCache(cache),
        "lacking": Glyphs().lacking,
    }


def _reviewed(options: argparse.Namespace) -> int:
    from kiosk.pack.reviewed import write_review

    told = write_review(
        options.page,
        reviewer=options.reviewer,
        next_review=options.next,
        today=datetime.now().date(),
        assets=shipped("assets"),
    )
    say(told)
    return 0


def _new(options: argparse.Namespace) -> int:
    from kiosk.pack.starter import write

    say(write(options.pack, shipped("assets") / "starter"))
    return 0


def _preview(options: argparse.Namespace) -> int:
    # As in `_run`: the thread that examines the pack must end none of Qt's objects.
    gc.disable()
    from kiosk.ui.preview.command import preview

    return preview(options.pack, assets=shipped("assets"))


def _handout(options: argparse.Namespace) -> int:
    from kiosk.ui.leaflet_printing import hand_out

    where = options.content, options.language, options.out, options.settings
    say(hand_out(*where, page=options.page or ""))
    return 0


def _export(options: argparse.Namespace) -> int:
    from kiosk.ui.export import export

    say(export(options.content, options.folder))
    return 0


def _search(options: argparse.Namespace) -> int:
    from kiosk.search.command import search

    told, code = search(
        " ".join(options.words),
        options.content or shipped("content"),
        assets=shipped("assets"),
        language=options.language,
        today=datetime.now().date(),
        json=options.format == "json",
        unread=lambda error: logging.getLogger("kiosk").warning("not searched: %s", error),
    )
    say(told)
    return code


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "reviewed": _reviewed,
    "new": _new,
    "preview": _preview,
    "handout": _handout,
    "export": _export,
    "search": _search,
}
