"""What stands behind a name in pack.toml: the value that was meant, as it must be written.

Owns the kinds of value that the names of pack.toml have. Knows one value, never its line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence

from kiosk.slips import quotation
from kiosk.take_home import web_address

WORDS = ("title", "clinic", "emergency_number", "front_desk", "phone", "line", "text")
"""Names that hold words, or words by language."""

PAGES = ("page", "about", "icon")
LISTS = ("languages", "extras")

EXAMPLES = {
    "title": '"The title of the pack"',
    "clinic": '"The name of the clinic"',
    "emergency_number": '"999"',
    "front_desk": '"tell the front desk now"',
    "languages": '["en"]',
    "line": '"A sentence"',
    "page": '"overview"',
    "icon": '"info"',
    "hide_overdue": "false",
    "take_home": '"https://www.example.org/pages"',
    "tabs": '[{page = "overview", icon = "info"}]',
}

UNFILLED = '"[ask at the front desk]"'
"""A detail that a clinic has yet to fill in."""

_NO_SITE = "the address of a folder begins with https:// and has no ?, # or @ in it"
_TRUE = ("true", "yes", "on", "y", "1")
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'")
_REMARK = re.compile(r"\s+(?:#|//).*$|^#.*$")
_PAIR = re.compile(
    r"(?:^|[{(\[,;\s])[\"'“”]?(?P<name>[A-Za-z][\w-]*)[\"'“”]?\s*(?:=>|=|:)\s*(?=\S)"
)
_NO_SIGN = re.compile(r"[{,;]\s*(?P<name>[A-Za-z][\w-]*)\s+(?=[\"'])")
_ENDING = re.compile(r"\.(?:md|markdown|svg|png)(?:\.txt)?$", re.IGNORECASE)


def remark(value: str) -> tuple[str, str]:
    """Give a value and the remark behind it, `# …`, apart."""
    whole = _STRING.match(value)
    if whole and re.match(r"\s*(?:#|//)", value[whole.end() :]):
        return whole[0], "# " + value[whole.end() :].strip().lstrip("#/ ")
    within = _outside_strings(value)
    found = _REMARK.search(within)
    if not found:
        return value.strip(), ""
    return value[: found.start()].strip(), "# " + value[found.start() :].strip().lstrip("#/ ")


def reads(value: str) -> object:
    """Read a value as it stands, None if it can't be read."""
    try:
        return tomllib.loads(f"x = {value}")["x"]
    except (ValueError, RecursionError, KeyError):
        return None


def written(table: str, name: str, value: str) -> str:
    """Give the value to write for `name`, which stands in `table`; empty where nobody can tell."""
    if table == "details" and name:
        return _words(value)
    if table in ("check.instead", "search", "said"):
        return _string_pairs(value)
    if name == "hide_overdue":
        return _yes_or_no(value)
    if name == "take_home":
        site = _website(_bare(value))
        return quotation.quoted(site) if site else ""
    if table == "check.avoid" or name in LISTS:
        pages = name == "extras"
        return _list(value, pages=pages, one_word=name in LISTS)
    if name in ("tabs", "rest"):
        return _tables(name, value)
    if name == "figure":
        return quotation.quoted(_bare(value).replace("\\", "/"))
    if name in PAGES:
        return quotation.quoted(page_name(_bare(value)))
    if name in WORDS and table != name:
        return _words(value)
    return _string(value) if name else ""


def page_name(words: str) -> str:
    """Give a page's or an icon's name without folder and ending."""
    return _ENDING.sub("", re.split(r"[/\\]", words.strip())[-1]).strip()


def _website(words: str) -> str:
    """Give the address of a website's folder as nothing but that; empty where it isn't clear."""
    bare = re.sub(r"^\s*(?:https?[:/]*)?(?:[^/@]*@)?|[?#].*", "", words, flags=re.IGNORECASE)
    address = f"https://{bare.strip()}"
    return "" if web_address.flaw(address) else address


def _outside_strings(value: str) -> str:
    """Give the value with what stands in whole quotation marks blanked out."""
    return _STRING.sub(lambda string: "_" * len(string[0]), value)


def _bare(value: str) -> str:
    """Give the words of a string; a backslash stays one, as in a path."""
    return quotation.meant(value.strip("[]{}() ")) if value[:1] in "[{(" else quotation.meant(value)


def _string(value: str) -> str:
    if isinstance(reads(value), str) and _STRING.fullmatch(value):
        return value
    return quotation.quoted(quotation.meant(value))


def _words(value: str) -> str:
    value = re.sub('[“„”]([^“„”"]*)[“”]', r'"\1"', value) if value[:1] in "{[(" else value
    # With a mark missing, what is inside and what is outside can't be told by the marks.
    odd = value.count('"') % 2
    pairs = list(_PAIR.finditer(value if odd else _outside_strings(value)))
    if not pairs and value[:1] == "{":
        pairs = list(_NO_SIGN.finditer(value))
    bracketed = value[:1] in "{[("
    # "Note: x" is words; {en: "x"} and en = "x", bn = "y" are words by language.
    if not pairs or not (bracketed or len(pairs) > 1 or (pairs[0].start() == 0 and "=" in value)):
        inner = value.strip("{}[]() ") if bracketed else value
        several = reads(value)
        if isinstance(several, list) and all(isinstance(each, str) for each in several):
            inner = ", ".join(several)
        return _string(inner)
    made = []
    for at, pair in enumerate(pairs):
        until = pairs[at + 1].start() if at + 1 < len(pairs) else len(value)
        said = value[pair.end() : until].strip(" ,;\t\n")
        if until == len(value) and not _STRING.fullmatch(said):
            said = said.rstrip("}]) \n").rstrip(" ,;")
        made.append(f"{pair['name']} = {_string(said)}")
    return "{" + ", ".join(made) + "}"


