"""Compiles the translations before a wheel is built: it must bring what git doesn't hold."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface):  # type: ignore[type-arg]
    """Called by hatchling; see pyproject.toml."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the .qm files beside their sources, from where `assets` is taken."""
        words = Path(self.root, "assets", "translations", "words.py")
        subprocess.run([sys.executable, str(words), "compile"], check=True)
        # What Python has kept of this file would travel with the folder.
        shutil.rmtree(words.parent / "__pycache__", ignore_errors=True)
