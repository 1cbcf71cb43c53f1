"""Does a broker know who is where? Many kiosks, a real mosquitto, whatever goes wrong.

    python -m tests.fleet.broker [KIOSKS] [--keep-alive SECONDS]

Prints a figure a line; ends with an error where a promise is not kept. With 2,000 kiosks and the
kiosk's own keep-alive of 60 seconds it takes about eight minutes, most of them of waiting.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion

from kiosk.fleet.announcing import Announcing
from kiosk.fleet.broker_error import BrokerError
from kiosk.fleet.certificates import tls_of
from kiosk.fleet.told import KEEP_ALIVE, lifetime
from tests.fleet.mosquitto import Authority, Mosquitto
from tests.fleet.simulated import SimulatedKiosks, told
from tests.waiting import LIMIT, PAUSE, slowness

KIOSK = (sys.executable, "-m", "kiosk", "fleet")
LATE = 5.0
"""Seconds in which a late viewer has all."""


class Trial:
    """Some kiosks, their broker and those who look; each method is one promise."""

    def __init__(self, folder: Path, count: int, keep_alive: int, tell: Callable[[str], None]):
        self.tell, self.keep_alive = tell, keep_alive
        self.patience = LIMIT + 2 * lifetime(keep_alive)
        self.names = [f"kiosk-{number:04}" for number in range(count)]
        self.authority = Authority(folder / "ca")
        self.broker = Mosquitto(self.authority)
        self.broker.start()
        # select(), which waits for a single client, takes no handle above 1023: some are kept low.
        self._low = [os.open(os.devnull, os.O_RDONLY) for _ in range(200)]
        self.kiosks = SimulatedKiosks(self.names, self.broker.port, self.authority, keep_alive)
        self.dead: set[str] = set()

    def close(self) -> None:
        self.kiosks.close()
        self.broker.stop()

    def until(self, holds: Callable[[], object], what: str) -> float:
        """Wait until something holds; give the seconds."""
        began = time.monotonic()
        while not holds():
            assert time.monotonic() < began + self.patience, what
            time.sleep(PAUSE)
        return time.monotonic() - began

    def listed(self, port: int = 0) -> tuple[dict[str, bool], float]:
        """Ask as a late viewer does: who is online, and the seconds that it took in all."""
        began = time.monotonic()
        done = subprocess.run(
            [*KIOSK, "list", "--format", "json", *self.where(port)],
            capture_output=True, check=False, text=True,
        )  # fmt: skip
        seconds = time.monotonic() - began
        assert done.stderr == ""
        found = {each["name"]: each["online"] for each in json.loads(done.stdout)["kiosks"]}
        assert done.returncode == (0 if found and all(found.values()) else 1)
        return found, seconds

    def where(self, port: int = 0, name: str = "keeper") -> list[str]:
        certificates = self.authority.of(name)
        return [f"--broker=localhost:{port or self.broker.port}", f"--certificates={certificates}"]

    @property
    def expected(self) -> dict[str, bool]:
        return {name: name not in self.dead for name in self.names}

    # The promises

    def all_are_there(self) -> None:
        seconds = self.until(lambda: self.kiosks.all_connected, "not all kiosks connected")
        self.tell(f"{len(self.names)} kiosks connected in {seconds:.1f} s")
        while self._low:
            os.close(self._low.pop())

    def a_late_viewer_has_all(self) -> None:
        took = children_cpu()
        slow = slowness()
        found, seconds = self.listed()
        took = children_cpu() - took
        assert found == self.expected
        self.tell(
            f"a late viewer has {len(found)} kiosks in {seconds:.1f} s, {took:.1f} s of them work "
            f"(with its own start; work takes {slow:.1f} times as long here now)"
        )
        assert seconds <= LATE * slow, seconds

    def what_the_default_would_lose(self) -> None:
        """Ask for quality 1 here, and of a broker that has the same and Debian's default."""
        other = Mosquitto(self.authority, without="^max_queued_messages")
        shutil.copy(self.written_down(), other.folder)
        other.start()
        every = 2 * len(self.names)
        try:
            here, there = self._topics(self.broker.port, every), self._topics(other.port, every)
            found, _ = self.listed(other.port)
        finally:
            other.stop()
        self.tell(
            f"of {every} topics quality 1 gives {here} with max_queued_messages 0 and {there} with "
            f"the default; kiosk fleet list has {len(found)} kiosks with the default"
        )
        assert here == every
        assert there == min(every, 1020)
        assert found.keys() == set(self.names)

    def written_down(self) -> Path:
        """Have the broker write down what it knows, and give the file."""
        file = self.broker.folder / "mosquitto.db"
        before = file.exists() and file.stat().st_mtime_ns
        os.kill(self.broker.pid, signal.SIGUSR1)
        # It is written beside, and put in place as a whole.
        self.until(lambda: file.exists() and file.stat().st_mtime_ns != before, "nothing written")
        return file

    def _topics(self, port: int, most: int) -> int:
        """Count what a viewer gets who asks for quality 1: until all is there or no more comes."""
        got: set[str] = set()
        client = Client(
            CallbackAPIVersion.VERSION2,
            client_id="home-assistant",
            protocol=MQTTProtocolVersion.MQTTv5,
        )
        client.tls_set_context(tls_of(self.authority.of("home-assistant")))
        client.on_message = lambda _, __, message: got.add(message.topic)

        def subscribe(*_: object) -> None:
            client.subscribe("kiosk/#", 1)

        client.on_connect = subscribe
        client.connect("localhost", port)
        heard = time.monotonic()
        while len(got) < most and time.monotonic() < heard + 2:
            before = len(got)
            client.loop(0.5)
            heard = time.monotonic() if len(got) > before else heard
        client.disconnect()
        return len(got)

    def pulled_plugs_are_seen(self, watch: Watch, count: int) -> None:
        gone = set(self.names[:count])
        pulled = time.monotonic()
        self.kiosks.pull_plugs(gone)
        self.dead |= gone
        self.until(lambda: not gone & watch.online, f"not seen: {sorted(gone & watch.online)[:5]}")
        seen = max(watch.when[name] for name in gone) - pulled
        wrong = watch.online ^ (set(self.names) - self.dead)
        assert not wrong, sorted(wrong)[:9]
        assert self.listed()[0] == self.expected
        self.tell(f"{count} pulled plugs were seen after {seen:.1f} s at most")
        # mosquitto looks once a second, and so does the watch.
        assert seen <= lifetime(self.keep_alive) + 2 * slowness(), seen

    def nobody_writes_for_another(self) -> None:
        """One kiosk, alive, tries to write for another one, which is dead, and to read."""
        other, victim = self.names[-1], self.names[0]
        self.kiosks.leave(other)
        lies = Announcing(told(victim, self.broker.port, edition="lies"), self._tls(other))
        lies.open("localhost", self.broker.port)
        refused = ""
        try:
            while not refused:
                lies.attend(1.0)
        except BrokerError as error:
            refused = str(error)
        assert "Not authorized" in refused
        heard: list[str] = []
        lies.client.on_message = lambda _, __, message: heard.append(message.topic)
        lies.client.on_connect = lambda client, *_: client.subscribe("#", 0)
        asked: list[int] = []
        lies.client.on_subscribe = lambda *_: asked.append(1)
        lies.client.will_clear()
        lies.open("localhost", self.broker.port)
        while not asked:
            lies.client.loop(1.0)
        lies.client.loop(0.2)
        assert heard == []
        lies.client.disconnect()
        self.kiosks.come_back(other)
        self.all_are_there()
        done = subprocess.run([*KIOSK, "list", "--format=json", *self.where()],
                              capture_output=True, check=False)  # fmt: skip
        assert b"lies" not in done.stdout
        assert self.listed()[0] == self.expected
        self.tell(f"a kiosk that writes for another one hears: {refused}")

    def _tls(self, name: str) -> Any:
        return tls_of(self.authority.of(name))

    def strangers_are_refused(self, folder: Path) -> None:
        """Whoever has another authority's certificate, or one that a kiosk has made, gets nowhere.

        So does whoever has none.
        """
        name = self.names[1]
        other = Authority(folder / "other").of(name)
        (other / "ca.crt").unlink()
        (other / "ca.crt").symlink_to(self.authority.certificate)
        none = ssl.create_default_context(cafile=self.authority.certificate)
        for tls in (tls_of(other), tls_of(self.authority.forged(name, by=self.names[2])), none):
            with pytest.raises((OSError, BrokerError)):
                self._get_in(name, tls)
        assert self.listed()[0] == self.expected

    def _get_in(self, name: str, tls: ssl.SSLContext) -> None:
        stranger = Announcing(told(name, self.broker.port, edition="lies"), tls)
        stranger.open("localhost", self.broker.port)
        while not stranger.connected:
            stranger.attend(1.0)

    def a_kiosk_that_leaves_is_told_at_once(self, watch: Watch) -> None:
        name = self.names[-1]
        self.kiosks.leave(name)
        seconds = self.until(lambda: name not in watch.online, "its leaving was not told")
        self.kiosks.come_back(name)
        self.until(lambda: name in watch.online, "its coming was not told")
        self.tell(f"a kiosk that leaves in order is told after {seconds:.2f} s")

    def a_restarted_kiosk_is_called_neither_wrong(self, watch: Watch) -> None:
        """Its old connection hangs when it comes back, and ends after the new one has begun."""
        name = self.names[-2]
        self.kiosks.pull_plugs([name])
        self.kiosks.come_back(name)
        self.all_are_there()
        self.until(lambda: name in watch.online, "it did not come back")
        before = len(watch.changes)
        # The old connection's time is up when the pulled plug of another one is seen.
        self.pulled_plugs_are_seen(watch, len(self.dead) + 1)
        assert [each for each in watch.changes[before:] if each == (name, False)] == []

    def a_broker_that_dies_says_nothing_wrong(self, watch: Watch, count: int) -> None:
        """It is killed with all written down as online; some kiosks go while it is away."""
        self.written_down()
        alive = [name for name in self.names if name not in self.dead]
        gone = set(alive[:count])
        self.broker.crash()
        died = time.monotonic()
        self.kiosks.pull_plugs(gone)
        self.dead |= gone
        self.broker.start()
        self.all_are_there()
        wrong = {name for name, online in self.listed()[0].items() if online} & gone
        self.until(lambda: self.listed()[0] == self.expected, "a kiosk that is gone is online")
        self.until(lambda: watch.online == set(self.names) - self.dead, "the watch is wrong")
        last = max(watch.when[name] for name in gone) - died
        self.tell(
            f"broker killed: of {count} kiosks gone meanwhile {len(wrong)} were online at first, "
            f"none in the watch {last:.1f} s after it died, which it told {watch.lost} times"
        )
        assert watch.lost
        assert last <= lifetime(self.keep_alive) + 2 * slowness(), last

    def what_a_kiosk_takes(self) -> None:
        """Measure the two processes beside a kiosk: the one that stays, and the one that looks."""
        name = self.names[-1]
        self.kiosks.leave(name)
        file, settings = self.broker.folder / "told.json", self.broker.folder / "settings.toml"
        settings.write_text(f'broker = "localhost:{self.broker.port}"\n', "utf-8")
        looks = subprocess.Popen(
            [*KIOSK, "examine", f"--file={file}", f"--settings={settings}", f"--name={name}"],
            stdout=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(looks.pid, 0)
        looks.returncode = status
        assert status == 0
        folder = self.authority.of(name)
        tells = subprocess.Popen([*KIOSK, "announce", f"--file={file}", f"--certificates={folder}"])
        try:
            self.until(lambda: self.listed()[0][name], "the kiosk's own process is not seen")
            began, before = time.monotonic(), cpu(tells.pid)
            self.until(lambda: time.monotonic() > began + 2 * self.keep_alive, "")
            share = (cpu(tells.pid) - before) / (time.monotonic() - began)
            share_of_memory = pss(tells.pid)
        finally:
            tells.terminate()
            tells.wait()
        worked = used.ru_utime + used.ru_stime
        self.tell(
            f"beside a kiosk: what tells takes {share_of_memory:.0f} MiB and {share:.2%} of a "
            f"core; what looks, every five minutes, {worked:.1f} s of work and "
            f"{used.ru_maxrss / 1024:.0f} MiB while it does"
        )
        assert share_of_memory < 40
        assert share < 0.02
        self.kiosks.come_back(name)

    def what_the_broker_takes(self) -> None:
        status = Path(f"/proc/{self.broker.pid}/status").read_text()
        peak = int(status.split("VmHWM:")[1].split()[0]) / 1024
        self.tell(f"mosquitto took {peak:.0f} MiB at most, {cpu(self.broker.pid):.1f} s in all")


class Watch:
    """`kiosk fleet watch` as a program reads it: who is online by its word, and when it said so."""

    def __init__(self, where: list[str]) -> None:
        self._process = subprocess.Popen(
            [*KIOSK, "watch", "--format=json", *where],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.online: set[str] = set()
        self.when: dict[str, float] = {}
        self.changes: list[tuple[str, bool]] = []
        self.lost = 0
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            change = json.loads(line)
            if change["lost"]:
                self.lost += 1
                continue
            name, online = change["kiosk"]["name"], change["kiosk"]["online"]
            if online != (name in self.online):
                self.when[name] = time.monotonic()
                self.changes.append((name, online))
            (self.online.add if online else self.online.discard)(name)

    def close(self) -> None:
        self._process.terminate()  # not by Ctrl+C: what a shell starts in the background ignores it
        self._process.wait()
        self._thread.join()
        assert self._process.stdout
        self._process.stdout.close()


def cpu(pid: int) -> float:
    """Give the seconds of processor time that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def pss(pid: int) -> float:
    """Give a process's share of memory in MiB."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(text.split("Pss:")[1].split()[0]) / 1024


def children_cpu() -> float:
    """Give the seconds of processor time that all children took that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def trial(
    folder: Path, count: int, keep_alive: int, tell: Callable[[str], None] = lambda words: None
) -> Iterator[Trial]:
    """Give a trial whose processes end with it."""
    begun = Trial(folder, count, keep_alive, tell)
    try:
        yield begun
    finally:
        begun.close()


def prove(trial: Trial) -> None:
    """Try all promises, one after the other."""
    some = max(1, len(trial.names) // 10)
    trial.all_are_there()
    trial.a_late_viewer_has_all()
    trial.what_the_default_would_lose()
    watch = Watch(trial.where(name="viewer"))
    try:
        trial.until(lambda: len(watch.online) == len(trial.names), "the watch does not see all")
        trial.nobody_writes_for_another()
        trial.strangers_are_refused(trial.broker.folder)
        trial.pulled_plugs_are_seen(watch, some)
        trial.a_kiosk_that_leaves_is_told_at_once(watch)
        trial.a_restarted_kiosk_is_called_neither_wrong(watch)
        trial.a_broker_that_dies_says_nothing_wrong(watch, some)
    finally:
        watch.close()
    trial.what_the_broker_takes()


def main(words: Iterable[str] | None = None) -> None:
    line = argparse.ArgumentParser(description="Many kiosks and one broker.")
    line.add_argument("kiosks", type=int, nargs="?", default=2000)
    line.add_argument("--keep-alive", type=int, default=KEEP_ALIVE, metavar="SECONDS")
    options = line.parse_args(words and [*words])
    began = time.monotonic()

    def tell(words: str) -> None:
        print(f"{time.monotonic() - began:6.1f} s  {words}", flush=True)

    with (
        tempfile.TemporaryDirectory() as folder,
        trial(Path(folder), options.kiosks, options.keep_alive, tell) as one,
    ):
        prove(one)
        one.what_a_kiosk_takes()


if __name__ == "__main__":
    main()
