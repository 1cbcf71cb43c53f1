"""Whatever is left of a front matter or a pack.toml is read, or told with what to do."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.markdown.parse import parse_page
from kiosk.pack.packfile import load
from kiosk.page.error import ContentError
from kiosk.shipped import shipped

PACK = (shipped("assets") / "starter" / "pack.toml").read_text("utf-8")
PAGE = (
    '---\ntitle: "A: b"\ntab: Tab\nlead: >\n  Some words\n  more\nlayout: faq\nreview:\n'
    "  status: reviewed\n  author: A\n  reviewer: B\n  reviewed: 2026-01-01\n"
    "  next_review: 2027-01-01\n---\n\n# Part\n\nWords.\n"
)
BITS = (
    "", '"', "'", "[", "]", "[[tabs]]\n", "{", "}", "=", ":", "\n", "\n\n", " ", "\t", "#", "---\n",
    "...", "“", "’", "\u00a0", "- ", "title", "review:\n", "\\", '"""', "&a ", "*a", "!!x ", "|",
    ">", "?", "%", "<<: ", "2026-02-30",
)  # fmt: skip

cuts = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 300), st.sampled_from(BITS)), min_size=1, max_size=5
)


def torn(text: str, changes: list[tuple[float, int, str]]) -> str:
    """Cut characters out of a text at each place (a part of its length), and put others in."""
    for place, length, bit in changes:
        at = round(place * len(text))
        text = text[:at] + bit + text[at + length :]
    return text


@settings(max_examples=200)
@given(cuts)
@example([(0.0, 100_000, "title")])
@example([(0.0, 100_000, 'r", bn = "words')])
def test_whatever_is_left_of_a_pack_toml_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[float, int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("pack")
    (folder / "pack.toml").write_text(torn(PACK, changes), "utf-8")
    fields, _, faults = load(folder)
    assert fields or faults
    for fault in faults:
        assert fault.problem
        assert fault.remedy


@settings(max_examples=200)
@given(cuts)
def test_whatever_is_left_of_a_page_is_read_or_told(changes: list[tuple[float, int, str]]) -> None:
    text = torn(PAGE, changes)
    try:
        parse_page(text, name="page", language="en", file="page.md", terms={}, facts={})
    except ContentError as error:
        for fault in error.each():
            assert fault.problem
            assert fault.remedy
