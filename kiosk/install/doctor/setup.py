"""The kiosk as it is set up here: whose it is, its settings, its folders, its service.

Owns where each of these is found. Reads the service's own file, so that the checks look at what
will really run; judges nothing.
"""

from __future__ import annotations

import os
import pwd
import shlex
from pathlib import Path

import msgspec
from platformdirs import site_config_path, user_cache_path, user_state_path

from kiosk.install.doctor.machine import Machine
from kiosk.settings.settings import Settings
from kiosk.settings.settings_files import (
    SettingsError,
    default_file,
    drop_ins,
    placed_settings,
    settings_files,
    settings_of,
)

UNIT = "kiosk.service"
PLACES = ("/etc/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system")
"""Where a service's file lies, the one that counts first."""

SPECIFIERS = (("%S", "/var/lib"), ("%C", "/var/cache"), ("%t", "/run"))
"""systemd's words for folders (systemd.unit(5)), as far as the service uses them."""


class Unit(msgspec.Struct, frozen=True):
    """A service's file and what its lines say, each key with all its values in order."""

    file: str
    values: dict[str, list[str]]

    def last(self, key: str) -> str:
        """Give what counts of a key; empty without one."""
        return self.values.get(key, [""])[-1]

    def words(self, key: str) -> list[str]:
        """Give all words of all lines of a key."""
        return [word for value in self.values.get(key, []) for word in shlex.split(value)]

    def variable(self, name: str) -> str:
        """Give a variable of the service's environment; empty if it sets none."""
        for word in reversed(self.words("Environment")):
            key, _, value = word.partition("=")
            if key == name:
                for specifier, folder in SPECIFIERS:
                    value = value.replace(specifier, folder)
                return value
        return ""


class Setup(msgspec.Struct, frozen=True, kw_only=True):
    """What is checked.

    `user` is empty for whoever asks; `files` are the settings file, if it is there, and its
    drop-ins, `pin_file` the one that holds the PIN; `problem` tells why one is no good, `hidden`
    that whoever asks may not read it.
    """

    content: Path
    assets: Path
    file: Path
    state: Path
    cache: Path
    settings: Settings = Settings()
    files: tuple[Path, ...] = ()
    pin_file: Path | None = None
    problem: str = ""
    hidden: bool = False
    user: str = ""
    unit: Unit | None = None


def read_unit(machine: Machine) -> Unit | None:
    """Read the kiosk's service with what has been added to it; None if there is none."""
    place = next((each for each in PLACES if machine.path(f"{each}/{UNIT}").is_file()), None)
    if place is None:
        return None
    added = sorted(machine.path(f"{PLACES[0]}/{UNIT}.d").glob("*.conf"))
    texts = [machine.text(f"{place}/{UNIT}")]
    texts += [file.read_text("utf-8", "replace") for file in added]
    values: dict[str, list[str]] = {}
    for line in "\n".join(texts).replace("\\\n", " ").splitlines():
        key, equals, value = line.strip().partition("=")
        if not equals or key.startswith(("#", ";")):
            continue
        if value.strip():
            values.setdefault(key.strip(), []).append(value.strip())
        else:  # An empty value forgets what stood before.
            values.pop(key.strip(), None)
    return Unit(f"{place}/{UNIT}", values)


def read_setup(
    machine: Machine,
    *,
    content: Path,
    assets: Path,
    own_content: Path | None = None,
    file: Path | None = None,
    user: str = "",
) -> Setup:
    """Find out what is set up. `content` is the kiosk's own pack, `own_content` the one asked for.

    A settings file that can't be used is told by `problem`; the defaults stand in, as far as they
    do in the kiosk that starts with it.
    """
    unit = read_unit(machine)
    user = user or (unit.last("User") if unit else "")
    if user and uid_of(user) == machine.uid:
        user = ""
    home = _home(user)
    file = file or _named_file(unit)
    settings, problem, hidden = Settings(), "", False
    files: list[Path] = []
    pin_file: Path | None = None
    named = file or _expected_file(unit, home if user else None)
    try:
        if file or os.path.exists(named) or drop_ins(named):
            files = settings_files(named)
            told: list[str] = []
            placed = placed_settings(named, told.append)
            problem = "".join(told[:1])
            settings = settings_of(placed)
            [pin_file] = (each.file for each in placed if each.name == "pin")
    except SettingsError as error:
        problem, hidden = str(error), isinstance(error.__cause__, PermissionError)
    return Setup(
        content=own_content or settings.folder or content,
        assets=assets,
        file=named,
        settings=settings,
        files=tuple(files),
        pin_file=pin_file,
        problem=problem,
        hidden=hidden,
        user=user,
        unit=unit,
        state=_folder(unit, "XDG_STATE_HOME", home / ".local/state" if user else None)
        or user_state_path("kiosk"),
        cache=_folder(unit, "XDG_CACHE_HOME", home / ".cache" if user else None)
        or user_cache_path("kiosk"),
    )


def _named_file(unit: Unit | None) -> Path | None:
    words = unit.words("ExecStart") if unit else []
    return Path(words[words.index("--settings") + 1]) if "--settings" in words[:-1] else None


def _expected_file(unit: Unit | None, home: Path | None) -> Path:
    """Give the settings file that the kiosk's user looks for; it needn't be there."""
    own = unit.variable("XDG_CONFIG_HOME") if unit else ""
    if own:
        return Path(own) / "kiosk" / "settings.toml"
    if home is None:
        return default_file()
    file = home / ".config" / "kiosk" / "settings.toml"
    return file if os.path.exists(file) else site_config_path("kiosk") / "settings.toml"


def _folder(unit: Unit | None, variable: str, base: Path | None) -> Path | None:
    named = unit.variable(variable) if unit else ""
    if named:
        return Path(named) / "kiosk"
    return base / "kiosk" if base else None


def uid_of(user: str) -> int | None:
    """Give a user's number; None if there is no such user."""
    try:
        return pwd.getpwnam(user).pw_uid
    except KeyError:
        return None


def _home(user: str) -> Path:
    try:
        return Path(pwd.getpwnam(user).pw_dir) if user else Path.home()
    except KeyError:
        return Path(os.sep)
