"""A text is released only if the check lets it, and published only if enough have signed it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.check.examine import Report
from kiosk.check.material.finding import NOWHERE, Finding, Severity
from kiosk.delivery.packing_list import EDITION, REPORT, read_list
from kiosk.pack.copying import fingerprint
from kiosk.publish import command
from kiosk.publish.publish_error import PublishError
from kiosk.publish.repository import MONTH, Share, TextRepository
from tests.fleet.world import BEGUN, ONE, World
from tests.waiting import LIMIT

WRONG = Finding(
    file="en/one.md", spot=NOWHERE, severity=Severity.ERROR, rule="links",
    problem="A link leads nowhere.", remedy="Mend it.",
)  # fmt: skip
FINE = Report(findings=(), pages=3, off={})


def clock() -> datetime:
    return BEGUN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "repository"
    command.begin(place, root=ONE, text=ONE, months=12, fresh_months=3, now=clock)
    return place


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    world = World.__new__(World)
    world.folder = tmp_path
    return world.write("Some words.")


def released(
    folder: Path, pack: Path | None, ring: str = "pilot", report: Report = FINE, **how: bool
) -> tuple[str, int]:
    return command.publish(
        folder, pack, ring, lambda copy, strict: report, draft=how.get("draft", False), keys=(),
        now=clock,
    )  # fmt: skip


def test_what_the_check_refuses_is_not_released(folder: Path, pack: Path) -> None:
    before = fingerprint(folder)
    told, code = released(folder, pack, report=Report(findings=(WRONG,), pages=3, off={}))
    assert code == 1
    assert (
        told.splitlines()[0] == f"{pack}/en/one.md: error: [links] A link leads nowhere. Mend it."
    )
    assert told.endswith("Nothing is released: mend the errors.")
    assert fingerprint(folder) == before


def test_drafts_are_released_only_where_that_is_asked_for(folder: Path, pack: Path) -> None:
    asked = []

    def examine(copy: Path, strict: bool) -> Report:
        asked.append(strict)
        assert copy != pack, "what is released is the copy that was checked"
        return FINE

    for draft in (False, True):
        command.publish(folder, pack, "pilot", examine, draft=draft, keys=(), now=clock)
    assert asked == [True, False]
    assert ", a draft," in command.tell_status(folder, now=clock)[0]


def test_no_repository_begins_in_a_text(pack: Path) -> None:
    share, before = Share(1, 1), fingerprint(pack)
    for folder in (pack, pack / "en", pack / "en" / "repository"):
        with pytest.raises(PublishError, match=f"lies in the text {pack}, and its keys"):
            command.begin(folder, root=share, text=share, months=12, fresh_months=3, now=clock)
    assert fingerprint(pack) == before


def test_no_key_is_released_with_a_text(folder: Path, pack: Path) -> None:
    shutil.copytree(folder / "keys", pack / "keys")
    before = fingerprint(folder)
    with pytest.raises(PublishError, match=r"keys/\S+\.pem is a private key"):
        released(folder, pack)
    assert fingerprint(folder) == before


def test_a_report_goes_with_the_text(folder: Path, pack: Path) -> None:
    told, code = released(folder, pack)
    assert code == 0
    assert told.startswith("The text ")
    assert told.endswith(" bytes. Published.")
    repository = TextRepository(folder, clock)
    report, listed = (repository.target("pilot", name) for name in (REPORT, EDITION))
    assert report
    assert json.loads(report)["errors"] == 0
    assert listed
    assert "en/one.md" in read_list(listed).files


def test_all_get_what_pilots_have(folder: Path, pack: Path) -> None:
    with pytest.raises(PublishError, match="The ring pilot has no text"):
        released(folder, None, "all")
    with pytest.raises(PublishError, match="Name the text, or pass on"):
        released(folder, None)
    released(folder, pack)
    assert released(folder, None, "all")[0].endswith("passed on to all. Published.")
    repository = TextRepository(folder, clock)
    assert repository.target("all", EDITION) == repository.target("pilot", EDITION)


def test_all_get_nothing_that_pilots_have_not_seen(tmp_path: Path) -> None:
    world = World(tmp_path, text=Share(2, 2))
    (world.repository_folder / "keys" / "pilot-2.pem").unlink()
    released(world.repository_folder, world.write("Words."))
    with pytest.raises(PublishError, match="What pilot gets still waits for signatures"):
        released(world.repository_folder, None, "all")


def test_a_text_waits_for_a_second_person(tmp_path: Path) -> None:
    world = World(tmp_path, text=Share(2, 2))
    world.release("First words.")
    world.fetch()
    second = tmp_path / "second"
    second.mkdir()
    keys = world.repository_folder / "keys"
    (keys / "all-2.pem").rename(second / "all-2.pem")
    told, code = released(world.repository_folder, world.write("Second words."), "all")
    assert code == 0
    first, *more = told.splitlines()
    assert first.endswith("bytes. Nothing is published yet.")
    assert more == [
        "all waits for a signature by one of: all-2",
        "Bring a key, and sign: kiosk publish sign DIR --keys FOLDER",
    ]
    world.fetch()
    assert world.shown() == "First words."
    told, code = command.tell_status(world.repository_folder, now=clock)
    assert code == 1
    assert "! all: signed by all-1 (2 of 2 needed)" in told
    assert told.endswith(f"Sign it: kiosk publish sign {world.repository_folder}")
    done = command.sign(world.repository_folder, keys=[second], renew="", now=clock)
    assert done == "Signed. Published."
    world.fetch()
    assert world.shown() == "Second words."


def test_a_warning_comes_in_time_and_signing_ends_it(folder: Path) -> None:
    told, code = command.tell_status(folder, now=clock)
    assert code == 0
    assert told.endswith("All is signed.")

    def later() -> datetime:
        return BEGUN + timedelta(days=61)

    told, code = command.tell_status(folder, now=later)
    assert code == 1
    late = [line.split(":")[0] for line in told.splitlines() if line.startswith("!")]
    assert late == ["! snapshot", "! timestamp"]
    command.sign(folder, keys=(), renew="", now=later)
    assert command.tell_status(folder, now=later)[1] == 0

    def next_year() -> datetime:
        return BEGUN + timedelta(days=335)

    command.sign(folder, keys=(), renew="", now=next_year)
    told, code = command.tell_status(folder, now=next_year)
    assert code == 0
    assert "root: signed by root-1 (1 of 1 needed), expires 2028-01-25" in told


def test_a_release_without_the_key_of_what_is_newest_waits(
    folder: Path, pack: Path, tmp_path: Path
) -> None:
    (folder / "keys" / "online-1.pem").rename(tmp_path / "online-1.pem")
    assert "snapshot waits for a signature by one of: online-1" in released(folder, pack)[0]
    assert "! snapshot: signed by nobody (1 of 1" in command.tell_status(folder, now=clock)[0]
    assert command.sign(folder, keys=[tmp_path], renew="", now=clock) == "Signed. Published."


def test_a_key_that_is_another_one_is_told(folder: Path, pack: Path) -> None:
    keys = folder / "keys"
    (keys / "pilot-1.pem").write_bytes((keys / "all-1.pem").read_bytes())
    with pytest.raises(PublishError, match=r"pilot-1\.pem can't be used"):
        released(folder, pack)


def test_keys_are_for_their_owner_alone_and_what_is_published_for_all(
    folder: Path, pack: Path
) -> None:
    released(folder, pack)
    assert (folder / "keys").stat().st_mode & 0o777 == 0o700
    for file in (folder / "keys").iterdir():
        assert file.stat().st_mode & 0o777 == 0o600
    for file in (folder / "public").rglob("*.*"):
        assert file.stat().st_mode & 0o444 == 0o444


def test_only_a_repository_is_taken_for_one_and_none_is_made_twice(
    folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(PublishError, match="is no repository"):
        command.tell_status(tmp_path)
    with pytest.raises(PublishError, match="is a repository already"):
        command.begin(folder, root=ONE, text=ONE, months=12, fresh_months=3)


def test_only_a_key_that_is_used_is_replaced(folder: Path) -> None:
    with pytest.raises(PublishError, match=r"There is no key root-7\. There are: all-1"):
        command.sign(folder, keys=(), renew="root-7", now=clock)
    told = command.sign(folder, keys=(), renew="all-1", now=clock)
    assert told == f"The key all-2, in {folder / 'keys'}, replaces all-1. Published."
    with pytest.raises(PublishError, match="all-1 was replaced before"):
        command.sign(folder, keys=(), renew="all-1", now=clock)


def test_a_version_that_was_published_is_never_given_other_content(
    folder: Path, pack: Path
) -> None:
    """A kill may leave what was published among what waits."""
    released(folder, pack)
    before = TextRepository(folder, clock).published("pilot")
    assert before is not None
    metadata = folder / "public" / "metadata"
    for role in ("pilot", "snapshot", "timestamp"):
        found = sorted(metadata.glob(f"*{role}.json"))[-1]
        (folder / "staged" / f"{role}.json").write_bytes(found.read_bytes())
    held = {file.name: file.read_bytes() for file in metadata.glob("[0-9]*.json")}
    (pack / "en" / "one.md").write_text((pack / "en" / "one.md").read_text() + "\nMore.\n")
    released(folder, pack)
    assert {name: (metadata / name).read_bytes() for name in held} == held
    now = TextRepository(folder, clock).published("pilot")
    assert now is not None
    assert now.signed.version == before.signed.version + 1


def test_what_is_lost_or_strange_in_a_repository_is_told(folder: Path, pack: Path) -> None:
    released(folder, pack)
    (folder / "public" / "metadata" / "old.root.json").write_text("")  # somebody's copy
    assert command.tell_status(folder, clock)[1] == 0
    [edition] = (folder / "public" / "targets" / "pilot").glob("*.edition.json")
    edition.unlink()
    with pytest.raises(PublishError, match=r"edition\.json is lost. Restore it"):
        command.tell_status(folder, clock)
    (folder / "publisher.json").write_text('{"months":12,"fresh_months":3,"keys":{}}')
    with pytest.raises(PublishError, match="does not name the key"):
        command.tell_status(folder, clock)


# Stopped, and two at once

STOPPED = """
import os, signal, sys
from pathlib import Path
from kiosk.publish import command
from tests.fleet.world import ONE
put, left = os.replace, int(sys.argv[2])
def replace(*names):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    put(*names)
os.replace = replace
command.begin(Path(sys.argv[1]), root=ONE, text=ONE, months=12, fresh_months=3)
print(left)
"""
"""Begins a repository and is killed before it puts so many files in place."""


def stopped(folder: Path, before: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", STOPPED, folder, str(before)],
        capture_output=True, text=True, timeout=LIMIT, check=False, cwd=Path(__file__).parents[3],
    )  # fmt: skip


def test_a_beginning_that_was_killed_is_told_and_leaves_nothing_that_looks_whole(
    tmp_path: Path,
) -> None:
    done = stopped(tmp_path / "whole", 1000)
    last = 1000 - int(done.stdout)
    assert command.tell_status(tmp_path / "whole")[1] == 0
    for before in (1, 3, last // 2, last):
        folder = tmp_path / f"before-{before}"
        assert stopped(folder, before).returncode == -signal.SIGKILL
        with pytest.raises(PublishError, match=r"was stopped in.*name another folder"):
            command.begin(folder, root=ONE, text=ONE, months=12, fresh_months=3, now=clock)
        with pytest.raises(PublishError, match=r"publisher\.json is not there: .* was stopped"):
            command.sign(folder, keys=(), renew="", now=clock)
    stopped(tmp_path / "past", last + 1)
    assert command.tell_status(tmp_path / "past")[1] == 0


def test_a_beginning_that_fails_leaves_nothing_and_can_be_begun_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    folder = tmp_path / "repository"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24k", "none", folder], check=True)
    try:
        with pytest.raises(OSError, match=f"No space left.*{folder}"):
            command.begin(folder, root=ONE, text=ONE, months=12, fresh_months=3, now=clock)
        assert main(["publish", "init", str(folder)]) == 1
        told = capsys.readouterr().err
        assert re.fullmatch(rf"kiosk: {folder}/.*: No space left .*\. Make room there\.\n", told)
        assert [each.name for each in folder.iterdir()] == ["lock"]
        subprocess.run(["mount", "-o", "remount,size=1M", folder], check=True)
        command.begin(folder, root=ONE, text=ONE, months=12, fresh_months=3, now=clock)
        assert command.tell_status(folder, now=clock)[1] == 0
    finally:
        subprocess.run(["umount", folder], check=True)


def test_two_who_publish_at_once_do_not_undo_each_others_work(folder: Path, pack: Path) -> None:
    def examine(copy: Path, strict: bool) -> Report:
        for again in (
            lambda: released(folder, pack),
            lambda: command.sign(folder, keys=(), renew="", now=clock),
            lambda: command.begin(folder, root=ONE, text=ONE, months=12, fresh_months=3),
        ):
            with pytest.raises(PublishError, match=r"Somebody else is at .* just now"):
                again()
        assert command.tell_status(folder, now=clock)[1] == 0, "who only looks need not wait"
        return FINE

    told, _ = command.publish(folder, pack, "pilot", examine, draft=False, keys=(), now=clock)
    assert told.endswith("Published.")
    assert command.sign(folder, keys=(), renew="", now=clock) == "Signed. Published."


def test_a_folder_of_keys_that_is_none_is_told(folder: Path, pack: Path) -> None:
    for each in (Path("/nowhere"), folder / "publisher.json"):
        with pytest.raises(PublishError, match=f"{each} is no folder. Name the one with the keys"):
            command.sign(folder, keys=(each,), renew="", now=clock)


def test_where_no_folder_can_be_made_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for place in (file, file / "a", Path("/proc/a")):
        with pytest.raises(PublishError, match=f"{place}: .*Name another folder"):
            command.begin(place, root=ONE, text=ONE, months=12, fresh_months=3, now=clock)


def test_where_no_repository_is_no_lock_is_left(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"is no repository\. Make one"):
        command.sign(tmp_path, keys=(), renew="", now=clock)
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_in_a_repository_is_never_waited_for(folder: Path) -> None:
    timestamp = folder / "public" / "metadata" / "timestamp.json"
    timestamp.unlink()
    os.mkfifo(timestamp)
    with pytest.raises(PublishError, match=r"is no regular file\. Restore it"):
        command.tell_status(folder, now=clock)


@pytest.mark.parametrize("what", ["edition.json", "report.json"])
def test_what_was_changed_at_the_web_server_is_not_passed_on(
    folder: Path, pack: Path, what: str
) -> None:
    released(folder, pack)
    [file] = (folder / "public" / "targets" / "pilot").glob(f"*.{what}")
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(PublishError, match=rf"{file} is not the one that was signed\. Restore it"):
        released(folder, None, "all")


@pytest.mark.parametrize("role", ["root", "targets", "pilot", "all", "snapshot", "timestamp"])
def test_what_was_changed_at_the_web_server_is_not_signed_anew(
    folder: Path, pack: Path, role: str
) -> None:
    released(folder, pack)
    metadata = folder / "public" / "metadata"
    file = max(metadata.glob(f"*{role}.json"))
    good, others = file.read_bytes(), sorted(metadata.glob("*.json"))
    changed = [good.replace(b'"expires":"20', b'"expires":"21')]
    changed += [each.read_bytes() for each in others if role not in each.name]
    for content in changed:
        file.write_bytes(content)
        for ask in (
            lambda: command.tell_status(folder, now=clock),
            lambda: command.sign(folder, keys=(), renew="", now=lambda: clock() + 11 * MONTH),
        ):
            with pytest.raises(PublishError, match=r"is not the one that was signed\. Restore it"):
                ask()
        assert file.read_bytes() == content
        assert not (folder / "staged" / f"{role}.json").exists(), "it waits for no signature"
    file.write_bytes(good)
    assert command.sign(folder, keys=(), renew="", now=clock) == "Signed. Published."
    assert command.tell_status(folder, now=clock)[1] == 0
