"""The search: a list of results at each key, what the index takes to be made, and its memory.

Processor time, so that another program on the machine changes little. Each query of the lists that
the tests have is typed key by key, in English and Bengali, into the pack that comes with the kiosk
and into the same with 1,000 pages more. `python -m tests.bench.searching` prints the table alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from random import Random
from statistics import quantiles

import msgspec

from kiosk.pack.pack import load_pack
from kiosk.pack.page_cache import PageCache
from kiosk.search.index import Index, build_index
from kiosk.shipped import shipped
from tests.bench import packs

LISTS = Path(__file__).parents[1] / "unit" / "search"
EVERY = 6
"""One of so many queries is typed into the large pack."""

NEW = 20
"""Words that no other page has, in each of the pages more: 20,000 in all."""

AIM, AIM_LARGE, AIM_MEMORY = 50.0, 300.0, 5.0
"""Milliseconds a key at the 95th percentile, with our pack and with 1,000 pages more; MiB."""

MEMORY = """
import ctypes, gc, sys
from datetime import date
from pathlib import Path
from kiosk.pack.pack import load_pack
from kiosk.pack.page_cache import PageCache
from kiosk.search.entries import shown_entries
from kiosk.search.index import Index, build_index
from kiosk.shipped import shipped
def held():
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
folder, cache, language = sys.argv[1:]
pack = load_pack(Path(folder), assets=shipped("assets"), cache=PageCache(Path(cache)))
for entry in shown_entries(pack, language, date.today()):
    pass
Index((), language, "", {}).find("pain")
before = held()
index = build_index(pack, language, date.today())
index.find("pain")
print(held() - before)
"""
"""What an index takes where the modules are loaded. Pages are read before, so that what reading
takes and gives back is no part of it; PYTHONMALLOC=malloc gives it back to the system."""


class Searched(msgspec.Struct, frozen=True):
    """One pack in one language: milliseconds a key, seconds to index it, bytes of the index."""

    pack: str
    language: str
    keys: list[float]
    built: float
    memory: int

    @property
    def late(self) -> float:
        """The 95th percentile of a key, in milliseconds."""
        return quantiles(self.keys, n=100)[94]


def measure(folder: Path) -> list[Searched]:
    """Measure both packs in the languages in which they have pages of their own."""
    cache = folder / "search-pages"
    found = [_searched("as shipped", packs.default(), each, cache, 1) for each in ("en", "bn")]
    made = folder / "large-pack"
    large = made if made.exists() else packs.large(folder)
    return [*found, _searched("1,000 pages more", large, "en", cache, EVERY)]


def _searched(name: str, folder: Path, language: str, cache: Path, every: int) -> Searched:
    if every > 1:
        _widen(folder)
    pack = load_pack(folder, assets=shipped("assets"), cache=PageCache(cache))
    build_index(pack, language, date.today())  # pages are compiled once
    before = time.process_time()
    index = build_index(pack, language, date.today())
    built = time.process_time() - before
    keys = [spent for query in _queries(language)[::every] for spent in _typed(index, query)]
    ran = subprocess.run(
        [sys.executable, "-c", MEMORY, str(folder), str(cache), language],
        env=os.environ | {"PYTHONMALLOC": "malloc"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return Searched(name, language, keys, built, int(ran.stdout))


def _widen(folder: Path) -> None:
    """Lead from the page on the kiosk to all others, and give each words of its own.

    What nothing leads to is not searched, and near words are looked for among all that there are.
    """
    about = folder / "en" / "about.md"
    pages = sorted(about.parent.glob("page-*.md"))
    drawn = Random(1)
    letters = "aeioulnrstmdbkpg"
    for page in pages:
        words = ("".join(drawn.choices(letters, k=drawn.randint(5, 11))) for _ in range(NEW))
        page.write_text(f"{page.read_text('utf-8')}\n\n{' '.join(words)}.\n", "utf-8")
    links = (f"[{page.stem}]({page.name})" for page in pages)
    about.write_text("\n\n".join((about.read_text("utf-8"), *links)) + "\n", "utf-8")


def _queries(language: str) -> list[str]:
    names = (f"queries_{language}.tsv", f"unanswered_{language}.tsv")
    lines = (line for name in names for line in (LISTS / name).read_text("utf-8").splitlines())
    return [line.split("\t")[0] for line in lines]


def _typed(index: Index, query: str) -> list[float]:
    spent = []
    for end in range(1, len(query) + 1):
        before = time.process_time()
        index.find(query[:end])
        spent.append((time.process_time() - before) * 1000)
    return spent


def table(found: list[Searched]) -> str:
    """Return the table, each figure with its aim."""
    head = ["Pack", "Language", "Keys", "p50", "p95", "Most", "Aim", "Indexed in", "Memory", "Aim"]
    rows = [head, ["---"] * len(head)]
    for each in found:
        large = each.pack != "as shipped"
        aim = AIM_LARGE if large else AIM
        mib = each.memory / 2**20
        met = "met" if mib <= AIM_MEMORY else "missed"
        fast = "met" if each.late <= aim else "missed"
        rows.append([
            each.pack, each.language, str(len(each.keys)),
            f"{quantiles(each.keys, n=2)[0]:.1f} ms", f"{each.late:.1f} ms",
            f"{max(each.keys):.1f} ms", f"≤ {aim:.0f} ms: {fast}",
            f"{each.built:.2f} s", f"{mib:.1f} MiB",
            "–" if large else f"≤ {AIM_MEMORY:.0f} MiB: {met}",
        ])  # fmt: skip
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="kiosk-searching-") as place:
        print(table(measure(Path(place))))
