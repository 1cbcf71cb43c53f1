"""How findings are told to people and to their programs: a line each, a page, or JSON.

Owns the words around the findings. Knows no rule.
"""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import msgspec

from kiosk.check.examine import Report
from kiosk.check.material.finding import Finding, Severity
from kiosk.pack.packfile import NAME

_RESET, _BOLD, _QUIET = "\033[0m", "\033[1m", "\033[2m"
_COLOURS = {Severity.ERROR: "\033[31m", Severity.WARNING: "\033[33m"}


def as_lines(report: Report, folder: Path) -> str:
    """Give one finding a line, as editors and programs read them, and a last line that sums up.

    `FILE:LINE:COLUMN: SEVERITY: [RULE] what is wrong. What to do.`
    """
    lines = [
        f"{_place(folder, finding)}: {finding.severity.value}: [{finding.rule}] {_said(finding)}"
        for finding in report.findings
    ]
    return "\n".join([*lines, *_off(report), *_waiting(report), _sum(report)])


def as_page(report: Report, folder: Path, *, colours: bool) -> str:
    """Give the findings grouped by file for somebody at a terminal."""

    def dressed(words: str, *dress: str) -> str:
        return "".join(dress) + words + _RESET if colours else words

    lines: list[str] = []
    for file, findings in itertools.groupby(report.findings, lambda finding: finding.file):
        lines.append(dressed(_printable(str(folder / file)), _BOLD))
        for finding in findings:
            spot, severity = finding.spot, finding.severity
            at = f"{spot.line}:{spot.column}" if spot.line else "-"
            word = dressed(f"{severity.value:<7}", _COLOURS[severity])
            rule = dressed(f"[{finding.rule}]", _QUIET)
            lines.append(f"  {at:>8}  {word}  {rule} {_said(finding)}")
        lines.append("")
    worst = Severity.ERROR if report.errors else Severity.WARNING
    dress = _COLOURS[worst] if report.findings else "\033[32m"
    return "\n".join(
        [*lines, *_off(report), *_waiting(report), dressed(_sum(report), _BOLD, dress)]
    )


def as_json(report: Report, folder: Path) -> str:
    """Give the findings as one JSON object; lines and columns count from 1, 0 is a whole file."""
    findings = []
    for finding in report.findings:
        data = msgspec.to_builtins(finding)
        del data["section"]
        findings.append({"file": data.pop("file"), **data.pop("spot"), **data})
    told = {
        "pack": os.fsencode(folder).decode(errors="replace"),
        "pages": report.pages,
        "errors": report.errors,
        "warnings": len(report.findings) - report.errors,
        "off": report.off,
        "waiting": report.waiting,
        "findings": findings,
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode()


def _place(folder: Path, finding: Finding) -> str:
    file = _printable(str(folder / finding.file))
    spot = finding.spot
    return f"{file}:{spot.line}:{spot.column}" if spot.line else file


def _said(finding: Finding) -> str:
    return _printable(" ".join(finding.sentences))


def _printable(words: str) -> str:
    """Give words without what a terminal would obey; a joiner keeps a picture of several whole."""
    return "".join(c if c.isprintable() or c == "\u200d" else " " for c in words)


def _off(report: Report) -> list[str]:
    return [
        _printable(f"Not asked: [{name}], because {why.strip()}")
        for name, why in report.off.items()
    ]


def _waiting(report: Report) -> list[str]:
    names = ", ".join(f"{name} ({NAME}:{line})" for name, line in report.waiting.items())
    return [_printable(f"Still to fill in before a release: {names}.")] if names else []


def _sum(report: Report) -> str:
    pages = _count(report.pages, "page")
    if not report.findings:
        return f"{pages}, nothing to mend."
    warnings = len(report.findings) - report.errors
    return f"{pages}, {_count(report.errors, 'error')}, {_count(warnings, 'warning')}."


def _count(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
