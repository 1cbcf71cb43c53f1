"""A pack gives pages and pictures, or says in one line which file and line to mend."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.pack.pack import Pack, load_pack
from kiosk.pack.page_cache import PageCache
from kiosk.pack.validate import picture_faults
from kiosk.page.blocks import Paragraph, Term
from kiosk.page.error import ContentError
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[3]
PAGE = "---\ntitle: {0}\nreview: {{status: draft, author: A}}\n---\n\n{0} {1}\n"
TOML = """\
title = "Title"
clinic = {en = "Clinic", bn = "ক্লিনিক"}
emergency_number = "999"
front_desk = "tell us"
languages = ["en", "bn"]
about = "about"

[[tabs]]
page = "home"
icon = "info"

[[tabs]]
page = "risks"
icon = "warning"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pack = tmp_path / "pack"
    for language in ("en", "bn"):
        (pack / language).mkdir(parents=True)
    for name in ("home", "risks", "about"):
        write(pack, name)
    (pack / "pack.toml").write_text(TOML, "utf-8")
    icons = tmp_path / "assets" / "icons"
    icons.mkdir(parents=True)
    for name in ("info", "warning"):
        (icons / f"{name}.svg").write_text("<svg/>")
    return pack


def write(folder: Path, name: str, body: str = "", language: str = "en") -> Path:
    file = folder / language / f"{name}.md"
    file.write_text(PAGE.format(name, body), "utf-8")
    return file


def load(folder: Path, cache: PageCache | None = None) -> Pack:
    return load_pack(folder, assets=folder.parent / "assets", cache=cache)


def refused(folder: Path, toml: str) -> ContentError:
    (folder / "pack.toml").write_text(toml, "utf-8")
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert str(caught.value).startswith(str(folder / "pack.toml"))
    assert str(caught.value).isprintable()
    return caught.value


def unusable(pack: Pack, name: str, language: str = "en") -> ContentError:
    with pytest.raises(ContentError) as caught:
        pack.page(name, language)
    return caught.value


def test_a_pack_says_what_pack_toml_says_in_the_language_asked_for(folder: Path) -> None:
    pack = load(folder)
    assert (pack.title("bn"), pack.clinic("bn"), pack.clinic("en")) == ("Title", "ক্লিনিক", "Clinic")
    assert pack.facts("bn") == {
        "clinic": "ক্লিনিক", "emergency_number": "999", "front_desk": "tell us", "phone": "",
    }  # fmt: skip
    assert [tab.page for tab in pack.tabs] == ["home", "risks"]
    assert (pack.languages, pack.default_language, pack.about) == (("en", "bn"), "en", "about")
    assert pack.icon("info").name == "info.svg"


def test_no_line_ends_in_a_number_to_call_while_words_keep_their_spaces(folder: Path) -> None:
    said = 'phone = "+44 (0)20 79"\n'
    toml = TOML.replace('emergency_number = "999"', 'emergency_number = "999 or 112"')
    (folder / "pack.toml").write_text(said + toml, "utf-8")
    facts = load(folder).facts("en")
    assert facts["phone"] == "+44\u00a0(0)20\u00a079"
    assert facts["emergency_number"] == "999 or 112"


