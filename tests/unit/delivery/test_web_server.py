"""A text comes from a real web server, encrypted or not, by a proxy or not, as from a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.delivery.delivery_error import DeliveryError
from kiosk.delivery.sources import WebSource, source_of
from tests.fleet.web_server import WebServer, serving
from tests.fleet.world import World
from tests.waiting import LIMIT


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.release("First words.")
    return world


@pytest.fixture
def server(world: World, tmp_path: Path) -> Iterator[WebServer]:
    with serving(world.public, tmp_path / "server") as server:
        yield server


def test_a_text_comes_over_the_web_and_goes_on_where_it_was_cut_off(
    world: World, server: WebServer
) -> None:
    world.fetch(WebSource(server.address))
    assert world.shown() == "First words."
    connections = {line[4] for line in server.log()}
    assert len(connections) == 2, "one, and one anew after there was no newer root"
    name = world.release("Second words. " * 5_000)
    files = (world.public / "targets" / "files").iterdir()
    large = max(files, key=lambda file: file.stat().st_size)
    begun = world.kept.begun(name) / "en" / f".{large.name}.part"
    begun.parent.mkdir()
    begun.write_bytes(large.read_bytes()[:50_000])
    world.fetch(WebSource(server.address))
    assert world.shown().startswith("Second words.")
    [part] = [line for line in server.log() if line[5].endswith(large.name)]
    assert part[1:3] == ["206", str(large.stat().st_size - 50_000)]


def test_a_part_that_is_wrong_is_fetched_anew(world: World, server: WebServer) -> None:
    name = world.release("Second words. " * 5_000)
    files = (world.public / "targets" / "files").iterdir()
    large = max(files, key=lambda file: file.stat().st_size)
    begun = world.kept.begun(name) / "en" / f".{large.name}.part"
    begun.parent.mkdir()
    begun.write_bytes(b"x" * 50_000)
    world.fetch(WebSource(server.address))
    assert world.shown().startswith("Second words.")


def test_an_encrypted_server_has_to_be_one_that_the_computer_trusts(
    world: World, server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DeliveryError, match=r"can't be read .*certificate"):
        world.fetch(WebSource(server.encrypted))
    monkeypatch.setenv("SSL_CERT_FILE", str(server.trusted))
    world.fetch(WebSource(server.encrypted))
    assert world.shown() == "First words."


def test_a_proxy_is_asked_in_the_place_of_the_server(world: World, server: WebServer) -> None:
    world.fetch(source_of("http://text.invalid/", server.proxy))
    assert world.shown() == "First words."
    assert len(server.proxied()) > 5


def test_a_server_without_a_text_and_one_that_is_gone_are_told(
    world: World, server: WebServer
) -> None:
    with pytest.raises(DeliveryError, match="no signed text is there"):
        world.fetch(WebSource(f"{server.address}/elsewhere"))
    with pytest.raises(DeliveryError, match=r"can't be read .*Look at the network"):
        world.fetch(WebSource("http://127.0.0.1:9"))


def test_that_a_server_is_gone_is_said_once(world: World) -> None:
    settings = world.folder / "settings.toml"
    lines = f'text_root = "{world.root}"', 'text_source = "http://127.0.0.1:9"'
    settings.write_text("\n".join(lines), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "text", "fetch", "--settings", settings],
        capture_output=True, text=True, timeout=LIMIT, check=False,
        env=os.environ | {"XDG_STATE_HOME": str(world.folder)},
    )  # fmt: skip
    [line] = done.stderr.splitlines()
    assert line.startswith("kiosk: http://127.0.0.1:9: it can't be read")
