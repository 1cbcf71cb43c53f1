"""A text is fetched whole and signed, or the one before stays and the reason is told."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tuf.api.exceptions import DownloadError

from kiosk.delivery.delivery_error import DeliveryError
from kiosk.delivery.fetching import FIRST_WAIT, LONGEST_WAIT, waits_until
from kiosk.delivery.going_back import back
from kiosk.delivery.sources import FolderSource
from kiosk.delivery.trusted_lists import TrustedLists
from kiosk.page.error import ContentError
from kiosk.publish.repository import Share
from tests.fleet.kills import name_of
from tests.fleet.world import BEGUN, DAY, Faulty, World, read


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Give a kiosk that shows a first text."""
    world = World(tmp_path)
    world.release("First words.")
    world.fetch()
    return world


def refused(world: World, source: FolderSource | None = None) -> str:
    """Fetch what must be refused; give the reason. The text that was there stays."""
    before = world.shown()
    with pytest.raises(DeliveryError) as caught:
        world.fetch(source)
    assert world.shown() == before != ""
    assert world.state.fault == str(caught.value)
    return str(caught.value)


def copied(world: World, name: str) -> Path:
    """Copy what the web server hands out now."""
    return Path(shutil.copytree(world.public, world.folder / name))


def test_a_text_is_fetched_and_handed_over(world: World) -> None:
    assert world.shown() == "First words."
    name = world.release("Second words.")
    assert world.fetch() == f"The text {name[:7]} is handed over."
    assert world.shown() == "Second words."
    assert world.fetch() == f"The text {name[:7]} is the newest."
    assert world.state.fault == ""
    assert not (world.kept.folder / "coming").exists()


def test_its_name_is_the_one_that_the_kiosk_gives_to_its_edition(
    world: World, tmp_path: Path
) -> None:
    from kiosk.pack.editions import Editions  # noqa: PLC0415

    editions = Editions(tmp_path / "state", world.kept.folder / "current")
    assert editions.publish(lambda folder: []).edition == world.kept.current


def test_only_what_changed_travels(world: World) -> None:
    pack = world.write("Second words.")
    changed = (pack / "en" / "one.md").stat().st_size
    world.release("Second words.")
    source = Faulty(world.public)
    world.fetch(source)
    files = [name for name in source.read if name.startswith("targets/files/")]
    assert len(files) == 1
    assert (world.public / files[0]).stat().st_size == changed


def test_pilots_have_a_text_before_all_do(world: World) -> None:
    world.release("For pilots.", ring="pilot")
    world.fetch()
    assert world.shown() == "First words."
    pilot = World.__new__(World)
    pilot.__dict__ |= world.__dict__ | {"kept": type(world.kept)(world.folder / "pilot")}
    pilot.fetching(ring="pilot").fetch()
    assert pilot.shown() == "For pilots."
    assert world.pass_on() == pilot.kept.current
    world.fetch()
    assert world.shown() == "For pilots."


def test_a_ring_without_a_text_is_told(world: World) -> None:
    with pytest.raises(DeliveryError, match="no text for the ring pilot yet"):
        world.fetching(ring="pilot").fetch()


def test_a_text_that_can_not_be_shown_is_refused(world: World) -> None:
    world.release("![Gone](gone.png)")
    with pytest.raises(DeliveryError, match=r"en/one\.md:\d+: .*gone\.png"):
        world.fetching(proof=read).fetch()
    assert world.shown() == "First words."
    world.release("Mended words.")
    world.fetching(proof=read).fetch()
    assert world.shown() == "Mended words."


# Attacks


def test_a_foreign_signature_is_refused(world: World, tmp_path: Path) -> None:
    other = World(tmp_path / "other")
    other.release("Foreign words.")
    assert "not signed by who is trusted here" in refused(world, FolderSource(other.public))


def test_a_foreign_ring_key_signs_for_no_other_ring(world: World) -> None:
    """The text for pilots is put, with all that says it is the newest, where that for all was."""
    world.release("For pilots.", ring="pilot")
    pilot = max((world.public / "metadata").glob("*.pilot.json")).read_bytes()

    def change(place: str, content: bytes) -> bytes:
        return pilot if place.endswith(".all.json") else content

    world.release("Second words.")
    assert "not the one that was signed" in refused(world, Faulty(world.public, change))


def test_an_older_copy_is_refused(world: World) -> None:
    old = copied(world, "old")
    world.release("Second words.")
    world.fetch()
    assert "older than what this kiosk has seen" in refused(world, FolderSource(old))
    assert world.shown() == "Second words."


