"""Where a text comes from: a web server, or a folder, which a stick is too.

Owns how bytes are got, in python-tuf's own seam for it, and how a file that was begun is gone on
with. Judges nothing of what it gets.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from pathlib import Path

import urllib3
from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient import FetcherInterface

from kiosk import __version__
from kiosk.page.regular_file import NotAFile, open_regular

WAIT = urllib3.Timeout(connect=10, read=30)
"""Seconds without an answer, or between two pieces of one, after which it is given up."""

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

    Neither whom one talks to nor what it says is trusted: plain HTTP does too.
    """

    def __init__(self, address: str, proxy: str = "") -> None:
        self.address = address
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
            response = self._pool.request(
                "GET", place, headers=headers, preload_content=False, timeout=WAIT, retries=2
            )
        except urllib3.exceptions.HTTPError as error:
            raise DownloadError(f"{place}: {_why(error)}") from error
        if response.status >= 400:
            response.close()
            raise DownloadHTTPError(f"{place}: status {response.status}", response.status)
        # A server that knows no ranges begins anew.
        skipped = 0 if response.status == 206 else start

        def chunks() -> Iterator[bytes]:
            before = skipped
            try:
                for chunk in response.stream(_CHUNK, decode_content=False):
                    yield chunk[before:]
                    before = max(0, before - len(chunk))
                response.release_conn()  # the next file comes by the same connection
            except urllib3.exceptions.HTTPError as error:
                raise DownloadError(f"{place}: {_why(error)}") from error
            finally:
                response.close()

        return chunks()


def source_of(address: str, proxy: str = "") -> Source:
    """Give the source that an address names: a web server's, or else a folder."""
    if address.startswith(("https://", "http://")):
        return WebSource(address.rstrip("/"), proxy)
    return FolderSource(Path(address))


def _why(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    return str(reason).rpartition(": ")[2] or type(reason).__name__
