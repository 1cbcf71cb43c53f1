"""A publisher and a kiosk, each in a folder, with one clock that both are told.

The repository is a real one, and the client is the kiosk's own. What goes wrong between them is
told to `Faulty`, through which the kiosk reads.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.check.examine import Report
from kiosk.delivery.fetching import Fetching
from kiosk.delivery.kept_texts import DeliveryState, KeptTexts
from kiosk.delivery.sources import FolderSource, Source
from kiosk.pack.validate import Proof, read_proof
from kiosk.page.error import ContentError
from kiosk.publish.beginning import make_repository
from kiosk.publish.releasing import Released, pass_on, release
from kiosk.publish.repository import Share, TextRepository
from kiosk.shipped import shipped
from tests.flows.packs import Writer

BEGUN = datetime(2026, 3, 1, tzinfo=UTC)
DAY = timedelta(days=1)
ONE = Share(1, 1)

Change = Callable[[str, bytes], bytes | Exception | Iterator[bytes]]
"""From a file's place in the repository and its bytes to what is sent instead."""


class Faulty(FolderSource):
    """A folder that `change` gets in the way of. `read` names the files that were asked for."""

    def __init__(self, folder: Path, change: Change = lambda place, content: content) -> None:
        super().__init__(folder)
        self._folder, self._change = folder, change
        self.read: list[str] = []
        self.sent = 0

    def opened(self, place: str, start: int = 0) -> Iterator[bytes]:
        content = b"".join(super().opened(place))
        name = Path(place).relative_to(self._folder).as_posix()
        self.read.append(name)
        sent = self._change(name, content)
        if isinstance(sent, Exception):
            raise sent
        if isinstance(sent, bytes):
            self.sent += len(sent[start:])
            return iter([sent[start:]])
        return sent


def passed(folder: Path) -> list[ContentError]:
    return []


def read(folder: Path) -> list[ContentError]:
    """Prove as `kiosk text fetch` does."""
    return read_proof(
        folder,
        assets=shipped("assets"),
        cache=None,
        draws=lambda file, languages: None,
        by="",
    )


class World:
    """One publisher, one kiosk. `now` is what both clocks say."""

    def __init__(self, folder: Path, *, root: Share = ONE, text: Share = ONE) -> None:
        self.folder, self.now = folder, BEGUN
        self.repository_folder = folder / "repository"
        make_repository(
            self.repository_folder, self.clock, root=root, text=text, months=12, fresh_months=3
        )
        self.public = self.repository_folder / "public"
        self.root = folder / "root.json"
        shutil.copy(self.public / "metadata" / "1.root.json", self.root)
        self.kept = KeptTexts(folder / "kiosk")

    def clock(self) -> datetime:
        return self.now

    def repository(self, *keys: Path) -> TextRepository:
        return TextRepository(self.repository_folder, self.clock, keys)

    def write(self, words: str) -> Path:
        """Write a pack whose first page says these words."""
        pack = self.folder / "pack"
        shutil.rmtree(pack, ignore_errors=True)
        Writer(pack).page("one", words).page("two").page("three").written()
        return pack

    def release(self, words: str, ring: str = "all") -> str:
        """Release a text and publish it; give its name."""
        repository = self.repository()
        done = release(
            repository,
            self.write(words),
            ring,
            lambda folder, strict: Report(findings=(), pages=3, off={}),
            draft=True,
        )
        assert isinstance(done, Released)
        assert repository.sign() == []
        return done.name

    def pass_on(self) -> str:
        repository = self.repository()
        name = pass_on(repository, "pilot", "all")
        assert repository.sign() == []
        return name

    def fetching(
        self,
        source: Source | None = None,
        *,
        ring: str = "all",
        proof: Proof = passed,
        again: bool = False,
    ) -> Fetching:
        return Fetching(
            kept=self.kept,
            source=source or FolderSource(self.public),
            root=self.root,
            ring=ring,
            proof=proof,
            now=self.clock,
            again=again,
            reserve=0,
        )

    def fetch(self, source: Source | None = None) -> str:
        return self.fetching(source).fetch()

    @property
    def state(self) -> DeliveryState:
        return self.kept.state()

    def shown(self) -> str:
        """Give the words of the text that is handed over; empty: none is."""
        page = self.kept.folder / "current" / "en" / "one.md"
        return page.read_text("utf-8").splitlines()[-1] if page.exists() else ""
