"""`kiosk publish`: begin a repository, release a text, sign, say how it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.check.examine import Report
from kiosk.check.report import as_lines
from kiosk.delivery.packing_list import EDITION, RINGS, read_list
from kiosk.publish.beginning import make_repository
from kiosk.publish.publish_error import PublishError
from kiosk.publish.publisher import alone, read_publisher
from kiosk.publish.releasing import Examine, pass_on, release
from kiosk.publish.repository import SLOW, SNAPSHOT, TIMESTAMP, Share, TextRepository
from kiosk.whole_file import behind_links

Clock = Callable[[], datetime]
"""The time, with its zone."""

SOON = timedelta(days=30)
"""How long before signatures expire people are told."""


def _now() -> datetime:
    return datetime.now(UTC)


def begin(
    folder: Path, *, root: Share, text: Share, months: int, fresh_months: int, now: Clock = _now
) -> str:
    """Make a repository, and say what to do with it. Raises PublishError, OSError."""
    try:
        parents = behind_links(folder).parents
    except OSError as error:
        raise PublishError(f"{folder}: {error.strerror}. Name another folder.") from error
    for each in (folder, *parents):
        if (each / "pack.toml").exists():
            raise PublishError(
                f"{folder} lies in the text {each}, and its keys would go with it. "
                "Name a folder elsewhere."
            )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishError(f"{folder}: {error.strerror}. Name another folder.") from error
    with alone(folder):
        repository = make_repository(
            folder, now, root=root, text=text, months=months, fresh_months=fresh_months
        )
    file = repository.public / "metadata" / "1.root.json"
    return (
        f"Each kiosk gets {file} as its text_root. A web server hands out {repository.public}.\n"
        f"Take the keys of root out of {folder / 'keys'} to where they are safe, each elsewhere."
    )


def publish(
    folder: Path,
    pack: Path | None,
    ring: str,
    examine: Examine,
    *,
    draft: bool,
    keys: Sequence[Path],
    now: Clock = _now,
) -> tuple[str, int]:
    """Release a text to a ring; without one, what the ring before has.

    Returns:
        What came of it, and 1 if the check refuses the text, else 0.

    Raises:
        PublishError: a key is wrong, or there is nothing to pass on.
        ContentError, OSError: it can't be read or written.
    """
    if pack is None and ring == RINGS[0]:
        raise PublishError(f"Name the text, or pass on what {ring} has: --ring {RINGS[1]}")
    with _changed(folder, now, keys) as repository:
        if pack is None:
            said = f"The text {pass_on(repository, RINGS[0], ring)[:7]} is passed on to {ring}."
        else:
            done = release(repository, pack, ring, examine, draft=draft)
            if isinstance(done, Report):
                return f"{as_lines(done, pack)}\nNothing is released: mend the errors.", 1
            said = (
                f"The text {done.name[:7]} is released to {ring}: "
                f"{done.files} new files, {done.bytes:,} bytes."
            )
        return _outcome(said, repository.sign()), 0


def sign(folder: Path, *, keys: Sequence[Path], renew: str, now: Clock = _now) -> str:
    """Sign what waits, and anew what expires soon; with a new key in the place of `renew`.

    Raises:
        PublishError: a key is missing or wrong.
        OSError: it can't be written.
    """
    with _changed(folder, now, keys) as repository:
        said = "Signed."
        if renew:
            said = f"The key {repository.renew_key(renew)}, in {folder / 'keys'}, replaces {renew}."
        for role in SLOW:
            if repository.staged(role) is None and _expires(repository, role) - now() < SOON:
                repository.stage(role)
        return _outcome(said, repository.sign())


@contextmanager
def _changed(folder: Path, now: Clock, keys: Sequence[Path]) -> Iterator[TextRepository]:
    read_publisher(folder)  # no lock is left in a folder that is no repository
    with alone(folder):
        yield TextRepository(folder, now, keys)


def tell_status(folder: Path, now: Clock = _now) -> tuple[str, int]:
    """Say who has signed what until when, and what each ring has.

    Returns:
        The words, and 1 if somebody has to sign now or within 30 days, else 0.
    """
    repository = TextRepository(folder, now)
    lines = list(_roles(repository))
    code = int(any(line.startswith("!") for line in lines))
    for ring in RINGS:
        content = repository.target(ring, EDITION)
        if content is None:
            lines.append(f"  ring {ring}: no text")
        else:
            held = read_list(content)
            draft = ", a draft" if held.draft else ""
            lines.append(
                f"  ring {ring}: {held.digest[:7]} of {held.made:%Y-%m-%d}{draft}, "
                f"{len(held.files)} files, {held.size:,} bytes"
            )
    lines.append(f"Sign it: kiosk publish sign {folder}" if code else "All is signed.")
    return "\n".join(lines), code


def _roles(repository: TextRepository) -> Iterator[str]:
    for role in (*SLOW, SNAPSHOT, TIMESTAMP):
        names, share = repository.signed_by(role)
        expires = _expires(repository, role)
        late = expires - repository.now() < SOON
        waits = repository.staged(role) is not None
        yield (
            f"{'!' if late or waits else ' '} {role}: "
            f"signed by {', '.join(sorted(names)) or 'nobody'} "
            f"({share.needed} of {share.keys} needed), expires {expires:%Y-%m-%d}"
            f"{'; waits for a signature' if waits else ''}"
        )


def _expires(repository: TextRepository, role: str) -> datetime:
    expires: datetime = repository.latest(role).signed.expires
    return expires


def _outcome(said: str, waiting: list[str]) -> str:
    if not waiting:
        return f"{said} Published."
    said = f"{said} Nothing is published yet."
    return "\n".join(
        [said, *waiting, "Bring a key, and sign: kiosk publish sign DIR --keys FOLDER"]
    )
