"""The files that settings stand in: one, and drop-ins beside it that count before it.

Owns which files these are, which value holds, and what is said of one that can't be used. Every
fault of a file is told, with its line.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import msgspec
from platformdirs import site_config_path, user_config_path

from kiosk.settings.settings import Settings

DROP_INS = "settings.d"
"""Folder beside a settings file; its `*.toml` are read in the order of their names."""

_FORMS = {
    "content": 'the name of a folder, such as "/srv/kiosk/content"',
    "diagonal": "a number of inches, such as 21.5",
    "idle": "a number of seconds, such as 60.0",
    "ask": "a number of seconds, such as 30.0",
    "dim": "a number of seconds, such as 300.0",
    "sound": "true or false",
    "volume": "a whole number, such as 60",
    "speech": 'a program for a language, such as speech.bn = ["piper"]',
    "hours": 'a list, such as ["Mo-Fr 08:00-18:00"]',
    "dark": '"off" or "black"',
    "rotation": "0, 90, 180 or 270",
    "screens": '"all" or "last"',
    "outputs_off": 'a list, such as ["HDMI-A-2"]',
    "touch_calibration": "six numbers, such as [1.1, 0, -0.05, 0, 1.1, -0.05]",
    "printer": 'the name of a printer, such as "Front_Desk"',
    "text_source": 'an address or a folder, such as "https://text.example.org"',
    "text_ring": '"pilot" or "all"',
    "text_root": 'the name of a file, such as "/etc/xdg/kiosk/text-root.json"',
    "text_proxy": 'an address, such as "http://proxy:3128"',
    "counts": "true or false",
    "words_in_vain": "true or false",
    "broker": 'the name of a broker, such as "broker.clinic.example"',
    "home_assistant": "true or false",
    "pin": "what `kiosk set-pin --hash` prints, in quotation marks",
}
"""How each setting is written."""

_TOML_LINE = re.compile(r" ?\(at line (\d+), column \d+\)")


MOST_BYTES = 100_000
"""Bytes of a settings file."""

_LONGEST = 1_000
"""Characters of a fault."""


class SettingsError(Exception):
    """Settings that can't be used: one sentence a fault, with file, line and remedy.

    `str()` gives the first one.
    """

    def __init__(self, *faults: str) -> None:
        # A name or a key may hold what a terminal obeys, or have no end.
        self.faults = tuple(map(_one_line, faults))
        super().__init__(self.faults[0])


def _one_line(words: str) -> str:
    plain = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in words)
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"


Unknown: TypeAlias = Callable[[str], None]
"""Is told of a setting that can't be used, in one line. A kiosk that starts goes on without: it may
be back in the place of a newer one."""


class Placed(NamedTuple):
    """A setting as it holds, and the file that says so; None where it is the default."""

    name: str
    value: Any
    file: Path | None


def default_file() -> Path:
    """Return the settings file: the user's own one if it is there, else the machine's."""
    own = user_config_path("kiosk") / "settings.toml"
    # os.path: a home that may not be looked into holds no file for us.
    there = os.path.exists(own) or os.path.exists(own.parent / DROP_INS)
    return own if there else site_config_path("kiosk") / "settings.toml"


def load_settings(file: Path | None, unknown: Unknown | None = None) -> Settings:
    """Read settings from `file`; without one, from the usual places, where it may be missing.

    What a file in `settings.d` beside it says counts before it. With `unknown`, a setting or a
    value that this kiosk doesn't know, as of a newer one, is told to it, and the default holds.

    Raises:
        SettingsError: the file named is missing, or one is unreadable or, without `unknown`, says
            something unknown.
    """
    return settings_of(placed_settings(file, unknown))


def settings_of(placed: Iterable[Placed]) -> Settings:
    """Give settings without the files that say them."""
    return msgspec.convert({each.name: each.value for each in placed}, Settings)


def placed_settings(file: Path | None, unknown: Unknown | None = None) -> tuple[Placed, ...]:
    """Give every setting with the file that says it; parameters and errors as `load_settings`."""
    defaults = msgspec.structs.asdict(Settings())
    placed = {name: Placed(name, value, None) for name, value in defaults.items()}
    faults: list[str] = []
    cause: Exception | None = None
    for path in settings_files(file):
        try:
            said = read_file(path, unknown)
        except SettingsError as error:
            faults += error.faults
            cause = cause or error
            continue
        for name in placed:
            if name in said:
                # Not what an earlier file says: a PIN that was replaced opens nothing again.
                value = said[name] if said[name] is not None else defaults[name]
                placed[name] = Placed(name, value, path)
    if cause:
        raise SettingsError(*faults) from cause.__cause__
    return tuple(placed.values())


def readable_by_all(file: Path | None) -> bool:
    """Tell whether everybody on this machine may read a file that holds the staff's PIN."""
    try:
        placed = placed_settings(file, lambda fault: None)
        [pin] = (each.file for each in placed if each.name == "pin")
        return bool(pin and pin.stat().st_mode & stat.S_IROTH)
    except (OSError, SettingsError):
        return False


