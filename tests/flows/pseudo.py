"""A language that doesn't exist: English whose every word has accents and 40 % more letters.

Makes the kiosk's own words in it and a pack of pages, under the code of a language that exists:
Qt knows how to write that one's numbers and its name. Knows nothing of screens.
"""

from __future__ import annotations

import math
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from kiosk.shipped import shipped
from tests.waiting import LIMIT

CODE = "de"
"""The code under which the language goes."""

LONGER = 1.4

_ACCENTS = str.maketrans("AEIOUCSaeioucsnyz", "ÅÉÎÖÛÇŠåéîöûçšñýž")
_ENDING = "éöšåñûž"
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")

# What is no word in a page: footnotes, targets, anchors, facts, kinds of boxes, levels of a ladder,
# numbers, addresses.
_KEPT = re.compile(
    r"(?m:^ +- (?:high|moderate|low|very-low|none):)|\[\^[^\]]*\]|\]\([^)]*\)|\{[^}]*\}+"
    r"|!!! *[\w-]+(?: [\w-]+)?|<[^>]*>|%[L0-9n]+"
    r"|[^\s|\[\]*]*[0-9/@][^\s|\[\]*]*|\w+\.\w+"
)


def long_word(word: str) -> str:
    """Return a word with accents and 40 % more letters; a single letter stays one."""
    more = math.ceil(len(word) * LONGER) - len(word) if len(word) > 1 else 0
    return word.translate(_ACCENTS) + (_ENDING * 3)[:more]


def long_words(text: str) -> str:
    """Return a text whose every word is longer; what is no word stays."""
    made, at = [], 0
    for kept in _KEPT.finditer(text):
        made += [_WORD.sub(lambda word: long_word(word[0]), text[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*made, _WORD.sub(lambda word: long_word(word[0]), text[at:])])


def kiosk_words(folder: Path) -> Path:
    """Write the kiosk's own words, compiled as `make translations` does; give the folder."""
    folder.mkdir()
    tree = ElementTree.parse(shipped("assets") / "translations" / "kiosk_bn.ts")
    tree.getroot().set("language", CODE)
    for message in tree.iter("message"):
        source, said = message.find("source"), message.find("translation")
        assert source is not None
        assert said is not None
        said.attrib.clear()
        said.text = long_words(source.text or "")
    tree.write(folder / f"kiosk_{CODE}.ts", encoding="utf-8", xml_declaration=True)
    maker = shipped("assets") / "translations" / "words.py"
    subprocess.run([sys.executable, maker, "compile", folder], check=True, timeout=LIMIT)
    return folder


def long_pages(folder: Path) -> Path:
    """Write the kiosk's own pages in English and in longer words; give the pack's folder."""
    shutil.copytree(shipped("content") / "en", folder / "en")
    (folder / CODE).mkdir()
    for file in (folder / "en").glob("*.md"):
        _, head, text = file.read_text("utf-8").split("---\n", 2)
        lines = "\n".join(_longer_head(line) for line in head.split("\n"))
        (folder / CODE / file.name).write_text(f"---\n{lines}---\n{long_words(text)}", "utf-8")
    pack = (shipped("content") / "pack.toml").read_text("utf-8")
    pack = re.sub(r"languages = \[.*?\]", f'languages = ["en", "{CODE}"]', pack)
    (folder / "pack.toml").write_text(
        re.sub(
            r"\{en = (\"[^\"]*\").*?\}",
            lambda words: f"{{en = {words[1]}, {CODE} = {long_words(words[1])}}}",
            pack,
        ),
        "utf-8",
    )
    return folder


def _longer_head(line: str) -> str:
    name, colon, words = line.partition(": ")
    said = name.strip() in ("title", "tab", "lead", "author", "reviewer")
    return name + colon + (long_words(words) if said else words)
