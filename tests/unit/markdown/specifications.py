"""The examples of the CommonMark and GFM specifications, as a package of the registry brings them.

Owns where they come from and what of them a page could hold. They are not kept in the project.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

BROUGHT_BY = "marko==2.2.4"
"""Its source holds both specifications as they were published."""

KEPT = Path(__file__).parents[3] / "build"


def examples() -> list[str]:
    """Give those of both specifications, without those of HTML, which a page never shows."""
    kept = KEPT / f"{BROUGHT_BY}.tar.gz"
    if not kept.exists():
        folder = KEPT / f"{BROUGHT_BY}.{os.getpid()}"
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        subprocess.run([*command, "--no-binary", ":all:", "-d", folder, BROUGHT_BY], check=True)
        (brought,) = folder.iterdir()
        brought.rename(kept)
        folder.rmdir()
    found = []
    with tarfile.open(kept) as archive:
        for name in archive.getnames():
            if re.search(r"/spec/(commonmark|gfm)\.txt$", name):
                file = archive.extractfile(name)
                assert file
                text = file.read().decode()
                found += re.findall(r"^`{32} example.*\n((?s:.*?))^\.$", text, re.MULTILINE)
    assert len(found) > 1200
    # What lies outside the pack is an error: these are given pictures that could lie inside.
    found = [re.sub(r"/(url2?|path/to)", r"\1", text.replace("→", "\t")) for text in found]
    return [text for text in found if not re.search(r"<(?!https?:)", text)]
