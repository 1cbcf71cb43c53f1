"""Chromium without a screen, spoken to through two pipes by its DevTools protocol.

Owns the process: it ends with the test, and its profile with it. Nothing is installed for it beside
Debian's Chromium, and it opens no port.
"""

from __future__ import annotations

import fcntl
import json
import os
import select
import signal
import tempfile
from base64 import b64decode
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.waiting import LIMIT

PROGRAM = "/usr/bin/chromium"

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--no-default-browser-check", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--remote-debugging-pipe",
)  # fmt: skip


class Chromium:
    """One browser with one page. `asked` holds each address that the page has asked for."""

    def __init__(self) -> None:
        self._profile = tempfile.TemporaryDirectory(prefix="kiosk-chromium-")
        its_end, self._write = _pipe()
        self._read, its_other = _pipe()
        null = os.open(os.devnull, os.O_RDWR)
        self._process = os.posix_spawn(
            PROGRAM,
            [PROGRAM, *FLAGS, f"--user-data-dir={self._profile.name}", "about:blank"],
            {**os.environ, "HOME": self._profile.name},
            file_actions=[
                *((os.POSIX_SPAWN_DUP2, null, each) for each in (0, 1, 2)),
                (os.POSIX_SPAWN_DUP2, its_end, 3),
                (os.POSIX_SPAWN_DUP2, its_other, 4),
            ],
            setpgroup=0,
        )
        for each in (its_end, its_other, null):
            os.close(each)
        self._number = 0
        self._left = b""
        self._session = ""
        self._loaded = False
        self.asked: list[str] = []
        self.complaints: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def __enter__(self) -> Chromium:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._write)
        os.close(self._read)
        with suppress(OSError):  # a child of its may still write
            self._profile.cleanup()

    def call(self, method: str, **given: Any) -> dict[str, Any]:
        """Ask for one thing, and give the answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": given}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer["error"])
                found: dict[str, Any] = answer["result"]
                return found

    def size(self, width: int, height: int = 800, *, scale: float = 1) -> None:
        """Be a screen of so many CSS pixels."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=scale, mobile=width < 600,
        )  # fmt: skip

    def media(self, scheme: str) -> None:
        """Prefer a colour scheme, and no movement."""
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.call("Emulation.setEmulatedMedia", features=features)

    def open(self, address: str) -> None:
        """Show a page, and wait until all of it is there."""
        self._loaded = False
        # From elsewhere: a page is not read anew for another part of it.
        self.call("Page.navigate", url="about:blank")
        while not self._loaded:
            self._next()
        self.asked, self.complaints, self._loaded = [], [], False
        self.call("Page.navigate", url=address)
        while not self._loaded:
            self._next()

    def run(self, script: str) -> Any:
        """Run a script in the page, and give what it comes to."""
        answer = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def picture(self, file: Path) -> Path:
        """Write what the whole page looks like as PNG."""
        made = self.call("Page.captureScreenshot", captureBeyondViewport=True)
        file.write_bytes(b64decode(made["data"]))
        return file

    def print(self, file: Path) -> Path:
        """Write the page as it is printed, as PDF on A4."""
        made = self.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)
        file.write_bytes(b64decode(made["data"]))
        return file

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            ready, _, _ = select.select([self._read], [], [], LIMIT)
            assert ready, "Chromium says nothing any more"
            part = os.read(self._read, 1 << 20)
            assert part, "Chromium is gone"
            self._left += part
        message, _, self._left = self._left.partition(b"\0")
        said: dict[str, Any] = json.loads(message)
        match said.get("method"):
            case "Page.loadEventFired":
                self._loaded = True
            case "Network.requestWillBeSent":
                self.asked.append(said["params"]["request"]["url"])
            case "Log.entryAdded":
                self.complaints.append(said["params"]["entry"]["text"])
        return said


def _pipe() -> tuple[int, int]:
    """Make a pipe whose ends are none of the first descriptors, which are the browser's."""
    ends = os.pipe()
    high = tuple(fcntl.fcntl(each, fcntl.F_DUPFD_CLOEXEC, 10) for each in ends)
    for each in ends:
        os.close(each)
    return high[0], high[1]
