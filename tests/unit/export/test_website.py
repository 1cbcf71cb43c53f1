"""The website of a pack: every word of it, and nothing that a browser would have to fetch."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from pathlib import Path
from typing import get_args
from urllib.parse import unquote, urlsplit

import msgspec
import pytest

from kiosk.export.block_html import flow
from kiosk.export.place import Place
from kiosk.export.site import Site, anchors
from kiosk.pack.pack import load_pack
from kiosk.page.blocks import Block, Page
from kiosk.shipped import shipped
from kiosk.take_home.web_address import web_address
from tests.flows.arabic import arabic
from tests.flows.packs import Writer
from tests.unit.export.html_reading import DAY, Read, closed, made, pages, spoken, words_of
from tests.unit.rows.test_build import ONE_OF_EACH

Files = dict[str, bytes]


@pytest.fixture(scope="module", params=["ours", "arabic"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "ours":
        return shipped("content")
    return arabic(tmp_path_factory.mktemp("arabic"))


@pytest.fixture(scope="module")
def site(folder: Path) -> Site:
    pack = load_pack(folder, assets=shipped("assets"))
    return Site(pack, DAY, {code: spoken(code) for code in pack.languages})


@pytest.fixture(scope="module")
def files(folder: Path) -> Files:
    return made(folder)


@pytest.fixture(scope="module")
def read(files: Files) -> dict[str, Read]:
    return pages(files)


def all_pages(site: Site) -> list[tuple[str, Page]]:
    return [
        (f"{language}/{name}.html", site.page(language, name))
        for language in site.pack.languages
        for name in site.names(language)
    ]


def test_every_word_of_every_block_comes_back_in_its_order(
    site: Site, read: dict[str, Read]
) -> None:
    count = 0
    for path, page in all_pages(site):
        text, at = closed(read[path].words), 0
        data = msgspec.to_builtins([page.title, page.lead, page.blocks])
        for words in filter(None, map(closed, words_of(data))):
            found = text.find(words, at)
            # What the kiosk says and the names of a table's columns stand between, and words that
            # are explained before the sources.
            assert 0 <= found - at < 1500, (path, words, text[at : at + 200])
            at, count = found + len(words), count + 1
    assert count > 200


def test_every_page_of_the_pack_is_there(site: Site, files: Files) -> None:
    for language in site.pack.languages:
        for name in site.pack.names(language):
            assert f"{language}/{name}.html" in files or name == "glossary", name


def test_the_first_page_says_what_the_resting_screen_says(
    site: Site, read: dict[str, Read]
) -> None:
    for language in site.pack.languages:
        for card in site.pack.rest(language):
            for words in (card.line, card.text):
                assert isinstance(words, str)
                assert closed(words) in closed(read["index.html"].words.replace("\n", "")) or (
                    closed(words) in closed(read["index.html"].text)
                )


@pytest.mark.parametrize("kind", get_args(Block))
def test_every_kind_of_block_says_all_of_its_words(kind: type, site: Site) -> None:
    language = site.pack.default_language
    page = site.page(language, site.names(language)[0])
    block = ONE_OF_EACH[kind]
    page = msgspec.structs.replace(page, blocks=(block,))
    at = Place(site, page, language, site.languages[language].say)
    text, found = closed(Read(bytes(str(flow(page.blocks, at)), "utf-8").decode()).words), 0
    for words in filter(None, map(closed, words_of(msgspec.to_builtins(block)))):
        found = text.find(words, found)
        assert found >= 0, (words, text)
        found += len(words)


def test_every_section_and_question_stands_where_its_address_says(
    site: Site, read: dict[str, Read]
) -> None:
    count = 0
    for path, page in all_pages(site):
        language = path.split("/")[0]
        ids = read[path].all("id")
        for anchor in anchors(page.blocks):
            address = urlsplit(web_address("https://example.org/x", language, page.name, anchor))
            assert unquote(address.path) == f"/x/{path}"
            assert ids.count(unquote(address.fragment)) == 1, (path, anchor)
            count += 1
    assert count > 20


def test_every_link_leads_to_a_file_and_a_place_in_it(read: dict[str, Read], files: Files) -> None:
    count = 0
    for path, page in read.items():
        for name in ("href", "src", "xlink:href"):
            for address in page.all(name):
                parts = urlsplit(address)
                if parts.scheme:
                    assert parts.scheme in ("https", "http", "mailto", "tel", "data"), address
                    continue
                there = posixpath.normpath(
                    posixpath.join(posixpath.dirname(path), unquote(parts.path))
                    if parts.path
                    else path
                )
                assert there in files, (path, address)
                if parts.fragment:
                    assert unquote(parts.fragment) in read[there].all("id"), (path, address)
                count += 1
    assert count > 200


def test_no_name_stands_twice_on_a_page(read: dict[str, Read]) -> None:
    for path, page in read.items():
        twice = [name for name, count in Counter(page.all("id")).items() if count > 1]
        assert not twice, path


def test_a_browser_has_nothing_to_fetch_and_nothing_to_run(
    read: dict[str, Read], files: Files
) -> None:
    for path, page in read.items():
        for tag, given in page.elements:
            assert tag not in ("script", "style", "iframe", "object", "base", "form"), path
            assert not [name for name in given if name == "style" or name.startswith("on")], path
            outside = [value for value in given.values() if re.match(r"https?:", value)]
            assert tag == "a" or not [each for each in outside if "www.w3.org" not in each], path
    assert "url(" not in files["style.css"].decode()
    assert "@import" not in files["style.css"].decode()


def test_the_same_pack_gives_the_same_bytes(folder: Path, files: Files) -> None:
    assert made(folder) == files


def test_every_page_says_that_it_is_a_draft_and_who_wrote_it(
    site: Site, read: dict[str, Read]
) -> None:
    for path, page in all_pages(site):
        words = read[path].words
        assert "Draft, not yet clinically reviewed" in words
        assert "Ask your doctor before you act on it." in words
        assert f"Written by {page.review.author}" in words


def test_a_page_speaks_its_language_and_runs_its_way(site: Site, read: dict[str, Read]) -> None:
    for path, page in all_pages(site):
        language = path.split("/")[0]
        html = next(given for tag, given in read[path].elements if tag == "html")
        main = next(given for tag, given in read[path].elements if tag == "main")
        assert html["lang"] == language
        assert html["dir"] == ("rtl" if language in ("ar", "ur") else "ltr")
        assert main.get("lang", language) == page.language
        foreign = "This page is not yet in your language" in read[path].words
        assert foreign == (page.language != language)


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    (tmp_path / "pack").mkdir()
    return Writer(tmp_path / "pack")


def test_a_page_that_is_hidden_keeps_its_address_and_says_why(pack: Writer) -> None:
    pack.page("old", "Words of old.", due="2026-01-01").page("first", "See [it](old.md).")
    pack.hide_overdue = True
    read = pages(made(pack.written()))
    assert "Words of old" not in read["en/old.html"].text
    assert "This page is waiting for its review" in read["en/old.html"].words
    assert "In an emergency call 999" in read["en/old.html"].words


def test_a_page_whose_review_is_overdue_says_so(pack: Writer) -> None:
    pack.page("old", "Words of old.", due="2026-01-01")
    words = pages(made(pack.written()))["en/old.html"].words
    assert "should have been reviewed again by 2026-01-01" in words
    assert "Words of old" in words
    assert "Reviewed by Dr Test on 2025-11-01. The next review was due on 2026-01-01." in words


def test_a_page_says_when_it_was_made_and_how_long_its_review_holds(pack: Writer) -> None:
    pack.page("good", due="2027-01-01").page("old", due="2026-01-01").page("draft")
    read = pages(made(pack.written()))
    holds = "The review of this page holds until 2027-01-01. After that day, ask the clinic for"
    assert holds in read["en/good.html"].words
    for path, page in read.items():
        assert "This page was made on 2026-11-29." in page.words, path
        assert ("holds until" in page.words) == (path == "en/good.html"), path


def test_a_page_that_only_a_link_leads_to_is_there_and_one_that_nothing_leads_to_is_not(
    pack: Writer,
) -> None:
    pack.page("first", "See [more](more.md), not [that](nowhere.md).")
    pack.page("more", tab=False).page("unfinished", tab=False)
    files = made(pack.written())
    assert "en/more.html" in files
    assert "en/unfinished.html" not in files
    assert "nowhere" not in files["en/first.html"].decode()


def test_words_of_an_author_never_become_markup(
    pack: Writer, caplog: pytest.LogCaptureFixture
) -> None:
    evil = '"><img src=x onerror=alert(1)> & \'"'
    head = evil.replace('"', '\\"')
    text = (
        f'---\ntitle: "{head}"\ntab: "{head}"\nlead: "{head}"\nreview:\n  status: draft\n'
        f'  author: "{head}"\n---\n\n## `{evil}` {{#a"b<c}}\n\n[`{evil}`](#a"b<c) '
        f"![{evil}](none.svg)\n"
    )
    pack.raw("first", text.encode())
    (read,) = [page for path, page in pages(made(pack.written())).items() if "first" in path]
    assert not [given for tag, given in read.elements if tag == "img" or "onerror" in given]
    assert read.words.count("onerror=alert(1)") >= 3
    assert [each.message for each in caplog.records if "none.svg" in each.message]


def test_a_name_of_ours_gives_way_to_an_authors(pack: Writer) -> None:
    pack.page(
        "first",
        "## One {#text}\n\nWord.[^a]\n\n## Two {#source-1}\n\n## Three {#sources}\n\n"
        "[^a]: A source.",
    )
    read = pages(made(pack.written()))["en/first.html"]
    ids = read.all("id")
    assert len(ids) == len(set(ids))
    assert {"text", "source-1", "sources"} <= set(ids)
    links = [address for address in read.all("href") if address.startswith("#source")]
    assert links == ["#source-1-"]