def test_a_copy_that_is_held_back_is_told_once_it_expires(world: World) -> None:
    frozen = copied(world, "frozen")
    world.release("Second words.")
    world.now += 89 * DAY
    world.fetch(FolderSource(frozen))  # nobody can know yet
    world.now += 2 * DAY
    assert "Here it is 2026-05-31" in refused(world, FolderSource(frozen))


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets", "all"])
def test_parts_of_two_releases_are_refused(world: World, role: str) -> None:
    """One role's newest metadata is the older one; under the newer name where it has a number."""
    metadata = world.public / "metadata"
    old = {file.name.split(".")[-2]: file.read_bytes() for file in sorted(metadata.iterdir())}
    world.repository().stage("targets")
    world.release("Second words.")

    def change(place: str, content: bytes) -> bytes:
        return old[role] if place.endswith(f"{role}.json") else content

    if role == "timestamp":  # then all of it is of one release, and the newer one is not seen
        assert "is the newest" in world.fetch(Faulty(world.public, change))
        assert world.shown() == "First words."
    else:
        refused(world, Faulty(world.public, change))
    world.fetch()
    assert world.shown() == "Second words."


@pytest.mark.parametrize("part", ["root", "timestamp", "snapshot", "all", "edition", "files"])
def test_data_without_an_end_is_cut_off(world: World, part: str) -> None:
    world.repository().stage("root")
    world.release("Second words.")
    sent = 0

    def change(place: str, content: bytes) -> bytes | Iterator[bytes]:
        return endless() if part in place else content

    def endless() -> Iterator[bytes]:
        nonlocal sent
        while True:
            sent += 10_000
            yield b" " * 10_000

    assert "not the one that was signed" in refused(world, Faulty(world.public, change))
    assert 0 < sent <= 2_010_000, "bytes, the most that any of them may have"


def test_a_list_that_leads_out_of_its_folder_is_refused(world: World) -> None:
    repository = world.repository()
    listed = b'{"made":"2026-03-01T00:00:00Z","files":{"%s":[5,"' + b"0" * 64 + b'"]}}'
    for name in (b"../../evil", b"/etc/passwd", b"a//b", b".hidden", b"a/./b", b"", b"a~"):
        repository.set_targets("all", [("edition.json", listed % name)])
        repository.sign()
        assert "no file of a text is called" in refused(world)


def test_a_list_of_too_much_is_refused_before_a_file_is_fetched(world: World) -> None:
    repository = world.repository()
    listed = b'{"made":"2026-03-01T00:00:00Z","files":{"a.jpg":[500000001,"' + b"0" * 64 + b'"]}}'
    repository.set_targets("all", [("edition.json", listed)])
    repository.sign()
    source = Faulty(world.public)
    assert "500,000,000 bytes" in refused(world, source)
    assert not [name for name in source.read if "/files/" in name]


def test_another_publisher_is_trusted_once_the_technician_says_so(
    world: World, tmp_path: Path
) -> None:
    """What the first one had signed then means nothing any more."""
    for number in range(1, 3):
        world.repository().renew_key(f"online-{number}")
        world.release(f"Words {number}.")
        world.fetch()
    other = World(tmp_path / "other")
    other.release("The other's words.")
    refused(world, FolderSource(other.public))
    shutil.copy(other.root, world.root)
    world.fetch(FolderSource(other.public))
    assert world.shown() == "The other's words."
    refused(world)


# Clocks


def test_a_clock_that_forgot_the_time_makes_nothing_young_again(world: World) -> None:
    """A computer without a clock of its own begins in 1970; the time it had known still counts."""
    old = copied(world, "old")
    world.now += 100 * DAY
    world.repository().sign()
    world.fetch()
    shutil.rmtree(world.kept.trust)  # else the copy were refused as older
    world.now = datetime(1970, 1, 1, tzinfo=UTC)
    assert "Here it is 2026-06-09" in refused(world, FolderSource(old))


def test_a_clock_that_is_years_ahead_is_forgotten_once_it_is_set_right(world: World) -> None:
    world.release("Second words.")
    world.now += 20 * 365 * DAY
    assert "expired" in refused(world)
    world.now = BEGUN + DAY
    world.fetch()
    assert world.shown() == "Second words."
    assert world.state.known == BEGUN + DAY


