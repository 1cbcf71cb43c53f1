"""`kiosk set-screen`: hands on what the settings say of the screen to those who act on it.

Owns the two files by which they hear it: one for the service (cage's options, and what the kiosk
asks the compositor for), one for udev, which says where a finger is. Both are written anew or taken
away, so that the picture and the finger never turn apart. docs/decisions/0030-screen-settings.md
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from kiosk.install.changes import Changes
from kiosk.settings.settings import Settings
from kiosk.settings.settings_files import drop_ins, load_settings
from kiosk.start import OUTPUTS_OFF, ROTATION

SERVICE = Path("/etc/xdg/kiosk/screen.env")
TOUCH = Path("/etc/udev/rules.d/90-kiosk-touch.rules")

HEAD = "# By `kiosk set-screen` from the settings, which writes it anew.\n"

Matrix = tuple[float, float, float, float, float, float]
"""Two rows: where a finger at (x, y), each 0 to 1, counts from left to right, and downwards."""

ROTATIONS: dict[int, Matrix] = {
    0: (1, 0, 0, 0, 1, 0),
    90: (0, -1, 1, 1, 0, 0),
    180: (-1, 0, 1, 0, -1, 1),
    270: (0, 1, 0, -1, 0, 1),
}
"""From a panel that hangs turned clockwise by so many degrees to the picture on it."""

UDEV = Path("/run/udev/control")
"""By what udev hears, where it runs: in no container, and in no image that is being made."""


def set_screen(changes: Changes, settings: Settings, *, cage_turns: bool) -> None:
    """Write what is needed and take away what isn't; each is a step."""
    words = {
        SERVICE: "how cage and the kiosk show the picture",
        TOUCH: "where on it a finger is",
    }
    for path, text in screen_files(settings, cage_turns=cage_turns).items():
        before = _text(changes.at(path))
        if text:
            changes.place(path, text.encode(), words[path])
        elif changes.has(path):
            changes.remove(path)
        if path == TOUCH and text != before:
            tell_udev(changes)


def take_away(changes: Changes) -> None:
    """Take both files away."""
    for path in (SERVICE, TOUCH):
        if changes.has(path):
            changes.remove(path)
            if path == TOUCH:
                tell_udev(changes)


def screen_files(settings: Settings, *, cage_turns: bool) -> dict[Path, str]:
    """Give what each file has to hold; empty: there must be none.

    `cage_turns`: cage has the option -r, and then no other way to turn the picture.
    """
    # WORKAROUND: cage 0.1.4 has -m last too, and dies of it before it shows anything.
    options = ["-m last"] if settings.screens == "last" and not cage_turns else []
    lines = []
    if settings.rotation and cage_turns:
        options += ["-r"] * (settings.rotation // 90)
    elif settings.rotation:
        lines.append(f"{ROTATION}={settings.rotation}\n")
    if settings.outputs_off:
        lines.append(f"{OUTPUTS_OFF}={' '.join(settings.outputs_off)}\n")
    if options:
        lines.append(f"CAGE_OPTIONS={' '.join(options)}\n")
    matrix = touch_matrix(settings)
    rule = (
        'ACTION!="remove", SUBSYSTEM=="input", KERNEL=="event*", ENV{ID_INPUT_TOUCHSCREEN}=="1", '
        f'ENV{{LIBINPUT_CALIBRATION_MATRIX}}="{" ".join(f"{each:.6g}" for each in matrix)}"\n'
    )
    return {
        SERVICE: HEAD + "".join(lines) if lines else "",
        TOUCH: HEAD + rule if matrix != ROTATIONS[0] else "",
    }


def touch_matrix(settings: Settings) -> Matrix:
    """Give where a finger counts: first what is wrong with the panel, then how the picture stands.

    libinput's form (its "Absolute axes"): six numbers, two rows. A turned output turns the
    touches of a device only where cage knows that they belong together, which it never hears.
    """
    a, b, c, d, e, f = ROTATIONS[settings.rotation]
    p, q, r, s, t, u = settings.touch_calibration or ROTATIONS[0]
    return (
        a * p + b * s, a * q + b * t, a * r + b * u + c,
        d * p + e * s, d * q + e * t, d * r + e * u + f,
    )  # fmt: skip


def machine_settings(changes: Changes, file: Path) -> Settings:
    """Read the machine's settings; the defaults where there are none.

    Raises:
        SettingsError: a file can't be used.
    """
    here = changes.at(file)
    return load_settings(here) if here.exists() or drop_ins(here) else Settings()


def cage_turns(command: Sequence[str] = ("cage", "-h")) -> bool:
    """Ask cage whether it has the option -r, as 0.1.4 and no later one has."""
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return has_option_r(said.stdout + said.stderr)


def has_option_r(said: str) -> bool:
    """Tell from cage's own help whether it has the option -r."""
    return any(line.split()[:1] == ["-r"] for line in said.splitlines())


def tell_udev(changes: Changes) -> None:
    """Have udev read its rules anew and look at all input devices again."""
    if changes.has(UDEV):
        changes.run("udev told of it", ["udevadm", "control", "--reload"])
        changes.run(
            "each touchscreen looked at again",
            ["udevadm", "trigger", "--action=change", "--subsystem-match=input"],
        )


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
