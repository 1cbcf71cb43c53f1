"""`kiosk set-pin`: asks for the staff's PIN, or reads it, and stores its hash in the settings file.

Owns the change of that one line: comments, other fields and the file's owner stay. Knows neither
Qt nor what the PIN opens.
"""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Callable
from getpass import GetPassWarning, getpass
from pathlib import Path
from pwd import getpwuid
from typing import TextIO

import tomlkit
from platformdirs import user_config_path

from kiosk.settings.settings_files import (
    DROP_INS,
    SettingsError,
    default_file,
    drop_ins,
    load_settings,
    read_file,
)
from kiosk.staff.pin import PinError, check_new, hashed, matches
from kiosk.whole_file import behind_links


def set_pin(
    file: Path | None, ask: Callable[[str], str] = getpass, *, stdin: TextIO | None = None
) -> str:
    """Ask for a new PIN twice or read it from `stdin`, store its hash in `file`, say what to tell.

    Raises:
        PinError: it isn't good enough, the two differ, or there is nobody to ask.
        SettingsError: the file holds a fault, or can't be written, or another one counts before
            it; it stays as it was.
    """
    named = file or _usual_file()
    try:
        path = behind_links(named)
    except OSError as error:
        raise SettingsError(f"{named}: {error.strerror}. Name the file itself.") from error
    stored = ""
    if path.exists():  # what is no regular file is told there
        load_settings(path)
        stored = read_file(path).get("pin", "")
    for each in drop_ins(path):
        if "pin" in read_file(each):
            remedy = f"Write the new one there: kiosk set-pin --settings {each}"
            raise SettingsError(f"{each}: its PIN counts before the one in {path}. {remedy}")
    pin = _new_pin(ask, stdin)
    # A program that sets up machines says the same again and again: nothing is written then.
    if stdin and stored and matches(pin, stored):
        return f"{path} holds this PIN already."
    try:
        owner = _store(path, hashed(pin))
    except OSError as error:
        reason = error.strerror or "can't be written"
        raise SettingsError(f"{path}: {reason}. Run it as the file's owner or as root.") from error
    return (
        f"The PIN is stored in {path}; only {owner} may read that file. "
        "It holds from the next start of the kiosk."
    )


def pin_hash(ask: Callable[[str], str] = getpass, *, stdin: TextIO | None = None) -> str:
    """Return what is stored of a new PIN, for a settings file that is written elsewhere.

    Raises:
        PinError: as `set_pin`.
    """
    return hashed(_new_pin(ask, stdin))


def _new_pin(ask: Callable[[str], str], stdin: TextIO | None) -> str:
    if stdin:
        pin = _first_line(stdin)
        check_new(pin)
        return pin
    pin = _asked("New PIN for staff: ", ask)
    check_new(pin)
    if _asked("The same PIN again: ", ask) != pin:
        raise PinError("The two PINs differ. Nothing was changed.")
    return pin


def _first_line(stream: TextIO) -> str:
    try:
        return stream.readline(1000).rstrip("\r\n")
    except ValueError as error:  # bytes that are no text
        raise PinError("What came in is no text. Write the PIN's digits on one line.") from error


def _usual_file() -> Path:
    file = default_file()
    # Where there is no file yet, root makes the machine's one and anybody else their own.
    return file if file.exists() or os.geteuid() == 0 else user_config_path("kiosk") / file.name


def _asked(prompt: str, ask: Callable[[str], str]) -> str:
    try:
        with warnings.catch_warnings():
            # Without a terminal getpass would show what is typed.
            warnings.simplefilter("error", GetPassWarning)
            return ask(prompt)
    except GetPassWarning as error:
        raise PinError("A PIN is typed at a terminal. Start set-pin from one.") from error
    except EOFError as error:
        raise PinError("No PIN was typed. Nothing was changed.") from error


def _store(path: Path, stored: str) -> str:
    """Write the hash into the file as a whole, mode 0600, and return the owner's name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    there = path.stat() if path.exists() else None
    # A new drop-in is for whom the machine's file is for: the kiosk's own user.
    main = path.parent.with_name("settings.toml")
    whose = there or (main.stat() if path.parent.name == DROP_INS and main.exists() else None)
    document = tomlkit.parse(path.read_bytes().decode("utf-8-sig") if there else "")
    document["pin"] = stored
    handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)  # 0600 from the beginning
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(tomlkit.dumps(document).encode())
            if whose and (there or os.geteuid() == 0):
                os.fchown(stream.fileno(), whose.st_uid, whose.st_gid)
            stream.flush()
            os.fsync(stream.fileno())
        load_settings(Path(name))
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    uid = path.stat().st_uid
    try:
        return getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"
