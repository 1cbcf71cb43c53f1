"""`kiosk install` and `kiosk uninstall`: what makes a Debian machine start the kiosk by itself.

Owns the service, the user it runs as, the machine's settings file and the record of what was made,
which is all that uninstall goes by. Knows neither Qt nor the text that the kiosk shows.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import msgspec

from kiosk.install import set_screen as screen
from kiosk.install.changes import Changes, InstallError
from kiosk.settings.settings_files import SettingsError
from kiosk.whole_file import Unreadable, Versioned, read_whole

RECORD = Path("/etc/xdg/kiosk/install.json")
SETTINGS = Path("/etc/xdg/kiosk/settings.toml")
UNIT = Path("/etc/systemd/system/kiosk.service")
ANNOUNCE = UNIT.with_name("kiosk-announce.service")
TEXT_TIMER = UNIT.with_name("kiosk-text.timer")
WANTED = Path("/etc/systemd/system/multi-user.target.wants/kiosk.service")
CTRL_ALT_DEL = Path("/etc/systemd/system/ctrl-alt-del.target")
DESKTOP = Path("/etc/systemd/system/display-manager.service")

OWN = (Path("/var/lib/kiosk"), Path("/var/cache/kiosk"), Path("/var/lib/kiosk-text"))
"""What systemd makes for the services: state, cache, texts that were fetched."""

PACKAGED = Path("/opt/kiosk/releases")
"""Where Debian's packages of the kiosk put the program."""

HIDDEN = tuple(map(Path, ("/home", "/root", "/run/user", "/tmp", "/var/tmp")))
"""Folders that the service can't see: ProtectHome= and PrivateTmp= in kiosk.service."""

PROGRAMS = {
    "cage": Path("/usr/bin/cage"),
    "seatd": Path("/usr/sbin/seatd"),
    "espeak-ng": Path("/usr/bin/espeak-ng"),
    "alsa-utils": Path("/usr/bin/aplay"),
}
"""Debian's packages that the service stands on or reads aloud with, and the program of each."""

GROUPS = ("video", "render", "audio")
"""The service's further groups: without one of them systemd would not start it."""


class Placed(msgspec.Struct, frozen=True):
    """A file of assets/deploy, where it goes, and what it is for."""

    source: str
    path: Path
    words: str
    mode: int = 0o644


FILES = (
    Placed(
        "kiosk.service",
        UNIT,
        "the service that runs the kiosk on the screen and starts it again",
    ),
    Placed(
        "logind.conf",
        Path("/etc/systemd/logind.conf.d/50-kiosk.conf"),
        "no other consoles, no sleep",
    ),
    Placed(
        "system.conf",
        Path("/etc/systemd/system.conf.d/50-kiosk.conf"),
        "no restart by Ctrl+Alt+Del",
    ),
    Placed(
        "sysctl.conf",
        Path("/etc/sysctl.d/90-kiosk.conf"),
        "no SysRq keys; a new start after a fault of the kernel",
    ),
    Placed("kiosk-announce.service", ANNOUNCE, "what tells a broker how the kiosk is; off"),
    Placed("kiosk-examine.service", UNIT.with_name("kiosk-examine.service"), "what looks for it"),
    Placed("kiosk-examine.timer", UNIT.with_name("kiosk-examine.timer"), "when it looks"),
    Placed("kiosk-text.service", UNIT.with_name("kiosk-text.service"), "what fetches signed texts"),
    Placed("kiosk-text.timer", TEXT_TIMER, "when it fetches; off"),
    Placed(
        "kiosk-text-stick@.service",
        UNIT.with_name("kiosk-text-stick@.service"),
        "what takes a signed text from a stick",
    ),
    Placed(
        "90-kiosk-text.rules",
        Path("/etc/udev/rules.d/90-kiosk-text.rules"),
        "that a stick begins it",
    ),
    Placed("launcher.sh", Path("/usr/local/bin/kiosk"), "the command kiosk, for staff", 0o755),
)


