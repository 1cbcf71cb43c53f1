"""A content folder: when it counts as another one, and what a copy of it holds."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.pack import copying
from kiosk.pack.copying import (
    MISSING,
    MOST_BYTES,
    MOST_DEEP,
    MOST_DRAWINGS,
    MOST_PAGES,
    Spare,
    check_extent,
    copy,
    digest_of,
    fingerprint,
)
from kiosk.page.error import ContentError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "text"
    (place / "en").mkdir(parents=True)
    (place / "pack.toml").write_text("title")
    (place / "en" / "one.md").write_text("words")
    return place


def rewritten(folder: Path) -> None:
    """Write other words of the same length, and put the old date back."""
    file = folder / "en" / "one.md"
    state = file.stat()
    file.write_text("swords"[1:][::-1])
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))


def renamed_over(folder: Path) -> None:
    new = folder / ".one.md.new"
    new.write_text("other")
    state = (folder / "en" / "one.md").stat()
    os.utime(new, ns=(state.st_atime_ns, state.st_mtime_ns))
    new.rename(folder / "en" / "one.md")


def relinked(folder: Path) -> None:
    """Put a link to another folder in the place of this one."""
    other = folder.with_name("other")
    (other / "en").mkdir(parents=True)
    for name in ("pack.toml", "en/one.md"):
        (other / name).write_bytes((folder / name).read_bytes())
    folder.rename(folder.with_name("old"))
    folder.symlink_to(other)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file that grows": lambda at: (at / "en" / "one.md").write_text("more words"),
    "a new file": lambda at: (at / "en" / "two.md").touch(),
    "a new folder": lambda at: (at / "bn").mkdir(),
    "a file that goes": lambda at: (at / "en" / "one.md").unlink(),
    "a file renamed": lambda at: (at / "en" / "one.md").rename(at / "en" / "uno.md"),
    "permissions": lambda at: (at / "en" / "one.md").chmod(0o600),
    "the same size and date": rewritten,
    "a file moved into place with the old date": renamed_over,
    "another folder behind a link": relinked,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_any_change_gives_another_fingerprint(
    folder: Path, change: Callable[[Path], object]
) -> None:
    before = fingerprint(folder)
    assert fingerprint(folder) == before
    change(folder)
    assert fingerprint(folder) not in (before, MISSING)


def test_what_an_editor_leaves_lying_about_changes_nothing(folder: Path) -> None:
    before = fingerprint(folder)
    for name in (".one.md.swp", "one.md~", ".git/objects"):
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    assert fingerprint(folder) == before
    (folder / "en" / ".#one.md").symlink_to("nobody@nowhere")
    assert fingerprint(folder) == before


def test_a_change_behind_a_link_to_a_file_is_seen(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("a")
    (folder / "en" / "two.md").symlink_to(outside)
    before = fingerprint(folder)
    outside.write_text("longer")
    assert fingerprint(folder) != before


def test_a_folder_that_is_missing_has_a_fingerprint_too(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").touch()
    for name in ("nowhere", "loop", "file", "file/below"):
        assert fingerprint(tmp_path / name) == MISSING


def test_a_copy_holds_every_file_and_vouches_for_it(folder: Path, tmp_path: Path) -> None:
    manifest = copy(folder, tmp_path / "copy")
    assert manifest.files.keys() == {"pack.toml", "en/one.md"}
    for name, (size, digest) in manifest.files.items():
        copied = tmp_path / "copy" / name
        assert copied.read_bytes() == (folder / name).read_bytes()
        assert (copied.stat().st_size, digest_of(copied)) == (size, digest)


def test_the_same_content_gives_the_same_manifest(folder: Path, tmp_path: Path) -> None:
    first = copy(folder, tmp_path / "first").encoded()
    os.utime(folder / "pack.toml", (1, 1))
    assert copy(folder, tmp_path / "second").encoded() == first
    (folder / "pack.toml").write_text("tItle")
    assert copy(folder, tmp_path / "third").encoded() != first


def copied_before(folder: Path, to: Path) -> Spare:
    return Spare(to, copy(folder, to))


def same(one: Path, other: Path) -> bool:
    return one.stat().st_ino == other.stat().st_ino


def test_only_what_changed_is_written_where_a_copy_can_be_spared(
    folder: Path, tmp_path: Path
) -> None:
    spare = copied_before(folder, tmp_path / "old")
    (folder / "en" / "one.md").write_text("other words")
    (folder / "en" / "two.md").write_text("words")
    new = tmp_path / "new"
    manifest = copy(folder, new, spare)
    assert manifest == copy(folder, tmp_path / "whole")
    assert same(new / "pack.toml", spare.folder / "pack.toml")
    assert not same(new / "en" / "one.md", spare.folder / "en" / "one.md")
    shutil.rmtree(spare.folder)
    for name in manifest.files:
        assert (new / name).read_bytes() == (folder / name).read_bytes()


def test_a_file_of_the_same_size_and_date_is_read_anew(folder: Path, tmp_path: Path) -> None:
    spare = copied_before(folder, tmp_path / "old")
    rewritten(folder)
    copy(folder, tmp_path / "new", spare)
    assert (tmp_path / "new" / "en" / "one.md").read_text() == "sdrow"


def rotten(file: Path) -> None:
    file.write_text("wordz")


def linked(file: Path) -> None:
    outside = file.with_name("outside")
    file.rename(outside)
    file.symlink_to(outside)


def piped(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def shared(file: Path) -> None:
    os.link(file, file.with_name("second name"))


@pytest.mark.parametrize("ruin", [rotten, linked, piped, shared, Path.unlink])
def test_what_is_not_as_it_was_copied_is_not_taken_from_a_spare_copy(
    folder: Path, tmp_path: Path, ruin: Callable[[Path], None]
) -> None:
    spare = copied_before(folder, tmp_path / "old")
    old = spare.folder / "en" / "one.md"
    ruin(old)
    assert copy(folder, tmp_path / "new", spare) == spare.manifest
    new = tmp_path / "new" / "en" / "one.md"
    assert new.read_text() == "words"
    assert not new.is_symlink()
    assert new.stat().st_nlink == 1


def test_a_disk_that_knows_no_second_names_is_written_to(folder: Path, tmp_path: Path) -> None:
    disks = [each for each in (Path("/dev/shm"), Path("/var/tmp")) if each.is_dir()]
    others = [each for each in disks if each.stat().st_dev != tmp_path.stat().st_dev]
    if not others:
        pytest.skip("needs another disk: from one to the other no file has two names")
    place = Path(tempfile.mkdtemp(dir=others[0]))
    try:
        spare = copied_before(folder, place / "old")
        assert copy(folder, tmp_path / "new", spare) == spare.manifest
    finally:
        shutil.rmtree(place)
    assert (tmp_path / "new" / "en" / "one.md").read_text() == "words"


def test_what_links_lead_to_is_copied_in_their_place_wherever_it_lies(
    folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    (outside / "below").mkdir(parents=True)
    (outside / "below" / "page.md").write_text("from outside")
    (folder / "pack.toml").rename(outside / "pack.toml")
    (folder / "pack.toml").symlink_to(outside / "pack.toml")
    (folder / "en" / "same.md").symlink_to("one.md")
    (folder / "bn").symlink_to("en")
    (folder / "de").symlink_to(outside / "below")
    (folder / "en" / "nowhere.md").symlink_to("missing.md")
    (folder / "en" / "itself.md").symlink_to("itself.md")
    (folder / "loop").symlink_to(".")
    (folder / "en" / "up").symlink_to(folder)
    copied = tmp_path / "copy"
    manifest = copy(folder, copied)
    assert manifest.files.keys() == {
        "pack.toml", "en/one.md", "en/same.md", "bn/one.md", "bn/same.md", "de/page.md",
    }  # fmt: skip
    shutil.rmtree(outside)
    shutil.rmtree(folder)
    assert not [each for each in copied.rglob("*") if each.is_symlink()]
    assert (copied / "de" / "page.md").read_text() == "from outside"
    assert (copied / "bn" / "same.md").read_text() == "words"
    assert (copied / "pack.toml").read_text() == "title"


def test_a_change_below_a_link_to_a_folder_is_seen(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "de").symlink_to(outside)
    before = fingerprint(folder)
    (outside / "page.md").touch()
    assert fingerprint(folder) != before


def test_a_pack_is_thirty_two_folders_deep_at_most(folder: Path, tmp_path: Path) -> None:
    deep = folder.joinpath(*["d"] * MOST_DEEP)
    deep.mkdir(parents=True)
    (deep / "last.md").touch()
    assert len(copy(folder, tmp_path / "copy").files) == 3
    before = fingerprint(folder)
    (deep / "d").mkdir()
    assert fingerprint(folder) != before
    (deep / "d" / "last.md").touch()
    with pytest.raises(ContentError, match="deeper than 32 folders"):
        copy(folder, tmp_path / "other")


def test_pipes_and_sockets_are_left_behind_and_not_waited_for(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(folder / "en" / "pipe.md")
    assert "en/pipe.md" not in copy(folder, tmp_path / "copy").files


def test_a_name_that_is_not_utf_8_is_told(folder: Path, tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.md"))).touch()
    with pytest.raises(ContentError, match="not UTF-8"):
        copy(folder, tmp_path / "copy")


@pytest.mark.parametrize(("limit", "most"), [("MOST_FILES", 3), ("MOST_BYTES", 10)])
def test_a_folder_that_is_no_pack_is_not_copied_whole(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(copying, limit, most)
    copy(folder, tmp_path / "copy")
    monkeypatch.setattr(copying, limit, most - 1)
    with pytest.raises(ContentError, match="holds more than"):
        copy(folder, tmp_path / "another")
    assert not (tmp_path / "another").exists()


@pytest.mark.parametrize(
    ("name", "most", "said"),
    [
        ("en/a.md", MOST_PAGES - 5, "the folder's pages have more than 20,000,000 bytes together"),
        ("a.SVG", MOST_DRAWINGS, "the folder's drawings have more than 20,000,000 bytes together"),
        ("a.jpg", MOST_BYTES - 10, "the folder holds more than 5,000 files or 500,000,000 bytes"),
    ],
)
def test_what_could_not_be_read_in_time_is_told_before_anything_is_copied(
    folder: Path, tmp_path: Path, name: str, most: int, said: str
) -> None:
    (folder / name).touch()
    os.truncate(folder / name, most)
    check_extent(folder)
    os.truncate(folder / name, most + 1)
    with pytest.raises(ContentError, match=said):
        copy(folder, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_pages_that_grow_beyond_it_while_they_are_copied_are_not_copied(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked(place: Path) -> None:
        check_extent(place)
        (folder / "en" / "one.md").write_text("words and more words")

    monkeypatch.setattr(copying, "check_extent", looked)
    monkeypatch.setattr(copying, "MOST_PAGES", 19)
    with pytest.raises(ContentError, match="pages have more than 19 bytes"):
        copy(folder, tmp_path / "copy")


def test_a_missing_folder_is_told_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"the folder is missing\. Put it back"):
        copy(tmp_path / "nowhere", tmp_path / "copy")
