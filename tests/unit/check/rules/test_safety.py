"""What must not be in a pack: HTML, and pictures that load or run something."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.check.material.finding import Finding, Severity
from tests.unit.check.rulebook import FRONT, Rulebook

TOP = FRONT.count("\n") + 1

FIRES = [
    # body, line, what is said of it, what to do
    ("a\n<b>bold</b> c", 2, "the HTML '<b>' never", "Write **words**"),
    ("a <P> b", 1, "the HTML '<P>'", "an empty line"),
    ("a <hr/> b", 1, "the HTML '<hr/>'", "Write ---"),
    ("<div class='x'>\n\na\n\n</div>", 1, "the HTML '<div class='x'>'", "keep the words"),
    ("a</i> b", 1, "the HTML '</i>'", "Write *words*"),
    ("a <script>alert(1)</script>", 1, "'<script>'", "with all that stands in it"),
    ("a <iframe src='https://example.org'></iframe>", 1, "'<iframe", "with all that stands in it"),
    ("a <a\nhref='x'>b</a>", 1, "'<a href='x'>'", "[words](risks.md)"),
    ("<table><tr><td>a</td></tr></table>\n\nb", 1, "'<table>'", "with | between the cells"),
    ("ask <your doctor> first", 1, "the words '<your doctor>' never", "without the signs < and >"),
    ("if a<y> b", 1, "the words '<y>' never reach", "without the signs < and >"),
    ("ask <nurse.name>", 1, "the words '<nurse.name>' never", "without the signs < and >"),
    ("!!! note\n    a <u>b</u>", 2, "'<u>'", "look like a link"),
    ("- a\n    - b <em>c</em>", 2, "'<em>'", "Write *words*"),
    ("a\n\n[^1]: <b>c</b> d\n\nb[^1]", 3, "'<b>'", "Write **words**"),
    ("`a` <i>b</i> `c`", 1, "'<i>'", "Write *words*"),
    ("a ` <b>c</b>", 1, "'<b>'", "Write **words**"),
    ("if a<b then c>d", 1, "'<b then c>' never reach", "a space on each side of the signs"),
    ("5<b and c>6", 1, "'<b and c>' never reach", "a space on each side of the signs"),
    ("a<b class='x'>c</b>", 1, "the HTML", "Write **words**"),
    ("a <!-- to do\nlater --> b", 1, "a comment stands in the text", "Take it out"),
]

QUIET = [
    "a < b and c > d, 1 <2, <3",
    "a <b and no end",
    "a &lt;b&gt; c &amp; d &nbsp; e",
    "`<b>` and ``a ` <b>`` and `<b>\nc</b>`",
    "a\n\n    <b>code</b>\n\nb",
    "a <br> b <BR/> 10<sup>9</sup> H<sub>2</sub>O <s>no</s> <del>no</del>",
    "<https://example.org/a?b> and <nurse@example.org>",
    "a <b is less\n\nthan> c",
    "a -> b <- c <> d",
    "> a quotation\n\n-> b",
    "a <ক> খ",
    r"a \<small\> b",
    '[x](<figures/My Hands.svg> "c")',
    "[x](<figures/b a>)",
]

MENDS = [
    ("a <b>c</b>", "**words**", "<b>c</b>", "**c**"),
    ("a <i>c</i>", "*words*", "<i>c</i>", "*c*"),
    ("a <script>x</script> c", "Take it out with all that stands in it", "<script>x</script>", ""),
    ("<h2>A</h2>\n\nc", "## at the start of the line", "<h2>A</h2>", "## A"),
    ("a <span>c</span>", "Take the tags out and keep the words", "<span>c</span>", "c"),
    ("ask <your doctor>", "without the signs < and >", "<your doctor>", "your doctor"),
    ("a <!-- x --> c", "Take it out", "<!-- x -->", ""),
]

LOADS = [
    ('<image href="photo.png"/>', "photo.png"),
    ('<image xlink:href="https://example.org/a.png"/>', "https://example.org/a.png"),
    ('<use href="other.svg#a"/>', "other.svg#a"),
    ('<path fill="url(other.svg#a)"/>', "other.svg#a"),
    ("<path style=\"fill: url( 'https://example.org/a' )\"/>", "https://example.org/a"),
    ("<style>@import 'https://example.org/a.css';</style>", "https://example.org/a.css"),
    ("<style>@font-face {src: url(//example.org/a.woff)}</style>", "//example.org/a.woff"),
    ("<s:style>@import url(a.css);</s:style>", "a.css"),
]

ACTS = [
    ("<script>1</script>", "<script>"),
    ('<path onload="x()"/>', "onload"),
    ('<a href="javascript:x()"><path/></a>', "href"),
    ("<foreignObject><p>x</p></foreignObject>", "<foreignobject>"),
]

PLAIN = [
    '<image href="data:image/png;base64,AA"/><use href="#a"/><path fill="url(#a)"/>',
    '<a href="https://example.org"><path/></a><text>url(x) @import "y"</text>',
    "<style>path {fill: url(#a)}</style><desc>script</desc>",
]


def found(folder: Path, body: str) -> list[Finding]:
    return Rulebook(folder, "raw-html").finds(body)


def shows(folder: Path, rule: str, inside: str, above: str = "") -> list[Finding]:
    svg = f'<svg xmlns="x" xmlns:xlink="y" xmlns:s="x" viewBox="0 0 1 1">{inside}</svg>'
    (folder / "a.svg").write_text(above + svg, "utf-8")
    return Rulebook(folder, rule).finds("x\n\n![A head](a.svg)")


@pytest.mark.parametrize(("body", "line", "problem", "remedy"), FIRES)
def test_html_is_found_at_its_line(
    body: str, line: int, problem: str, remedy: str, tmp_path: Path
) -> None:
    (finding,) = found(tmp_path, body)
    assert problem in finding.problem
    assert remedy in finding.remedy
    assert finding.spot.line == TOP + line
    assert body.split("\n")[line - 1][finding.spot.column - 1] == "<"


@pytest.mark.parametrize("body", QUIET)
def test_what_only_looks_like_html_is_not_found(body: str, tmp_path: Path) -> None:
    assert found(tmp_path, body) == []


@pytest.mark.parametrize(("body", "remedy", "old", "new"), MENDS)
def test_the_remedy_mends_html(body: str, remedy: str, old: str, new: str, tmp_path: Path) -> None:
    (finding,) = found(tmp_path, body)
    assert remedy in finding.remedy
    assert found(tmp_path, body.replace(old, new)) == []


def test_html_in_the_front_matter_is_found(tmp_path: Path) -> None:
    page = FRONT.format(title="'My <b>page</b>'") + "\nx"
    (finding,) = found(tmp_path, page)
    assert finding.spot.line == 2


def test_the_tags_of_a_line_are_one_finding_but_hide_no_words(tmp_path: Path) -> None:
    body = "<b>a</b> <i>b</i> <your doctor>\n\n<b>c</b>\n\nd"
    spots = [(finding.spot.line - TOP, finding.spot.column) for finding in found(tmp_path, body)]
    assert spots == [(1, 1), (1, 19), (3, 1)]


def test_a_comment_is_a_warning_and_a_tag_an_error(tmp_path: Path) -> None:
    severities = [finding.severity for finding in found(tmp_path, "<!-- x -->\n\na <b>c</b>")]
    assert severities == [Severity.WARNING, Severity.ERROR]


@pytest.mark.parametrize(("inside", "address"), LOADS)
def test_a_picture_that_loads_from_elsewhere_is_found(
    inside: str, address: str, tmp_path: Path
) -> None:
    (finding,) = shows(tmp_path, "remote-resource", inside)
    assert finding.problem == f"the picture 'a.svg' loads from elsewhere: {address}"
    assert (finding.file, finding.spot.line) == ("en/page.md", TOP + 3)
    assert shows(tmp_path, "script-in-picture", inside) == []


@pytest.mark.parametrize(
    "above",
    [
        '<?xml-stylesheet href="https://example.org/a.css"?>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "https://example.org/a.css">]>',
    ],
)
def test_what_a_picture_loads_before_it_begins_is_found(above: str, tmp_path: Path) -> None:
    (finding,) = shows(tmp_path, "remote-resource", "<path/>", above)
    assert "https://example.org/a.css" in finding.problem


@pytest.mark.parametrize(("inside", "what"), ACTS)
def test_a_picture_that_acts_is_found(inside: str, what: str, tmp_path: Path) -> None:
    (finding,) = shows(tmp_path, "script-in-picture", inside)
    assert finding.problem == f"the picture 'a.svg' holds more than a drawing: {what}"
    assert shows(tmp_path, "remote-resource", inside) == []


@pytest.mark.parametrize("inside", PLAIN)
@pytest.mark.parametrize("rule", ["remote-resource", "script-in-picture"])
def test_a_plain_picture_is_safe(rule: str, inside: str, tmp_path: Path) -> None:
    assert shows(tmp_path, rule, inside) == []


@pytest.mark.parametrize(
    ("rule", "inside"), [("remote-resource", LOADS[0][0]), ("script-in-picture", ACTS[0][0])]
)
def test_a_picture_saved_as_plain_svg_is_mended(rule: str, inside: str, tmp_path: Path) -> None:
    (finding,) = shows(tmp_path, rule, inside)
    assert finding.remedy.startswith("Save it anew as plain SVG")
    assert shows(tmp_path, rule, '<path d="M0 0h1"/>') == []
