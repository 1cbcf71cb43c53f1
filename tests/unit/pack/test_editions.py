"""The shelf: what stands on it is whole, whatever happens to the disk and the process."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.health.text_starts import CUT_OFF, REMEMBERED
from kiosk.pack.copying import fingerprint
from kiosk.pack.editions import Editions, Outcome
from kiosk.page.error import ContentError
from tests.conftest import Kept
from tests.unit.strategies import JUNK

POINTERS = (
    b"{}",
    b'{"digest": "../..", "made": "2026-11-22T00:00:00Z", "fingerprint": ""}',
    b'{"digest": "' + b"0" * 32 + b'", "made": "2026-11-22T00:00:00Z", "fingerprint": ""}',
    b'{"digest": "x", "made": "9999-12-31T23:59:59-23:00", "fingerprint": ""}',
    b'{"digest": "x", "made": "0001-01-01T00:00:00+23:00", "fingerprint": ""}',
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
def editions(tmp_path: Path, folder: Path) -> Editions:
    return Editions(tmp_path / "state", folder, lambda: NOW)


def write(editions: Editions, words: str) -> Outcome:
    (editions.content / "en" / "one.md").write_text(words)
    return editions.publish(fine)


def shown(editions: Editions) -> list[str]:
    """Give the words of each edition that is whole, the one to show first."""
    return [(each.folder / "en" / "one.md").read_text() for each in editions.whole()]


def aside(editions: Editions) -> str:
    """Give the digest of the edition that was set aside, empty for none."""
    found = editions.set_aside
    return found.digest if found else ""


def test_an_empty_shelf_has_no_edition(editions: Editions) -> None:
    assert list(editions.whole()) == []
    assert editions.fingerprint == ""


def test_an_edition_is_a_copy_that_outlives_the_folder(editions: Editions) -> None:
    outcome = editions.publish(fine)
    shutil.rmtree(editions.content)
    (edition,) = editions.whole()
    assert edition.digest == outcome.edition
    assert edition.made == NOW
    assert shown(editions) == ["first"]


def test_the_last_two_are_kept_and_no_more(editions: Editions) -> None:
    for words in ("one", "two", "three"):
        write(editions, words)
    assert shown(editions) == ["three", "two"]
    assert len([entry for entry in editions.folder.iterdir() if entry.is_dir()]) == 2


def test_the_one_on_a_screen_is_kept_too(editions: Editions) -> None:
    first = editions.publish(fine).edition
    for words in ("two", "three", "four"):
        (editions.content / "en" / "one.md").write_text(words)
        editions.publish(fine, keep=first)
    assert sorted(shown(editions)) == ["first", "four", "three"]


def files_of(edition: Path) -> dict[str, int]:
    """Give each file of an edition's pack with its number on the disk."""
    place = edition / "pack"
    files = (file for file in place.rglob("*") if file.is_file())
    return {file.relative_to(place).as_posix(): file.stat().st_ino for file in files}


def test_what_is_the_same_is_taken_from_the_edition_that_goes_and_never_shared_with_one_that_stays(
    editions: Editions,
) -> None:
    first = files_of(editions.folder / write(editions, "one").edition)
    second = editions.folder / write(editions, "two").edition
    third = editions.folder / write(editions, "three").edition
    assert files_of(third)["pack.toml"] == first["pack.toml"]
    assert files_of(third)["en/one.md"] != first["en/one.md"]
    assert not {*files_of(third).values()} & {*files_of(second).values()}
    assert shown(editions) == ["three", "two"]


def test_nothing_is_taken_from_an_edition_on_a_screen_or_from_the_last_that_held(
    editions: Editions,
) -> None:
    held, on = write(editions, "held").edition, write(editions, "on").edition
    editions.starts.hold(held)
    (editions.content / "en" / "one.md").write_text("new")
    new = editions.publish(fine, keep=on).edition
    taken = [{*files_of(editions.folder / each).values()} for each in (held, on, new)]
    assert len(set.union(*taken)) == sum(map(len, taken)) == 6


def test_going_back_to_the_text_before_needs_no_new_copy(editions: Editions) -> None:
    first = editions.publish(fine).edition
    write(editions, "second")
    assert write(editions, "first").edition == first
    assert shown(editions) == ["first", "second"]


def test_nothing_is_written_for_text_that_stands_there_already(editions: Editions) -> None:
    editions.publish(fine)
    pointer = editions.folder / "current.json"
    before = pointer.stat()
    editions.publish(fine)
    assert pointer.stat().st_ino == before.st_ino
    os.utime(editions.content / "pack.toml", (1, 1))
    editions.publish(fine)
    assert pointer.stat().st_ino != before.st_ino, "the folder's new state is remembered"
    assert len(shown(editions)) == 1


