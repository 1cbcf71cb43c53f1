"""Chromium to be touched: the kiosk's pages with its doors, cards, themes and languages, as HTML.

As small as such a page can be: one file, a few lines of script, and what is hidden has no layout
(`display: none`). Each control shows that it is pressed, as the kiosk's do.
"""

from __future__ import annotations

import fcntl
import html
import json
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kiosk.pack.pack import Pack
from kiosk.page.blocks import Layout
from tests.bench.browser import FLAGS, OPENGL, SOFTWARE, STYLE, tabs
from tests.bench.screen import ScreenError

_MORE_STYLE = """
body { display: flex; flex-direction: column; height: 100vh; overflow: hidden }
.dark { --paper: #0E1A1A; --card: #152424; --ink: #EAF2F1; --quiet: #B5C7C5; --teal: #7FD1CB;
  --tint: #1D3634; --line: #7C9694; --amber: #FFDFA0; --amber-tint: #3A2C0C; --red: #FFD2CD;
  --red-tint: #3B1717; --red-edge: #FF8A80; --on-teal: #0A1414 }
header { display: flex; gap: 12px; padding: 12px 44px; background: var(--card);
  border-bottom: 2px solid var(--line) }
header b { flex: 1 }
button, summary { font: inherit; color: var(--ink); background: var(--card);
  border: 2px solid var(--line); border-radius: 14px; padding: 8px 24px; min-height: 60px }
button:active, summary:active { background: var(--tint) }
.on { background: var(--teal); color: var(--on-teal) }
.text { flex: 1; min-height: 0; display: none; flex-direction: column }
.text.shown { display: flex }
section { height: auto; flex: 1; min-height: 0 }
section.shown { display: block }
.part, .opening { display: none }
.part.shown, .opening.shown { display: block }
.opening button { display: block; width: 100%; margin: 12px 0; text-align: left }
nav button { flex: 1; border: 0 }
summary { display: block; margin: 8px 0; font-weight: bold }
.over { display: none; position: fixed; background: var(--card) }
.over.shown { display: block }
#display { left: 0; right: 0; bottom: 0; height: 50vh; padding: 24px 44px; font-size: 29px }
#card { inset: 20vh 20vw; padding: 24px 44px; border: 2px solid var(--teal) }
#figure { inset: 0; padding: 24px }
#figure svg { height: 100% }
#rest { inset: 0; background: linear-gradient(#0F504E, #062929); color: #FFFFFF; padding: 160px }
"""

