"""What another version of the kiosk has left: every file of it, and a start that shows five panes.

A newer one has written fields or whole files that this one does not know; an older one lacks what
this one has added. docs/decisions/0029-versions-of-state.md
"""

from __future__ import annotations

import hashlib
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kiosk.pack.editions import Editions
from kiosk.staff.language_choice import LanguageChoice, keep_choice
from kiosk.staff.pin import hashed
from tests.flows.packs import Writer
from tests.flows.running import Machine

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7"/></svg>'

PANES = ("one", "two", "three", "four", "five")

TELLING = """
        from tests.flows.editions.torn_kiosk import panes
        told(f"PANES {[rows > 1 for _, rows, _ in panes(self.shell.navigator)]}")
        def tell():
            if self.current_text._edition:
                told("KEPT")
            if self.current_text.news().findings:
                told("FINDINGS")
        self.spy = QTimer(interval=20)
        self.spy.timeout.connect(tell)
        self.spy.start()
"""
"""Tells which panes show more than their heading; of edition and findings once there are some."""

JSON = {
    "staff.json", "choice.json", "health/records", "health/running",
    "editions/*/current.json", "editions/*/starts.json", "editions/*/*/manifest.json",
}  # fmt: skip
"""Every file of the state folder that is written to be read again. Each is read by itself."""

MANIFESTS = {"editions/*/*/manifest.json"}
"""What an edition is known by: one that is not known may keep others of it from being read."""

CACHED = {"pages/*.page", "pages/fields", "pages/proven", "pages/drawn.json", "qmlcache/*.qmlc"}
"""Every file of the cache. Ours are kept by a digest of the code, and those of others not found; Qt
looks at its own version, and at the time of the file that it has compiled."""

EMPTY = {"editions/*/lock"}


def fields(content: Any) -> Any:
    """Give what a newer kiosk writes that has more to say and nothing to say otherwise."""
    if isinstance(content, list):
        return [*map(fields, content), {"form": "of a newer kiosk"}]
    return {**content, "new": {"of": ["a newer kiosk"]}}


def form(content: Any) -> Any:
    """Give what a newer kiosk writes that says it otherwise."""
    return {"version": 2, "new": content}


def older(content: Any) -> Any:
    """Give what a kiosk has written that knew of no versions."""
    if isinstance(content, list):  # a record says which release wrote it, and always has
        return content
    return {name: content[name] for name in content if name not in ("version", "by")}


def five_pages(folder: Path) -> Path:
    """Write a pack that leaves every kind of file; give its folder."""
    writer = Writer(folder)
    for page in PANES:
        writer.page(page, "Words.\n\n## Section\n\nMore words.")
    (writer.folder / "line.svg").write_text(DRAWING)
    return writer.page("extra", "![A line](line.svg)", tab=False).written()


class Left:
    """A machine with five pages, and what a kiosk has left on it."""

    def __init__(self, folder: Path, pack: Path | None = None) -> None:
        self.machine = Machine(folder)
        self.machine.pack = pack or five_pages(folder / "text")
        self.settings = folder / "settings.toml"
        self.settings.write_text(f'pin = "{hashed("739145", (2, 1, 1))}"\n')
        self.settings.chmod(0o600)
        self.state, self.cache = self.machine.state / "kiosk", folder / "cache" / "kiosk"

    def killed(self) -> Left:
        """Leave all that a kiosk can leave."""
        keep_choice(self.state / "choice.json", LanguageChoice("en"))
        for _ in range(2):  # the second one writes down how the first one ended
            self.start("KEPT", signal.SIGKILL)
        return self

    def start(self, until: str, number: signal.Signals = signal.SIGTERM) -> list[str]:
        """Start, check that there are five panes, wait for `until`, end it; give its log."""
        options, cache = f"--settings {self.settings}", str(self.cache.parent)
        starts = self.machine.start(running=TELLING.strip(), options=options, XDG_CACHE_HOME=cache)
        with starts as running:
            running.until(f"PANES {[True] * len(PANES)}")
            running.until(until)
            code, said = running.send(number).ended()
        assert code == (0 if number is signal.SIGTERM else -number), said
        return said

    def written(self) -> set[str]:
        """Name all files that the kiosk has written, as the lists above do."""
        known = (*JSON, *EMPTY, *CACHED)
        packs = {*self.state.glob("editions/*/*/pack/**/*")}
        found = set()
        for folder in (self.state, self.cache):
            for file in {*folder.rglob("*")} - packs:
                if file.is_file():
                    named = file.relative_to(folder)
                    found.add(next((each for each in known if named.match(each)), str(named)))
        return found


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Left:
    left = Left(tmp_path_factory.mktemp("left")).killed()
    for folder in (left.state, left.cache):
        shutil.copytree(folder, folder.with_name("as-left"), symlinks=True)
    return left


