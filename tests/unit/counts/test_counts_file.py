"""The file of counts: what is in it, that it tells nothing of an order, and what bounds it."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.counts import counts_file
from kiosk.counts.counts_file import CountsFile, Word
from kiosk.counts.tally import Counted, Tally
from kiosk.whole_file import Unreadable

DAY = date(2026, 11, 3)
Visit = Sequence[tuple[str, str]]


def some_visits(dice: random.Random) -> list[list[tuple[str, str]]]:
    things = ["visit", "page one", "page risks", "section risks#pain", "scheme dark", "listened"]
    return [
        [(dice.choice(things), dice.choice(["en", "bn"])) for _ in range(dice.randint(1, 9))]
        for _ in range(40)
    ]


def written(file: Path, visits: Sequence[Visit], writes: frozenset[int] = frozenset()) -> bytes:
    """Give the file's bytes after these visits; it is written after some of them, and at the end.

    `writes` counts all that was seen, so a write may fall into the middle of a visit.
    """
    tally, counts, seen = Tally(), CountsFile(file), 0
    for visit in visits:
        for thing, language in visit:
            tally.see(DAY, thing, language)
            seen += 1
            if seen in writes:
                counts.add(tally.take())
        tally.over()
    counts.add(tally.take())
    return file.read_bytes()


def shuffled(visits: Sequence[Visit], dice: random.Random) -> Iterator[Visit]:
    for visit in dice.sample(visits, len(visits)):
        yield dice.sample(visit, len(visit))


@pytest.mark.parametrize("seed", range(20))
def test_a_day_whose_visits_are_shuffled_gives_the_same_bytes(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    visits = some_visits(dice)
    before = {Counted(DAY - timedelta(1), "visit", "en"): 3}
    files = [tmp_path / name for name in ("first", "second")]
    for file in files:
        CountsFile(file).add(before)
    first = written(files[0], visits, frozenset(dice.sample(range(200), 5)))
    other = written(files[1], list(shuffled(visits, dice)), frozenset(dice.sample(range(200), 2)))
    assert first == other
    assert len({written(tmp_path / "less", visits[1:]), first}) == 2


def test_the_file_is_a_database_with_one_row_a_day_thing_and_language(tmp_path: Path) -> None:
    file = tmp_path / "counts.sqlite"
    other = Counted(DAY, "visit", "bn")
    CountsFile(file).add({Counted(DAY, "visit", "en"): 2, other: 1})
    CountsFile(file).add({Counted(DAY, "visit", "en"): 3})
    assert file.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(file)) as database:
        rows = database.execute("SELECT * FROM counted ORDER BY language").fetchall()
        columns = [row[1] for row in database.execute("PRAGMA table_info(counts)")]
    assert rows == [("2026-11-03", "visit", "bn", 1), ("2026-11-03", "visit", "en", 5)]
    assert columns == ["day", "thing", "language", "count"]


def test_a_month_is_its_days_together(tmp_path: Path) -> None:
    counts = CountsFile(tmp_path / "counts.sqlite")
    days = [date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1)]
    counts.add({Counted(day, "visit", "en"): 2 for day in days})
    assert counts.month("2026-11") == {("visit", "en"): 4}
    assert counts.month("2025-11") == {}


def test_the_oldest_days_and_months_go_first(tmp_path: Path) -> None:
    counts = CountsFile(tmp_path / "counts.sqlite")
    first = date(2025, 1, 1)
    days = [first + timedelta(each) for each in range(counts_file.MOST_DAYS + 1)]
    counts.add({Counted(day, f"page {day}", "en"): 1 for day in days})
    assert counts.month("2025-01") == {(f"page 2025-01-{day:02}", "en"): 1 for day in range(2, 32)}
    assert b"page 2025-01-01" not in (tmp_path / "counts.sqlite").read_bytes()
    months = [f"{2025 + n // 12}-{n % 12 + 1:02}" for n in range(counts_file.MOST_MONTHS + 1)]
    counts.add({}, [Word(month, "en", "wigs") for month in months])
    assert (counts.words(months[0]), len(counts.words(months[1]))) == ([], 1)


def test_the_file_never_grows_beyond_its_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counts_file, "MOST_BYTES", 40_000)
    file = tmp_path / "counts.sqlite"
    added = {
        Counted(DAY + timedelta(day), f"section page#{thing}", "en"): 1
        for day in range(60)
        for thing in range(100)
    }
    CountsFile(file).add(added)
    assert 4_000 < file.stat().st_size <= 40_000
    assert len(CountsFile(file).month(f"{DAY + timedelta(59):%Y-%m}")) == 100


def test_a_year_of_our_own_text_takes_less_than_2_mib(tmp_path: Path) -> None:
    file = tmp_path / "counts.sqlite"
    things = [f"section procedure#{'x' * 12}{each}" for each in range(80)]
    year = [date(2026, 1, 1) + timedelta(each) for each in range(365)]
    CountsFile(file).add(
        {
            Counted(day, thing, language): 40
            for day in year
            for thing in things
            for language in ("en", "bn")
        }
    )
    assert file.stat().st_size < 1_000_000
    assert CountsFile(file).month("2026-01")[(things[0], "bn")] == 31 * 40


@pytest.mark.parametrize("content", [b"", b"torn", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_file_that_holds_something_else_begins_anew(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "counts.sqlite"
    file.write_bytes(content)
    if content:
        with pytest.raises(Unreadable):
            CountsFile(file).month("2026-11")
    CountsFile(file).add({Counted(DAY, "visit", "en"): 1})
    assert CountsFile(file).month("2026-11") == {("visit", "en"): 1}


def test_what_a_newer_kiosk_has_written_stays(tmp_path: Path) -> None:
    file = tmp_path / "counts.sqlite"
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE other (a)")
        database.execute("PRAGMA user_version = 2")
    before = file.read_bytes()
    with pytest.raises(Unreadable, match="newer"):
        CountsFile(file).add({Counted(DAY, "visit", "en"): 1})
    with pytest.raises(Unreadable, match="newer"):
        CountsFile(file).month("2026-11")
    assert file.read_bytes() == before


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "state" / "counts.sqlite"
    CountsFile(file).add({Counted(DAY, "visit", "en"): 1})
    before = file.read_bytes()
    code = (
        "import resource, signal, sys; from kiosk.counts.counts_file import CountsFile;"
        "from kiosk.counts.tally import Counted; from datetime import date;"
        "from pathlib import Path; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "CountsFile(Path(sys.argv[1])).add({Counted(date(2026, 11, 4), 'visit', 'en'): 1})"
    )
    ran = subprocess.run([sys.executable, "-c", code, file], capture_output=True, check=False)
    assert b"File too large" in ran.stderr
    assert file.read_bytes() == before
    assert os.listdir(file.parent) == [file.name]


def test_bytes_that_a_disk_has_changed_are_read_as_something_or_nothing(tmp_path: Path) -> None:
    file, dice = tmp_path / "counts.sqlite", random.Random(1)
    counts = {Counted(DAY, f"page {n}", "en"): 9 for n in range(99)}
    CountsFile(file).add(counts, [Word("2026-11", "en", "wigs")])
    good = file.read_bytes()
    changed = [good.replace(b"STRICT", b"S\xd0RICT"), good.replace(b"page 7", b"page \xff")]
    for _ in range(30):
        some = bytearray(good)
        for at in dice.sample(range(len(good)), 8):
            some[at] = dice.randrange(256)
        changed.append(bytes(some))
    for content in changed:
        file.write_bytes(content)
        with suppress(Unreadable):
            CountsFile(file).month("2026-11")
            CountsFile(file).words("2026-11")
        CountsFile(file).add({Counted(DAY, "visit", "en"): 7})
        assert CountsFile(file).month("2026-11")["visit", "en"] == 7
