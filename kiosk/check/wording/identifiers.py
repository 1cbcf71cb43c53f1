"""The numbers by which a source is found again, and the sources as they stand in a page's file.

Owns the form that a DOI, a PubMed number, a PMC number and an ISBN have. Asks nobody whether one
exists: the kiosk is not on a network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

# Crossref, "DOIs and matching regular expressions" (2015): this form fits 74.4 of 74.9 million;
# those of Wiley (10.1002) hold other characters too.
_DOI = re.compile(r"10\.[0-9]{4,9}/[-._;()/:A-Za-z0-9]+|10\.1002/\S+")
# What is meant to be one: the word with something that holds a digit, or an address of doi.org.
_DOI_MEANT = re.compile(
    r"(?:\bdoi(?:\.org)?\s*[:/]?\s*(?:https?://)?(?:(?:dx\.)?doi\.org/)?|(?<![\d./])(?=10\.\d{4,9}/))"
    r"(?P<number>[^\s,\"”»\]]{0,60}\d[^\s,\"”»\]]{0,200})",
    re.IGNORECASE,
)
# National Library of Medicine, MEDLINE field descriptions: 1 to 8 digits, no zero in front.
_PUBMED = re.compile(r"[1-9][0-9]{0,7}")
_PUBMED_MEANT = re.compile(r"\b(?:PubMed(?:\s+ID)?|PMID)\s*:?\s*(?P<number>\w*\d\w*)", re.I)
_PMC = re.compile(r"[1-9][0-9]{0,7}")
_PMC_MEANT = re.compile(r"\bPMC(?:ID)?\s*:?\s*(?:PMC)?(?P<number>\w*\d\w*)")
# A page by itself, as nhs.uk/conditions/anaphylaxis: who publishes it, and what of theirs.
_PAGE = re.compile(
    r"(?<![\w./@-])(?:https?://)?(?P<page>(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>]*\w)", re.I
)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*(?P<number>[0-9][0-9\- ]{7,16}[0-9Xx])")
_NO_NUMBER = {
    "en": re.compile(r"\bno doi\b", re.IGNORECASE),
    "bn": re.compile("DOI পাওয়া যায়নি"),
}
_ANY = re.compile(r"\bDOI\b")

_TAIL = ".,;:)।"

_NOTE = re.compile(r"\[\^([^\]\n]{1,200})\]")
_DEFINED = re.compile(
    r"^ {0,3}\[\^(?P<name>[^\]\n]{1,200})\]:(?P<words>.*(?:\n(?: {4}|\t).*)*)", re.MULTILINE
)


class Identified(msgspec.Struct, frozen=True):
    """What a source gives: `right` numbers such as `doi:10.1000/x`, and `wrong` ones as written.

    The address of a page, `page:nhs.uk/conditions/anaphylaxis`, is as good; that of a site is none.
    """

    right: tuple[str, ...]
    wrong: tuple[tuple[str, str], ...]


class Note(msgspec.Struct, frozen=True):
    """A source as the file has it: `offset` of its line, its words, and whether it is led to."""

    name: str
    offset: int
    words: str
    used: bool


def identified(text: str) -> Identified:
    """Read the numbers of a source. `wrong` has what each is meant to be, and its characters."""
    right: list[str] = []
    wrong: list[tuple[str, str]] = []
    for kind, meant, form in (
        ("DOI", _DOI_MEANT, _DOI),
        ("PubMed number", _PUBMED_MEANT, _PUBMED),
        ("PMC number", _PMC_MEANT, _PMC),
    ):
        for found in meant.finditer(text):
            number = _trimmed(found["number"])
            if form.fullmatch(number):
                right.append(f"{kind.split()[0].lower()}:{number.lower()}")
            else:
                wrong.append((kind, number))
    for found in _ISBN.finditer(text):
        number = re.sub("[- ]", "", found["number"]).upper()
        if _is_isbn(number):
            right.append(f"isbn:{number}")
        else:
            wrong.append(("ISBN", found["number"]))
    right += [
        f"page:{found['page'].lower()}"
        for found in _PAGE.finditer(text)
        if "doi.org/" not in found["page"].lower()
    ]
    return Identified(tuple(dict.fromkeys(right)), tuple(wrong))


def says_none(text: str, language: str) -> bool:
    """Tell whether a source says that it has no DOI.

    In a language whose words for it aren't known here, it is enough that DOI is named.
    """
    return bool(_NO_NUMBER.get(language.split("-", maxsplit=1)[0], _ANY).search(text))


def notes(text: str) -> Iterator[Note]:
    """Give the sources that a page's file defines, in its order."""
    defined = list(_DEFINED.finditer(text))
    begins = {found.start("name") - 2 for found in defined}
    led = {found[1] for found in _NOTE.finditer(text) if found.start() not in begins}
    for found in defined:
        offset = found.start("name") - 2
        yield Note(found["name"], offset, found["words"].strip(), found["name"] in led)


def _trimmed(number: str) -> str:
    """Take away what belongs to the sentence: a stop, or a bracket that was never opened."""
    while number and number[-1] in _TAIL:
        if number[-1] == ")" and number.count("(") >= number.count(")"):
            break
        number = number[:-1]
    return number


def _is_isbn(number: str) -> bool:
    """Tell whether the check digit is right (ISO 2108)."""
    if len(number) == 13 and number.isdecimal():
        return sum(int(c) * (1, 3)[at % 2] for at, c in enumerate(number)) % 10 == 0
    if len(number) == 10 and number[:9].isdecimal():
        values = [*map(int, number[:9]), 10 if number[9] == "X" else int(number[9])]
        return sum(value * (10 - at) for at, value in enumerate(values)) % 11 == 0
    return False
