"""The shelf: what stands on it is whole, whatever happens to the disk and the process."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.pack.editions import Outcome, Shelf
from kiosk.page.error import ContentError

POINTERS = (
    b"{}",
    b'{"digest": "../..", "made": "2026-11-22T00:00:00Z", "fingerprint": ""}',
    b'{"digest": "'
    + b"0" * 32
    + b'", "made": "2026-11-22T00:00:00Z", "fingerprint": "", "before": ""}',
)

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def fine(_: Path) -> list[ContentError]:
    return []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "text"
    (place / "en").mkdir(parents=True)
    (place / "pack.toml").write_text("title")
    (place / "en" / "one.md").write_text("first")
    return place


@pytest.fixture
def shelf(tmp_path: Path, folder: Path) -> Shelf:
    return Shelf(tmp_path / "state", folder, lambda: NOW)


def write(shelf: Shelf, words: str) -> Outcome:
    (shelf.content / "en" / "one.md").write_text(words)
    return shelf.publish(fine)


def shown(shelf: Shelf) -> list[str]:
    """Give the words of each edition that is whole, the one to show first."""
    return [(each.folder / "en" / "one.md").read_text() for each in shelf.editions()]


def test_an_empty_shelf_has_no_edition(shelf: Shelf) -> None:
    assert list(shelf.editions()) == []
    assert shelf.fingerprint == ""


def test_an_edition_is_a_copy_that_outlives_the_folder(shelf: Shelf) -> None:
    outcome = shelf.publish(fine)
    shutil.rmtree(shelf.content)
    (edition,) = shelf.editions()
    assert edition.digest == outcome.edition
    assert edition.made == NOW
    assert shown(shelf) == ["first"]


def test_the_last_two_are_kept_and_no_more(shelf: Shelf) -> None:
    for words in ("one", "two", "three"):
        write(shelf, words)
    assert shown(shelf) == ["three", "two"]
    assert len([entry for entry in shelf.folder.iterdir() if entry.is_dir()]) == 2


def test_the_one_on_a_screen_is_kept_too(shelf: Shelf) -> None:
    first = shelf.publish(fine).edition
    for words in ("two", "three", "four"):
        (shelf.content / "en" / "one.md").write_text(words)
        shelf.publish(fine, keep=first)
    assert sorted(shown(shelf)) == ["first", "four", "three"]


def test_going_back_to_the_text_before_needs_no_new_copy(shelf: Shelf) -> None:
    first = shelf.publish(fine).edition
    write(shelf, "second")
    assert write(shelf, "first").edition == first
    assert shown(shelf) == ["first", "second"]


def test_nothing_is_written_for_text_that_stands_there_already(shelf: Shelf) -> None:
    shelf.publish(fine)
    pointer = shelf.folder / "current.json"
    before = pointer.stat()
    shelf.publish(fine)
    assert pointer.stat().st_ino == before.st_ino
    os.utime(shelf.content / "pack.toml", (1, 1))
    shelf.publish(fine)
    assert pointer.stat().st_ino != before.st_ino, "the folder's new state is remembered"
    assert len(shown(shelf)) == 1


def test_text_with_findings_is_not_shown_and_leaves_nothing_behind(shelf: Shelf) -> None:
    shelf.publish(fine)

    def faulty(folder: Path) -> list[ContentError]:
        return [ContentError(folder / "en" / "one.md", 3, "this is wrong", "Mend it")]

    (shelf.content / "en" / "one.md").write_text("broken")
    outcome = shelf.publish(faulty)
    assert outcome.findings == (f"{shelf.content}/en/one.md:3: this is wrong. Mend it.",)
    assert outcome.edition == ""
    assert shown(shelf) == ["first"]
    assert len(list(shelf.folder.iterdir())) == 3  # the edition, the pointer, the lock


def test_text_that_changes_while_it_is_read_is_neither_shown_nor_blamed(shelf: Shelf) -> None:
    def meanwhile(_: Path) -> list[ContentError]:
        (shelf.content / "en" / "one.md").write_text("half of someth")
        return [ContentError("x", 0, "torn", "Wait")]

    assert shelf.publish(meanwhile) == Outcome()
    assert shown(shelf) == []


def test_what_is_read_is_the_copy_and_not_what_an_editor_goes_on_writing(shelf: Shelf) -> None:
    def meanwhile(copied: Path) -> list[ContentError]:
        state = (shelf.content / "en" / "one.md").stat()
        (shelf.content / "en" / "one.md").write_text("other")
        os.utime(shelf.content / "en" / "one.md", ns=(state.st_atime_ns, state.st_mtime_ns))
        assert (copied / "en" / "one.md").read_text() == "first"
        return []

    shelf.publish(meanwhile)
    assert shown(shelf) in ([], ["first"])


def test_a_link_that_is_swapped_is_still_the_same_source(tmp_path: Path, folder: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    Shelf(tmp_path / "state", link).publish(fine)
    link.unlink()
    link.symlink_to(tmp_path / "nowhere")
    assert shown(Shelf(tmp_path / "state", link)) == ["first"]
    assert shown(Shelf(tmp_path / "state", folder)) == []


def damaged(shelf: Shelf) -> Iterator[Path]:
    """Give every file of the current edition."""
    place = next(shelf.editions()).folder.parent
    yield from (file for file in place.rglob("*") if file.is_file())


def test_a_byte_changed_anywhere_gives_the_edition_before(shelf: Shelf) -> None:
    write(shelf, "good")
    write(shelf, "newer")
    for file in list(damaged(shelf)):
        whole = file.read_bytes()
        for at in range(len(whole)):
            file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            assert shown(shelf) == ["good"], f"{file.name}, byte {at}"
        for length in range(len(whole)):
            file.write_bytes(whole[:length])
            assert shown(shelf) == ["good"], f"{file.name} cut after {length}"
        file.unlink()
        assert shown(shelf) == ["good"]
        file.write_bytes(whole)
    assert shown(shelf) == ["newer", "good"]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30
)
@given(st.one_of(st.binary(max_size=300), st.sampled_from(POINTERS), st.integers(0, 220)))
def test_whatever_stands_in_the_pointer_the_editions_are_found(
    shelf: Shelf, found: bytes | int
) -> None:
    if not shown(shelf):
        write(shelf, "good")
        write(shelf, "newer")
    pointer = shelf.folder / "current.json"
    pointer.write_bytes(pointer.read_bytes()[:found] if isinstance(found, int) else found)
    assert sorted(shown(shelf)) == ["good", "newer"]
    assert shelf.publish(fine).edition
    assert shown(shelf)[0] == "newer"


def test_an_edition_under_another_name_is_none(shelf: Shelf) -> None:
    write(shelf, "good")
    place = next(shelf.editions()).folder.parent
    place.rename(place.with_name("0" * len(place.name)))
    assert shown(shelf) == []


def test_a_damaged_edition_is_made_anew(shelf: Shelf) -> None:
    write(shelf, "good")
    (next(shelf.editions()).folder / "en" / "one.md").write_text("gooD")
    assert shown(shelf) == []
    assert shelf.publish(fine).edition
    assert shown(shelf) == ["good"]


PUBLISH = """
import sys
from pathlib import Path
from kiosk.pack.editions import Shelf
shelf = Shelf(Path(sys.argv[1]), Path(sys.argv[2]))
print("ready", flush=True)
for number in range(100_000):
    (shelf.content / "en" / "one.md").write_text(str(number))
    shelf.publish(lambda _: [])
