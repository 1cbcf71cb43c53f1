"""How each fault of the text, its delivery and its printing is made, and what mends it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.delivery.kept_texts import DeliveryState, KeptTexts
from kiosk.search import index
from tests.unit.install.doctor.doctor_place import (
    ASSETS,
    BENGALI,
    NOW,
    PIN,
    TOKENS,
    Case,
    Place,
    page,
    said,
    setting,
)

READY = "scheduler is running\nprinter Desk is idle.  enabled since Wed Mar  4 09:30:00 2026"


def printer(at: Place, answer: str, without: str = "", *, typst: bool = True) -> None:
    """Name a printer in the settings, of which CUPS says this."""
    at.typst = typst
    with at.settings.open("a", encoding="utf-8") as settings:
        settings.write('printer = "Desk"\n')
    for name in {"lp", "lpstat"} - {without}:
        at.says(name, answer)


def keys(at: Place, text: str) -> None:
    """Have the pack bring the keys of English."""
    file = at.folder / "pack" / "keyboard" / "en.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{text}\n", "utf-8")


ROOT_FILE = 'text_source = "https://text.invalid"\ntext_root = "/etc/xdg/kiosk/text-root.json"'


def delivered(
    at: Place,
    *,
    fault: str = "",
    expires: float = 90,
    came: float = -1,
    content: str = "/var/lib/kiosk-text/current",
) -> None:
    """Have a text fetched; figures are days from now."""
    at.settings.write_text(f'content = "{content}"\npin = "{PIN}"\n{ROOT_FILE}\n', "utf-8")
    place = at.root / "var/lib/kiosk-text"
    (place / "texts" / "abcdefg").mkdir(parents=True, exist_ok=True)
    at.link("/var/lib/kiosk-text/current", "texts/abcdefg")
    state = DeliveryState(
        looked=NOW, came=NOW + timedelta(days=came), expires=NOW + timedelta(days=expires),
        fault=fault,
    )  # fmt: skip
    KeptTexts(place).keep(state)


def noto(name: str) -> Path:
    found = sorted(Path("/usr/share/fonts").rglob(name))
    if not found:
        pytest.skip(f"{name} is not installed")
    return found[0]


def named(at: Place, clinic: str) -> None:
    file = at.folder / "pack" / "pack.toml"
    file.write_text(re.sub("clinic = .*", f'clinic = "{clinic}"', file.read_text("utf-8")))


def library(at: Place) -> None:
    (at.folder / "lib").mkdir()
    (at.folder / "lib" / "libxcb-cursor.so.0").touch()  # as after a full disk
    at.environment["LD_LIBRARY_PATH"] = str(at.folder / "lib")


def bengali(at: Place) -> None:
    at.pack.raw("one", page(BENGALI)).written()
    at.fonts()


def rare(at: Place) -> None:
    at.pack.raw("one", page("Smile \U0001f642 日."))
    at.fonts()


TEXT_CASES: Mapping[str, Case] = {
    "content.NO_QT": Case(Place.without_qt, lambda at: at.environment.pop("PYTHONPATH"), "QtCore"),
    "content.BAD_QT": Case(
        lambda at: setting(at, version="6.12.0"), lambda at: setting(at, version="6.11.3")
    ),
    "content.OTHER_QT": Case(
        lambda at: setting(at, version="6.10.3"), lambda at: setting(at, version=None), "6.10.3"
    ),
    "content.NO_PLUGIN": Case(
        library, lambda at: at.environment.pop("LD_LIBRARY_PATH"), "libxcb-cursor.so.0"
    ),
    "content.NO_PACK": Case(
        lambda at: (at.folder / "pack" / "pack.toml").unlink(),
        lambda at: at.pack.written(),
        "pack.toml",
    ),
    "content.NO_PAGE": Case(
        lambda at: at.pack.raw("one", b"---\n"), lambda at: at.pack.raw("one", page("Words."))
    ),
    "content.BAD_PAGE": Case(
        lambda at: at.pack.raw("two", b"\xff").written(),
        lambda at: at.pack.raw("two", page("Words.")).written(),
        "two.md:1",
    ),
    "content.PLACEHOLDERS": Case(
        lambda at: named(at, "Your Clinic Name"),
        lambda at: named(at, "Riverside Practice"),
        "fill in clinic, of which",
    ),
    "content.OTHERS_PLACEHOLDERS": Case(
        lambda at: at.settings.write_text(f'content = "{ASSETS.parent / "content"}"\n'),
        lambda at: at.settings.write_text('content = "pack"\n'),
        "names no clinic: clinic, phone, offer",
    ),
    "content.DRAFTS": Case(
        lambda at: at.pack.raw("one", page("Words.", "draft")),
        lambda at: at.pack.raw("one", page("Words.")),
        "1 of 1",
    ),
    "content.OVERDUE": Case(
        lambda at: at.pack.raw("one", page("Words.", next_review="2026-03-03")),
        lambda at: at.pack.raw("one", page("Words.", next_review="2026-03-04")),
        "en/one.md was due on 2026-03-03",
    ),
    "content.NO_LETTERS": Case(
        bengali, lambda at: at.fonts(noto("NotoSansBengali-Regular.ttf")), "fonts-noto-core"
    ),
    "content.FEW_LETTERS": Case(
        rare,
        lambda at: at.pack.raw("one", page("Smile.")),
        "fonts-noto-cjk fonts-noto-color-emoji",
    ),
    "content.NOBODY_TO_ASK": Case(Place.without_qt, lambda at: at.environment.pop("PYTHONPATH")),
    "searching.NO_INDEX": Case(
        lambda at: setattr(index, "_TOKENS", "nothing"),
        lambda at: setattr(index, "_TOKENS", TOKENS),
        "no such tokenizer",
    ),
    "searching.NO_WORDS": Case(
        lambda at: at.pack.raw("one", b"---\n").written(),
        lambda at: at.pack.raw("one", page("Words.")).written(),
        "language en",
    ),
    "searching.BAD_KEYS": Case(
        lambda at: keys(at, 'letters = ["a a"]'),
        lambda at: keys(at, 'letters = ["a b"]'),
        "en.toml:1: 'letters' has the key 'a' twice",
    ),
    "printing.NOT_INSTALLED": Case(
        lambda at: printer(at, READY, without="lp"), lambda at: at.says("lp", ""), "but lp is not"
    ),
    "printing.NOTHING_SETS": Case(
        lambda at: printer(at, READY, typst=False), lambda at: setting(at, typst=True), "authors"
    ),
    "printing.SILENT": Case(
        lambda at: printer(at, "scheduler is not running"), lambda at: at.says("lpstat", READY)
    ),
    "printing.UNKNOWN": Case(
        lambda at: printer(at, "scheduler is running"), lambda at: at.says("lpstat", READY), "Desk"
    ),
    "printing.UNREAD": Case(
        lambda at: at.settings.write_text("printer = 5\n"),
        lambda at: at.settings.write_text('content = "pack"\n'),
    ),
    "printing.STOPPED": Case(
        lambda at: printer(at, READY.replace("is idle.  enabled", "disabled")),
        lambda at: at.says("lpstat", READY),
        "cupsenable Desk",
    ),
    "delivered_text.NEVER": Case(
        lambda at: said(at, ROOT_FILE).settings, delivered, "none was fetched yet"
    ),
    "delivered_text.REFUSED": Case(
        lambda at: delivered(at, fault="a file is not there"),
        delivered,
        "a file is not there",
    ),
    "delivered_text.EXPIRED": Case(lambda at: delivered(at, expires=-1), delivered, "2026-03-03"),
    "delivered_text.EXPIRES": Case(
        lambda at: delivered(at, expires=13), lambda at: delivered(at, expires=15), "2026-03-17"
    ),
    "delivered_text.UNASKED": Case(lambda at: delivered(at, came=-4), delivered, "2026-02-28"),
    "delivered_text.NOT_SHOWN": Case(lambda at: delivered(at, content="pack"), delivered, "pack"),
    "delivered_text.UNREAD": Case(lambda at: at.settings.write_text("nonsense"), delivered),
}
