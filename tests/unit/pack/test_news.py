"""A page is overdue from the day after its next review was due, and a hidden one tells nothing."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.pack.news import AT_ONCE, PackNews, filed, reviews
from kiosk.pack.pack import Pack, load_pack
from kiosk.pack.today import Today
from kiosk.page.blocks import Paragraph, Term
from kiosk.page.review import Review, Status, overdue
from kiosk.page.terms import plain
from kiosk.releases.releases import Standing
from kiosk.shipped import shipped
from kiosk.ui.staff.status import NOTHING, StaffStatus
from tests.flows.packs import Writer

DUE = date(2026, 11, 22)


def review(due: date | None, status: Status = Status.REVIEWED) -> Review:
    return Review(status=status, author="A", reviewer="R", reviewed=DUE, next_review=due)


@pytest.mark.parametrize(
    ("today", "late"),
    [
        (date(2026, 11, 21), False),
        (DUE, False),
        (date(2026, 11, 23), True),
        (date(2027, 1, 1), True),
    ],
)
def test_a_page_is_overdue_from_the_day_after_it_was_due(today: date, late: bool) -> None:
    assert overdue(review(DUE), today) is late


def test_a_draft_and_a_page_without_a_day_are_never_overdue() -> None:
    assert not overdue(review(DUE, Status.DRAFT), date(2099, 1, 1))
    assert not overdue(review(None), date(2099, 1, 1))


def loaded(writer: Writer) -> Pack:
    return load_pack(writer.written(), assets=shipped("assets"))


def test_reviews_are_counted_in_all_languages_the_longest_overdue_first(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "pack", ("en", "bn"))
    writer.page("late", due="2026-11-22").page("later", due="2026-10-01").page("draft")
    writer.page("today", due="2026-11-23").page("soon", due="2026-12-23")
    writer.page("far", due="2026-12-24").page("late", due="2026-11-22", language="bn")
    writer.raw("torn", b"no front matter")
    pages = [page for page in filed(loaded(writer)) if page is not None]
    told = reviews(pages, date(2026, 11, 23))
    assert (told.pages, told.drafts) == (7, 1)
    assert [page.file for page in told.overdue] == ["en/later.md", "en/late.md", "bn/late.md"]
    assert [page.file for page in told.soon] == ["en/today.md", "en/soon.md"]


def test_many_pages_are_read_some_at_a_time(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "pack")
    for number in range(2 * AT_ONCE):
        writer.page(f"page{number}", due="2026-11-22")
    news = PackNews(loaded(writer), lambda: datetime(2026, 11, 23, 12))
    told = [news() for _ in range(3)]
    assert [each.counted for each in told] == [False, False, True]
    assert [len(each.reviews.overdue) for each in told] == [0, 0, 2 * AT_ONCE]


def test_the_figures_come_by_themselves_once_all_pages_are_read(
    tmp_path: Path, qtbot: QtBot
) -> None:
    writer = Writer(tmp_path / "pack", ("en", "bn"))
    for number in range(AT_ONCE):
        for language in ("en", "bn"):
            writer.page(f"page{number}", due=f"2026-11-{22 - number}", language=language)
    news = PackNews(loaded(writer), lambda: datetime(2026, 11, 23, 12))
    owner = QObject()
    status = StaffStatus(lambda: NOTHING, news, Standing, owner)
    status.look()
    assert not status.counted
    qtbot.waitUntil(lambda: bool(status.counted))
    assert status.overdue == 2 * AT_ONCE
    assert str(status.overdueLines).split("\n")[0] == "Page7 (English, বাংলা), due on 15 Nov 2026"
    assert len(str(status.overdueLines).split("\n")) == 3
    assert status.overdueMore == 2 * AT_ONCE - 6


def hiding(tmp_path: Path, hide: bool) -> Pack:
    writer = Writer(tmp_path / "pack", ("en", "bn"))
    writer.page("one", "A follicle.").page("two", due="2026-11-22")
    writer.page("glossary", "Follicle\n\n:   A meaning.", tab=False, due="2026-11-22")
    writer.card("First", "one").card("Second", "two").hide_overdue = hide
    return loaded(writer)


@pytest.mark.parametrize("hide", [False, True])
def test_only_a_pack_that_says_so_hides_what_is_overdue(tmp_path: Path, hide: bool) -> None:
    pack = hiding(tmp_path, hide)
    today, before = Today(pack, date(2026, 11, 23)), Today(pack, DUE)
    two = pack.page("two", "en")
    assert (today.overdue(two), today.hides(two)) == (True, hide)
    assert not before.hides(two)
    assert [card.line for card in today.rest("en")] == (["First"] if hide else ["First", "Second"])
    assert len(before.rest("en")) == 2


def words_explained(pack: Pack, day: date) -> bool:
    return Term.__name__ in repr(Today(pack, day).shown(pack.page("one", "en")))


def test_a_hidden_glossary_explains_no_word_anywhere(tmp_path: Path) -> None:
    pack = hiding(tmp_path, True)
    assert words_explained(pack, DUE)
    assert not words_explained(pack, date(2026, 11, 23))
    assert words_explained(hiding(tmp_path / "other", False), date(2026, 11, 23))


def test_a_page_without_its_explained_words_says_the_same(tmp_path: Path) -> None:
    page = hiding(tmp_path, True).page("one", "en")
    shown = Today(hiding(tmp_path, True), date(2026, 11, 23)).shown(page)
    (before,), (after,) = page.blocks, shown.blocks
    assert isinstance(before, Paragraph) and isinstance(after, Paragraph)  # noqa: PT018
    assert plain(before.spans) == plain(after.spans) == "A follicle."
    assert before != after
