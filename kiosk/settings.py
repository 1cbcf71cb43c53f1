"""Settings: what this machine is, from one TOML file. Knows nothing of content or Qt."""

from __future__ import annotations

from pathlib import Path

import msgspec
from platformdirs import site_config_path, user_config_path


class SettingsError(Exception):
    """A settings file that can't be used: one sentence with file and remedy."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One field a setting; docs/settings.md lists the same ones."""

    content: str = ""
    """Folder of the content pack, seen from the settings file; empty: the kiosk's own one."""

    diagonal: float = 0.0
    """The screen's diagonal in inches, 5 to 200, for one that tells a wrong size; 0: ask it."""

    def __post_init__(self) -> None:
        """Refuse a diagonal that no screen has."""
        if self.diagonal != 0 and not 5 <= self.diagonal <= 200:
            raise ValueError("diagonal must be 0, or 5 to 200 inches")

    @property
    def folder(self) -> Path | None:
        """The content pack's folder, None for the kiosk's own one."""
        return Path(self.content) if self.content else None


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
        settings = msgspec.toml.decode(path.read_bytes(), type=Settings)
    except OSError as error:
        reason = error.strerror or "can't be read"
        raise SettingsError(f"{path}: {reason}. Name a file that can be read.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}. Correct it as docs/settings.md says.") from error
    if not settings.content:
        return settings
    content = path.parent / Path(settings.content).expanduser()
    return msgspec.structs.replace(settings, content=str(content))
