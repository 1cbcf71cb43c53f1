"""Small content packs, written to disk for one test."""

from __future__ import annotations

from pathlib import Path

HEAD = """---
title: Page {name}
tab: {tab}
lead: The lead of {name}.
layout: {layout}
review:
  status: draft
  author: Tests
---

"""


REVIEWED = """status: reviewed
  reviewer: Dr Test
  reviewed: 2025-11-01
  next_review: {due}"""


class Writer:
    """Writes a pack: pages become tabs in the order in which they are added."""

    def __init__(self, folder: Path, languages: tuple[str, ...] = ("en",)) -> None:
        self.folder = folder
        self.languages = languages
        self.tabs: list[str] = []
        self.about = ""
        self.clinic = "Test Clinic"
        self.hide_overdue = False
        self.take_home = ""
        self.extras: list[str] = []
        self.cards: list[str] = []
        self._touch("en")

    def _touch(self, language: str) -> Path:
        place = self.folder / language
        place.mkdir(parents=True, exist_ok=True)
        return place

    def page(
        self,
        name: str,
        text: str = "Some words.",
        *,
        language: str = "en",
        tab: bool = True,
        layout: str = "page",
        label: str = "",
        due: str = "",
    ) -> Writer:
        """Add a page with front matter; one whose next review is `due` on a day is no draft."""
        head = HEAD.format(name=name, tab=label or name.capitalize(), layout=layout)
        if due:
            head = head.replace("status: draft", REVIEWED.format(due=due))
        return self.raw(name, (head + text + "\n").encode(), language=language, tab=tab)

    def raw(self, name: str, content: bytes, *, language: str = "en", tab: bool = True) -> Writer:
        """Add a page as bytes."""
        (self._touch(language) / f"{name}.md").write_bytes(content)
        if tab and name not in self.tabs:
            self.tabs.append(name)
        return self

    def card(
        self, line: str | dict[str, str], page: str, *, text: str = "", figure: str = ""
    ) -> Writer:
        """Add a card to the resting screen; its line may be a table of languages."""
        words = f'"{line}"'
        if isinstance(line, dict):
            words = "{" + ", ".join(f'{code} = "{each}"' for code, each in line.items()) + "}"
        self.cards += ["[[rest]]", f"line = {words}", f'text = "{text}"', f'page = "{page}"']
        self.cards.append(f'figure = "{figure}"')
        return self

    def written(self) -> Path:
        """Write pack.toml and give the pack's folder."""
        languages = ", ".join(f'"{each}"' for each in self.languages)
        lines = [
            'title = "A pack for tests"', f'clinic = "{self.clinic}"', 'emergency_number = "999"',
            'front_desk = "tell the front desk"', f"languages = [{languages}]",
            f'about = "{self.about}"', f"extras = {self.extras!r}",
            f"hide_overdue = {str(self.hide_overdue).lower()}",
        ]  # fmt: skip
        if self.take_home:
            lines.append(f'take_home = "{self.take_home}"')
        for tab in self.tabs:
            lines += ["[[tabs]]", f'page = "{tab}"', 'icon = "info"']
        (self.folder / "pack.toml").write_text("\n".join([*lines, *self.cards]) + "\n", "utf-8")
        return self.folder
