"""Many kiosks in one process, each with its own certificate and the kiosk's own code.

Owns the loop that serves their sockets, in a thread: paho's own loop waits for one socket each.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import ssl
import threading
from collections.abc import Callable, Iterable
from typing import Any, cast

import msgspec
from paho.mqtt.enums import MQTTErrorCode

from kiosk.fleet.announcing import Announcing
from kiosk.fleet.certificates import tls_of
from kiosk.fleet.state import State
from kiosk.fleet.told import Told
from kiosk.install.doctor.diagnosis import Verdict
from kiosk.monitor.examination import Checked, Finding, TextEdition
from tests.fleet.mosquitto import Authority

FAULT = Checked(
    name="pin",
    state=Verdict.WARN,
    findings=(Finding(Verdict.WARN, "none is set: nobody can open the staff page", "Set one."),),
)


def told(name: str, port: int, *, health: Verdict = Verdict.WARN, edition: str = "a1b2c3d") -> Told:
    """Give what such a kiosk tells, as large as a real one's."""
    state = State(
        time="2026-11-29T10:00:00+00:00",
        kiosk="1.3.0",
        edition=TextEdition(version=edition, made="2026-11-20T10:00:00+00:00"),
        health=health,
        checks=(FAULT,) * 6,
        in_use=False,
    )
    return Told(
        name=name, host="localhost", port=port, home_assistant=False, kiosk="1.3.0",
        state=msgspec.Raw(msgspec.json.encode(state)),
    )  # fmt: skip


class SimulatedKiosk:
    """One kiosk: it connects, and again when the broker went away, until its plug is pulled."""

    def __init__(self, name: str, port: int, tls: ssl.SSLContext, keep_alive: int) -> None:
        self.name, self.told, self._tls = name, told(name, port), tls
        self._keep_alive = keep_alive
        self._loop: asyncio.AbstractEventLoop | None = None
        self._connection: Announcing | None = None
        self._unplugged: list[Any] = []

    def connect(self) -> None:
        connection = Announcing(self.told, self._tls, keep_alive=self._keep_alive)
        loop = asyncio.get_running_loop()
        connection.client.on_socket_open = lambda *at: loop.add_reader(at[2], self._read)
        connection.client.on_socket_close = _in(loop)
        with contextlib.suppress(OSError):  # the broker is away; the next tick tries again
            connection.open(self.told.host, self.told.port)
            self._loop, self._connection = loop, connection
            self._serve(MQTTErrorCode.MQTT_ERR_SUCCESS)

    @property
    def connected(self) -> bool:
        return self._connection is not None and self._connection.connected

    def _read(self) -> None:
        if self._connection is None:
            return
        client = self._connection.client
        code = client.loop_read()
        while code == 0 and cast(ssl.SSLSocket, client.socket()).pending():
            code = client.loop_read()
        self._serve(code)

    def _serve(self, code: MQTTErrorCode) -> None:
        connection = self._connection
        if connection is None:
            return
        while code == 0 and connection.client.want_write():
            code = connection.client.loop_write()
        if code or connection.client.socket() is None:
            self._connection = None

    def tick(self) -> None:
        """Do what is due, once a second."""
        if self._connection is None:
            self.connect()
            return
        code = self._connection.client.loop_misc()
        self._connection.renew()
        self._serve(code)

    def say(self, state: Told) -> None:
        """Say something else from now on."""
        self.told = state
        if self._connection:
            self._connection.tell(state)

    def leave(self) -> None:
        """Go in order, as a computer that is shut down."""
        if self._connection:
            self._connection.close(leaving=True)
            self._connection = None

    def pull_plug(self) -> None:
        """Go without a word: nothing is closed, nothing is answered."""
        if self._connection and self._loop and (socket := self._connection.client.socket()):
            self._loop.remove_reader(socket)
            self._unplugged.append(socket)
        self._connection = None

    def close(self) -> None:
        """Give back what a pulled plug has left open."""
        for socket in self._unplugged:
            socket.close()


def _in(loop: asyncio.AbstractEventLoop) -> Callable[[Any, Any, Any], None]:
    def closed(_: Any, __: Any, socket: Any) -> None:
        loop.remove_reader(socket)

    return closed


class SimulatedKiosks:
    """All of them. Each method may be called from outside of their loop."""

    def __init__(
        self, names: Iterable[str], port: int, authority: Authority, keep_alive: int
    ) -> None:
        self.all = {
            name: SimulatedKiosk(name, port, tls_of(authority.of(name)), keep_alive)
            for name in names
        }
        self.alive = set(self.all)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._ticking = asyncio.run_coroutine_threadsafe(self._tick(), self._loop)

    async def _tick(self) -> None:
        while True:
            for name in random.sample(sorted(self.alive), len(self.alive)):
                self.all[name].tick()
                await asyncio.sleep(0)  # who is connected is served meanwhile
            await asyncio.sleep(0.5)

    @property
    def all_connected(self) -> bool:
        return all(self.all[name].connected for name in self.alive)

    def leave(self, name: str) -> None:
        """Let one go in order."""
        self.alive.discard(name)
        self._do(self.all[name].leave)

    def pull_plugs(self, names: Iterable[str]) -> None:
        """Let some go without a word, all at once."""
        gone = set(names)
        self.alive -= gone
        self._do(*(self.all[name].pull_plug for name in gone))

    def come_back(self, name: str) -> None:
        """Switch one on again."""
        self.alive.add(name)

    def change(self, name: str, state: Told) -> None:
        """Let one say something else."""
        kiosk = self.all[name]
        self._do(lambda: kiosk.say(state))

    def _do(self, *steps: Callable[[], None]) -> None:
        """Take some steps in the loop, one right behind the other."""

        async def take() -> None:
            for step in steps:
                step()

        asyncio.run_coroutine_threadsafe(take(), self._loop).result()

    def close(self) -> None:
        """End without a word."""
        self._ticking.cancel()
        self._do(*(kiosk.pull_plug for kiosk in self.all.values()))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        for kiosk in self.all.values():
            kiosk.close()
        self._loop.close()
