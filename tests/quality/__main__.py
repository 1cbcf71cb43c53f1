"""`python -m tests.quality`: measures our own pages and writes docs/content-quality.md anew.

The points for PEMAT and the Clear Communication Index are people's judgement and stand in
`pemat.py` and `clear.py`; all other figures are counted.
"""

from __future__ import annotations

from tests.quality.measured import ROOT, Pages
from tests.quality.report import page

FILE = ROOT / "docs" / "content-quality.md"


def main() -> None:
    """Write the page."""
    FILE.write_text(page(Pages()), "utf-8")
    print(f"{FILE.relative_to(ROOT)} is written.")


if __name__ == "__main__":
    main()
