"""A content folder works under any name that a file system takes."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest

from kiosk.pack.editions import Editions
from tests.combinations import is_every
from tests.flows.forked import kiosk_command
from tests.flows.packs import Writer
from tests.flows.running import Machine

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
"""A PNG of one pixel."""

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'

EACH = [
    b"caf\xe9", b"a b#c%20?d&e=f", b"quote\"'\\", "নাম".encode(), b"new\nline", b"-dash", b"~",
    b"%41", b".hidden", b"{brace}", b"$HOME",
]  # fmt: skip

TOGETHER = [
    b"-dash caf\xe9 a b#c%20?d&e=f", b"~ quote\"'\\ %41 {brace}", ".hidden নাম\nline $HOME".encode(),
]  # fmt: skip
"""The same in three names: what is wrong with one of them is wrong beside others, too."""

NAMES = EACH if is_every() else TOGETHER

SPY = """
        def shown():
            news = self.current_text.news()
            if news.version or news.findings:
                told(f"SHOWN {news.version}: {news.findings!r}")
        self.spy = QTimer(interval=20)
        self.spy.timeout.connect(shown)
        self.spy.start()
"""


def written(place: Path, name: bytes, words: str) -> Path:
    folder = Path(os.fsdecode(os.fsencode(place) + b"/" + name))
    writer = Writer(folder).page("one", f"{words}\n\n![A](a.png)\n\n![B](b.svg)")
    (folder / "a.png").write_bytes(PIXEL)
    (folder / "b.svg").write_text(DRAWING)
    return writer.written()


@pytest.mark.parametrize("name", NAMES)
def test_a_content_folder_of_any_name_is_shown_and_made_an_edition(
    tmp_path: Path, name: bytes
) -> None:
    machine = Machine(tmp_path)
    machine.pack = written(tmp_path, name, "Words.")
    with machine.start(running=SPY.strip()) as running:
        assert running.until("SHOWN") is not None
        edition = next(Editions(machine.state / "kiosk", machine.pack).whole(), None)
        assert edition, "it was read, copied and published"
        (machine.pack / "pack.toml").write_text("title")
        running.until("SHOWN " + edition.version + ": (")


@pytest.mark.parametrize("name", NAMES[:3])
def test_check_finds_nothing_wrong_with_a_folder_for_its_name(tmp_path: Path, name: bytes) -> None:
    folder = written(tmp_path, name, "Words.")
    done = kiosk_command("check", str(folder), environment={**os.environ})
    assert "drawn" not in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_findings_in_a_folder_of_any_name_are_told(tmp_path: Path, form: str) -> None:
    folder = written(tmp_path, NAMES[0], "![](missing.png)")
    done = kiosk_command("check", "--format", form, str(folder), environment={**os.environ})
    assert "missing.png" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_doctor_tells_of_a_folder_of_any_name(tmp_path: Path, form: str) -> None:
    folder = written(tmp_path, NAMES[0], "Words.")
    words = ("doctor", "--format", form, "--content", str(folder))
    done = kiosk_command(*words, environment={**os.environ})
    assert "1 of 1 pages are drafts" in done.stdout
    (folder / "pack.toml").write_text("title")
    done = kiosk_command(*words, environment={**os.environ})
    assert "pack.toml:1" in done.stdout
    assert done.stderr == ""
