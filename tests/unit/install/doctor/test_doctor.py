"""The doctor: each fault that it knows is made, named with its remedy, and mended by it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.install.doctor import (
    broker,
    computer,
    content,
    delivered_text,
    printing,
    release,
    screen,
    searching,
    service,
    sound,
)
from kiosk.install.doctor.all_checks import CHECKS, examine, exit_code, lines
from kiosk.install.doctor.diagnosis import Diagnosis, Fault, Subject, Verdict
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup
from kiosk.settings.settings import Settings
from kiosk.ui.presence.chime import PLAYERS
from tests.unit.install.doctor.doctor_place import AS_ROOT, NOBODY, PIN, ROOT, Place, page
from tests.unit.install.doctor.machine_cases import MACHINE_CASES
from tests.unit.install.doctor.service_cases import SERVICE_CASES
from tests.unit.install.doctor.text_cases import TEXT_CASES, keys, noto
from tests.waiting import LIMIT

MANUAL = ROOT / "docs" / "doctor.md"
FAULTS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in (
        broker,
        computer,
        content,
        delivered_text,
        printing,
        searching,
        sound,
        screen,
        service,
        release,
    )
    for name, value in vars(module).items()
    if isinstance(value, Fault)
}

CASES = {**MACHINE_CASES, **SERVICE_CASES, **TEXT_CASES}


@pytest.fixture
def place() -> Iterator[Place]:
    with tempfile.TemporaryDirectory() as name:  # not tmp_path: another user must enter it
        Path(name).chmod(0o755)
        yield Place(Path(name))


@contextmanager
def somebody_else() -> Iterator[None]:
    """Be a user who may look at nothing of the kiosk's. Only root can become one."""
    if not AS_ROOT:
        pytest.skip("only root can become somebody else")
    os.seteuid(NOBODY - 1)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff", b"[" * 100_000, b'{"moment":' * 100_000,
        b'[{"kind":"killed","cause":"","time":"yesterday"}]',
        b'[{"kind":"killed","cause":"","time":"2026-11-22T00:00:00"}]',
    ],
)  # fmt: skip
def test_whatever_stands_in_the_records_of_health_they_are_read(
    place: Place, content: bytes
) -> None:
    at = place.made(place.state / "health")
    for name in ("records", "running"):
        (at / name).write_bytes(content)
    assert [each.mark for each in place.check("crashes")] == ["ok"]


LOOKED_AT_BY_SOMEBODY_ELSE = ("service.ASK_AS_ROOT", "service.HIDDEN", "broker.HIDDEN")


def test_every_fault_has_a_case() -> None:
    assert set(CASES) == set(FAULTS)
    assert len(FAULTS) > 40


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_named_until_its_remedy_mends_it(place: Place, name: str) -> None:
    fault, case = FAULTS[name], CASES[name]
    if name == "service.NO_SETTINGS" and not AS_ROOT:
        pytest.skip("only root can give a file away")
    case.make(place)
    try:
        if name in LOOKED_AT_BY_SOMEBODY_ELSE:
            with somebody_else():
                found = place.check(fault.name)
        else:
            found = place.check(fault.name)
    finally:
        case.mend(place)
    begins = fault.text.partition("{")[0]
    said = [each for each in found if each.mark is fault.mark and each.text.startswith(begins)]
    assert said, found
    assert case.seen in f"{said[0].text} {said[0].remedy}"
    assert said[0].remedy
    [mended] = place.check(fault.name)
    assert mended.mark is Verdict.OK, mended


@pytest.mark.parametrize("name", [name for name in CHECKS if name not in ("qt", "fonts")])
def test_where_all_is_well_each_check_is_one_line(place: Place, name: str) -> None:
    [found] = place.check(name)
    assert (found.name, found.mark, found.remedy) == (name, Verdict.OK, "")


def test_the_manual_lists_every_fault() -> None:
    rows = [
        f"| {fault.name} | {fault.mark} | {cell(fault.text)} | {cell(fault.remedy)} |"
        for fault in sorted(FAULTS.values(), key=lambda fault: list(CHECKS).index(fault.name))
    ]
    told = [
        line
        for line in MANUAL.read_text("utf-8").splitlines()
        if line.split(" ")[1:2] != ["Line"] and line.startswith("| ")
    ]
    assert told == rows


def cell(text: str) -> str:
    return text.replace("{", "*").replace("}", "*").replace("|", "\\|")


def test_the_doctor_looks_for_the_players_that_the_kiosk_uses() -> None:
    assert tuple(name for name, *_ in PLAYERS) == sound.PLAYERS


def test_every_check_that_breaks_is_a_line_of_the_report(place: Place) -> None:
    def broken(machine: Machine, setup: Setup) -> list[Diagnosis]:
        raise ZeroDivisionError("by {nothing}")

    checks = {"one": broken, "two": lambda machine, setup: [Subject("two").fine("well")]}
    one, two = examine(place.machine, place.setup, checks)
    assert (one.name, one.mark, two.mark) == ("one", Verdict.FAIL, Verdict.OK)
    assert "ZeroDivisionError: by {nothing}" in one.text
    assert one.remedy


