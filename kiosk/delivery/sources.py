"""Where a text comes from: a web server, or a folder, which a stick is too.

Owns how bytes are got, in python-tuf's own seam for it, and how a file that was begun is gone on
with. Judges nothing of what it gets.
"""

from __future__ import annotations

import signal
import time
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import urllib3
from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient import FetcherInterface

from kiosk import __version__
from kiosk.delivery.delivery_error import DeliveryError
from kiosk.page.regular_file import NotAFile, open_regular
from kiosk.settings.settings import text_address

WAIT = urllib3.Timeout(connect=10, read=30)
"""Seconds without an answer, or between two pieces of one, after which it is given up."""

RETRIES = urllib3.Retry(2, redirect=False, respect_retry_after_header=False)
"""A server says when it may be asked again; the kiosk's timer knows better."""

LONGEST = 40 * 60.0
"""Seconds in which a web server must have given all; what came until then is gone on with."""

_CHUNK = 1 << 16


class Source(FetcherInterface):
    """Where a text comes from. `address` is its name for people."""

    address: str

    @abstractmethod
    def opened(self, place: str, start: int = 0) -> Iterator[bytes]:
        """Give what lies at a place, from the byte `start` on.

        Raises:
            DownloadHTTPError: nothing is there (404), or the server says why it gives nothing.
            DownloadError: it can't be had, or not to its end.
        """

    def _fetch(self, url: str) -> Iterator[bytes]:
        return self.opened(url)


class FolderSource(Source):
    """A folder that holds what a web server would hand out."""

    def __init__(self, folder: Path) -> None:
        self.address = str(folder)

    def opened(self, place: str, start: int = 0) -> Iterator[bytes]:
        """Read a file; see `Source`."""
        try:
            stream = open_regular(place)
        except (FileNotFoundError, NotADirectoryError, NotAFile) as error:
            raise DownloadHTTPError(f"{place} is not there", 404) from error
        except OSError as error:
            raise DownloadError(f"{place}: {error.strerror}") from error

        def chunks() -> Iterator[bytes]:
            with stream:
                try:
                    stream.seek(start)
                    while chunk := stream.read(_CHUNK):
                        yield chunk
                except OSError as error:  # a stick that was pulled
                    raise DownloadError(f"{place}: {error.strerror}") from error

        return chunks()


class WebSource(Source):
    """A web server; `proxy` is the address of one in between, empty: none.

    Neither whom one talks to nor what it says is trusted: plain HTTP does too. Nobody else is asked
    because it says so. `longest`: seconds from now in which it must have given all.
    """

    def __init__(self, address: str, proxy: str = "", longest: float = LONGEST) -> None:
        self.address = address
        self._until = time.monotonic() + longest
        about = {"User-Agent": f"clinic-kiosk/{__version__}"}
        self._pool = (
            urllib3.ProxyManager(proxy, headers=about)
            if proxy
            else urllib3.PoolManager(headers=about)
        )
        self._about = about

    def opened(self, place: str, start: int = 0) -> Iterator[bytes]:
        """Ask the server; see `Source`."""
        headers = self._about | ({"Range": f"bytes={start}-"} if start else {})
        try:
            with self._in_time(place):
                response = self._pool.request(
                    "GET", place, headers=headers, timeout=WAIT, retries=RETRIES,
                    redirect=False, preload_content=False,
                )  # fmt: skip
        except urllib3.exceptions.HTTPError as error:
            raise DownloadError(f"{place}: {_why(error)}") from error
        if response.status // 100 == 3:
            response.close()
            raise DownloadError(f"{place}: it lies elsewhere; name that place in text_source")
        if response.status >= 400:
            response.close()
            raise DownloadHTTPError(f"{place}: status {response.status}", response.status)
        # A server that knows no ranges begins anew.
        skipped = 0 if response.status == 206 else start

        def chunks() -> Iterator[bytes]:
            before = skipped
            stream = response.stream(_CHUNK, decode_content=False)
            try:
                while chunk := self._next(stream, place):
                    yield chunk[before:]
                    before = max(0, before - len(chunk))
                response.release_conn()  # the next file comes by the same connection
            except urllib3.exceptions.HTTPError as error:
                raise DownloadError(f"{place}: {_why(error)}") from error
            finally:
                response.close()

        return chunks()

    def _next(self, stream: Iterator[bytes], place: str) -> bytes:
        with self._in_time(place):
            return next(stream, b"")

    @contextmanager
    def _in_time(self, place: str) -> Iterator[None]:
        # A byte now and then is an answer to urllib3, which waits for the next one.
        def late(number: int, frame: object) -> None:
            raise DownloadError(f"{place}: it comes too slowly")

        before = signal.signal(signal.SIGALRM, late)
        signal.setitimer(signal.ITIMER_REAL, max(0.001, self._until - time.monotonic()))
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def source_of(address: str, proxy: str = "") -> Source:
    """Give the source that an address names: a web server's, or else a folder.

    Raises:
        DeliveryError: it is another kind of address.
    """
    try:
        address = text_address(address)
    except ValueError as error:
        raise DeliveryError(f"{error}.") from error
    return WebSource(address, proxy) if "://" in address else FolderSource(Path(address))


def _why(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    return str(reason).rpartition(": ")[2] or type(reason).__name__