_SCRIPT = """
const one = what => document.querySelector(what), all = what => document.querySelectorAll(what);
const shown = (what, each) => { all(what).forEach(e => e.classList.toggle("shown", e === each)) };
const text = () => one(".text.shown");
function on(group, each) { group.forEach(e => e.classList.toggle("on", e === each)) }
function turn(tab) {
  const here = text();
  const pages = here.querySelectorAll("section");
  pages.forEach((page, n) => page.classList.toggle("shown", n === tab));
  on(here.querySelectorAll("nav button"), here.querySelectorAll("nav button")[tab]);
}
function enter(page, part) {
  page.querySelectorAll(".opening, .part").forEach(e => e.classList.toggle("shown", e === part));
  page.scrollTop = 0;
}
function speak(language) {
  shown(".text", one("#text-" + language));
  on(all(".language"), one("#language-" + language));
  document.documentElement.lang = language;
  turn(0);
}
function theme(name) {
  document.documentElement.className = name;
  on(all(".theme"), one("#" + name));
}
function size(name, pixels) { document.body.style.fontSize = pixels; on(all(".size"), one(name)) }
function close() { all(".over").forEach(e => e.classList.remove("shown")) }
function into(what) {
  const found = text().querySelector(what), page = found.closest("section");
  turn([...text().querySelectorAll("section")].indexOf(page));
  enter(page, found.closest(".part, .opening"));
}
const touches = {
  "tab": ".text.shown nav button:nth-child(2)", "door": "section.shown .opening button",
  "question": "section.shown summary", "card": "section.shown .part.shown .term",
  "large figure": ".part.shown svg", "first touch": "#start", "theme": "#dark",
  "language": "#language-OTHER", "text 100 → 200 %": "#large",
};
function ready(touch) {
  close(); theme("light"); size("#normal", "36px"); speak("FIRST");
  all("details").forEach(e => e.open = false);
  all("section").forEach(page => enter(page, page.querySelector(".opening")));
  if (touch === "question") into("summary");
  if (touch === "card") into(".part .term");
  if (touch === "large figure") into(".part svg");
  if (touch === "first touch") one("#rest").classList.add("shown");
  if (touch === "theme" || touch === "text 100 → 200 %") one("#display").classList.add("shown");
}
const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)));
async function seeAll() {
  for (const here of all(".text")) {
    speak(here.lang);
    for (const [tab, page] of [...here.querySelectorAll("section")].entries()) {
      turn(tab);
      for (const part of page.querySelectorAll(".opening, .part")) {
        enter(page, part);
        await frame();
      }
    }
  }
}
function place(touch) {
  const found = one(touches[touch]);
  found.scrollIntoView({ block: "center" });
  const r = found.getBoundingClientRect();
  const pixels = window.devicePixelRatio;
  return [Math.round((r.x + r.width / 2) * pixels), Math.round((r.y + r.height / 2) * pixels)];
}
all(".text").forEach(here => {
  here.querySelectorAll("nav button").forEach((e, n) => e.onclick = () => turn(n));
  here.querySelectorAll("section").forEach(page => {
    const parts = page.querySelectorAll(".part");
    const doors = page.querySelectorAll(".opening button");
    doors.forEach((e, n) => e.onclick = () => enter(page, parts[n]));
  });
});
all(".language").forEach(e => e.onclick = () => speak(e.lang));
all(".term").forEach(e => e.onclick = () => one("#card").classList.add("shown"));
all(".part svg").forEach(e => e.onclick = () => {
  one("#figure").replaceChildren(e.cloneNode(true));
  one("#figure").classList.add("shown");
});
one("#start").onclick = close;
one("#light").onclick = () => theme("light");
one("#dark").onclick = () => theme("dark");
one("#normal").onclick = () => size("#normal", "36px");
one("#large").onclick = () => size("#large", "72px");
ready("");
"""

_TERM = re.compile(r"<p>(\w+)")


def write(pack: Pack, file: Path) -> Path:
    """Write the pack's tabs in all its languages as one HTML page."""
    first, other = pack.languages[:2]
    languages = "".join(
        f'<button class="language" id="language-{each}" lang="{each}">{each}</button>'
        for each in pack.languages
    )
    script = _SCRIPT.replace("FIRST", first).replace("OTHER", other)
    file.write_text(
        f'<!DOCTYPE html><html lang="{first}"><meta charset="utf-8">'
        f"<style>{STYLE}{_MORE_STYLE}</style><body><header>"
        f"<b>{html.escape(pack.clinic(first))}</b><button>Aa</button>{languages}</header>"
        f"{''.join(_text(pack, each) for each in pack.languages)}"
        '<div class="over" id="display">'
        '<button class="theme" id="light">Light</button>'
        '<button class="theme" id="dark">Dark</button>'
        '<button class="size" id="normal">100 %</button>'
        '<button class="size" id="large">200 %</button></div>'
        '<div class="over" id="card"><h2>A term</h2><p>What it means, in a sentence.</p></div>'
        '<div class="over" id="figure"></div>'
        '<div class="over" id="rest"><h1>Does it hurt?</h1><p>It often hurts.</p>'
        '<button id="start">Touch to start</button></div>'
        f"<script>{script}</script></body></html>",
        "utf-8",
    )
    return file


