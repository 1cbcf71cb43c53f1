"""Chromium as the other way to build the kiosk: the same pages as one HTML file, its five tabs too.

The comparison leans towards Chromium where it has to lean: the page is one local file without a
script (but for the tour), its text stands in the system's font, and nothing is checked or styled
beyond what makes it readable.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import markdown
import msgspec
import yaml

from kiosk.pack.pack import Pack

_FACT = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_PICTURE = re.compile(r'<img alt="([^"]*)" src="([^"]+\.svg)"\s*/?>')

FLAGS = (
    "--kiosk", "--no-first-run", "--no-default-browser-check", "--disable-quic",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1920,1080", "--window-position=0,0", "--no-sandbox",
)  # fmt: skip

SOFTWARE = ("--disable-gpu",)
OPENGL = ("--ignore-gpu-blocklist", "--use-gl=angle", "--use-angle=gl")

STYLE = """
:root { --paper: #F7F5F0; --card: #FFFFFF; --ink: #12302F; --quiet: #4A5F5E; --teal: #0B5C5A;
  --tint: #E3EFED; --line: #7A8A88; --amber: #5A3A00; --amber-tint: #FCEBC8; --red: #7A1212;
  --red-tint: #FBE9E7; --red-edge: #9B1C1C; --on-teal: #FFFFFF; --skin-1: #F1D3BC;
  --skin-2: #D7A57E; --skin-3: #A06B45; --skin-4: #5E3A26; --hair-1: #2B2321; --hair-2: #6B4A34;
  --hair-3: #B9B2A8 }
body { margin: 0; background: var(--paper); color: var(--ink); font: 36px/1.48 sans-serif }
body > input, section { display: none }
section { height: calc(100vh - 120px); overflow-y: auto; padding: 0 360px; box-sizing: border-box }
nav { display: flex; height: 120px; background: var(--card); border-top: 2px solid var(--line) }
nav label { flex: 1; text-align: center; line-height: 120px }
.admonition { background: var(--tint); border-left: 8px solid var(--teal); padding: 8px 24px }
td, th { border: 1px solid var(--line); padding: 8px; text-align: left }
svg { width: 100% }
"""

_TOUR = """
if (location.hash === "#tour") {
  let turn = 0;
  const timer = setInterval(() => {
    turn += 1;
    document.getElementById("t" + turn % COUNT).click();
    if (turn === 10) clearInterval(timer);
  }, 200);
}
"""


class Tab(msgspec.Struct, frozen=True):
    """A page as HTML: its tab's label, its title and lead, and the rest."""

    label: str
    head: str
    body: str


def chromium() -> str | None:
    """Return Chromium's program file, None where it isn't installed."""
    return shutil.which("chromium")


def command(program: str, page: Path, profile: Path, *, tour: bool = False) -> list[str]:
    """Return the command that shows `page`; with `tour` the tabs are turned ten times by itself."""
    address = page.as_uri() + ("#tour" if tour else "")
    return [program, *FLAGS, *SOFTWARE, f"--user-data-dir={profile}", address]


def write_page(pack: Pack, file: Path) -> Path:
    """Write the pack's tabs in its default language as one HTML page that needs no other file."""
    language = pack.default_language
    inputs, sections, labels, rules = [], [], [], []
    for number, tab in enumerate(tabs(pack, language)):
        checked = " checked" if number == 0 else ""
        inputs.append(f'<input type="radio" name="tab" id="t{number}"{checked}>')
        sections.append(f'<section id="p{number}">{tab.head}{tab.body}</section>')
        labels.append(f'<label for="t{number}">{tab.label}</label>')
        rules.append(f"#t{number}:checked ~ main #p{number} {{ display: block }}")
    tour = _TOUR.replace("COUNT", str(len(pack.tabs)))
    file.write_text(
        f'<!DOCTYPE html><html lang="{language}"><meta charset="utf-8">'
        f"<title>{html.escape(pack.title(language))}</title>"
        f"<style>{STYLE}{' '.join(rules)}</style>"
        f"<body>{''.join(inputs)}<main>{''.join(sections)}</main><nav>{''.join(labels)}</nav>"
        f"<script>{tour}</script></body></html>",
        "utf-8",
    )
    return file


def tabs(pack: Pack, language: str) -> Iterator[Tab]:
    """Give the pack's tabs in a language, in order."""
    for tab in pack.tabs:
        source = pack.file(tab.page, language).read_text("utf-8")
        _, front, text = source.split("---\n", 2)
        head = yaml.safe_load(front)
        text = _FACT.sub(lambda fact: pack.facts(language).get(fact[1], ""), text)
        body = markdown.markdown(
            text, extensions=["extra", "admonition", "sane_lists"],
            extension_configs={"extra": {"footnotes": {"UNIQUE_IDS": True}}},
        )  # fmt: skip
        lead = f"<p>{html.escape(str(head['lead']))}</p>" if "lead" in head else ""
        yield Tab(
            html.escape(str(head["tab"])),
            f"<h1>{html.escape(str(head['title']))}</h1>{lead}",
            _PICTURE.sub(lambda image: _drawing(pack, image[2], image[1], language), body),
        )


def _drawing(pack: Pack, source: str, words: str, language: str) -> str:
    drawing = pack.picture(html.unescape(source), language).read_text("utf-8")
    drawing = drawing[drawing.index("<svg") :]
    return drawing.replace("<svg", f'<svg role="img" aria-label="{words}"', 1)
