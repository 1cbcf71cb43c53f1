"""Whatever a web server sends, and however slowly: the text stays, and the reason is told."""

from __future__ import annotations

import gc
import gzip
import socket
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kiosk.delivery.delivery_error import DeliveryError
from kiosk.delivery.sources import WebSource, source_of
from tests.fleet.world import World

Answer = Callable[[str, bytes], bytes | Iterator[bytes]]
"""From what is asked for, such as "/metadata/timestamp.json", and its bytes to all that is sent."""


def honest(place: str, content: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(content) + content


def ended(head: bytes, body: bytes = b"") -> bytes:
    return b"HTTP/1.1 " + head + b"\r\nConnection: close\r\n\r\n" + body


@contextmanager
def serving(public: Path, answer: Answer) -> Iterator[tuple[str, list[str]]]:
    """Answer each request so; give the address, and what was asked for."""
    asked: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection, suppress(OSError):
                    request = connection.recv(65536)
                    place = request.split(b" ")[1].decode()
                    asked.append(place)
                    file = public / place.removeprefix("/")
                    content = file.read_bytes() if file.is_file() else b""
                    sent = answer(place, content)
                    for each in [sent] if isinstance(sent, bytes) else sent:
                        connection.sendall(each)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield address, asked
        server.shutdown(socket.SHUT_RDWR)
        thread.join(5)


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.release("First words.")
    world.fetch()
    world.release("Second words. " * 1_000)
    return world


def refused(world: World, answer: Answer, longest: float = 30) -> tuple[str, list[str]]:
    """Fetch from a server that answers so; give the reason, and what it was asked for."""

    def missing(place: str, content: bytes) -> bytes | Iterator[bytes]:
        return answer(place, content) if content else ended(b"404 Not Found")

    with serving(world.public, missing) as (address, asked):
        with pytest.raises(DeliveryError) as caught:
            world.fetch(WebSource(address, longest=longest))
        told = str(caught.value)
        with warnings.catch_warnings(action="ignore"):
            del caught  # python-tuf leaves an answer of which it has enough to this
            gc.collect()
    assert world.shown() == "First words."
    assert world.state.fault == told
    assert told.isprintable()
    return told, asked


def dripping(content: bytes) -> Iterator[bytes]:
    for at in range(len(content)):
        threading.Event().wait(0.05)
        yield content[at : at + 1]


@pytest.mark.parametrize("there", [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_sends_a_byte_now_and_then_is_left(world: World, there: bytes) -> None:
    def answer(place: str, content: bytes) -> Iterator[bytes]:
        yield there
        yield from dripping(b"x" * 10_000)

    told, _ = refused(world, answer, longest=0.5)
    assert "it comes too slowly" in told


def test_a_server_can_not_have_the_kiosk_wait(world: World) -> None:
    told, asked = refused(world, lambda place, content: ended(b"503 Busy\r\nRetry-After: 100000"))
    assert "status 503" in told
    assert len(asked) == 2, "the next root, which is not there, and the newest"


@pytest.mark.parametrize(
    "to", ["/metadata/timestamp.json", "file:///etc/passwd", "http://127.0.0.1:9/", "gopher://x"]
)
def test_nobody_else_is_asked_because_a_server_says_so(world: World, to: str) -> None:
    told, asked = refused(
        world, lambda place, content: ended(b"302 Found\r\nLocation: " + to.encode())
    )
    assert "it lies elsewhere; name that place in text_source" in told
    assert len(asked) == 2


BOMB = gzip.compress(b"0" * 50_000_000)

CHANGED = "not the one that was signed|can't be read"

ANSWERS: dict[str, tuple[Answer, str]] = {
    "packed": (
        lambda place, content: ended(b"200 OK\r\nContent-Encoding: gzip", BOMB),
        CHANGED,
    ),
    "cut off": (
        lambda place, content: ended(b"200 OK\r\nContent-Length: 9999", content),
        "can't be read",
    ),
    "a length that is none": (
        lambda place, content: ended(b"200 OK\r\nContent-Length: -1", content[:50]),
        CHANGED,
    ),
    "too little": (
        lambda place, content: ended(b"200 OK\r\nContent-Length: 10", content),
        CHANGED,
    ),
    "a chunk without an end": (
        lambda place, content: ended(b"200 OK\r\nTransfer-Encoding: chunked", b"1" * 5_000_000),
        "can't be read",
    ),
    "a chunk of less than nothing": (
        lambda place, content: ended(b"200 OK\r\nTransfer-Encoding: chunked", b"-5\r\nabc"),
        "can't be read",
    ),
    "no HTTP": (lambda place, content: b"\x1b]0;\x07\x9b31m\r\n\r\n" * 9, "can't be read"),
    "a head without an end": (
        lambda place, content: b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 100_000,
        "can't be read",
    ),
    "no end": (
        lambda place, content: (b"HTTP/1.1 200 OK\r\n\r\n", *[b"{" * 65_536] * 200).__iter__(),
        "not the one that was signed",
    ),
    "nothing": (lambda place, content: b"", "can't be read"),
    "not modified": (lambda place, content: ended(b"304 Not Modified"), "can't be read"),
}


@pytest.mark.parametrize("what", ANSWERS)
def test_an_answer_that_is_no_file_is_told(world: World, what: str) -> None:
    hostile, why = ANSWERS[what]
    for of in ("timestamp.json", ".all.json", "/targets/"):

        def answer(place: str, content: bytes, of: str = of) -> bytes | Iterator[bytes]:
            return hostile(place, content) if of in place else honest(place, content)

        told, _ = refused(world, answer)
        assert any(each in told for each in why.split("|")), told


def test_a_part_that_the_server_has_no_rest_of_stops_nothing_for_ever(world: World) -> None:
    files = sorted((world.public / "targets" / "files").iterdir(), key=lambda x: x.stat().st_size)
    name = world.release("Third words. " * 5_000)
    large = next(
        each for each in (world.public / "targets" / "files").iterdir() if each not in files
    )
    part = world.kept.begun(name) / "en" / f".{large.name}.part"
    part.parent.mkdir()
    part.write_bytes(large.read_bytes()[:100])

    def answer(place: str, content: bytes) -> bytes:
        if place.endswith(large.name):
            return ended(b"416 Range Not Satisfiable")
        return honest(place, content)

    told, _ = refused(world, answer)
    assert "status 416" in told
    with serving(
        world.public,
        lambda place, content: honest(place, content) if content else ended(b"404 Gone"),
    ) as (address, _):
        world.fetch(WebSource(address))
    assert world.shown().startswith("Third words.")


@pytest.mark.parametrize(
    "source", ["file:///srv/text", "ftp://host", "https://", "HTTPS:///a", "http://h?a=b"]
)
def test_another_kind_of_address_is_told(source: str) -> None:
    with pytest.raises(DeliveryError, match="text_source must be a folder, or an address such as"):
        source_of(source)


def test_an_address_is_one_in_large_letters_too(world: World) -> None:
    with serving(world.public, honest) as (address, _):
        source = source_of(address.replace("http", "HTTP") + "/")
        assert source.address == address


@pytest.mark.parametrize(
    "source", ["https://me:secret@host/a", "ftp://secret@host", "//me:secret@host/share"]
)
def test_a_password_is_refused_and_told_to_nobody(source: str) -> None:
    with pytest.raises(DeliveryError, match="must hold no name and password") as caught:
        source_of(source)
    assert "secret" not in str(caught.value)