def _text(pack: Pack, language: str) -> str:
    pages, labels = [], []
    for tab, made in zip(pack.tabs, tabs(pack, language), strict=True):
        opening, *parts = made.body.split("<h2")
        if pack.page(tab.page, language).layout is Layout.FAQ:
            opening, parts = "<h2".join(map(_questions, [opening, *parts])), []
        doors = "".join(f"<button>{_heading(part)}</button>" for part in parts)
        inside = "".join(f'<div class="part"><h2{_termed(part)}</div>' for part in parts)
        pages.append(
            f'<section><div class="opening">{made.head}{_termed(opening)}{doors}</div>'
            f"{inside}</section>"
        )
        labels.append(f"<button>{made.label}</button>")
    nav = f"<nav>{''.join(labels)}</nav>"
    return f'<div class="text" id="text-{language}" lang="{language}">{"".join(pages)}{nav}</div>'


def _questions(part: str) -> str:
    """Give a part of a page with questions that open, as in the kiosk."""
    head, *questions = part.split("<h3")
    return head + "".join(
        f"<details><summary>{_heading(each)}</summary>{each.partition('</h3>')[2]}</details>"
        for each in questions
    )


def _termed(text: str) -> str:
    """Make a word that is explained of the first one of a text."""
    return _TERM.sub(r'<p><a class="term">\1</a>', text, count=1)


def _heading(part: str) -> str:
    return re.sub(r"<[^>]+>", "", part.partition(">")[2].partition("</h")[0])


class Browser:
    """Chromium with this page, asked through its debugging pipe; it answers as the kiosk does."""

    def __init__(
        self, program: str, page: Path, profile: Path, environment: Mapping[str, str],
        *, scale: int, opengl: bool,
    ) -> None:  # fmt: skip
        asked, self._asks = os.pipe()
        self._answers, answered = os.pipe()
        # Chromium takes 3 and 4 for it: none of these may be one of those before.
        theirs = [fcntl.fcntl(each, fcntl.F_DUPFD, 10) for each in (asked, answered)]
        command = [
            program, *FLAGS, *(OPENGL if opengl else SOFTWARE), "--remote-debugging-pipe",
            f"--force-device-scale-factor={scale}", f"--user-data-dir={profile}", page.as_uri(),
        ]  # fmt: skip
        self.process = subprocess.Popen(
            ["bash", "-c", 'exec "$@" 3<&{} 4>&{}'.format(*theirs), "bash", *command],
            env=environment, pass_fds=theirs, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for each in (asked, answered, *theirs):
            os.close(each)
        self._number, self._read = 0, b""
        self._session = ""

    def attach(self) -> None:
        """Find the page, once it is on the screen."""
        targets = self._call("Target.getTargets")["targetInfos"]
        page = next(each["targetId"] for each in targets if each["type"] == "page")
        attached = self._call("Target.attachToTarget", targetId=page, flatten=True)
        self._session = attached["sessionId"]

    def ready(self, touch: str) -> None:
        """Become what somebody finds who comes anew, up to this touch."""
        self._run(f"ready({json.dumps(touch)})")

    def place(self, touch: str) -> tuple[int, int]:
        """Return the pixel to touch."""
        x, y = self._run(f"place({json.dumps(touch)})")
        return x, y

    def see_all(self) -> None:
        """Have every section of every language on the screen once."""
        self._run("seeAll()")

    def _run(self, script: str) -> Any:
        done = self._call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in done:
            raise ScreenError(f"Chromium's page failed: {done['exceptionDetails']}")
        return done["result"].get("value")

    def _call(self, method: str, **given: object) -> Any:
        self._number += 1
        asked = {"id": self._number, "method": method, "params": given}
        if self._session:
            asked["sessionId"] = self._session
        os.write(self._asks, json.dumps(asked).encode() + b"\0")
        while True:
            while b"\0" not in self._read:
                more = os.read(self._answers, 65536)
                if not more:
                    raise ScreenError("Chromium has ended.")
                self._read += more
            line, _, self._read = self._read.partition(b"\0")
            said = json.loads(line)
            if said.get("id") == self._number:
                return said["result"]
