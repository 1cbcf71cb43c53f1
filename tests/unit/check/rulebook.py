"""A small pack to try a rule on: pages are given as Markdown bodies or whole files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kiosk.check.examine import examine
from kiosk.check.material.finding import Finding
from kiosk.check.rules import RULES
from kiosk.shipped import shipped

TODAY = date(2026, 11, 22)

FRONT = """\
---
title: {title}
lead: A few words on what this page tells.
review:
  status: draft
  author: A Nurse
---
"""


def page(body: str, title: str = "A page") -> str:
    """Give a whole page with this body; a text that begins with --- is a page already."""
    return body if body.startswith("---") else FRONT.format(title=title) + "\n" + body


class Rulebook:
    """Writes a pack below `folder` and asks one rule, by its name."""

    def __init__(self, folder: Path, rule: str) -> None:
        self.folder = folder
        self.rule = rule
        assert rule in {each.name for each in RULES}, f"there is no rule {rule}"

    def write(self, pages: dict[str, str], pack: str = "") -> None:
        """Write pages, named like `en/risks`, and more lines for pack.toml."""
        languages = sorted({name.partition("/")[0] for name in pages}, key=lambda it: it != "en")
        first = next(name.partition("/")[2] for name in pages if name.startswith(languages[0]))
        lines = [
            'title = "A pack"', 'clinic = "A clinic"', 'emergency_number = "999"',
            'front_desk = "tell the front desk"', f"languages = {languages}",
            f'tabs = [{{page = "{first}", icon = "info"}}]', pack,
        ]  # fmt: skip
        for name, body in pages.items():
            file = self.folder / f"{name}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            title = file.stem.replace("-", " ").capitalize()
            file.write_text(page(body, title), "utf-8")
        (self.folder / "pack.toml").write_text("\n".join(lines).replace("'", '"') + "\n", "utf-8")

    def findings(self, *, release: bool = False, today: date = TODAY) -> list[Finding]:
        """Give what the rule finds in the pack as it is written."""
        rules = [rule for rule in RULES if rule.name == self.rule]
        report = examine(
            self.folder, assets=shipped("assets"), today=today, release=release, rules=rules
        )
        return list(report.findings)

    def finds(self, body: str, pack: str = "", *, release: bool = False) -> list[Finding]:
        """Give what the rule finds in one English page with this body."""
        self.write({"en/page": body}, pack)
        return self.findings(release=release)
