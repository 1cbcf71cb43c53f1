"""Findings as SARIF 2.1.0, the format that code-review tools and editors read.

Source: OASIS, Static Analysis Results Interchange Format Version 2.1.0; section numbers below.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from kiosk import __version__
from kiosk.check.examine import SWITCHED_OFF, UNREADABLE, Report
from kiosk.check.material.finding import Finding, Severity
from kiosk.check.rules import RULES

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
"""The format's own name, by which a reader knows it; nothing is fetched."""

_BASE = "PACK"


def as_sarif(report: Report, folder: Path) -> str:
    """Give the findings as a SARIF log of one run (3.13, 3.14)."""
    rules = [
        _rule(UNREADABLE, Severity.ERROR, "every file can be read"),
        _rule(SWITCHED_OFF, Severity.ERROR, "a rule is switched off by its name, with a reason"),
        *(_rule(rule.name, rule.severity, rule.title) for rule in RULES),
    ]
    index = {rule["id"]: at for at, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "kiosk check", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"uri": folder.resolve().as_uri() + "/"}},
        "invocations": [_invocation(report)],
        "results": [_result(finding, index[finding.rule]) for finding in report.findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode()


def _rule(name: str, severity: Severity, title: str) -> dict[str, Any]:
    """Give a reporting descriptor (3.49)."""
    return {
        "id": name,
        "shortDescription": {"text": title[:1].upper() + title[1:]},
        "defaultConfiguration": {"level": severity.value},
    }


def _invocation(report: Report) -> dict[str, Any]:
    """Give the run as such, with the rules that were not asked (3.20.5)."""
    return {
        "executionSuccessful": True,
        "ruleConfigurationOverrides": [
            {
                "descriptor": {"id": name},
                "configuration": {"enabled": False},
                "properties": {"reason": why},
            }
            for name, why in report.off.items()
        ],
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    """Give one result (3.27); columns count from 1, as ours do (3.30)."""
    place: dict[str, Any] = {
        "artifactLocation": {"uri": quote(finding.file), "uriBaseId": _BASE},
    }
    if finding.spot.line:
        place["region"] = {
            "startLine": finding.spot.line,
            "startColumn": finding.spot.column,
        }
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": " ".join(finding.sentences)},
        "locations": [{"physicalLocation": place}],
    }
