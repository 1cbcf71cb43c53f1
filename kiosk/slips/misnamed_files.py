"""The page that a misnamed file was meant to be: `faq.md.txt`, `FAQ.md`, `faq (1).md`, `faq.docx`.

Owns only the comparison of names; looks into no folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kiosk.slips.near_names import nearest
from kiosk.slips.quotation import tidy

_TEXT = ("md", "markdown", "mdown", "mkd", "mdwn", "mdx", "txt", "text")
_OFFICE = ("docx", "doc", "odt", "rtf", "pages", "pdf", "html", "htm")
_COPY = re.compile(
    r"\s*(?:\(\d+\)|[-–_ ]+(?:copy|kopie|copie|copia)(?:\s*\(?\d+\)?)?)$", re.IGNORECASE
)
_ENDING = re.compile(rf"\s*\.\s*({'|'.join(_TEXT + _OFFICE)})\s*$", re.IGNORECASE)


def meant(file_name: str) -> str:
    """Give the page's name that a file was meant to have, empty if it is none."""
    name = tidy(file_name)
    if name.startswith((".", "~", "#")):
        return ""
    ended = _ENDING.search(name)
    while found := _ENDING.search(name):
        name = name[: found.start()]
    while found := _COPY.search(name):
        name = name[: found.start()]
    name = re.sub(r"[^\w]+", "-", name).strip("-_")[:100]
    return name if ended else ""


def is_markdown(file_name: str) -> bool:
    """Tell whether a file says that it is Markdown, among whatever other endings it has."""
    return (
        re.search(r"\.\s*(?:md|markdown|mdown|mkd)\s*(?:\.|$)", file_name, re.IGNORECASE)
        is not None
    )


def rename(file_name: str, page: str) -> str:
    """Say how to make the page of a file."""
    if file_name.lower().rstrip().endswith(tuple(f".{ending}" for ending in _OFFICE)):
        return f"Open it, and save its words as plain text in a file named {page}.md"
    return f"Rename it to {page}.md"


def missing_page(
    name: str, names: Iterable[str], lying: Mapping[str, Iterable[str]]
) -> tuple[str, str]:
    """Say what is wrong and what to do where the page `name` is in no language.

    `names` are the pages that are there, `lying` the names of the files in each language's folder.
    """
    problem = f"the page '{name}' exists in no language"
    for language, file_names in lying.items():
        for file in sorted(file_names):
            if meant(file).casefold() == name.casefold():
                problem += f", but the file {language}/{file} lies there"
                return problem, rename(file, f"{language}/{name}")
    file = f"{next(iter(lying))}/{name}.md"
    if near := nearest(name, names):
        return problem, f"Write {near} in its place, or add {file}"
    return problem, f"Add the file {file} or correct the name"
