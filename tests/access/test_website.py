"""The website in a real browser: axe and a validator find nothing, and nothing is asked for."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.ui.export import export
from tests.access.chromium import Chromium
from tests.combinations import dealt
from tests.flows.arabic import arabic
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[2]
MODULES = ROOT / "build/judges/node_modules"
RULES = str(Path(__file__).parent / "judges/.htmlvalidate.json")
PHONE, DESK = 360, 1280

AXE = """
axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.map(
  each => [each.id, each.nodes.map(node => node.html.slice(0, 120)).slice(0, 3)]))
"""
WIDER = """
[...document.querySelectorAll("body *")].filter(each => {
  const {left, right} = each.getBoundingClientRect();
  const off = left < -1 || right > document.documentElement.clientWidth + 1;
  return off && each.checkVisibility() && !each.closest(".skip");
}).map(each => each.outerHTML.slice(0, 120)).slice(0, 3)
"""


@pytest.fixture(scope="module")
def website(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write our pack's website, and that of the pack in Arabic script beside it."""
    folder = tmp_path_factory.mktemp("website")
    export(None, folder / "ours")
    export(arabic(tmp_path_factory.mktemp("pack")), folder / "arabic")
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as browser:
        yield browser


def files(website: Path) -> list[Path]:
    """Give our pages and those of the other pack in Arabic; its others hold the same words."""
    ours, arabic = website / "ours", website / "arabic"
    return [*sorted(ours.rglob("*.html")), *sorted((arabic / "ar").glob("*.html"))]


def test_the_validator_finds_nothing(website: Path) -> None:
    program = MODULES / "html-validate/bin/html-validate.mjs"
    command = [
        "node",
        str(program),
        "--config",
        str(RULES),
        "--max-warnings",
        "0",
        "--formatter",
        "json",
    ]
    done = subprocess.run(
        [*command, *map(str, website.rglob("*.html"))],
        capture_output=True, text=True, timeout=LIMIT, check=False,
    )  # fmt: skip
    found: list[dict[str, Any]] = json.loads(done.stdout)
    assert [(each["filePath"], each["messages"]) for each in found if each["messages"]] == []
    assert done.returncode == 0


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    website: Path, browser: Chromium
) -> None:
    axe = (MODULES / "axe-core/axe.min.js").read_text("utf-8")
    dresses = ((PHONE, "light"), (DESK, "dark"))
    # axe takes longest: it looks at each page in one dress, and at each dress on half of the pages.
    looked_at = dealt(files(website), dresses)
    for file in files(website):
        browser.open(file.as_uri())
        browser.run(
            f"document.querySelectorAll('details').forEach(each => each.open = true);{axe};0"
        )
        for width, scheme in dresses:
            browser.size(width)
            browser.media(scheme)
            if (file, (width, scheme)) in looked_at:
                assert browser.run(AXE) == [], (file, scheme)
            assert browser.run(WIDER) == [], (file, width)
            assert browser.run("document.documentElement.scrollWidth") <= width, (file, width)


def test_a_browser_asks_for_the_page_and_its_stylesheet_and_has_no_complaint(
    website: Path, browser: Chromium
) -> None:
    browser.size(PHONE)
    for file in files(website):
        browser.open(file.as_uri())
        style = (file.parent if file.name == "index.html" else file.parent.parent) / "style.css"
        pictures = style.with_name("pictures").as_uri()
        asked = {each for each in browser.asked if not each.startswith((pictures, "data:"))}
        assert asked == {file.as_uri(), style.as_uri()}
        assert browser.complaints == []
        assert browser.run("getComputedStyle(document.body).margin") == "0px", "it has its style"


def test_an_address_opens_its_question(website: Path, browser: Chromium) -> None:
    browser.open(f"{(website / 'ours/en/faq.html').as_uri()}#cost")
    opened = "[...document.querySelectorAll('details[open]')].map(each => each.innerText)"
    (answer,) = browser.run(opened)
    assert "What does it cost" in answer
    top = browser.run("document.querySelector('details[open] summary').getBoundingClientRect().top")
    assert 0 <= top < browser.run("innerHeight")


def test_every_answer_is_printed_and_no_menu(
    website: Path, browser: Chromium, tmp_path: Path
) -> None:
    browser.open((website / "ours/en/faq.html").as_uri())
    answers = browser.run(
        "[...document.querySelectorAll('.answer')].map(each => each.firstElementChild.textContent)"
    )
    assert len(answers) > 10
    paper = browser.print(tmp_path / "faq.pdf")
    done = subprocess.run(["pdftotext", paper, "-"], capture_output=True, text=True, check=True)
    printed = "".join(done.stdout.split())
    for words in answers:
        start = "".join(words.split())[:20]
        assert start in printed
    assert "Questionstoaskyourdoctor" not in printed
    assert "Draft,notyetclinicallyreviewed" in printed


def test_the_lines_of_an_arabic_page_begin_at_the_right(website: Path, browser: Chromium) -> None:
    browser.size(DESK)
    browser.open((website / "arabic/ar/all.html").as_uri())
    mark = browser.run("document.querySelector('.steps .number').getBoundingClientRect().left")
    words = browser.run(
        "document.querySelector('.steps .number + div').getBoundingClientRect().left"
    )
    assert words < mark