def test_only_a_failure_makes_the_exit_code_1() -> None:
    ok, warning = Subject("a").fine("."), Diagnosis("b", Verdict.WARN, ".", "x")
    assert exit_code([ok, warning]) == 0
    assert exit_code([ok, warning, Diagnosis("c", Verdict.FAIL, ".", "x")]) == 1


def test_a_line_says_how_bad_it_is_by_sign_and_word_and_stays_one_line() -> None:
    found = [
        Subject("a").fine("well"),
        Diagnosis("bcd", Verdict.WARN, "so\nso", "do"),
        Diagnosis("e", Verdict.FAIL, "no"),
    ]
    assert lines(found).splitlines()[:4] == [
        "✓ ok    a    well", "! warn  bcd  so so", "             → do", "✗ fail  e    no",
    ]  # fmt: skip
    assert lines(found, plain=True).isascii()
    assert all(f"{fault.text}{fault.remedy}".isascii() for fault in FAULTS.values())


def test_what_visitors_search_with_is_told(place: Place) -> None:
    place.pack.languages = ("en", "bn", "de")
    place.pack.take_home = "https://A.Example/hair/index.html"
    place.pack.written()
    keys(place, 'letters = ["a b"]')
    assert [each.text for each in place.check("search")] == [
        "en: 3 words; bn: 3 words; de: 3 words"
    ]
    assert [each.text for each in place.check("keyboard")] == [
        "en: the pack's; bn: the kiosk's; de: made of the letters of its pages"
    ]
    assert [each.text for each in place.check("take_home")] == ["codes lead to a.example/hair"]
    place.pack.take_home = ""
    place.pack.written()
    assert [each.text for each in place.check("take_home")] == [
        "none is set: no page offers a code for phones"
    ]


def test_a_slow_command_is_given_up(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.install.doctor.machine.SECONDS", 0.05)
    assert place.machine.run(["sh", "-c", "read x < /dev/zero"]).code == 124


def test_a_picture_that_is_missing_is_named_with_its_page(place: Place) -> None:
    place.pack.raw("two", page("![A thing](thing.svg)")).written()
    [finding] = place.check("pack")
    assert finding.mark is Verdict.WARN
    assert "two.md:" in finding.text
    assert "'thing.svg' is missing" in finding.text


def test_the_letters_of_the_resting_screen_count(place: Place) -> None:
    place.pack.card("Smile \U0001f642", "one").written()
    place.fonts()
    [finding] = place.check("fonts")
    assert "\U0001f642" in finding.text
    assert "fonts-noto-color-emoji" in finding.remedy


def test_the_letters_of_the_kiosks_own_words_count(place: Place) -> None:
    place.pack.languages = ("en", "bn")  # without a page in Bengali
    place.pack.written()
    place.fonts()
    [finding] = place.check("fonts")
    assert "no font for the language bn" in finding.text
    assert "fonts-noto-core" in finding.remedy
    place.fonts(noto("NotoSansBengali-Regular.ttf"))
    assert [each.mark.value for each in place.check("fonts")] == ["ok"]


def test_the_settings_are_those_that_the_service_looks_for(place: Place) -> None:
    place.made(place.folder / "etc" / "kiosk")
    shutil.move(place.settings, place.folder / "etc" / "kiosk" / "settings.toml")
    place.unit((f" --settings {place.settings}", ""), ("=/etc/xdg", f"={place.folder / 'etc'}"))
    assert place.setup.file == place.folder / "etc" / "kiosk" / "settings.toml"
    assert place.setup.settings.pin == PIN


def test_what_was_added_to_the_service_counts(place: Place) -> None:
    place.write("/etc/systemd/system/kiosk.service.d/x.conf", "[Service]\nUser=root\nConflicts=\n")
    unit = place.setup.unit
    assert unit is not None
    assert unit.last("User") == "root"
    assert unit.words("Conflicts") == []


def test_a_home_that_can_not_be_looked_into_is_no_reason_to_stop(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut_up = place.folder / "home"
    shut_up.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(shut_up))
    place.remove("/etc/systemd/system/kiosk.service")
    with somebody_else():
        assert place.setup.settings == Settings()


def test_the_doctor_reports_even_where_qt_can_not_be_loaded(place: Place) -> None:
    place.without_qt()
    command = ["doctor", "--format", "json", "--content", str(place.pack.folder)]
    ran = subprocess.run(
        [sys.executable, "-m", "kiosk", *command],
        cwd=ROOT, env={**os.environ, **place.environment, "PATH": os.environ["PATH"],
                       "PYTHONPATH": f"{place.folder / 'broken'}"},
        capture_output=True, text=True, timeout=LIMIT, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (1, "")
    checks = json.loads(ran.stdout)["checks"]
    assert [each["state"] for each in checks if each["name"] == "qt"] == ["fail"]
    names = {each["name"] for each in checks}
    assert names >= set(CHECKS) - {"console"}  # told where there is a service
