"""The examples of docs/markdown.md are what they are headed with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from kiosk.markdown.parse import parse_page
from kiosk.page.blocks import Block

MANUAL = Path(__file__).parents[3] / "docs" / "markdown.md"
FACTS = {"clinic": "C", "emergency_number": "999", "front_desk": "tell us", "phone": "1"}
TAGS = {str(kind.__struct_config__.tag) for kind in get_args(Block)}


def examples() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    kind, fence, lines = "", False, list[str]()
    for line in MANUAL.read_text("utf-8").splitlines():
        if line.startswith("```"):
            if fence and line == "```":
                found.append((kind, "\n".join(lines)))
                fence = False
            elif line == "```markdown":
                fence, lines = True, []
        elif fence:
            lines.append(line)
        elif line.startswith("### "):
            kind = line.removeprefix("### ")
    return found


@pytest.mark.parametrize(("kind", "example"), examples())
def test_an_example_gives_the_block_it_is_headed_with(kind: str, example: str) -> None:
    layout = "faq" if kind == "question" else "page"
    front = f"---\ntitle: T\nlayout: {layout}\nreview: {{status: draft, author: A}}\n---\n\n"
    page = parse_page(front + example, name="x", language="en", file="x", terms={}, facts=FACTS)
    assert kind in {block.__struct_config__.tag for block in page.blocks}


def test_the_manual_has_a_section_for_every_block_and_an_example_for_all_but_sources() -> None:
    headed = set(re.findall(r"^### ([\w-]+)$", MANUAL.read_text("utf-8"), re.MULTILINE))
    assert headed == TAGS
    assert {kind for kind, _ in examples()} == TAGS - {"sources"}


def test_the_front_matter_of_the_manual_can_be_used() -> None:
    front = re.search(r"```yaml\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)
    assert front
    page = parse_page(
        front[1] + "\nText.", name="x", language="en", file="x", terms={}, facts=FACTS
    )
    assert page.tab == "Risks"
