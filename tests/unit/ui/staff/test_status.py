"""What staff read about the text stays true for as long as the kiosk runs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kiosk.pack.news import PackNews
from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from tests.flows.packs import HEAD, Writer

REVIEWED = """status: reviewed
  reviewer: Dr Test
  reviewed: 2026-01-10
  next_review: 2026-11-22"""


def test_a_page_becomes_overdue_while_the_kiosk_runs(tmp_path: Path) -> None:
    head = HEAD.format(name="one", tab="One", layout="page").replace("status: draft", REVIEWED)
    folder = Writer(tmp_path / "pack").raw("one", f"{head}Words.\n".encode()).written()
    now = datetime(2026, 11, 22, 18, 0)
    news = PackNews(load_pack(folder, assets=shipped("assets")), lambda: now)
    assert (news().reviews.pages, news().reviews.overdue) == (1, ())
    now = datetime(2026, 11, 23, 8, 0)
    assert (news().reviews.pages, len(news().reviews.overdue)) == (1, 1)