def drop_ins(file: Path) -> list[Path]:
    """Give the files beside a settings file that count before it, the one that counts most last.

    Raises:
        SettingsError: their folder can't be read.
    """
    folder = file.parent / DROP_INS
    try:
        there = [each for each in folder.iterdir() if not each.name.startswith(".")]
        return sorted(each for each in there if each.suffix == ".toml")
    except OSError as error:
        if not os.path.lexists(folder):
            return []
        reason = error.strerror or "can't be read"
        raise SettingsError(f"{folder}: {reason}. Make it a folder that can be read.") from error


def settings_files(file: Path | None) -> list[Path]:
    """Give the files to read, the one that counts most last.

    One that is named may be missing only where drop-ins stand beside it.
    """
    path = file or default_file()
    beside = drop_ins(path)
    there = path.exists() or (file and not beside)
    return [path, *beside] if there else beside


def read_file(path: Path, unknown: Unknown | None = None) -> dict[str, Any]:
    """Read one file, which may say as little as it wants.

    With `unknown`, a setting that can't be used is told to it and is None.

    Raises:
        SettingsError: it can't be read, or holds faults; all of them are told.
    """
    try:
        status = path.stat()
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            raise SettingsError(f"{path}: it is no regular file. Name a file that can be read.")
        if status.st_size > MOST_BYTES:
            most = f"larger than {MOST_BYTES // 1000} kB"
            raise SettingsError(f"{path}: {most}. Take out what is no setting.")
        text = path.read_bytes().decode("utf-8-sig")
        found: dict[str, Any] = msgspec.toml.decode(text)
    except OSError as error:
        reason = error.strerror or "can't be read"
        raise SettingsError(f"{path}: {reason}. Name a file that can be read.") from error
    except UnicodeDecodeError as error:
        remedy = "Save it as UTF-8 and correct it as docs/settings.md says."
        raise SettingsError(f"{path}: saved in another encoding. {remedy}") from error
    except (ValueError, RecursionError) as error:  # msgspec's errors are ValueErrors
        raise SettingsError(_no_toml(path, error)) from error
    lines = text.splitlines()
    faults = {
        name: f"{path}:{_line_of(name, lines)}: {fault}"
        for name, value in found.items()
        if (fault := _fault(name, value))
    }
    if faults:
        refused = SettingsError(*faults.values())
        if unknown is None:
            raise refused
        for each in refused.faults:
            unknown(f"{each} Until then it does not count.")
        found |= dict.fromkeys(faults)
    for name in ("content", "text_root"):
        if found.get(name):
            # Not Path.expanduser(): that ends the start where nobody is called so.
            found[name] = str(path.parent / os.path.expanduser(found[name]))
    return found


def _fault(name: str, value: object) -> str:
    """Say what is wrong with one setting, in one line; empty: nothing."""
    if name not in _FORMS:
        from difflib import get_close_matches  # noqa: PLC0415 - a start is measured

        near = [f"Is {each} meant? " for each in get_close_matches(name, _FORMS, 1)]
        known = "docs/settings.md lists all settings."
        return f"there is no setting {name!r}. {''.join(near)}{known}"
    try:
        msgspec.convert({name: value}, Settings)
    except msgspec.ValidationError as error:
        remedy = "Correct it as docs/settings.md says."
        if isinstance(error.__cause__, ValueError):  # it has the form, and not the bounds
            return f"{error}. {remedy}"
        return f"{name} must be {_FORMS[name]}. {remedy}"
    return ""


def _no_toml(path: Path, error: Exception) -> str:
    told = str(error)
    found = _TOML_LINE.search(told)
    place = f"{path}:{found[1]}" if found else str(path)
    reason = f" ({_TOML_LINE.sub('', told).rstrip('.')})" if found else ""
    remedy = 'Write name = value; words stand in straight "quotation marks", numbers as 1.5'
    return f"{place}: no line of TOML{reason}. {remedy}; correct it as docs/settings.md says."


def _line_of(name: str, lines: list[str]) -> int:
    """Give the line, from 1, on which a setting or its table begins."""
    begins = re.compile(rf"""\s*\[*\s*(["']?){re.escape(name)}\1\s*[=.\]]""")
    return next((at for at, line in enumerate(lines, 1) if begins.match(line)), 1)