def test_the_default_language_stands_in_for_missing_words(folder: Path) -> None:
    (folder / "pack.toml").write_text(TOML.replace(', bn = "ক্লিনিক"', ""), "utf-8")
    assert load(folder).clinic("bn") == "Clinic"


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('title = "Title"\n', "", 1, "'title' is missing"),
        ("999", '999"', 3, 'Write emergency_number = "999" in its place'),
        ('"999"', "999", 3, "quotation marks"),
        ('"999"', '" "', 3, "'emergency_number' is empty"),
        ("about =", "abuot =", 6, "'abuot'"),
        ('about = "about"', 'about = "nothing"', 6, "exists in no language"),
        ('about = "about"', 'about = "../about"', 6, "not a page's name"),
        ('about = "about"', 'extras = ["nothing"]', 6, "'nothing' exists in no language"),
        ('about = "about"', 'extras = ["home"]', 6, "'home', which is named already"),
        ('about = "about"', 'about = "about"\nextras = ["about"]', 7, "named already"),
        ('about = "about"', 'extras = ["about", "about"]', 6, "named already"),
        ('about = "about"', 'extras = ["../about"]', 6, "not a page's name"),
        ('["en", "bn"]', "[]", 5, "'languages' is empty"),
        ('["en", "bn"]', '["en", "../bn"]', 5, "'../bn'"),
        ('["en", "bn"]', '["en", "/etc"]', 5, "'/etc'"),
        ('["en", "bn"]', '["en", "en"]', 5, "'en'"),
        ('["en", "bn"]', '"en"', 5, "a list"),
        ('["en", "bn"]', '["en"]', 2, "'bn', which is not a language"),
        ('["en", "bn"]', '["bn", "en", "de"]', 0, ""),
        ('{en = "Clinic", ', "{", 2, "default language 'en'"),
        ('page = "risks"', 'page = "nothing"', 13, "exists in no language"),
        ('page = "risks"', 'page = "../en/risks"', 13, "not a page's name"),
        ('icon = "warning"', 'icon = "nothing"', 14, "no icon 'nothing'"),
        ('icon = "warning"', 'icon = "../icons/info"', 14, "not an icon's name"),
        ('icon = "warning"', 'ikon = "warning"', 14, "'ikon'"),
    ],
)
def test_a_mistake_in_pack_toml_is_named_with_its_line(
    folder: Path, old: str, new: str, line: int, says: str
) -> None:
    assert old in TOML
    toml = TOML.replace(old, new)
    if not says:
        (folder / "pack.toml").write_text(toml, "utf-8")
        assert load(folder).default_language == "bn"
        return
    found = refused(folder, toml).each()
    assert [each.line for each in found if says in str(each)] == [line]


@pytest.mark.parametrize(
    ("more", "says"),
    [("\n" * 2_000, "more than 2,000 lines"), (f"\n# {'.' * 101}", "more than 100 dots")],
)
def test_a_pack_toml_that_would_take_long_to_read_is_told(
    folder: Path, more: str, says: str
) -> None:
    file = folder / "pack.toml"
    text = file.read_text("utf-8")
    room = 1_999 - text.count("\n")
    file.write_text(text + "\n" * room + f"# {'.' * 100}", "utf-8")
    load(folder)
    file.write_text(text + more, "utf-8")
    with pytest.raises(ContentError, match=says):
        load(folder)


def test_a_page_has_one_tab(folder: Path) -> None:
    toml = TOML + '[[tabs]]\npage = "home"\nicon = "info"\n'
    found = refused(folder, toml)
    assert "the page 'home' has a tab already" in str(found)
    assert found.line == len(toml.splitlines()) - 1
    assert not found.also


def test_no_tabs_are_a_mistake(folder: Path) -> None:
    toml = TOML.split("[[tabs]]", maxsplit=1)[0]
    assert "'tabs' is missing" in str(refused(folder, toml))
    assert "'tabs' is empty" in str(refused(folder, toml + "tabs = []\n"))


def test_a_missing_or_unreadable_pack_toml_is_told(folder: Path) -> None:
    (folder / "pack.toml").write_bytes(TOML.encode().replace(b"Title", b"T\xff"))
    with pytest.raises(ContentError, match="not UTF-8"):
        load(folder)
    (folder / "pack.toml").unlink()
    with pytest.raises(ContentError, match="missing"):
        load(folder)


def test_a_page_comes_in_its_language_and_else_in_the_default_one(folder: Path) -> None:
    write(folder, "home", language="bn")
    pack = load(folder)
    assert pack.page("home", "bn").language == "bn"
    assert pack.page("risks", "bn").language == "en"
    assert pack.file("risks", "bn") == folder / "en" / "risks.md"


def test_a_page_that_only_a_translation_has_is_found(folder: Path) -> None:
    write(folder, "extra", language="bn")
    pack = load(folder)
    assert pack.page("extra", "en").language == "bn"
    assert pack.has("extra")
    assert pack.names() == ("about", "extra", "home", "risks")
    assert pack.names("bn") == ("extra",)


