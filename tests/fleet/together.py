"""`make fleet-test`: all of a fleet on one computer, with whatever goes wrong in a clinic.

    python -m tests.fleet.together [MINUTES]

A publisher, Debian's nginx and mosquitto, and ten whole kiosks at which people touch what they see.
A text is released to two pilots, then to all. One kiosk loses its power and half of its files, one
has a clock that is four months ahead, and one has only a stick. Prints a line for each thing that
must hold, and what all of it took; exit code 1 if one doesn't hold. People come for MINUTES, 10 if
none are named; everything else takes as long as it takes.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.counts.counts_file import NAME as COUNTS
from kiosk.fleet.certificates import tls_of
from kiosk.fleet.viewing import Viewing
from kiosk.shipped import shipped
from tests.fleet.broker import Watch, cpu, pss
from tests.fleet.mosquitto import Authority, Mosquitto
from tests.fleet.web_server import WebServer, serving
from tests.fleet.whole_kiosk import KIOSK, ROOT, WholeKiosk
from tests.machine.service import Held, told
from tests.waiting import until

LOOKS = "home-assistant"
"""Who looks here, by a name that may."""

DAYS_AHEAD = 120
"""Days by which the wrong clock is ahead: what says that a text is the newest lasts 3 months."""


class Fleet:
    """Who releases, who hands out, who is told, and the kiosks, the first of which are pilots."""

    def __init__(self, folder: Path, pack: Path, count: int, pilots: int) -> None:
        self.folder, self.pack = folder, pack
        self.repository, self.stick = folder / "text-repository", folder / "stick"
        self.names = [f"kiosk-{number}" for number in range(1, count + 1)]
        self.authority = Authority(folder / "ca")
        self.broker = Mosquitto(self.authority)
        self.server: WebServer | None = None
        self.kiosks: dict[str, WholeKiosk] = {}
        self.due: dict[str, str] = {}
        self.pilots = self.names[:pilots]

    def publish(self, *words: str) -> str:
        """Do as a publisher; give what was said."""
        done = subprocess.run(
            [*KIOSK, "publish", words[0], str(self.repository), *words[1:]],
            capture_output=True, text=True, check=False, cwd=ROOT,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()

    def release(self, words: str) -> str:
        """Change a sentence and release it to the pilots; give the text's short name."""
        page = next((self.pack / "en").glob("*.md"))
        page.write_text(f"{page.read_text('utf-8').rstrip()}\n\n{words}\n", "utf-8")
        return name_in(self.publish("release", str(self.pack), "--draft"))

    def make_kiosks(self) -> None:
        assert self.server
        shutil.copy(self.repository / "public/metadata/1.root.json", self.folder / "root.json")
        for name in self.names:
            settings = {
                "text_root": str(self.folder / "root.json"),
                "text_ring": "pilot" if name in self.pilots else "all",
                "broker": f"localhost:{self.broker.port}",
            }
            if name != self.by_stick:
                settings["text_source"] = self.server.address
            place = self.folder / name
            self.kiosks[name] = WholeKiosk(name, place, self.authority.of(name), settings)

    @property
    def torn(self) -> str:
        return self.names[-1]

    @property
    def by_stick(self) -> str:
        return self.names[-2] if len(self.names) > 2 else ""

    @property
    def ahead(self) -> str:
        return self.names[-3]

    def fill_stick(self) -> None:
        shutil.rmtree(self.stick, ignore_errors=True)
        shutil.copytree(self.repository / "public", self.stick / "kiosk-text")

    def fetch(self, name: str) -> tuple[int, str]:
        """Fetch as the kiosk's timer does; the one without a network has its stick put in."""
        source = ("--source", str(self.stick / "kiosk-text")) if name == self.by_stick else ()
        return self.kiosks[name].fetch(*source)

    def each(
        self, do: Callable[[str], tuple[int, str]], names: Iterable[str]
    ) -> dict[str, tuple[int, str]]:
        """Do something to some kiosks, two at a time as the processor has two cores."""
        names = list(names)
        with ThreadPoolExecutor(2) as pool:
            return dict(zip(names, pool.map(do, names), strict=True))

    def where(self, name: str) -> list[str]:
        certificates = self.authority.of(name)
        return [f"--broker=localhost:{self.broker.port}", f"--certificates={certificates}"]

    def listed(self) -> dict[str, Any]:
        """Ask as somebody does who looks after them: each kiosk by its name."""
        done = subprocess.run(
            [*KIOSK, "fleet", "list", "--format", "json", *self.where("keeper")],
            capture_output=True, text=True, check=False, cwd=ROOT,
        )  # fmt: skip
        assert done.stderr == ""
        return {each["name"]: each for each in json.loads(done.stdout)["kiosks"]}

    def editions(self) -> dict[str, str]:
        """Give each kiosk's edition by the broker's word."""
        about = {name: each["state"]["edition"] for name, each in self.listed().items()}
        return {name: edition["version"] if edition else "" for name, edition in about.items()}

    def _is_told(self, viewing: Viewing) -> bool:
        viewing.attend(0.1)
        told = {each.name: each.state for each in viewing.roll.kiosks(time.monotonic())}
        edition = {name: state and state.edition for name, state in told.items()}
        return {name: each and each.version for name, each in edition.items()} == self.due

    def show(self, due: dict[str, str]) -> Held:
        """Wait until each kiosk shows the text that it should, and have the broker say so too."""
        self.due |= due
        until(
            lambda: all(self.kiosks[name].seen.edition == text for name, text in due.items()),
            f"not all of {due} stand on the screens",
        )
        self.each(lambda name: self.kiosks[name].examine(), due)
        # To ask the command again and again would cost more than all the kiosks.
        viewing = Viewing("localhost", self.broker.port, tls_of(self.authority.of(LOOKS)))
        viewing.look()
        try:
            until(lambda: self._is_told(viewing), f"{self.due} does not come to the broker")
        finally:
            viewing.close()
        assert self.editions() == self.due
        counted = str(dict(Counter(self.due.values())))
        yield "each kiosk shows the text it should, by the broker's word", True, counted


