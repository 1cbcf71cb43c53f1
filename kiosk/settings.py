"""Settings: what this machine is, from one TOML file. Knows nothing of content or Qt."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
from platformdirs import site_config_path, user_config_path


class SettingsError(Exception):
    """A settings file that can't be used: one sentence with file and remedy."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One field a setting; docs/settings.md lists the same ones."""

    content: str = ""
    """Folder of the content pack; empty: the one that comes with the kiosk."""

    diagonal: Annotated[float, msgspec.Meta(ge=0, le=200)] = 0.0
    """The screen's diagonal in inches, for a screen that tells a wrong size; 0: ask the screen."""


def default_file() -> Path:
    """Return the settings file: the user's own one if it is there, else the machine's."""
    own = user_config_path("kiosk") / "settings.toml"
    return own if own.exists() else site_config_path("kiosk") / "settings.toml"


def load_settings(file: Path | None) -> Settings:
    """Read settings from `file`; without one, from the usual places, where it may be missing.

    Raises:
        SettingsError: the file named is missing, unreadable, or says something unknown.
    """
    path = file or default_file()
    if file is None and not path.exists():
        return Settings()
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Settings)
    except OSError as error:
        reason = error.strerror or "can't be read"
        raise SettingsError(f"{path}: {reason}. Name a file that can be read.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}. Correct it as docs/settings.md says.") from error
