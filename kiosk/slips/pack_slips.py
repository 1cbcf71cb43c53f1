"""What authors write wrong in the lines of pack.toml, each with the line to write instead.

Owns the walk over the lines and how a line must look. It guesses: whoever asks must try each slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from kiosk.slips import own_names, quotation, toml_values
from kiosk.slips.near_names import misnamed, nearest, plain
from kiosk.slips.slip import Refusal, Slip, Stage, replaced

TOP_NAMES = (
    "title", "clinic", "emergency_number", "front_desk", "languages", "tabs", "phone", "about",
    "extras", "hide_overdue", "take_home", "check", "rest", "details", "search", "said",
)  # fmt: skip
INNER_NAMES = {
    "tabs": ("page", "icon"),
    "rest": ("line", "page", "text", "figure"),
    "check": ("off", "avoid", "instead"),
}
OTHER_NAMES = {
    "name": "title", "heading": "title", "hospital": "clinic", "practice": "clinic",
    "clinic_name": "clinic", "emergency": "emergency_number", "telephone": "phone", "tel": "phone",
    "phone_number": "phone", "language": "languages", "reception": "front_desk",
    "desk": "front_desk",
    "picture": "figure", "image": "figure", "file": "page", "words": "text", "extra": "extras",
    "cards": "rest", "card": "rest", "tab": "tabs", "pages": "tabs", "website": "take_home",
}  # fmt: skip

_MOST_LINES, _LONGEST = 500, 5_000
_OWN = ("details", "check.instead", "search", "said")
_TABLES = ("check.off", "check.avoid", *_OWN, *toml_values.WORDS[:5])
_FREE = (*_TABLES, "line", "text")
"""Tables whose names are an author's own: rules, languages and details."""

_HEAD = re.compile(
    r"\s*[\[({]{1,3}\s*[\"'“”]?(?P<name>[A-Za-z][\w .-]*?)[\"'“”]?\s*[\])}]{0,3}\s*(?P<rest>#.*)?"
)
_LINE = re.compile(
    rf"""(?P<indent>[\s{quotation.INVISIBLE}]*)(?P<bullet>[-–—*•]\s+)?(?P<mark>[\"'“”]?)
        (?P<name>[^\W\d][\w{quotation.INVISIBLE}. -]{{0,60}}?)[\"'“”]?
        (?P<before>[\s{quotation.INVISIBLE}]*)(?P<sign>:=|==|=>|->|=|:|：|＝)
        (?P<after>[\s{quotation.INVISIBLE}]*)(?P<value>.*)""",
    re.VERBOSE,
)
_NO_SIGN = re.compile(r"\s*(?P<name>\w+)\s+(?:[-–—]\s+)?(?P<value>[\"'“\[{\d].*)")
_SECOND = re.compile(
    r"(?P<first>[\"'“].*?[\"'”])[\s,;]+(?P<name>\w+)\s*[=:]\s*(?P<second>[\"'“].*[\"'”])"
)
_REMARK = re.compile(r"\s*(?://|;|--\s*\w|/\*|<!--)")


class _Written(msgspec.Struct, frozen=True, kw_only=True):
    """A line with a name, and the table that it stands in: "" for none."""

    at: int
    last: int
    table: str
    said: str
    name: str
    bullet: bool
    sign: str
    around: str
    value: str


def slips(lines: Sequence[str], refusal: Refusal) -> Iterator[Slip]:
    """Give what may be wrong, from the top down."""
    table = ""
    at = 0
    while at < min(len(lines), _MOST_LINES):
        line = lines[at]
        here = at
        at += 1
        if len(line) > _LONGEST or not quotation.tidy(line) or line.lstrip().startswith("#"):
            continue
        head = _HEAD.fullmatch(quotation.tidy(line)) if _is_head(line) else None
        if head:
            table = _table(head["name"])
            yield from _head(here, line, table, head)
            continue
        if pairs := own_names.pairs(here, lines, table):
            yield from pairs
            at = pairs[0].last
        if pairs or table.startswith(own_names.PAIRS):
            continue
        written = _read(here, lines, table)
        if written is None:
            if table == "details":
                yield from own_names.unnamed_detail(here, line)
            yield from _other(here, line, refusal)
            continue
        if written.name in (*INNER_NAMES, "details") and not written.value:
            table = written.name
            yield replaced(here, _bracketed(table), f"'{table}' stands between square brackets")
            continue
        yield from _moved(written, lines, refusal)
        yield from _line(written, lines)
        whole = not written.value or written.value[0] in "[{"
        at = written.last + 1 if whole else written.at + 1
    if refusal.missing:
        yield from _missing(lines, refusal)


def names(keys: Sequence[str]) -> tuple[str, ...]:
    """Give the names that can stand in the part of pack.toml to which `keys` lead."""
    return INNER_NAMES.get(keys[0], TOP_NAMES) if keys else TOP_NAMES


def _is_head(line: str) -> bool:
    begins = line.lstrip().startswith(("[", "(", "{"))
    return begins and not re.search(r"[=,:]", line.split("#", maxsplit=1)[0])