def _list(value: str, *, pages: bool, one_word: bool) -> str:
    inner = value.strip().removeprefix("[").strip("(){} ")
    inner = inner[:-1] if inner.endswith("]") else inner
    if isinstance(reads(inner), str) and one_word:
        inner = str(reads(inner))
    marked = re.findall(r"[\"'“”‘’]([^\"'“”‘’,;\n]+)[\"'“”‘’]?|([^\s\"'“”‘’,;\[\]]+)", inner)
    if one_word:
        items = [(a or b).strip() for a, b in marked]
    elif _STRING.search(inner):
        items = [quotation.meant(string[0]) for string in _STRING.finditer(inner)]
    else:
        items = [quotation.meant(part) for part in re.split(r"[,;\n]", inner)]
    items = [page_name(item) if pages else item for item in items if item.strip()]
    return "[" + ", ".join(quotation.quoted(item) for item in items) + "]"


def _string_pairs(value: str) -> str:
    """Give pairs of words in braces, taken from whole quotation marks of any kind."""
    said = [quotation.quoted(each) for each in re.findall(r"[\"“”]([^\"“”\n]*)[\"“”]", value)]
    if not said or len(said) % 2:
        return ""
    pairs = zip(said[::2], said[1::2], strict=True)
    return "{" + ", ".join(f"{word} = {better}" for word, better in pairs) + "}"


def _tables(name: str, value: str) -> str:
    names = reads(value) or reads(_list(value, pages=True, one_word=True))
    if "{" in value or name != "tabs" or not isinstance(names, list | str) or not names:
        return ""
    pages = [names] if isinstance(names, str) else names
    if not all(isinstance(page, str) for page in pages):
        return ""
    made = (f'{{page = {quotation.quoted(page_name(page))}, icon = "info"}}' for page in pages)
    return "[" + ", ".join(made) + "]"


def _yes_or_no(value: str) -> str:
    said = quotation.meant(value).rstrip(".,;").casefold()
    return "true" if said in _TRUE else "false"


def flaw(value: str, new: str) -> str:
    """Say what is wrong with a value, where `new` is the one to write."""
    if not value:
        return "nothing stands behind the equals sign"
    outside = _outside_strings(value)
    if any(c in "“”‘’„«»" for c in outside):
        return "the quotation marks are not the straight ones"
    if "\\" in value and "\\" not in new.replace("\\\\", ""):
        return "a backslash between quotation marks is not read as one"
    for opening, closing in ("[]", "{}"):
        if new.startswith(opening) and outside.count(opening) != outside.count(closing):
            if value.startswith(opening) and value.endswith(closing):
                return f"there are more brackets {closing} than {opening}"
            where = "closing" if outside.count(opening) > outside.count(closing) else "opening"
            return f"the {where} bracket {closing if where == 'closing' else opening} is missing"
    if new.startswith("["):
        return _flaw_in_list(value, outside)
    if new.startswith("{"):
        return _flaw_in_table(outside)
    if new in ("true", "false"):
        return "this can be true or false, in small letters and without quotation marks"
    said = reads(value)
    if value[0] in "\"'" and not isinstance(said, str):
        return quotation.flaw(value) or "the quotation marks don't stand right"
    if isinstance(said, list):
        return "several words stand here, where all of them belong between two quotation marks"
    if isinstance(said, str):
        site = new.startswith('"https:')
        return _NO_SITE if site else "a page or a file is named here in another way"
    return quotation.flaw(value) or "the words have no quotation marks around them"


def _flaw_in_list(value: str, outside: str) -> str:
    if not value.startswith("["):
        return "a list stands between square brackets"
    if re.search(r"_\s*(?:_|;)", re.sub("_+", "_", outside)):
        return "a comma is missing in the list"
    return "each word of a list stands between straight quotation marks, a comma between two"


def _flaw_in_table(outside: str) -> str:
    if "\n" in outside:
        return "words by language stand in one line"
    if ":" in outside:
        return "an equals sign stands between a language and its words"
    if re.search(r",\s*\}", outside):
        return "a comma stands behind the last words"
    if re.search(r"_\s+\w", re.sub("_+", "_", outside)) or ";" in outside:
        return "a comma is missing between the words of two languages"
    return "words by language stand between braces, each between straight quotation marks"


def joined(parts: Sequence[str]) -> str:
    """Put the lines of one value together, remarks left out."""
    bare = (remark(part.strip().removeprefix("- "))[0] for part in parts)
    return "\n".join(bare).strip()


def languages(lines: Sequence[str]) -> tuple[str, ...]:
    """Give the languages that pack.toml names, as far as they can be read."""
    for line in lines:
        if found := re.match(r"\s*languages?\s*[=:](.*)", line):
            return tuple(re.findall(r"[a-z]{2,3}(?:-\w+)?", found[1]))
    return ()
