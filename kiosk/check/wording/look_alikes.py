"""Letters that look like others: a Cyrillic а in an English word, or in a link's address.

Owns which letters look alike, and when a word holds such a one by mistake. A reader sees nothing;
the voice stumbles, no search finds the word, and an address leads elsewhere. Knows no page.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

import msgspec

from kiosk.check.wording.hidden_signs import script, without_hidden

_TWINS = {
    "CYRILLIC": ("АВЕКМНОРСТУХІЈЅԚԜӀаеорсухіјѕһԁԛԝӏк", "ABEKMHOPCTYXIJSQWIaeopcyxijshdqwlk"),
    "GREEK": ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳαικνρτυχγηω", "ABEZHIKMNOPTYXocjaikvptuxynw"),
    "ARMENIAN": ("ՍՏԼՕօոսհցզյ", "USLOonuhgqj"),
    "CHEROKEE": ("ᎪᎢᎬᎫᎳᎷᎻᏀᏟᏢᎡᏚᏙᏞᏃᏴ", "ATEJWMHGCPRSVLZB"),
    "LISU": ("ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓨꓪꓫꓬꓮꓰꓲꓳꓴ", "BPDTGKJCZFMNLSRVHGWXYAEIOU"),
    "COPTIC": ("ⲀⲂⲈⲎⲒⲔⲘⲚⲞⲢⲤⲦⲬ", "ABEHIKMNOPCTX"),
    "GEORGIAN": ("", ""),
}
"""By script: letters that look like a Latin one, and that one."""

_LATIN_FOR = {
    letter: latin
    for letters, latins in _TWINS.values()
    for letter, latin in zip(letters, latins, strict=True)
}
_TWIN_OF = {
    name: dict(zip(reversed(latins), reversed(letters), strict=True))
    for name, (letters, latins) in _TWINS.items()
}
_SUSPECT = {*_TWINS, "MATHEMATICAL", "FULLWIDTH"}
"""The scripts whose letters can be taken for others, as `script` names them."""

# Greek letters that stand for a quantity, a unit or a part of a substance: µg, TNFα, NFκB, kΩ.
_SYMBOLS = frozenset("αικνρτυχγηω")

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]+[^\W_]+)*")
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)[^\s<>\"'“”‘’\]|]+", re.IGNORECASE)
_HOST = re.compile(r"(?:\w+://|mailto:[^@]*@)?([^/?#:()]+)", re.IGNORECASE)


class Disguise(msgspec.Struct, frozen=True):
    """A word with a letter of another script: where it begins, the letter, and what is meant.

    `meant` is empty where that can't be told; `address` where the word stands in an address.
    """

    at: int
    word: str
    letter: str
    meant: str
    address: bool = False


def letters_by_script(text: str) -> Counter[str]:
    """Count the letters of a text by their script."""
    found: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if name := script(character):
            found[name] += count
    return found


def disguises(line: str, counted: Counter[str], *, wide: bool = False) -> Iterator[Disguise]:
    """Give the words of a line that hold letters which only look like theirs.

    `counted` are the letters of the whole text by script: between Latin words a lone Cyrillic one
    is a mistake, in a Russian text it is a word. `wide`: the language writes wide letters.
    """
    if line.isascii() and "%" not in line and "xn--" not in line.lower():
        return
    addresses = list(_ADDRESS.finditer(line))
    words = [found for found in _WORD.finditer(line) if not found[0].isascii()]
    if _SUSPECT.isdisjoint(letters_by_script(line)):
        words = []  # in Bengali, say, no letter looks like a Latin one
    foreign = {_foreign(found[0]) for found in words}
    alone = Counter({name: count for name, count in counted.items() if name not in foreign})
    for found in words:
        if any(each.start() <= found.start() < each.end() for each in addresses):
            continue
        if letter := _odd_letter(found[0], alone, wide=wide):
            yield Disguise(found.start(), found[0], letter, _meant(found[0]))
    for each in addresses:
        yield from _in_address(each)


def _foreign(word: str) -> str:
    """Give the script of a word that can be none but its own, as most words of a language are."""
    scripts = letters_by_script(word)
    own = next(iter(scripts), "")
    return own if len(scripts) == 1 and own in _TWINS and not _all_alike(word) else ""


def _in_address(address: re.Match[str]) -> Iterator[Disguise]:
    """Look at a host's names as they are meant, and at what an address hides behind % signs."""
    host = _HOST.match(address[0])
    names = [_decoded(name) for name in unquote(host[1]).split(".")] if host else []
    shown = unquote(address[0])
    found: dict[str, str] = {}
    for name in (*names, *(word[0] for word in _WORD.finditer(shown))):
        letter = _odd_letter(name, Counter())
        if not letter and name in names[:-1] and names[-1].isascii():
            letter = _all_alike(name)
        if letter:
            found.setdefault(name, letter)
    for name, letter in found.items():
        # A part of a name says nothing that the name doesn't.
        if not any(name != other and name in other for other in found):
            yield Disguise(address.start(), name, letter, _meant(name), address=True)


