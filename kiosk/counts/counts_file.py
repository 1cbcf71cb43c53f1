"""The file of counts: an SQLite database that is written whole, and so tells nothing of an order.

Owns its tables, how long what is kept, and how large it grows. Each write makes the database anew
from sorted rows: SQLite's pages, and its own count of changes, are the same whatever came first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.counts.tally import Counted
from kiosk.whole_file import Unreadable, refuse_special, write_whole

NAME = "counts.sqlite"
"""The file in the state folder."""

VERSION = 1
"""The tables' version, SQLite's `user_version`. A newer kiosk's file is left as it is."""

MOST_DAYS = 400
"""Days with a visit that are kept: a month and the same one a year before."""

MOST_MONTHS = 13
"""Months with words searched in vain that are kept."""

MOST_BYTES = 2 * 1024 * 1024
"""Bytes of the file; the oldest days go first. 160 things on each day of a year take 0.8 MB."""

BROKEN = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises for a file that it can't use; the second, where it would tell why."""

_EPOCH = date(1970, 1, 1).toordinal()

_TABLES = """
CREATE TABLE {0}.names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE {0}.counts (day INTEGER, thing INTEGER, language INTEGER, count INTEGER NOT NULL,
    PRIMARY KEY (day, thing, language)) STRICT, WITHOUT ROWID;
CREATE TABLE {0}.words (month TEXT, language TEXT, word TEXT,
    PRIMARY KEY (month, language, word)) STRICT, WITHOUT ROWID;
CREATE VIEW {0}.counted AS
    SELECT date(day * 86400, 'unixepoch') AS day, things.name AS thing, spoken.name AS language,
        count FROM counts JOIN names AS things ON things.id = thing
        JOIN names AS spoken ON spoken.id = language;
PRAGMA {0}.user_version = 1;
"""

_NAMED = "INSERT OR IGNORE INTO old.names (name) VALUES (?)"
_COUNTED = """
INSERT INTO old.counts SELECT ?, thing.id, spoken.id, ? FROM old.names AS thing, old.names AS spoken
    WHERE thing.name = ? AND spoken.name = ?
    ON CONFLICT DO UPDATE SET count = count + excluded.count
"""

_BOUNDED = """
DELETE FROM old.counts WHERE day NOT IN
    (SELECT DISTINCT day FROM old.counts ORDER BY day DESC LIMIT {days});
DELETE FROM old.words WHERE month NOT IN
    (SELECT DISTINCT month FROM old.words ORDER BY month DESC LIMIT {months});
"""

_SORTED = """
BEGIN;
INSERT INTO main.names (name) SELECT name FROM old.names WHERE id IN
    (SELECT thing FROM old.counts UNION SELECT language FROM old.counts) ORDER BY name;
INSERT INTO main.counts SELECT day, thing.id, spoken.id, count FROM old.counts
    JOIN old.names AS was ON was.id = thing JOIN main.names AS thing ON thing.name = was.name
    JOIN old.names AS said ON said.id = language
    JOIN main.names AS spoken ON spoken.name = said.name ORDER BY 1, 2, 3;
INSERT INTO main.words SELECT month, language, word FROM old.words ORDER BY 1, 2, 3;
COMMIT;
"""


class Word(NamedTuple):
    """Words searched in vain, and a month, such as "2026-11", in which they were."""

    month: str
    language: str
    word: str


class CountsFile:
    """The file of counts of one machine; it need not be there."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, counts: Mapping[Counted, int], words: Collection[Word] = ()) -> None:
        """Write the file anew with these added; one that holds something else begins anew.

        Raises:
            OSError: it can't be read or written; it stays as it was.
            Unreadable: a newer kiosk has written it; it stays as it was.
        """
        try:
            content = self._read()
            made = _written(content, counts, words)
        except BROKEN:  # a broken disk; a write that is cut off leaves what was there
            made = _written(b"", counts, words)
        write_whole(self._file, made)

    def month(self, month: str) -> dict[tuple[str, str], int]:
        """Give for each thing and language its count in a month, such as "2026-11".

        Raises:
            OSError: it can't be read.
            Unreadable: it holds something else, or a newer kiosk has written it.
        """
        asked = "SELECT thing, language, sum(count) FROM counted WHERE day LIKE ? GROUP BY 1, 2"
        return {(thing, spoken): count for thing, spoken, count in self._ask(asked, f"{month}-%")}

    def words(self, month: str) -> list[Word]:
        """Give the words searched in vain in a month. Raises as `month` does."""
        return [Word(*row) for row in self._ask("SELECT * FROM words WHERE month = ?", month)]

    def _ask(self, query: str, month: str) -> list[tuple[Any, ...]]:
        try:
            if content := self._read():
                with closing(_opened(content, "main")) as database:
                    return database.execute(query, (month,)).fetchall()
        except BROKEN:
            raise Unreadable("it is damaged, or holds no counts") from None
        return []

    def _read(self) -> bytes:
        """Give what is there; nothing if there is no file."""
        refuse_special(self._file)
        try:
            with self._file.open("rb") as stream:
                return stream.read(2 * MOST_BYTES)
        except FileNotFoundError:
            return b""


def _opened(content: bytes, name: str) -> sqlite3.Connection:
    """Open a database in memory, and nowhere else, as `main` or beside that; empty: a new one."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        database.execute("PRAGMA temp_store = MEMORY")
        if name != "main":
            database.execute(f"ATTACH ':memory:' AS {name}")
        if not content:
            database.executescript(_TABLES.format(name))
            return database
        database.deserialize(content, name=name)
        [version] = database.execute(f"PRAGMA {name}.user_version").fetchone()
        if version > VERSION:
            raise Unreadable("a newer kiosk has written it")
        [sound] = database.execute(f"PRAGMA {name}.integrity_check(1)").fetchone()
        if sound != "ok":
            raise sqlite3.DatabaseError(sound)
        return database
    except BaseException:
        database.close()
        raise


def _written(
    content: bytes, counts: Mapping[Counted, int], words: Collection[Word], days: int = MOST_DAYS
) -> bytes:
    """Give the bytes of a database with these added to what `content` holds, of so many days."""
    with closing(_opened(content, "old")) as database:
        names = {name for each in counts for name in (each.thing, each.language)}
        database.executemany(_NAMED, ((name,) for name in names))
        database.executemany(
            _COUNTED,
            (
                (each.day.toordinal() - _EPOCH, count, each.thing, each.language)
                for each, count in counts.items()
            ),
        )
        database.executemany("INSERT OR IGNORE INTO old.words VALUES (?, ?, ?)", words)
        bounded = _BOUNDED.format(days=days, months=MOST_MONTHS)
        database.executescript(bounded + _TABLES.format("main") + _SORTED)
        made = database.serialize(name="main")
    fits = len(made) <= MOST_BYTES or days <= 1
    return made if fits else _written(content, counts, words, days * 3 // 4)