def _table(name: str) -> str:
    """Give the table that a head begins, as near as it can be told; "" for none of ours."""
    bare = name.strip().replace(" ", "")
    parts = bare.split(".")
    for at in range(1, len(parts)):
        if parent := nearest(".".join(parts[:at]), _OWN):
            return f"{parent}.{parts[at]}"
    found = nearest(bare, (*INNER_NAMES, *_TABLES), OTHER_NAMES)
    if found:
        return found
    inner = nearest(bare, INNER_NAMES["check"])
    return f"check.{inner}" if inner else ""


def _head(at: int, line: str, table: str, head: re.Match[str]) -> Iterator[Slip]:
    new = f"{_bracketed(table)} {head['rest']}" if head["rest"] else _bracketed(table)
    if new == line.strip() or not table:
        return
    brackets = "two square brackets" if new.startswith("[[") else "one square bracket"
    problem = f"'{table}' stands between {brackets} on each side"
    if head["name"] != table:
        problem = f"no part of pack.toml is called '{head['name']}', but '{table}' is"
    yield replaced(at, new, problem)


def _bracketed(table: str) -> str:
    return f"[[{table}]]" if table in ("tabs", "rest") else f"[{table}]"


def _read(at: int, lines: Sequence[str], table: str) -> _Written | None:
    line = lines[at]
    match = _LINE.fullmatch(line)
    # A colon within words is none behind a name.
    sign = match["sign"] if match else ""
    match = match or _NO_SIGN.fullmatch(line)
    if not match:
        return None
    said = match["name"]
    name = _name(said, table)
    if not name:
        return None
    last = at
    value = match["value"].strip()
    # A detail may have a name as short as a language's.
    bare = toml_values.remark(value)[0]
    reads = toml_values.reads(bare) is not None
    whole = table == "details" and (not bare or reads)
    languages = toml_values.languages(lines) if reads else None
    while not whole and last + 1 < len(lines) and _goes_on(lines[last + 1], value, languages):
        last += 1
    return _Written(
        at=at,
        last=last,
        table=table,
        said=said,
        name=name,
        bullet=bool(sign and match["bullet"]),
        sign=sign,
        around=match["indent"] + match["before"] + match["after"] if sign else " ",
        value=value,
    )


def _name(said: str, table: str) -> str:
    if table == "details" and said not in TOP_NAMES:
        return plain(said)
    if table in _FREE or "." in table:
        return said
    pool = INNER_NAMES.get(table, TOP_NAMES)
    base = said.split(".", maxsplit=1)[0]
    if base in toml_values.WORDS and "." in said:
        return said
    # What stands below [[tabs]] but belongs to the top keeps its name.
    return nearest(said, pool, OTHER_NAMES) if said not in TOP_NAMES else said


def _goes_on(line: str, value: str, languages: Sequence[str] | None) -> bool:
    """Tell whether a line belongs to the value above; to a whole one only in one of `languages`."""
    bare = line.strip()
    if not bare or bare.startswith("#") or _HEAD.fullmatch(bare):
        return False
    if not value:
        return bare.startswith("- ") or bool(re.match(r"[a-z]{2,3}(?:-\w+)?\s*[=:]", bare))
    if value[0] == "[" and "]" not in value and re.fullmatch(r"[\w.-]+\s*,?", bare):
        return True
    if bare[0] in "\"'“”]})," and not re.match(r"[\"'][\w-]+[\"']\s*=", bare):
        return True
    if value[0] in '"“' and sum(c in '"“”' for c in value) == 1 and not _LINE.match(bare):
        return bool(re.search('["”]', bare))
    code = re.match(r"([a-z]{2,3}(?:-\w+)?)\s*[=:]\s*[\"'“]", bare)
    return code is not None and (languages is None or code[1] in languages)


def _line(line: _Written, lines: Sequence[str]) -> Iterator[Slip]:
    """Give the line as it must be, where it is not so."""
    yield from _two(line)
    value, remark = toml_values.remark(line.value)
    fine = toml_values.reads(value) is not None
    new = toml_values.written(line.table, line.name, value)
    form = _form(line)
    behind = f" {remark}" if remark else ""
    if form and fine:
        yield replaced(line.at, f"{line.name} = {value}{behind}", form)
    if line.last > line.at and (not value or value[0] in '[{("“'):
        whole = toml_values.joined([line.value, *lines[line.at + 1 : line.last + 1]])
        one = toml_values.written(line.table, line.name, whole)
        problem = form or toml_values.flaw(whole, one)
        if value and value[0] in '"“':
            one = one.replace("\n", " ")
            problem = f"the words of '{line.name}' go on in the next line"
        if one:
            made = f"{line.name} = {one}"
            yield Slip(first=line.at + 1, last=line.last + 1, lines=(made,), problem=problem)
    if not value:
        empty = toml_values.UNFILLED if line.table == "details" else '""'
        new = toml_values.EXAMPLES.get(line.name, empty)
    if new and (new != value or form):
        problem = form or toml_values.flaw(value, new)
        hint = "" if value else "then put your own words in"
        read = toml_values.reads(value)
        if line.name == "extras" and isinstance(read, list) and not form:
            problem = f"{value} holds what is not a page's name: folder and ending are left out"
        if line.name in toml_values.PAGES and read is not None and not form:
            kind = "an icon's" if line.name == "icon" else "a page's"
            problem = f"{value} is not {kind} name: folder and ending are left out"
        yield replaced(line.at, f"{line.name} = {new}{behind}", problem, hint)