NEEDED = {"systemctl": "systemd", "useradd": "passwd"}
"""The commands that an install runs, and Debian's packages of them: looked for before it begins."""


class InstallRecord(Versioned, frozen=True, kw_only=True):
    """What was not there before the first install. Only root may write it: uninstall obeys it."""

    user: str
    made_user: bool
    made_settings: bool
    masked: bool
    made_folders: tuple[str, ...]
    own: tuple[str, ...]


class Installer:
    """Installs the kiosk on a machine, or takes it away; each step is one line.

    Args:
        changes: the machine.
        deploy: the folder assets/deploy.
        python: the interpreter whose environment holds the kiosk.
        package: the folder of the kiosk's own modules.
    """

    def __init__(self, changes: Changes, deploy: Path, python: Path, package: Path) -> None:
        self._changes, self._deploy, self._python, self._package = changes, deploy, python, package
        self._command = start_command(python, package)

    def install(self, user: str) -> None:
        """Install the kiosk for `user`, who is made if there is none. Again: mend what differs.

        Raises:
            InstallError: something is in the way; the sentence says what to do.
        """
        changes, found = self._changes, self._record()
        self._check(user, found)
        record = found or self._plan(user)
        # First of all: then even an install that broke off can be taken away.
        changes.place(RECORD, msgspec.json.encode(record) + b"\n", "what uninstall goes by")
        changes.add_user(user, OWN[0])
        if changes.has(SETTINGS):
            changes.say(f"is so  {SETTINGS}: kept as it is")
        else:
            template = (self._deploy / "settings.toml").read_bytes()
            changes.place(SETTINGS, template, "what this kiosk is", mode=0o600, owner=user)
        for file in FILES:
            changes.place(file.path, self._filled(file, user), file.words, mode=file.mode)
        try:
            self.set_screen()
        except SettingsError as error:
            changes.say(f"MEND  {error}")
        command = [str(self._python), "-I", "-m", "compileall", "-q", str(self._package)]
        changes.run("the program compiled, for fast starts", command)
        changes.mask(CTRL_ALT_DEL, wanted=True)
        changes.reload()
        changes.enable(WANTED)
        self._tell()

    def set_screen(self) -> None:
        """Hand on what the machine's settings say of the screen.

        Raises:
            InstallError: a file can't be written.
            SettingsError: the settings can't be used; nothing was changed.
        """
        settings = screen.machine_settings(self._changes, SETTINGS)
        screen.set_screen(self._changes, settings, cage_turns=screen.cage_turns())

    def uninstall(self) -> None:
        """Take away all that install made and what the kiosk has kept since; the text stays.

        Raises:
            InstallError: the kiosk is not installed, or something can't be taken away.
        """
        changes, record = self._changes, self._record()
        if record is None and self._package.is_relative_to(PACKAGED):
            raise InstallError(
                "This program is a Debian package. Run: apt-get remove clinic-kiosk; "
                "apt-get purge takes its settings too."
            )
        if record is None:
            raise InstallError(f"There is no {RECORD}: the kiosk is not installed.")
        for unit in (ANNOUNCE, TEXT_TIMER, UNIT):
            changes.disable(unit)
        if record.masked:
            changes.mask(CTRL_ALT_DEL, wanted=False)
        for file in FILES:
            changes.remove(file.path)
        screen.take_away(changes)
        changes.reload()
        if record.made_settings:
            changes.remove(SETTINGS)
        for folder in record.own:
            changes.remove(Path(folder))
        if record.made_user:
            changes.remove_user(record.user)
        # Last: an uninstall that broke off can be started again.
        changes.remove(RECORD)
        for folder in reversed(record.made_folders):
            changes.remove_empty(Path(folder))
        changes.finish("Restart the machine: then its consoles and keys are as before.")

    def _record(self) -> InstallRecord | None:
        try:
            return read_whole(self._changes.at(RECORD), InstallRecord)
        except FileNotFoundError:
            return None
        except (OSError, Unreadable) as error:
            raise InstallError(f"{RECORD} can't be used ({error}). Mend or remove it.") from error

    def _check(self, user: str, record: InstallRecord | None) -> None:
        changes = self._changes
        if self._package.is_relative_to(PACKAGED):
            changes.refuse(
                "This program is a Debian package. Run: apt-get install clinic-kiosk, "
                "which does the same."
            )
        for command, package in NEEDED.items():
            if changes.lacks(command):
                changes.refuse(
                    f"There is no {command} here, and the kiosk is a service of systemd. "
                    f"Install it first: sudo apt-get install {package}"
                )
        if not re.fullmatch(r"[a-z_][a-z0-9_-]{0,31}", user) or changes.uid(user) == 0:
            changes.refuse(f"The kiosk can't run as {user!r}. Name another user.")
        if record and record.user != user:
            changes.refuse(
                f"The kiosk is installed for {record.user}. Run `kiosk uninstall` first."
            )
        for path in (self._python, self._package):
            if problem := _hidden(path) or _hidden(path.resolve()):
                changes.refuse(problem)
        for file in FILES:
            here = changes.at(file.path)
            if record or not here.exists() or here.read_bytes() == self._filled(file, user):
                continue
            changes.refuse(f"{file.path} is there and is not the kiosk's. Move it away.")

    def _plan(self, user: str) -> InstallRecord:
        """Note what is missing now: that is what this install will have made."""
        changes = self._changes
        folders: dict[str, None] = {}
        for path in (RECORD, SETTINGS, WANTED, screen.TOUCH, *(file.path for file in FILES)):
            missing = [each for each in reversed(path.parents) if not changes.has(each)]
            folders |= dict.fromkeys(map(str, missing))
        return InstallRecord(
            user=user,
            made_user=changes.uid(user) is None,
            made_settings=not changes.has(SETTINGS),
            masked=not changes.is_masked(CTRL_ALT_DEL),
            made_folders=tuple(folders),
            own=tuple(str(each) for each in OWN if not changes.has(each)),
        )

    def _filled(self, file: Placed, user: str) -> bytes:
        text = (self._deploy / file.source).read_text("utf-8")
        return text.replace("@KIOSK@", self._command).replace("@USER@", user).encode()

    def _tell(self) -> None:
        """Name what is still missing, and the next step."""
        changes = self._changes
        for package, program in PROGRAMS.items():
            if not changes.has(program):
                changes.say(f"MISSING  {package}. Run: apt install {package}")
        for group in GROUPS:
            if not changes.has_group(group):
                changes.say(f"MISSING  the group {group}. Run: groupadd --system {group}")
        if changes.has(DESKTOP):
            desktop = changes.at(DESKTOP)
            name = Path(os.readlink(desktop)).name if desktop.is_symlink() else desktop.name
            changes.say(f"IN THE WAY  {name} takes the screen. Run: systemctl disable {name}")
        changes.finish("Next: kiosk set-pin, then kiosk doctor, then restart the machine.")


def start_command(python: Path, package: Path) -> str:
    """Say how the service starts the kiosk.

    In a clone `.venv` leads to another environment after each update, so it is the clone's own
    command that stays, not the interpreter of today.
    """
    own = package.parent / ".venv" / "bin"
    here = (own / "kiosk").exists() and own.resolve() == python.parent.resolve()
    return str(own / "kiosk") if here else f"{python} -I -m kiosk"


def _hidden(path: Path) -> str:
    """Say why the service's sandbox or its user can't get at this place; empty if they can."""
    if any(path.is_relative_to(folder) for folder in HIDDEN):
        return f"The service can't see {path}. Put the kiosk below /opt, as docs/install.md says."
    for each in (path, *path.parents):
        if each.exists() and not each.stat().st_mode & stat.S_IXOTH:
            return f"The kiosk's user may not enter {each}. Run: chmod -R a+rX {each}"
    return ""