@pytest.mark.parametrize("name", ["nothing", "../en/home", "en/home", "", ".", "home.md", "a\0b"])
def test_a_page_that_is_not_there_is_told_and_not_had(folder: Path, name: str) -> None:
    pack = load(folder)
    assert not pack.has(name)
    assert "there is no page" in str(unusable(pack, name))


def test_loading_reads_no_page(folder: Path) -> None:
    for number in range(1_000):
        (folder / "en" / f"page{number}.md").write_bytes(b"\xff")
    started = time.process_time()
    load(folder)
    assert time.process_time() - started < 0.2


def test_a_page_of_50_megabytes_is_refused_unread(folder: Path) -> None:
    with (folder / "en" / "home.md").open("wb") as file:
        file.truncate(50_000_000)
    pack = load(folder)
    started = time.process_time()
    assert "larger than" in str(unusable(pack, "home"))
    assert time.process_time() - started < 0.05


def test_the_line_of_a_byte_that_is_not_utf8_is_told(folder: Path) -> None:
    file = write(folder, "home", "a\nb\nc")
    file.write_bytes(file.read_bytes().replace(b"b\nc", b"\xe0\x80\nc"))
    found = unusable(load(folder), "home")
    assert (found.line, found.file) == (7, file)


def test_an_empty_page_is_told(folder: Path) -> None:
    (folder / "en" / "home.md").write_bytes(b"")
    assert "empty" in str(unusable(load(folder), "home"))


def test_a_page_that_is_a_folder_a_pipe_or_a_link_to_outside_is_told(folder: Path) -> None:
    (folder / "en" / "dir.md").mkdir()
    os.mkfifo(folder / "en" / "pipe.md")
    (folder / "en" / "link.md").symlink_to("/etc/hostname")
    pack = load(folder)
    assert "not a file" in str(unusable(pack, "dir"))
    assert "not a file" in str(unusable(pack, "pipe"))
    assert "outside the pack" in str(unusable(pack, "link"))


def test_a_page_error_names_file_and_line(folder: Path) -> None:
    file = write(folder, "home", "\n\n[^x]")
    assert str(unusable(load(folder), "home")).startswith(f"{file}:8: [^x] leads to no source.")


def test_pictures_come_from_the_language_then_the_pack_then_the_assets(folder: Path) -> None:
    pack = load(folder)
    places = [folder.parent / "assets", folder, folder / "bn"]
    for place in places:
        (place / "figures").mkdir()
        (place / "figures" / "x.svg").touch()
        assert pack.picture("figures/x.svg", "bn") == place / "figures" / "x.svg"
    assert pack.picture("figures/x.svg", "en") == folder / "figures" / "x.svg"


@pytest.mark.parametrize(
    "source",
    [
        "nothing.svg", "../outside.svg", "/etc/hostname", "link.png", "folder.svg", "pack.toml",
        "linked/outside.svg", "", "a\0.svg", "x" * 5_000 + ".svg", "loop.svg",
    ],
)  # fmt: skip
def test_a_picture_that_is_not_one_or_lies_outside_is_refused(folder: Path, source: str) -> None:
    (folder.parent / "outside.svg").touch()
    (folder / "link.png").symlink_to("/etc/hostname")
    (folder / "linked").symlink_to(folder.parent)
    (folder / "loop.svg").symlink_to(folder / "loop.svg")
    (folder / "folder.svg").mkdir()
    with pytest.raises(ContentError):
        load(folder).picture(source, "en")


def test_the_slashes_of_windows_are_told_to_be_turned(folder: Path) -> None:
    with pytest.raises(ContentError, match=r"Write / for \\, as in figures/hands\.svg"):
        load(folder).picture("figures\\hands.svg", "en")


def test_a_link_to_a_picture_inside_the_pack_is_followed(folder: Path) -> None:
    (folder / "real.jpeg").touch()
    (folder / "en" / "link.png").symlink_to(folder / "real.jpeg")
    assert load(folder).picture("link.png", "en") == folder / "real.jpeg"