@pytest.fixture
def left(prepared: Left) -> Left:
    """Give the machine as it was left, also after another test."""
    for folder in (prepared.state, prepared.cache):
        shutil.rmtree(folder)
        shutil.copytree(folder.with_name("as-left"), folder, symlinks=True)
    return prepared


def test_the_lists_here_name_every_file_that_outlives_a_kiosk(prepared: Left) -> None:
    assert prepared.written() == JSON | CACHED | EMPTY


@pytest.mark.parametrize("change", [fields, form, older])
@pytest.mark.parametrize("names", [JSON - MANIFESTS, MANIFESTS], ids=["files", "manifests"])
def test_a_start_on_files_of_another_version_shows_five_panes(
    left: Left, names: set[str], change: Callable[[Any], Any]
) -> None:
    for name in names:
        files = [*left.state.glob(name)]
        assert files, name
        for file in files:
            file.write_bytes(msgspec.json.encode(change(msgspec.json.decode(file.read_bytes()))))
            if name in MANIFESTS:
                named_anew(file)
    said = left.start("READY=1")
    assert not any("Traceback" in line for line in said), said


def named_anew(manifest: Path) -> None:
    """Name an edition after what its manifest holds now, as who writes one does."""
    folder = manifest.parent
    folder.rename(folder.with_name(hashlib.sha256(manifest.read_bytes()).hexdigest()[:32]))


def test_a_start_on_a_cache_of_another_version_shows_five_panes(left: Left) -> None:
    for name in CACHED:
        for file in left.cache.glob(name):
            file.write_bytes(b"\x01of a newer kiosk" + file.read_bytes())
    left.start("KEPT")


@pytest.mark.parametrize("proved", [True, False])
def test_a_pack_of_a_newer_kiosk_is_shown_as_far_as_it_is_known(
    prepared: Left, tmp_path: Path, proved: bool
) -> None:
    pack = shutil.copytree(prepared.machine.pack, tmp_path / "text")
    text = (pack / "pack.toml").read_text("utf-8").replace("[[tabs]]", "[[tabs]]\nsize = 3", 1)
    new = 'colours = "warm"\n', "\n[evening]\nfrom = 18\n\n[check.rules]\nnew = 1\n"
    (pack / "pack.toml").write_text(new[0] + text + new[1], "utf-8")
    left = Left(tmp_path / "machine", pack)
    editions = Editions(left.state, pack)
    newer = editions.publish(lambda _: []).edition if proved else ""
    said = left.start("FINDINGS")
    assert {each.digest for each in editions.whole()} == ({newer} if proved else set())
    assert any("nothing here is called 'colours'" in line for line in said), said


def test_an_edition_of_a_newer_form_is_there_when_that_kiosk_comes_back(
    left: Left, qapp: object
) -> None:
    [manifest] = left.state.glob("editions/*/*/manifest.json")
    manifest.write_bytes(msgspec.json.encode(form(msgspec.json.decode(manifest.read_bytes()))))
    named_anew(manifest)
    editions = Editions(left.state, left.machine.pack)
    [newer] = {*editions.folder.glob("*/manifest.json")}
    assert not [*editions.whole()]
    for number in range(4):
        (left.machine.pack / "en" / "new.md").write_text(str(number))
        assert editions.publish(lambda _: []).edition
    (left.machine.pack / "en" / "new.md").unlink()
    assert newer.exists()
    assert len([*editions.folder.glob("*/manifest.json")]) == 3


def test_what_is_known_in_a_newer_file_counts(left: Left) -> None:
    for name in ("editions/*/current.json", "health/records"):
        [file] = left.state.glob(name)
        file.write_bytes(msgspec.json.encode(fields(msgspec.json.decode(file.read_bytes()))))
    current = next(Editions(left.state, left.machine.pack).whole())
    said = left.start("KEPT")
    assert next(Editions(left.state, left.machine.pack).whole()) == current
    assert len(left.machine.records) == 2, "the one that was killed last is told too"
    assert any("1 of its ends are not known" in line for line in said)