def test_a_folder_that_is_as_it_was_is_read_again_only_if_its_edition_is_damaged(
    editions: Editions,
) -> None:
    read: list[Path] = []

    def proof(folder: Path) -> list[ContentError]:
        read.append(folder)
        return []

    first = editions.publish(proof)
    assert editions.publish(proof) == first
    assert len(read) == 1
    (edition,) = editions.whole()
    (edition.folder / "en" / "one.md").write_text("tsrif")
    assert editions.publish(proof) == first
    assert len(read) == 2
    assert shown(editions) == ["first"]


def test_a_folder_that_is_as_it_was_is_read_again_by_other_code(editions: Editions) -> None:
    read: list[Path] = []

    def proof(copy: Path) -> list[ContentError]:
        read.append(copy)
        return []

    first = editions.publish(proof, by="old")
    assert editions.publish(proof, by="old") == first
    assert len(read) == 1
    assert editions.proved_by("old")
    assert not editions.proved_by("new")
    assert editions.publish(proof, by="new") == first
    assert len(read) == 2
    assert editions.proved_by("new")


def test_text_with_findings_is_not_shown_and_leaves_nothing_behind(editions: Editions) -> None:
    editions.publish(fine)

    def faulty(folder: Path) -> list[ContentError]:
        return [ContentError(folder / "en" / "one.md", 3, "this is wrong", "Mend it")]

    (editions.content / "en" / "one.md").write_text("broken")
    outcome = editions.publish(faulty)
    assert outcome.findings == (f"{editions.content}/en/one.md:3: this is wrong. Mend it.",)
    assert outcome.edition == ""
    assert shown(editions) == ["first"]
    assert len(list(editions.folder.iterdir())) == 3  # the edition, the pointer, the lock


def test_text_that_changes_while_it_is_read_is_neither_shown_nor_blamed(editions: Editions) -> None:
    def meanwhile(_: Path) -> list[ContentError]:
        (editions.content / "en" / "one.md").write_text("half of someth")
        return [ContentError("x", 0, "torn", "Wait")]

    assert editions.publish(meanwhile) == Outcome()
    assert shown(editions) == []


def test_what_is_read_is_the_copy_and_not_what_an_editor_goes_on_writing(
    editions: Editions,
) -> None:
    def meanwhile(copied: Path) -> list[ContentError]:
        state = (editions.content / "en" / "one.md").stat()
        (editions.content / "en" / "one.md").write_text("other")
        os.utime(editions.content / "en" / "one.md", ns=(state.st_atime_ns, state.st_mtime_ns))
        assert (copied / "en" / "one.md").read_text() == "first"
        return []

    editions.publish(meanwhile)
    assert shown(editions) in ([], ["first"])