def _decoded(name: str) -> str:
    if not name.lower().startswith("xn--"):
        return name
    try:
        return name[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return name


def _odd_letter(word: str, counted: Counter[str], *, wide: bool = False) -> str:
    """Give the first letter that doesn't belong into a word; nothing where all of them do."""
    word = without_hidden(word)
    if styled := [c for c in word if _is_styled(c, wide=wide)]:
        return styled[0] if len(styled) > 1 or len(word) > 1 else ""
    by_script = letters_by_script(word)
    others = [name for name in by_script if name in _TWINS]
    if not others:
        return ""
    if "LATIN" not in by_script:
        if len(others) > 1:
            return _first(word, min(others, key=lambda name: by_script[name]))
        lone = others[0] in counted and counted[others[0]] * 2 < counted["LATIN"]
        return _all_alike(word) if lone else ""
    if "GREEK" in others and len(others) == 1:
        return _odd_greek(word, by_script)
    if _has_ending(word):
        return ""
    most = max(others, key=lambda name: by_script[name])
    return _first(word, most if by_script["LATIN"] >= by_script[most] else "LATIN")


def _odd_greek(word: str, by_script: Counter[str]) -> str:
    """Look at Greek letters beside Latin ones, which are at home in medicine: µg, TNFα, kΩ."""
    if by_script["GREEK"] > max(2, by_script["LATIN"]):
        return _first(word, "LATIN")
    for at, letter in enumerate(word):
        if letter not in _LATIN_FOR or script(letter) != "GREEK":
            continue
        around = word[max(0, at - 1) : at] + word[at + 1 : at + 2]
        inside = len(around) == 2 and around.islower() and around.isalpha()
        if letter not in _SYMBOLS or inside:
            return letter
    return ""


def _has_ending(word: str) -> bool:
    """Tell whether a Latin abbreviation has a Cyrillic ending, as in Russian: SMSка."""
    return re.fullmatch(r"[A-Z][A-Z0-9]+[\u0430-\u045f]+", word) is not None


def _all_alike(word: str) -> str:
    """Give the first letter of a word that could be read as a Latin one throughout."""
    letters = [c for c in word if c.isalpha()]
    if not letters or any(c not in _LATIN_FOR for c in letters):
        return ""
    if script(letters[0]) == "GREEK" and (len(letters) < 2 or _SYMBOLS.issuperset(letters)):
        return ""
    return letters[0]


def _is_styled(character: str, *, wide: bool) -> bool:
    """Tell whether it is a letter made for formulas or for wide type, drawn like a usual one."""
    kind = "" if character.isascii() else unicodedata.name(character, "").partition(" ")[0]
    return kind == "MATHEMATICAL" or (kind == "FULLWIDTH" and not wide and character.isalpha())


def _first(word: str, name: str) -> str:
    return next(c for c in word if script(c) == name)


def _meant(word: str) -> str:
    """Give a word in the letters of one script; nothing where one of them looks like none there."""
    by_script = letters_by_script(word)
    most = max(by_script, key=lambda name: by_script[name], default="LATIN")
    latin = most == "LATIN" or all(c in _LATIN_FOR for c in word if script(c) == most)
    twins = _LATIN_FOR if latin else _TWIN_OF.get(most, {})
    meant = "".join(
        twins.get(c, unicodedata.normalize("NFKC", c) if _is_styled(c, wide=False) else c)
        for c in without_hidden(word)
    )
    return meant if len(letters_by_script(meant)) == 1 else ""
