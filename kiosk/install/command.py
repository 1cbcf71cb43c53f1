"""`kiosk install`, `kiosk uninstall` and `kiosk set-screen`: what only root may do."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kiosk.install.changes import Changes, InstallError
from kiosk.install.installer import Installer
from kiosk.printed import say
from kiosk.settings.settings_files import SettingsError


def change_machine(command: str, *, user: str = "", dry: bool, deploy: Path, package: Path) -> int:
    """Change this machine, print each step, and return the exit code.

    Args:
        command: which of the three.
        user: whom the kiosk is to run as.
        dry: only say what would be done.
        deploy: the folder assets/deploy.
        package: the folder of the kiosk's own modules.
    """
    try:
        if os.geteuid() != 0 and not dry:
            raise InstallError(f"Only root may do this. Run: sudo kiosk {command}")
        installer = Installer(Changes(dry=dry, say=say), deploy, Path(sys.executable), package)
        match command:
            case "install":
                installer.install(user)
            case "uninstall":
                installer.uninstall()
            case _:
                installer.set_screen()
                say("It holds from the next start of the kiosk: systemctl restart kiosk")
    except (InstallError, SettingsError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    return 0
