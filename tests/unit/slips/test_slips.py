"""Slips in front matter and in pack.toml alike: what is mended, and that no name is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.markdown.frontmatter import Front
from kiosk.pack import packfile, packfile_loader
from kiosk.page.review import Review
from kiosk.slips import front_values, pack_slips
from tests.unit.slips.mending import FRONT, PACK, all_mended, load_pack_file, put, read_front, told


def test_what_is_mended_says_what_was_meant(tmp_path: Path) -> None:
    for new in (
        "title - Risks",
        "title | Risks",
        "**title:** Risks",
        "title: Risks, tab: Risks",
        "title. Risks",
    ):
        text = put(FRONT, 2, new).replace("tab: Risks\nlead", "lead")
        assert read_front(all_mended(text, read_front)).title == "Risks"
    text = FRONT.replace("A lead.", "A lead.\nRemember: it has two lines.")
    assert read_front(all_mended(text, read_front)).lead == "A lead. Remember: it has two lines."
    assert read_front(text.replace("Remember: it has two lines.", "# Two lines.")).lead == "A lead."

    def read(text: str) -> None:
        load_pack_file(tmp_path, text)

    fields = packfile_loader.load
    for new in ('front_desk – "here, or there"', 'front_desk = ["here", "or there"]'):
        all_mended(put(PACK, 4, new), read)
        assert str(fields(tmp_path)[0]).count("front_desk='here, or there'") == 1
    all_mended(put(PACK, 4, 'front_desk = "tell\nus now"'), read)
    assert str(fields(tmp_path)[0]).count("front_desk='tell us now'") == 1
    tabs = PACK.partition("# The tabs")[0] + "tabs = home, risks\n"
    all_mended(tabs, read)
    pack, _, faults = fields(tmp_path)
    assert pack
    assert not faults
    assert [tab.page for tab in pack.tabs] == ["home", "risks"]


def test_the_names_of_front_matter_and_pack_toml_are_those_of_their_fields() -> None:
    assert set(front_values.PAGE_NAMES) == set(Front.__struct_fields__)
    assert set(front_values.REVIEW_NAMES) == set(Review.__struct_fields__)
    assert set(pack_slips.TOP_NAMES) == set(packfile.PackFile.__struct_fields__)
    inner = {"tabs": packfile.Tab, "rest": packfile.RestCard, "check": packfile.Check}
    for name, fields in inner.items():
        assert set(pack_slips.INNER_NAMES[name]) == set(fields.__struct_fields__)


PAIRS = [
    ({1: "—", 2: "title: What: a #b"}, FRONT),
    ({7: "  status; reviewed", 8: "  author A"}, FRONT),
    ({6: "hide_overdue = yes", 10: 'page = "home", icon = "info"'}, PACK),
    ({6: 'about = "en/about.md"', 10: 'page = "home", icon = "info"'}, PACK),
]


@pytest.mark.parametrize(("faults", "text"), PAIRS)
def test_a_fault_beside_another_is_mended_as_it_is_alone(
    tmp_path: Path, faults: dict[int, str], text: str
) -> None:
    for line, new in faults.items():
        text = put(text, line, new)
    read = read_front if text.startswith(("-", "—")) else lambda it: load_pack_file(tmp_path, it)
    error = told(read, text)
    assert error
    assert {each.line for each in error.each()} >= faults.keys()
    all_mended(text, read)