def test_a_link_that_is_swapped_is_still_the_same_source(tmp_path: Path, folder: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    Editions(tmp_path / "state", link).publish(fine)
    link.unlink()
    link.symlink_to(tmp_path / "nowhere")
    assert shown(Editions(tmp_path / "state", link)) == ["first"]
    assert shown(Editions(tmp_path / "state", folder)) == []


def test_three_starts_cut_off_set_an_edition_aside_and_two_do_not(editions: Editions) -> None:
    write(editions, "good")
    newer = write(editions, "newer").edition
    for _ in range(CUT_OFF - 1):
        editions.starts.begin(newer)
    assert shown(editions) == ["newer", "good"]
    assert aside(editions) == ""
    editions.starts.begin(newer)
    assert shown(editions) == ["good"]
    assert aside(editions) == newer


def test_a_start_that_held_or_ended_in_order_begins_the_count_anew(editions: Editions) -> None:
    newer = write(editions, "newer").edition
    starts = editions.starts
    for ended in (partial(starts.hold, newer), starts.spare):
        for _ in range(CUT_OFF - 1):
            editions.starts.begin(newer)
        ended()
        editions.starts.begin(newer)
        assert shown(editions) == ["newer"]
        editions.starts.hold(newer)


def test_an_edition_set_aside_is_refused_and_any_change_is_tried(editions: Editions) -> None:
    write(editions, "good")
    bad = write(editions, "bad").edition
    for _ in range(CUT_OFF):
        editions.starts.begin(bad)
    assert editions.fingerprint == "", "the folder is read again: staff are to be told"
    (told,) = editions.publish(fine).findings
    assert told.startswith(f"{editions.content}: 3 starts with this text were cut off. Take out")
    assert shown(editions) == ["good"]
    write(editions, "mended")
    assert shown(editions) == ["mended", "good"]
    assert aside(editions) == ""
    assert write(editions, "bad").findings == (told,)


def test_starts_that_another_release_began_count_for_that_one_alone(editions: Editions) -> None:
    write(editions, "good")
    newer = write(editions, "newer").edition
    editions.starts.hold(newer)
    write(editions, "newest")
    for _ in range(CUT_OFF):
        editions.starts.begin(newer)
    older = Editions(editions.folder.parents[1], editions.content, release="an older one")
    assert editions.starts.cut_off(newer)
    assert shown(older) == ["newest", "newer"]
    older.starts.begin(newer)
    assert older.starts.kept().held == newer
    assert older.starts.kept().begun == {newer: 1}


def test_the_last_that_held_is_kept_however_many_come_after_it(editions: Editions) -> None:
    editions.starts.hold(write(editions, "good").edition)
    for words in ("one", "two", "three"):
        write(editions, words)
    assert shown(editions) == ["three", "good"]


def test_a_folder_whose_own_starts_were_cut_off_makes_no_edition(editions: Editions) -> None:
    for number in range(CUT_OFF):
        assert not editions.starts.cut_off(fingerprint(editions.content)), number
        editions.starts.begin(fingerprint(editions.content))
    assert editions.publish(fine).findings
    assert write(editions, "mended").edition


def test_the_starts_of_the_last_hundred_texts_are_counted(editions: Editions) -> None:
    for number in range(REMEMBERED + 1):
        for _ in range(CUT_OFF):
            editions.starts.begin(f"text {number}")
    assert not editions.starts.cut_off("text 0")
    assert editions.starts.cut_off("text 1")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(JUNK)
def test_whatever_stands_in_the_count_of_starts_the_editions_are_found(
    editions: Editions, content: bytes
) -> None:
    if not shown(editions):
        write(editions, "good")
    (editions.folder / "starts.json").write_bytes(content)
    assert shown(editions) == ["good"]
    editions.starts.begin("text")
    editions.starts.hold("text")


def test_starts_that_cannot_be_counted_are_told(tmp_path: Path, folder: Path, logged: Kept) -> None:
    (tmp_path / "file").touch()
    Editions(tmp_path / "file" / "state", folder).starts.begin("text")
    assert "starts can't be counted" in logged.lines[0]


def damaged(editions: Editions) -> Iterator[Path]:
    """Give every file of the current edition."""
    place = next(editions.whole()).folder.parent
    yield from (file for file in place.rglob("*") if file.is_file())


def test_a_byte_changed_anywhere_gives_the_edition_before(editions: Editions) -> None:
    for words in ("first", "second", "good", "newer"):
        write(editions, words)
    for file in list(damaged(editions)):
        whole = file.read_bytes()
        for at in range(len(whole)):
            file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            assert shown(editions) == ["good"], f"{file.name}, byte {at}"
        for length in range(len(whole)):
            file.write_bytes(whole[:length])
            assert shown(editions) == ["good"], f"{file.name} cut after {length}"
        file.unlink()
        assert shown(editions) == ["good"]
        file.write_bytes(whole)
    assert shown(editions) == ["newer", "good"]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=30,
)
@given(st.one_of(JUNK, st.sampled_from(POINTERS), st.integers(0, 220)))
def test_whatever_stands_in_the_pointer_the_editions_are_found(
    editions: Editions, found: bytes | int
) -> None:
    if not shown(editions):
        write(editions, "good")
        write(editions, "newer")
    pointer = editions.folder / "current.json"
    pointer.write_bytes(pointer.read_bytes()[:found] if isinstance(found, int) else found)
    assert sorted(shown(editions)) == ["good", "newer"]
    assert editions.publish(fine).edition
    assert shown(editions)[0] == "newer"


def test_an_edition_under_another_name_is_none(editions: Editions) -> None:
    write(editions, "good")
    place = next(editions.whole()).folder.parent
    place.rename(place.with_name("0" * len(place.name)))
    assert shown(editions) == []


def test_a_damaged_edition_is_made_anew(editions: Editions) -> None:
    write(editions, "good")
    (next(editions.whole()).folder / "en" / "one.md").write_text("gooD")
    assert shown(editions) == []
    assert editions.publish(fine).edition
    assert shown(editions) == ["good"]


PUBLISH = """
import sys
from pathlib import Path
from kiosk.pack.editions import Editions
editions = Editions(Path(sys.argv[1]), Path(sys.argv[2]))
print("ready", flush=True)
for number in range(100_000):
    (editions.content / "en" / "one.md").write_text(str(number))
    editions.publish(lambda _: [])
"""


def test_a_kill_at_any_moment_leaves_editions_that_are_whole(editions: Editions) -> None:
    editions.publish(fine)
    state = editions.folder.parents[1]
    for round_ in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", PUBLISH, str(state), str(editions.content)],
            stdout=subprocess.PIPE,
        ) as process:
            assert process.stdout
            process.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(0.005 + round_ * 0.011)
            process.send_signal(signal.SIGKILL)
        assert shown(editions), f"round {round_}"
    assert editions.publish(fine).edition
    assert not list(editions.folder.glob(".new-*")), "leftovers are swept"


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
    editions = Editions(small_disk, folder)
    assert editions.publish(fine).edition
    (folder / "picture.png").write_bytes(os.urandom(400_000))
    (told,) = editions.publish(fine).findings
    assert "No space left on device" in told
    assert "Make room" in told
    assert shown(editions) == ["first"]
    (folder / "picture.png").unlink()
    assert write(editions, "after").edition
    assert shown(editions) == ["after", "first"]


def test_a_state_folder_that_cannot_be_made_is_told(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "file").touch()
    (told,) = Editions(tmp_path / "file" / "state", folder).publish(fine).findings
    assert "can't be kept here" in told
