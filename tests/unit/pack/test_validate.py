"""A pack is shown only when all of it can be shown; otherwise file, line and remedy are told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kiosk.pack.editions import Editions
from kiosk.pack.page_cache import PageCache, code_digest
from kiosk.pack.validate import Draws, read_proof, verdict
from kiosk.page.blocks import Page
from kiosk.shipped import shipped
from kiosk.svg.drawing import Fault
from tests.flows.packs import HEAD, Writer

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"/>'


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "text", ("en", "bn"))
    writer.page("one", "Words.\n\n![A thing](thing.svg)\n\nSee [two](two.md#here).")
    writer.page("two").page("one", "বাংলা।", language="bn").page("extra", tab=False)
    (writer.folder / "thing.svg").write_text(SVG, "utf-8")
    writer.written()
    return writer


def _drawn(file: Path, languages: Sequence[str]) -> None:
    assert file.exists()


def findings(
    pack: Path, state: Path, cache: PageCache | None = None, draws: Draws = _drawn
) -> tuple[str, ...]:
    def proof(folder: Path) -> list[Exception]:
        by = code_digest()
        return list(read_proof(folder, assets=shipped("assets"), cache=cache, draws=draws, by=by))

    return Editions(state, pack).publish(proof).findings  # type: ignore[arg-type]


def test_a_whole_pack_has_no_findings(pack: Writer, tmp_path: Path) -> None:
    assert findings(pack.folder, tmp_path / "state") == ()


def text(name: str, words: str | bytes) -> Callable[[Writer], object]:
    content = words if isinstance(words, bytes) else words.encode()
    return lambda pack: pack.folder.joinpath(name).write_bytes(content)


def page(name: str, words: str) -> Callable[[Writer], object]:
    return text(f"en/{name}.md", HEAD.format(name=name, tab=name, layout="page") + words)


def with_a_torn_resting_card(pack: Writer) -> None:
    card = '\n[[rest]]\nline = "Come in"\npage = "two"\nfigure = "rest.svg"\n'
    file = pack.folder / "pack.toml"
    file.write_text(file.read_text("utf-8") + card, "utf-8")
    (pack.folder / "rest.svg").write_text("<svg")


def with_a_torn_icon(pack: Writer) -> None:
    (pack.folder / "icons").mkdir()
    (pack.folder / "icons/info.svg").write_text("<svg")


def with_a_key_twice(pack: Writer) -> None:
    (pack.folder / "keyboard").mkdir()
    (pack.folder / "keyboard/en.toml").write_text('\nletters = ["a a"]')


def without_a_mark(pack: Writer) -> None:
    file = pack.folder / "pack.toml"
    file.write_text(file.read_text("utf-8").replace('"\n', "\n", 1), "utf-8")


FAULTS: dict[str, tuple[Callable[[Writer], object], str]] = {
    "pack.toml damaged": (without_a_mark, "pack.toml:1: the closing quot"),
    "pack.toml gone": (lambda pack: (pack.folder / "pack.toml").unlink(), "pack.toml: the file"),
    "a page that is no tab": (
        text("en/extra.md", "---\ntitle: x\nreview: {status: draft, author: A}"),
        "en/extra.md:3: the front",
    ),
    "another language": (text("bn/one.md", ""), "bn/one.md: the page is empty"),
    "a letter cut in two": (
        lambda pack: pack.raw("two", HEAD.encode() + "é".encode()[:1]), "en/two.md:11: this line",
    ),
    "a page's end never written": (
        lambda pack: pack.raw("two", (pack.folder / "en/two.md").read_bytes() + bytes(99)),
        "en/two.md:12: from here on the file is empty",
    ),
    "keys that can't be laid out": (
        with_a_key_twice, "keyboard/en.toml:2: 'letters' has the key 'a' twice",
    ),
    "a mark without a source": (page("two", "Words[^a] and more."), "[^a] leads to no source"),
    "a link to no page": (
        page("two", "See\n[it](nowhere.md)."), "en/two.md:12: a link leads to the page 'nowhere'",
    ),
    "a picture torn": (
        text("thing.svg", SVG[:-3]), "en/one.md:13: the picture 'thing.svg' is cut short",
    ),
    "a picture gone": (lambda pack: (pack.folder / "thing.svg").unlink(), "en/one.md:13: the pict"),
    "a picture elsewhere": (page("two", "![A](/etc/a.png)"), "en/two.md:11: the picture '/etc/a"),
    "a picture in a heading": (page("two", "## A ![b](thing.svg)"), "en/two.md:11: a picture sta"),
    "a tab's icon torn": (
        with_a_torn_icon,
        "icons/info.svg: the picture 'info' is cut short",
    ),
    "a resting card's picture torn": (
        with_a_torn_resting_card, "rest.svg: the picture 'rest.svg' is cut short",
    ),
    "a language without a page": (
        lambda pack: (pack.folder / "bn/one.md").unlink(), "bn: the language 'bn' has no page",
    ),
    "the folder gone": (lambda pack: pack.folder.rename(f"{pack.folder}-old"), "the folder is mis"),
}  # fmt: skip


@pytest.mark.parametrize(("break_it", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_with_the_file_in_the_clinics_own_folder(
    pack: Writer, tmp_path: Path, break_it: Callable[[Writer], object], said: str
) -> None:
    cache = PageCache(tmp_path / "cache")
    assert findings(pack.folder, tmp_path / "state", cache) == ()
    break_it(pack)
    told = findings(pack.folder, tmp_path / "state")
    assert len(told) == 1, told
    for _ in range(2):
        assert findings(pack.folder, tmp_path / "state", cache) == told, "what was proven hides it"
    assert said in told[0]
    assert told[0].startswith(str(pack.folder))
    assert str(tmp_path / "state") not in told[0]
    assert len(told[0].rstrip(".").split(". ")) >= 2, "a problem and a remedy"


def test_a_pack_toml_that_was_torn_is_told_by_what_it_lacks(pack: Writer, tmp_path: Path) -> None:
    text("pack.toml", 'title = "A p')(pack)
    told = findings(pack.folder, tmp_path / "state")
    assert "pack.toml:1: the closing quot" in told[0]
    assert ["' is missing" in each for each in told] == [False] + [True] * 5


def test_reading_all_pages_may_take_its_time_and_no_more(pack: Writer) -> None:
    looks: list[int] = []

    def told(seconds: float) -> list[str]:
        found = read_proof(
            pack.folder, assets=shipped("assets"), cache=None, draws=_drawn, by="",
            alive=lambda: looks.append(1), seconds=seconds,
        )  # fmt: skip
        return [str(each) for each in found]

    assert told(60) == []
    assert len(looks) >= 4, "a sign of life before each page"
    (late,) = told(0)
    assert "en/extra.md: to read all pages up to this one took longer than 0 s. Take" in late


def test_every_faulty_page_is_told_at_once(pack: Writer, tmp_path: Path) -> None:
    for name in ("one", "two", "extra"):
        pack.raw(name, b"")
    assert len(findings(pack.folder, tmp_path / "state")) == 3


class Watched(PageCache):
    """Tells which pages were looked for: just those that are read."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.looked_for: list[str] = []

    def get(self, key: str) -> Page | None:
        self.looked_for.append(key)
        return super().get(key)