"""


def test_a_kill_at_any_moment_leaves_editions_that_are_whole(shelf: Shelf) -> None:
    shelf.publish(fine)
    state = shelf.folder.parents[1]
    for round_ in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", PUBLISH, str(state), str(shelf.content)], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout
            process.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(0.005 + round_ * 0.011)
            process.send_signal(signal.SIGKILL)
        assert shown(shelf), f"round {round_}"
    assert shelf.publish(fine).edition
    assert not list(shelf.folder.glob(".new-*")), "leftovers are swept"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 256 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    options = ["-t", "tmpfs", "-o", "size=256k", "kiosk-test", str(place)]
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", *options], check=False, capture_output=True
    )
    if not mounted or mounted.returncode:
        pytest.skip("may not mount a disk here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_full_disk_is_told_and_the_last_text_stays(small_disk: Path, folder: Path) -> None:
    shelf = Shelf(small_disk, folder)
    assert shelf.publish(fine).edition
    (folder / "picture.png").write_bytes(os.urandom(400_000))
    (told,) = shelf.publish(fine).findings
    assert "No space left on device" in told
    assert "Make room" in told
    assert shown(shelf) == ["first"]
    (folder / "picture.png").unlink()
    assert write(shelf, "after").edition
    assert shown(shelf) == ["after", "first"]


def test_a_state_folder_that_cannot_be_made_is_told(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "file").touch()
    (told,) = Shelf(tmp_path / "file" / "state", folder).publish(fine).findings
    assert "can't be kept here" in told
