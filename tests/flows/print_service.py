"""A print service of a test's own: a real CUPS with a printer that writes PDF files.

It listens on a socket in a folder of its own and keeps all its files there, but one: the printer's
backend, cups-pdf, reads its settings in /etc/cups alone. All of it is taken away again. The backend
may be run by root only.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.waiting import LIMIT

SERVICE = """\
Listen {folder}/socket
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
PLACES = """\
ServerRoot {folder}/root
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/tmp
ErrorLog {folder}/error_log
AccessLog {folder}/access_log
PageLog {folder}/page_log
Sandboxing relaxed
SystemGroup root
"""
BACKEND = "Out {folder}/out\nAnonDirName {folder}/out\nSpool {folder}/made\nLog {folder}\n"
DRIVER = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"


class PrintService:
    """CUPS, running. `printer` is the name of its one printer."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self.folder, self.process = folder, process
        self.printer = f"kiosk-test-{os.getpid()}"
        self.surroundings = {"CUPS_SERVER": str(folder / "socket"), "LC_ALL": "C.UTF-8"}

    def run(self, *command: str) -> str:
        """Run one of CUPS's programs against this service."""
        done = subprocess.run(
            command,
            env={**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin", **self.surroundings},
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )
        return done.stdout + done.stderr

    def printed(self) -> list[Path]:
        """Give what has come out of the printer, once no page waits any more."""
        waiting = self.run("lpstat", "-o", self.printer).strip()
        return [] if waiting else sorted((self.folder / "out").glob("*.pdf"))

    def end(self) -> None:
        """End the service; it needn't have been started."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def print_service() -> Iterator[PrintService]:
    """Start CUPS with its printer, and end it with all that it has left behind."""
    # Filters run as a user of their own, for whom the folders of tests are closed.
    with TemporaryDirectory(prefix="kiosk-cups-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        with _running(Path(folder)) as service:
            yield service


@contextmanager
def _running(folder: Path) -> Iterator[PrintService]:
    for name in ("root", "cache", "state", "spool", "tmp", "out", "made"):
        (folder / name).mkdir(parents=True)
    for each in (folder / "tmp", folder / "out"):
        each.chmod(0o1777)
    (folder / "root" / "cupsd.conf").write_text(SERVICE.format(folder=folder))
    (folder / "root" / "cups-files.conf").write_text(PLACES.format(folder=folder))
    configured = ("-c", folder / "root" / "cupsd.conf", "-s", folder / "root" / "cups-files.conf")
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            ["/usr/sbin/cupsd", "-f", *map(str, configured)], stdout=said, stderr=said
        )
    service = PrintService(folder, process)
    backend = Path(f"/etc/cups/cups-pdf-{service.printer}.conf")
    try:
        backend.write_text(BACKEND.format(folder=folder))
        told = ""
        while "scheduler is running" not in told:
            assert process.poll() is None, (folder / "said").read_text()
            told = service.run("lpstat", "-r")
        device = f"cups-pdf:/{service.printer}"
        service.run("lpadmin", "-p", service.printer, "-E", "-v", device, "-P", DRIVER)
        yield service
    finally:
        service.end()
        backend.unlink(missing_ok=True)