def test_python_tuf_goes_by_the_time_that_it_is_told(world: World) -> None:
    trusted = TrustedLists(
        FolderSource(world.public), world.kept.trust, world.root.read_bytes(), "all", BEGUN
    )
    trusted.refreshed()
    later = BEGUN + 200 * DAY
    trusted = TrustedLists(
        FolderSource(world.public), world.kept.trust, world.root.read_bytes(), "all", later
    )
    with pytest.raises(DeliveryError, match="expired"):
        trusted.refreshed()


# Faults of disks and networks


def test_a_full_disk_leaves_the_text_that_was_there(tmp_path: Path) -> None:
    if os.geteuid():
        pytest.skip("only root may mount a small disk")
    world = World(tmp_path)
    disk = world.kept.folder
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "kiosk-test", str(disk)]
    subprocess.run(mount, check=True)
    try:
        world.release("First words.")
        world.fetch()
        world.release("Second words. " * 30_000)
        assert "too little room" in refused(world)
        # It fills while the text is written: another one takes the room.
        world.release("Third words. " * 10_000)

        def change(place: str, content: bytes) -> bytes:
            if "/files/" in place:
                with open(disk / "other", "wb") as other:
                    try:
                        other.write(bytes(250_000))
                    except OSError as error:
                        assert error.errno == errno.ENOSPC  # noqa: PT017
            return content

        with pytest.raises(DeliveryError, match="it is full"):
            world.fetch(Faulty(world.public, change))
        assert world.shown() == "First words."
        assert not (disk / "coming").exists(), "it takes no room from the kiosk"
        (disk / "other").unlink()
        world.fetch()
        assert world.shown().startswith("Third words.")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_what_was_cut_off_goes_on_where_it_ended(world: World) -> None:
    world.release("Second words. " * 3_000)

    def cut(place: str, content: bytes) -> bytes | Iterator[bytes]:
        return half(content) if "/files/" in place else content

    def half(content: bytes) -> Iterator[bytes]:
        yield content[: len(content) // 2]
        raise DownloadError("the network is gone")

    assert "can't be read (the network is gone)" in refused(world, Faulty(world.public, cut))
    whole = Faulty(world.public)
    world.fetch(whole)
    assert world.shown().startswith("Second words.")
    large = max(file.stat().st_size for file in (world.public / "targets/files").iterdir())
    assert whole.sent < large, "half of it had come before"


def test_a_kiosk_that_fails_asks_less_and_less_often(world: World) -> None:
    state, gone = world.state, FolderSource(world.folder / "gone")
    assert waits_until(state, world.now) is None
    waits = []
    for _ in range(9):
        assert "no signed text is there" in refused(world, gone)
        until = waits_until(world.state, world.now)
        assert until is not None
        waits.append(until - world.now)
        assert waits_until(world.state, until) is None
        assert waits_until(world.state, world.now - timedelta(days=900)) is None, "clock set back"
    assert waits[:3] == [FIRST_WAIT, 2 * FIRST_WAIT, 4 * FIRST_WAIT]
    assert waits[-1] == LONGEST_WAIT
    world.fetch()
    assert waits_until(world.state, world.now) is None


def test_two_do_not_fetch_at_once(world: World) -> None:
    with world.kept.alone(), pytest.raises(DeliveryError, match="just now"):
        world.fetch()


def test_a_damaged_state_costs_nothing_but_what_it_knew(world: World) -> None:
    (world.kept.folder / "state.json").write_bytes(b"\0" * 40)
    world.release("Second words.")
    world.fetch()
    assert world.shown() == "Second words."
    back(world.kept)
    assert world.shown() == "First words."


def test_a_root_file_that_is_missing_is_told(world: World) -> None:
    world.root.unlink()
    assert "Put the publisher's root file there" in refused(world)


# Going back


def test_staff_go_back_by_one_and_stay_there_until_a_newer_text_comes(world: World) -> None:
    with pytest.raises(DeliveryError, match="no text to go back to"):
        back(world.kept)
    left = world.release("Second words.")
    world.fetch()
    assert back(world.kept).endswith(f"{left[:7]} is left.")
    assert world.shown() == "First words."
    assert "Staff went back" in world.fetch()
    assert world.shown() == "First words."
    world.release("Third words.")
    world.fetch()
    assert world.shown() == "Third words."
    back(world.kept)
    assert world.shown() == "First words.", "not the one that was left"


def test_a_text_that_was_left_can_be_taken_again(world: World) -> None:
    world.release("Second words.")
    world.fetch()
    back(world.kept)
    world.fetching(again=True).fetch()
    assert world.shown() == "Second words."
    assert world.state.left == ()


def test_three_texts_are_kept(world: World) -> None:
    for words in ("Second", "Third", "Fourth", "Fifth"):
        world.release(f"{words} words.")
        world.fetch()
    kept = list(world.kept.texts.iterdir())
    assert {each.name for each in kept} == set(world.state.shown)
    assert len(kept) == 3
    back(world.kept)
    back(world.kept)
    assert world.shown() == "Third words."


def test_an_older_text_that_is_released_again_is_taken(world: World) -> None:
    world.release("Second words.")
    world.fetch()
    world.release("First words.")
    world.fetch()
    assert world.shown() == "First words."
    assert len(world.state.shown) == 2


# Keys


def test_the_keys_of_root_are_replaced_two_of_three(tmp_path: Path) -> None:
    world = World(tmp_path, root=Share(2, 3))
    world.release("First words.")
    world.fetch()
    keys, away = world.repository_folder / "keys", tmp_path / "away"
    away.mkdir()
    for name in ("root-1", "root-2", "root-3"):
        (keys / f"{name}.pem").rename(away / f"{name}.pem")
    (away / "root-2.pem").unlink()  # lost
    for name in ("root-1", "root-3"):
        (tmp_path / name).mkdir()
        (away / f"{name}.pem").rename(tmp_path / name / f"{name}.pem")
    assert world.repository().renew_key("root-2") == "root-4"
    # With the new key and one old one it is one signature short of what the old root asks for.
    waiting = world.repository(tmp_path / "root-1").sign()
    assert [line.split()[0] for line in waiting] == ["root"]
    assert world.repository(tmp_path / "root-3").sign() == []
    world.release("Second words.")
    world.fetch()
    assert world.shown() == "Second words."
    assert (world.kept.trust / "root_history" / "2.root.json").exists()


def test_a_root_that_too_few_have_signed_is_refused(tmp_path: Path) -> None:
    world = World(tmp_path, root=Share(2, 3))
    world.release("First words.")
    world.fetch()
    thief = World(tmp_path / "thief", root=Share(2, 3))
    for name in ("root-2", "root-3"):
        (world.repository_folder / "keys" / f"{name}.pem").unlink()
    repository = world.repository()
    repository.renew_key("online-1")
    assert repository.sign() != []
    half = (world.repository_folder / "staged" / "root.json").read_bytes()
    (world.public / "metadata" / "2.root.json").write_bytes(half)
    assert "not signed by who is trusted here" in refused(world)
    (world.public / "metadata" / "2.root.json").write_bytes(
        (thief.public / "metadata" / "1.root.json").read_bytes()
    )
    refused(world)


@pytest.mark.parametrize("name", ["pilot-1", "all-1", "online-1", "root-1"])
def test_every_key_can_be_replaced(world: World, name: str) -> None:
    repository = world.repository()
    repository.renew_key(name)
    assert repository.sign() == []
    (world.repository_folder / "keys" / f"{name}.pem").unlink()
    world.release("Second words.")
    world.fetch()
    assert world.shown() == "Second words."


def test_a_fault_of_the_proof_keeps_its_words(world: World) -> None:
    world.release("Second words.")
    fault = ContentError("pack.toml", 3, "it is wrong", "Mend it")
    with pytest.raises(DeliveryError, match=r"^pack\.toml:3: it is wrong\. Mend it\.$"):
        world.fetching(proof=lambda folder: [fault]).fetch()


def test_a_text_whose_files_a_power_cut_has_torn_is_mended(tmp_path: Path) -> None:
    world = World(tmp_path)
    name = world.release("Old words.")
    world.fetch()
    page = world.kept.folder / "current" / "en" / "one.md"
    os.truncate(page, page.stat().st_size // 2)
    assert "handed over" in world.fetch()
    assert name_of(world.kept.folder / "current") == name
    assert "is the newest" in world.fetch()


@pytest.mark.parametrize(
    "broken",
    [
        '"looked":"2026-03-01T00:00:00Z","failed":1000000',
        '"looked":"2026-03-01T00:00:00Z","failed":1000000000000000000',
        '"known":"2026-03-01T00:00:00"',
    ],
)
def test_a_state_that_a_broken_disk_has_changed_is_none(world: World, broken: str) -> None:
    (world.kept.folder / "state.json").write_text(f"{{{broken}}}")
    assert waits_until(world.kept.state(), BEGUN) is None
    assert "is the newest" in world.fetch()
