"""Releasing a text to a ring: checked, listed file by file, and signed.

Owns that what is released is the copy that was checked, and that no ring gets what the check
refuses. The check is handed in.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from kiosk.check.examine import Report
from kiosk.check.report import as_json
from kiosk.delivery.packing_list import EDITION, FILES, REPORT, PackingList, read_list
from kiosk.pack.copying import copy
from kiosk.publish.publish_error import PublishError
from kiosk.publish.repository import TextRepository

Examine = Callable[[Path, bool], Report]
"""Checks a content folder; whether drafts and overdue pages are errors."""


class Released(msgspec.Struct, frozen=True, kw_only=True):
    """What a release came to: the text's name, its new files and their bytes."""

    name: str
    files: int
    bytes: int


def release(
    repository: TextRepository, pack: Path, ring: str, examine: Examine, *, draft: bool
) -> Released | Report:
    """Have a text wait for its signatures. A `draft` may hold what no clinician has reviewed.

    Returns:
        What was released, or why nothing was: the check refuses it.

    Raises:
        ContentError: it can't be copied.
        PublishError: a private key lies in it.
        OSError: there is no room.
    """
    with tempfile.TemporaryDirectory(prefix="kiosk-publish-") as place:
        folder = Path(place) / "pack"
        files = copy(pack, folder, durable=False).files
        for name in files:
            # Somebody has made the repository in the text's folder, or has put a key there.
            if b"PRIVATE KEY-----" in (folder / name).read_bytes():
                raise PublishError(
                    f"{pack / name} is a private key, and a text is for everybody. Nothing is "
                    "released: move it, and a repository that lies there, out of the text's folder."
                )
        report = examine(folder, not draft)
        if report.errors:
            return report
        new = {digest: size for size, digest in files.values()}
        for name, (_, digest) in files.items():
            if repository.has_file(f"{FILES}/{digest}"):
                new.pop(digest, None)
            else:
                repository.add_file(f"{FILES}/{digest}", (folder / name).read_bytes())
    wanted = PackingList(made=repository.now(), files=files, draft=draft)
    said = as_json(report, Path(pack.name)).encode()
    repository.set_targets(ring, [(EDITION, wanted.encoded()), (REPORT, said)])
    return Released(name=wanted.digest, files=len(new), bytes=sum(new.values()))


def pass_on(repository: TextRepository, source: str, ring: str) -> str:
    """Have one ring get what another has, byte for byte; give the text's name.

    Raises:
        PublishError: the other one has none, or nobody there has it yet.
    """
    if repository.staged(source):
        raise PublishError(
            f"What {source} gets still waits for signatures, so nobody has seen it. "
            f"Sign it first: kiosk publish sign {repository.folder}"
        )
    held = [(name, repository.target(source, name)) for name in (EDITION, REPORT)]
    files = [(name, content) for name, content in held if content is not None]
    if not files:
        raise PublishError(f"The ring {source} has no text. Release one to it first.")
    repository.set_targets(ring, files)
    return read_list(files[0][1]).digest