def summed(said: dict[str, tuple[int, str]]) -> str:
    """Give what some kiosks said, and how often."""
    return str(dict(Counter(words for _, words in said.values())))


def name_in(said: str) -> str:
    """Give the short name of the text that a command tells of."""
    return said.partition("The text ")[2][:7]


@contextmanager
def fleet(folder: Path, pack: Path, count: int, pilots: int) -> Iterator[Fleet]:
    """Give a fleet that has nothing to show yet; all of it ends with this."""
    with ExitStack() as stack:
        one = Fleet(folder, pack, count, pilots)
        one.broker.start()
        stack.callback(one.broker.stop)
        one.publish("init")
        one.server = stack.enter_context(serving(one.repository / "public", folder / "server"))
        one.make_kiosks()
        stack.callback(lambda: [each.switch_off(signal.SIGKILL) for each in one.kiosks.values()])
        yield one


def begins(one: Fleet) -> Held:
    """Everybody has the first text, and is switched on."""
    old = one.release("The first text.")
    one.publish("release", "--ring", "all")
    one.fill_stick()
    said = one.each(one.fetch, one.names)
    yield "all fetch their first text", not any(code for code, _ in said.values()), summed(said)
    for seed, kiosk in enumerate(one.kiosks.values()):
        kiosk.switch_on(seed)
    yield from one.show(dict.fromkeys(one.names, old))


def open_doors(one: Fleet) -> None:
    for kiosk in one.kiosks.values():
        kiosk.open(doors=True)


def to_pilots(one: Fleet) -> Held:
    """A text goes to those who look at it first."""
    new = one.release("The second text.")
    said = one.each(one.fetch, one.names)
    got = {name for name in one.names if one.kiosks[name].handed_over == new}
    yield "a text for the pilots comes to the pilots alone", got == set(one.pilots), summed(said)
    yield from one.show(dict.fromkeys(one.pilots, new))


def to_all(one: Fleet, watch: Watch) -> Held:
    """It goes to all, while one kiosk's clock is wrong and another one's power fails."""
    old, new = one.due[one.ahead], one.due[one.pilots[0]]
    one.publish("release", "--ring", "all")
    one.kiosks[one.ahead].clock(DAYS_AHEAD)
    yield from is_torn(one, watch)
    one.fill_stick()
    others = [name for name in one.names if name not in one.pilots]
    said = one.each(one.fetch, others)
    code, words = said.pop(one.ahead)
    wrong = code == 1 and "set the clock" in words
    yield "a clock that is four months ahead is told of, and the text stays", wrong, words
    yield "all others fetch the text", not any(code for code, _ in said.values()), summed(said)
    due = dict.fromkeys(others, new) | {one.ahead: old}
    yield from one.show(due)

    one.kiosks[one.ahead].clock(0)
    code, words = one.fetch(one.ahead)
    yield "once the clock is set it fetches at once", code == 0, words
    yield from one.show({one.ahead: new})


def is_torn(one: Fleet, watch: Watch) -> Held:
    """One goes silent in the midst of things, and comes back with half of its files cut off."""
    name, kiosk = one.torn, one.kiosks[one.torn]
    before = len(watch.changes)
    kiosk.freeze()
    began = time.monotonic()
    until(lambda: name not in watch.online, f"{name} is silent, and nobody hears of it")
    seconds = time.monotonic() - began
    codes = kiosk.switch_off(signal.SIGKILL)
    torn = kiosk.tear()
    silent = watch.changes[before:] == [(name, False)]
    yield "a plug that is pulled is seen, and nothing else", silent, f"after {seconds:.0f} s"
    still = not one.listed()[name]["online"]
    yield "it is not called online while it is dead", still and len(torn) > 10, str(codes)
    kiosk.switch_on(99)
    until(lambda: name in watch.online, f"{name} does not come back")
    yield "it starts on a disk with torn files", kiosk.running(), f"{len(torn)} files"


def an_old_stick(one: Fleet, old: Path) -> Held:
    """Somebody puts the stick of before in again."""
    code, words = one.kiosks[one.by_stick].fetch("--source", str(old))
    yield "an old stick is refused", code == 1 and "older" in words, words