def _two(line: _Written) -> Iterator[Slip]:
    """Look for a second name in the line."""
    found = _SECOND.fullmatch(line.value)
    second = _name(found["name"], line.table) if found else ""
    if found and second:
        values = {line.name: found["first"], second: found["second"]}
        made = tuple(
            f"{name} = {toml_values.written(line.table, name, value)}"
            for name, value in values.items()
        )
        problem = f"'{line.name}' and '{second}' stand in one line"
        yield Slip(first=line.at + 1, last=line.at + 1, lines=made, problem=problem)


def _form(line: _Written) -> str:
    """Say what is wrong with a line up to its value."""
    if re.search(f"[{quotation.INVISIBLE}]", line.said + line.around):
        return f"a special space that looks like any other stands beside '{line.name}'"
    if line.said != line.name and line.table == "details":
        return f"'{line.said}' can't be a detail's name: small letters, digits and _ make one"
    if wrong := misnamed(line.said, line.name):
        return wrong
    if line.bullet:
        return f"a mark as in a list stands before '{line.name}'"
    if not line.sign:
        return f"the equals sign behind '{line.name}' is missing"
    if line.sign != "=":
        return f"'{line.name}' is followed by {line.sign} and not by an equals sign"
    return ""


def _moved(line: _Written, lines: Sequence[str], refusal: Refusal) -> Iterator[Slip]:
    """Look at a line that belongs to the top and stands below a line in brackets."""
    inner = INNER_NAMES.get(line.table, ())
    if not line.table or line.name in inner:
        return
    if line.name not in TOP_NAMES or line.name in INNER_NAMES:
        return
    first = next(at for at, each in enumerate(lines) if _is_head(each))
    while first and lines[first - 1].startswith("#"):
        first -= 1
    yield Slip(
        first=line.at + 1,
        last=line.at + 1,
        lines=(),
        problem=f"'{line.name}' stands below [{line.table}] and counts to it",
        above=first + 1,
    )


def _other(at: int, line: str, refusal: Refusal) -> Iterator[Slip]:
    if _REMARK.match(line):
        words = line.strip().strip("/;*-<!> ")
        yield replaced(at, f"# {words}", "a remark begins with #")
        return
    alone = re.fullmatch(r"\s*(\w+)[\])}:]*\s*", line)
    if alone and (table := nearest(alone[1], ("tabs", "rest"))):
        problem = f"'{table}' stands between two square brackets on each side"
        yield replaced(at, f"[[{table}]]", problem)
    if refusal.stage > Stage.WRITTEN:
        return
    if re.fullmatch(r"\s*[\"'“].*", line):
        value, _ = toml_values.remark(line.strip().rstrip(","))
        new = f"    {quotation.quoted(quotation.meant(value))},"
        yield replaced(at, new, "a comma or a quotation mark is missing in the list")
    problem = f"the line '{line.strip()[:30]}' can't be read here"
    yield Slip(first=at + 1, last=at + 1, lines=(), problem=problem)


def _missing(lines: Sequence[str], refusal: Refusal) -> Iterator[Slip]:
    said = re.findall(r"^\s*([\w]+)\s*=", "\n".join(lines), re.MULTILINE)
    line, problem = refusal.error.line, refusal.error.problem
    hint = "then put your own words in"
    # Where all lines are to be taken out, none is left.
    if lines and _is_head(lines[line - 1]):
        for name in ("page", "icon", "line"):
            if f"'{name}'" in problem:
                new = f"{name} = {toml_values.EXAMPLES[name]}"
                yield Slip(first=line + 1, last=line, lines=(new,), problem=problem, hint=hint)
        return
    for name, value in toml_values.EXAMPLES.items():
        if name in TOP_NAMES and name not in said and f"'{name}'" in problem:
            new = f"{name} = {value}"
            yield Slip(first=1, last=0, lines=(new,), problem=problem, hint=hint)


def given_twice(lines: Sequence[str], line: int) -> str:
    """Say which two lines give the same name or table, empty if `line` (from 1) gives none."""
    seen: dict[tuple[str, str], int] = {}
    table = ""
    for at, each in enumerate(lines[:line], 1):
        head = _HEAD.fullmatch(each.strip()) if _is_head(each) else None
        match = None if head else _LINE.fullmatch(each)
        if head:
            table = head["name"] if not each.strip().startswith("[[") else f"{head['name']} {at}"
        name = "" if head else match["name"] if match else None
        if name is None:
            continue
        if at == line and (table, name) in seen:
            shown = name or f"[{table}]"
            return f"'{shown}' is given twice, in line {seen[table, name]} and in line {at}"
        seen.setdefault((table, name), at)
    return ""