class Reader:
    """Publishes a pack again and again, and tells how many pages are read."""

    def __init__(self, pack: Writer, place: Path) -> None:
        self.pack = pack
        self.cache = place / "cache"
        self._state = place / "state"

    def read(self) -> int:
        cache = Watched(self.cache)
        assert findings(self.pack.folder, self._state, cache) == ()
        return len(cache.looked_for)


@pytest.fixture
def reader(pack: Writer, tmp_path: Path) -> Reader:
    return Reader(pack, tmp_path)


def test_only_what_changed_is_read_anew(reader: Reader) -> None:
    folder = reader.pack.folder
    assert reader.read() == 4
    page("two", "Other words.")(reader.pack)
    assert reader.read() == 1
    (folder / "thing.svg").write_text(SVG.replace("4", "5"), "utf-8")
    assert reader.read() == 0
    (folder / "en" / "three.md").write_bytes((folder / "en" / "two.md").read_bytes())
    assert reader.read() == 1, "a page of another name is another page"


def test_a_fact_or_a_term_that_changes_has_the_pages_read_anew(reader: Reader) -> None:
    reader.read()
    file = reader.pack.folder / "pack.toml"
    file.write_text(f'phone = "12"\n{file.read_text("utf-8")}', "utf-8")
    assert reader.read() == 4
    page("glossary", "## Word\n\nA meaning.")(reader.pack)
    assert reader.read() >= 4
    page("glossary", "## Word\n\nAnother meaning.")(reader.pack)
    assert reader.read() >= 4


def test_a_picture_that_could_not_be_drawn_is_looked_at_again(pack: Writer, tmp_path: Path) -> None:
    cache = PageCache(tmp_path / "cache")

    def none(file: Path, languages: Sequence[str]) -> Fault | None:
        return ("can't be drawn", "Draw it") if file.name == "thing.svg" else None

    (told,) = findings(pack.folder, tmp_path / "state", cache, none)
    assert "the picture 'thing.svg' can't be drawn" in told
    assert findings(pack.folder, tmp_path / "state", cache, none) == (told,)
    assert findings(pack.folder, tmp_path / "state", cache) == ()


def test_pages_that_are_no_longer_compiled_are_read_anew(reader: Reader) -> None:
    reader.read()
    for file in reader.cache.glob("*.page"):
        file.unlink()
    page("two", "Other words.")(reader.pack)
    assert reader.read() == 4
    assert len(list(reader.cache.glob("*.page"))) == 4


@pytest.mark.parametrize("at", [0, 40, -1])
def test_a_damaged_proof_proves_nothing(reader: Reader, at: int) -> None:
    first = reader.read()
    file = reader.cache / "proven"
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    page("two", "Other words.")(reader.pack)
    assert reader.read() == first


def test_a_kiosk_of_other_code_proves_everything_anew(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.pack.page_cache.HERE", tmp_path / "code")
    for room in ("markdown", "page", "pack", "svg"):
        (tmp_path / "code" / room).mkdir(parents=True)
    first = reader.read()
    (tmp_path / "code" / "svg" / "judge.py").write_text("stricter = True")
    page("two", "Other words.")(reader.pack)
    assert reader.read() == first


def test_a_link_in_the_place_of_a_page_is_followed_only_inside(
    reader: Reader, tmp_path: Path
) -> None:
    """No copy holds links; were one to, what it leads to would not pass for a page once proven."""
    reader.read()
    folder, cache = reader.pack.folder, Watched(reader.cache)
    inside = folder / "en" / "two.md"
    inside.rename(tmp_path / "two.md")
    inside.symlink_to(tmp_path / "two.md")
    (told,) = read_proof(
        folder, assets=shipped("assets"), cache=cache, draws=_drawn, by=code_digest()
    )
    assert "lies outside the pack" in str(told)


def test_publishing_waits_for_the_disk_and_checking_does_not(
    pack: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[Path] = []
    monkeypatch.setattr("kiosk.pack.copying.sync_all", waited.append)
    assert verdict(pack.folder, lambda copied: []) == []
    assert not waited
    assert findings(pack.folder, tmp_path / "state") == ()
    assert len(waited) == 1
