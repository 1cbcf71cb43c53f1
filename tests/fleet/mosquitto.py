"""A real mosquitto with the configuration that is shipped, on a port of its own, and certificates.

Owns its process. `crash` and `start` are the broker's own faults.
"""

from __future__ import annotations

import re
import socket
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.waiting import until

SHIPPED = Path(__file__).parents[2] / "assets" / "deploy" / "broker"
CURVE = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc")


def openssl(*words: str | Path) -> None:
    done = subprocess.run(["openssl", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


class Authority:
    """Signs certificates into folders: `of(name)` has what a kiosk or viewer of that name needs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        key, self.certificate = folder / "ca.key", folder / "ca.crt"
        openssl("req", "-x509", *CURVE, "-subj", "/CN=Kiosks", "-keyout", key,
                "-out", self.certificate, "-days", "800")  # fmt: skip
        self.sign("server", "localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1")

    def of(self, name: str) -> Path:
        """Give the folder of a name, made at the first call."""
        folder = self.folder / "of" / name
        if not folder.is_dir():
            folder.mkdir(parents=True)
            (folder / "ca.crt").symlink_to(self.certificate)
            self.sign(f"of/{name}/client", name)
        return folder

    def forged(self, name: str, by: str) -> Path:
        """Give a certificate that the owner of another one has made with it."""
        own, folder = self.of(by), self.folder / "forged" / name
        folder.mkdir(parents=True)
        (folder / "ca.crt").symlink_to(self.certificate)
        self.sign(f"forged/{name}/client", name, signer=own / "client")
        with (folder / "client.crt").open("ab") as chain:
            chain.write((own / "client.crt").read_bytes())
        return folder

    def sign(self, file: str, name: str, *more: str, signer: Path | None = None) -> None:
        """Make a certificate as docs/fleet.md says."""
        by = signer or self.folder / "ca"
        openssl("req", "-x509", "-CA", by.with_suffix(".crt"), "-CAkey", by.with_suffix(".key"),
                *CURVE, "-extensions", "usr_cert", "-subj", f"/CN={name}", "-days", "800", *more,
                "-keyout", self.folder / f"{file}.key",
                "-out", self.folder / f"{file}.crt")  # fmt: skip


class Mosquitto:
    """The broker; `more` lines go before those that are shipped, `without` leaves some out."""

    def __init__(self, authority: Authority, more: Iterable[str] = (), without: str = "^$") -> None:
        self.port = free_port()
        self.folder = authority.folder / f"broker-{self.port}"
        self.folder.mkdir()
        self._process: subprocess.Popen[bytes] | None = None
        acl = (SHIPPED / "acl").read_text("utf-8")
        (self.folder / "acl").write_text(acl, "utf-8")
        (self.folder / "acl").chmod(0o600)
        text = (SHIPPED / "kiosks.conf").read_text("utf-8")
        text = text.replace("listener 8883", f"listener {self.port} 127.0.0.1")
        text = text.replace("/etc/mosquitto/kiosks/acl", str(self.folder / "acl"))
        text = text.replace("/etc/mosquitto/kiosks", str(authority.folder))
        lines = [each for each in text.splitlines() if not re.search(without, each)]
        own = [f"persistence_location {self.folder}/", "user root", *more]
        (self.folder / "conf").write_text("\n".join([*own, *lines, ""]), "utf-8")

    def start(self) -> None:
        command = ["/usr/sbin/mosquitto", "-c", str(self.folder / "conf")]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        until(self._answers, f"mosquitto did not start: {self.log()}")

    def _answers(self) -> bool:
        assert self._process
        assert self._process.poll() is None, self.log()
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8", "replace")

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    def stop(self) -> None:
        """End it in order."""
        if self._process:
            self._process.terminate()
            self._process.wait()

    def crash(self) -> None:
        """Kill it: what it has not written down is lost."""
        assert self._process
        self._process.kill()
        self._process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