def test_a_page_with_a_missing_picture_is_told_on_a_cache_hit_too(folder: Path) -> None:
    file = write(folder, "home", "\n\n![a](x.png)")
    (folder / "x.png").touch()
    pack = load(folder, PageCache(folder.parent / "cache"))
    assert pack.page("home", "en").pictures == ("x.png",)
    (folder / "x.png").unlink()
    (found,) = picture_faults(pack, pack.page("home", "en"))
    assert (found.file, found.line) == (file, 8)
    assert "x.png" in found.problem


def test_the_glossary_of_the_language_explains_words(folder: Path) -> None:
    write(folder, "glossary", "\n\nhome\n:   A place.")
    body = load(folder).page("home", "en").blocks[0]
    assert isinstance(body, Paragraph)
    assert body.spans == (Term("home", "home", "A place."),)
    assert "Term" not in repr(load(folder).page("glossary", "en"))


def test_a_glossary_that_cannot_be_used_takes_no_other_page_down(folder: Path) -> None:
    write(folder, "glossary", "[^x]")
    pack = load(folder)
    assert pack.page("home", "en").title == "home"
    unusable(pack, "glossary")


def test_a_change_of_page_glossary_or_fact_is_seen_through_the_cache(folder: Path) -> None:
    cache = PageCache(folder.parent / "cache")
    write(folder, "home", "{{ emergency_number }}")
    pack = load(folder, cache)
    seen = [repr(pack.page("home", "en").blocks)]
    write(folder, "glossary", "\n\nhome\n:   A place.")
    seen.append(repr(pack.page("home", "en").blocks))
    (folder / "pack.toml").write_text(TOML.replace("999", "112"), "utf-8")
    seen.append(repr(load(folder, cache).page("home", "en").blocks))
    write(folder, "home", "changed")
    seen.append(repr(load(folder, cache).page("home", "en").blocks))
    assert len(set(seen)) == 4
    assert repr(load(folder, cache).page("home", "en").blocks) == seen[-1]


def test_a_damaged_cache_is_rebuilt_without_a_word(folder: Path) -> None:
    cache = PageCache(folder.parent / "cache")
    page = load(folder, cache).page("home", "en")
    (file,) = (folder.parent / "cache").glob("*.page")
    whole = file.read_bytes()
    file.write_bytes(whole[:-3])
    assert load(folder, cache).page("home", "en") == page
    assert file.read_bytes() == whole


def test_a_warm_start_loads_no_markdown_machinery(folder: Path) -> None:
    write(folder, "glossary", "\n\nhome\n:   A place.")
    cache = folder.parent / "cache"
    load(folder, PageCache(cache)).page("home", "en")
    program = (
        "import sys; from pathlib import Path\n"
        "from kiosk.pack.page_cache import PageCache; from kiosk.pack.pack import load_pack\n"
        "pack = load_pack(Path(sys.argv[1]), assets=Path(sys.argv[2]),"
        " cache=PageCache(Path(sys.argv[3])))\n"
        "print(pack.page('home', 'en').title, {'markdown', 'yaml'} & set(sys.modules))"
    )
    arguments = [str(folder), str(folder.parent / "assets"), str(cache)]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=LIMIT,
    )  # fmt: skip
    assert done.stdout.strip() == "home set()"


def test_every_page_of_the_default_pack_can_be_used() -> None:
    pack = load_pack(ROOT / "content", assets=ROOT / "assets", cache=None)
    for language in pack.languages:
        for name in pack.names():
            assert pack.page(name, language).blocks


@pytest.mark.parametrize("table", ["search", "said"])
@pytest.mark.parametrize("pair", ['bald = "hair\\u0007loss"', '"ba\\tld" = "hair loss"'])
def test_words_with_a_hidden_sign_stand_for_none(folder: Path, table: str, pair: str) -> None:
    error = refused(folder, f"{TOML}\n[{table}.en]\n{pair}\n")
    assert error.problem == f"words of [{table}.en] have a line break or a hidden sign"
    assert error.line > TOML.count("\n")