def takes(one: Fleet, seconds: float) -> Iterator[str]:
    """Say what each kind of process takes now of memory, and took of the processor."""
    seen: dict[str, list[tuple[float, float]]] = {}
    for kiosk in one.kiosks.values():
        for what, memory, work in kiosk.takes():
            seen.setdefault(what, []).append((memory, work))
    seen["mosquitto"] = [(pss(one.broker.pid), cpu(one.broker.pid))]
    for what, many in seen.items():
        sizes = [size for size, _ in many]
        share = sum(work for _, work in many) / len(many) / seconds
        yield (
            f"{len(many)} x {what}: {sum(sizes) / len(sizes):.0f} MiB each, "
            f"{max(sizes):.0f} at most, {share:.1%} of a core each"
        )


def complaints(one: Fleet) -> Counter[str]:
    """Give what QML complained of in the logs of the kiosks, and how often."""
    lines = [line for kiosk in one.kiosks.values() for line in kiosk.log().splitlines()]
    return Counter(line.partition("(0x")[0] for line in lines if "TypeError" in line)


def ends(one: Fleet, watch: Watch) -> Held:
    """Say what holds when all is over; ends the first kiosk, so that its counts are written."""
    found = one.listed()
    right = {name: each["state"]["edition"]["version"] for name, each in found.items()} == one.due
    yield "each is on the edition it should have", right, str(one.due)
    online = {name for name, each in found.items() if each["online"]}
    alive = {name for name, kiosk in one.kiosks.items() if kiosk.running()}
    yield "online are those that run, and they are all", online == alive == {*one.names}, ""
    untrue = [each for each in watch.changes if each[0] != one.torn and not each[1]]
    yield "nobody else was ever called silent", not untrue, str(untrue)
    panes = {name: kiosk.seen.panes for name, kiosk in one.kiosks.items()}
    whole = all(len(each) == 5 and all(each.values()) for each in panes.values())
    yield "five panes each, none of them empty", whole, str(panes[one.torn])
    logs = [kiosk.log() for kiosk in one.kiosks.values()]
    failed = [line for log in logs for line in log.splitlines() if "Traceback" in line]
    yield "nothing failed in their logs", not failed, str(failed[:3])
    name = one.names[0]
    codes = one.kiosks[name].switch_off()
    yield "one that is ended ends in order", codes == {"kiosk": 0, "announce": 0}, str(codes)
    until(lambda: name not in watch.online, f"{name} is gone, and nobody hears of it")
    yield "and is silent at once", not one.listed()[name]["online"], name


def reports(one: Fleet) -> Held:
    """Make the month's report of what one of them has counted."""
    kiosk, month = one.kiosks[one.names[0]], f"{date.today():%Y-%m}"
    kiosk.clock(35)  # of a month that isn't over nothing is told
    pdf, table = one.folder / "report.pdf", one.folder / "report.csv"
    code, words = kiosk.call(
        "report", "--month", month, "--out", str(pdf), "--csv", str(table),
        "--counts", str(kiosk.state / COUNTS), "--settings", str(kiosk.settings),
    )  # fmt: skip
    lines = table.read_text("utf-8-sig").splitlines() if table.exists() else []
    yield "a report is made of one's counts", code == 0 and len(lines) > 1, f"{len(lines)} {words}"
    whole = pdf.exists() and pdf.read_bytes().startswith(b"%PDF")
    yield "and is a PDF", whole, f"{kiosk.seen.visits} visits"


def prove(one: Fleet, minutes: float, tell: Callable[[str], None] = print) -> Held:
    """Let all of it happen; give what must hold."""
    yield from begins(one)
    watch = Watch(one.where("viewer"))
    try:
        until(lambda: watch.online == {*one.names}, "the watch does not see all")
        first = Path(shutil.copytree(one.stick / "kiosk-text", one.folder / "old-stick"))
        began = time.monotonic()
        if minutes:
            open_doors(one)
        yield from to_pilots(one)
        yield from to_all(one, watch)
        yield from an_old_stick(one, first)
        # The only thing here that takes its time: people, who come for so long.
        while (left := began + 60 * minutes - time.monotonic()) > 0:
            time.sleep(min(left, 1))
        for line in takes(one, time.monotonic() - began) if minutes else ():
            tell(line)
        for line, times in complaints(one).items():
            tell(f"{times} x {line}")
        if minutes:
            few = {name: kiosk.seen.visits for name, kiosk in one.kiosks.items()}
            yield "people came to all of them", min(few.values()) > 0, str(few)
        for kiosk in one.kiosks.values():
            kiosk.open(doors=False)
        yield from ends(one, watch)
        if minutes:
            yield from reports(one)
    finally:
        watch.close()


def main(words: Iterable[str]) -> int:
    minutes = float(next(iter(words), "10"))
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kiosk-fleet-", dir=os.environ.get("TMPDIR")) as place:
        pack = Path(shutil.copytree(shipped("content"), Path(place, "our-text")))
        with fleet(Path(place), pack, 10, pilots=2) as one:
            missed = told(prove(one, minutes))
    print(f"{missed} missed, {time.monotonic() - began:.0f} s")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
