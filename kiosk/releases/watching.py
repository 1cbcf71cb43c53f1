"""Watching the release that runs, as systemd tells of it, and going back if it doesn't hold."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.releases.judge import MANY, End, is_over, reason
from kiosk.releases.releases import STOPS, WHY, Record, Turn, Watched
from kiosk.releases.switching import Switching


class Watching:
    """The service, when it is ready and when it has ended; `say` and `clock` as for `Taking`."""

    def __init__(
        self,
        releases: Switching,
        say: Callable[[str], None],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._releases, self._say, self._clock = releases, say, clock
        self._run = releases.run

    def starting(self) -> None:
        """Note that the computer starts the service; go back if it never got further lately.

        A computer that hangs, or loses its power, ends nothing of which systemd could tell.
        """
        with self._releases.alone():
            record, current = self._releases.record(), self._releases.current
            watched = record.watched
            if not watched or watched.release != current or is_over(watched, self._clock()):
                return
            if watched.starts >= MANY and self._leave(current, STOPS):
                return
            counted = watched._replace(starts=watched.starts + 1)
            self._releases.write(record._replace(watched=counted))

    def ready(self) -> None:
        """Note that the service is ready."""
        self._run.mkdir(exist_ok=True)
        with self._releases.alone():
            record, current = self._releases.record(), self._releases.current
            (self._run / "ready").write_text(current, "utf-8")
            watched = record.watched
            if not watched or watched.release != current:
                return
            first = self._clock() if watched.ready is None else watched.ready
            held = Watched(current, first)
            if held != watched:
                self._releases.write(record._replace(watched=held))

    def ended(self, result: str) -> None:
        """Judge an end of the service, and go back if the release doesn't hold."""
        self._run.mkdir(exist_ok=True)
        with self._releases.alone():
            record, current = self._releases.record(), self._releases.current
            try:
                was = (self._run / "ready").read_text("utf-8")
            except FileNotFoundError:
                was = ""
            (self._run / "ready").unlink(missing_ok=True)
            end = End(result, bool(was), _read(self._releases.kept / "health" / "running"))
            if not record.watched or record.watched.release != current:
                return
            if was not in ("", current):  # what has ended is the one before
                return
            if is_over(record.watched, self._clock()):
                self._releases.write(record._replace(watched=None))
                return
            if record.watched.starts:  # this one has ended, and is judged as such
                heard = record.watched._replace(starts=0)
                self._releases.write(record._replace(watched=heard))
            if not end.in_order and (why := reason(end, self._fault())):
                self._leave(current, why)

    def _fault(self) -> list[float]:
        now = time.clock_gettime(time.CLOCK_BOOTTIME)
        try:
            with (self._run / "faults").open("a+", encoding="ascii") as stream:
                stream.write(f"{now}\n")
                stream.seek(0)
                return [float(line) for line in stream]
        except (OSError, ValueError) as error:  # whatever runs may have filled it
            self._say(f"Faults can't be counted: {error}.")
            return [now]

    def _leave(self, current: str, why: str) -> bool:
        """Go back, and say so; tell whether there was one to go back to."""
        previous = self._releases.previous
        if not previous:
            self._say(f"<3>Release {current} fails: {WHY[why]}. There is none to go back to.")
            return False
        self._releases.use(previous, current)
        said = f"Back to release {previous}: {current} is left, because {WHY[why]}."
        self._say(f"<3>{said}")
        self._releases.write(Record(None, Turn("left", current, previous, why, self._clock())))
        return True


def _read(mark: Path) -> bytes | None:
    """Give what the kiosk's mark of a run holds, no more of it than a kiosk writes."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        file = os.open(mark, flags)
    except OSError:
        return None
    try:
        return os.read(file, 200_000)
    except OSError:
        return b""
    finally:
        os.close(file)
