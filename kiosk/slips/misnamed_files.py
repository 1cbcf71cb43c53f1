"""What a misnamed file or folder was meant to be: `faq.md.txt`, `FAQ (1).md`, `Pack.toml`, `EN`.

Owns only the comparison of names; looks into no folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kiosk.slips.near_names import nearest
from kiosk.slips.quotation import tidy

_TEXT = ("md", "markdown", "mdown", "mkd", "mdwn", "mdx", "txt", "text")
_OFFICE = ("docx", "doc", "odt", "rtf", "pages", "pdf", "html", "htm")
_COPY = re.compile(
    r"\s*(?:\(\d+\)|[-–_ ]+(?:copy|kopie|copie|copia)(?:\s*\(?\d+\)?)?)$", re.IGNORECASE
)
_CODE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2,4})?")
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


def rename(file_name: str, wanted: str) -> str:
    """Say how to make `wanted`, seen from the pack's folder, of a file."""
    if tidy(file_name).lower().endswith(tuple(f".{ending}" for ending in _OFFICE)):
        return f"Open it, and save its words as plain text in a file named {wanted}"
    return f"Rename it to {wanted}"


def pack_file(file_names: Iterable[str], wanted: str) -> str:
    """Give the file that was meant to be pack.toml, `wanted`; empty if none was."""
    stems = {}
    for name in sorted(file_names, reverse=True):
        stem, dot, ending = _ENDING.sub("", tidy(name)).partition(".")
        stem = _COPY.sub("", stem)
        stems[wanted if f"{stem.casefold()}.toml" == wanted else stem + dot + ending] = name
    return stems.get(nearest(wanted, stems), "")


def language_folders(
    names: Sequence[str], languages: Sequence[str], missing: Sequence[str]
) -> dict[str, str]:
    """Map folders with pages that are no language's to the language that was meant.

    `missing` are those of the languages that have no folder. A folder with another language's code
    has "".
    """
    found: dict[str, str] = {}
    for name in names:
        plain = re.sub(r"[\s_]+", "-", tidy(name)).casefold()
        same = [each for each in languages if plain.rpartition("/")[2] == each.casefold()]
        near = [each for each in missing if plain.startswith(each.partition("-")[0].casefold())]
        for language in (same or near)[:1]:
            found[name] = language
    left = [each for each in missing if each not in found.values()]
    strays = [name for name in names if name not in found]
    found |= {name: "" for name in strays if _CODE.fullmatch(name)}
    strays = [name for name in strays if name not in found]
    if len(left) == len(strays) == 1:
        found[strays[0]] = left[0]
    return found


def rename_folder(name: str, language: str) -> tuple[str, str]:
    """Say what is wrong with the folder that was meant for a language, and what to do."""
    if not language:
        problem = f"'{name}' is not among the languages of the pack, so nobody will see its pages"
        return problem, f"Add {name} to languages in pack.toml, or take the folder out"
    if "/" in name:
        problem = f"the folder '{name}' is not where its language is looked for"
        return problem, f"Move the folder {language} so that it lies beside pack.toml"
    problem = f"no folder of pages can be called '{name}', so nobody will see what lies in it"
    return problem, f"Rename the folder to {language}"


def missing_page(
    name: str, names: Iterable[str], lying: Mapping[str, Iterable[str]]
) -> tuple[str, str]:
    """Say what is wrong and what to do where the page `name` is in no language.

    `names` are the pages that are there, `lying` the names of the files in each language's folder
    and, under "", beside pack.toml.
    """
    problem = f"the page '{name}' exists in no language"
    near = nearest(name, names)
    if near and near == name.casefold():
        return problem, f"Write {near} in its place: capital and small letters are told apart"
    plain = re.sub(r"\W", "", name.casefold())
    for language, file_names in lying.items():
        for file in sorted(file_names):
            bare = re.sub(r"\W", "", file.casefold())
            if meant(file).casefold() == name.casefold() or bare in (plain, f"{plain}md"):
                right = f"{language or next(iter(lying))}/{name}.md"
                remedy = rename(file, right) if language else f"Move it to {right}"
                return (
                    f"{problem}, but the file {f'{language}/{file}'.lstrip('/')} lies there",
                    remedy,
                )
    file = f"{next(iter(lying))}/{name}.md"
    if near:
        return problem, f"Write {near} in its place, or add {file}"
    return problem, f"Add the file {file} or correct the name"
