"""An examination as a monitoring plugin says it: one line, figures behind a bar, an exit code.

Form and codes: Monitoring Plugins Development Guidelines, "Plugin Output" and "Return Codes", as
Nagios, Icinga and Checkmk read them.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.install.doctor.diagnosis import Verdict
from kiosk.monitor.examination import Examination

CODES = {Verdict.OK: 0, Verdict.WARN: 1, Verdict.FAIL: 2}
UNKNOWN = 3
"""The examination itself broke."""

_WORDS = {Verdict.OK: "OK", Verdict.WARN: "WARNING", Verdict.FAIL: "CRITICAL"}


def nagios(found: Examination) -> tuple[str, int]:
    """Give the line and the exit code."""
    bad = [
        f"{check.name}: {finding.text}"
        for state in (Verdict.FAIL, Verdict.WARN)
        for check in found.checks
        for finding in check.findings
        if finding.state is state
    ]
    more = f" (and {len(bad) - 1} more)" if len(bad) > 1 else ""
    said = f"{bad[0]}{more}" if bad else f"{len(found.checks)} checks passed"
    line = f"KIOSK {_WORDS[found.state]} - {_plain(said)} | {' '.join(_figures(found))}"
    return line, CODES[found.state]


def unknown(why: object) -> tuple[str, int]:
    """Give the line and the exit code of an examination that broke."""
    return f"KIOSK UNKNOWN - {_plain(str(why))}", UNKNOWN


def _figures(found: Examination) -> Iterator[str]:
    service = found.service
    yield f"uptime={service.uptime:.0f}s"
    yield f"restarts={service.restarts}c"
    yield f"service_memory={service.memory}B"
    yield f"errors={service.errors}"
    for check in found.checks:
        if check.value is not None:
            yield f"{check.name}={check.value:g}{check.unit}"


def _plain(words: str) -> str:
    # Behind a bar stand figures, and a second line would be read as something else.
    return " ".join(words.replace("|", "/").split())
