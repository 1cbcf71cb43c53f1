"""The rooms of the house: who may import whom, how many modules each holds, and the page on them.

The one table of it is `ROOMS`; docs/architecture.md shows the same to a newcomer.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
KIOSK = ROOT / "kiosk"
MODULES = sorted(KIOSK.rglob("*.py"))

ROOMS: dict[str, str] = {
    "kiosk": "",
    "shipped": "",
    "journal": "",
    "logs": "journal",
    "whole_file": "",
    "printed": "",
    "ending": "printed",
    "page": "",
    "take_home": "page",
    "slips": "page take_home",
    "markdown": "page slips",
    "svg": "",
    "keyboard": "page",
    "health": "whole_file",
    "pack": "health keyboard kiosk markdown page shipped slips svg take_home whole_file",
    "rows": "page",
    "search": "pack page rows",
    "speech": "page rows",
    "visit": "",
    "staff": "whole_file",
    "counts": "whole_file",
    "releases": "",
    "settings": "staff visit",
    "set_pin": "settings staff whole_file",
    "start": "visit",
    "outputs": "start",
    "command_line": "kiosk printed",
    "check/material": "pack page svg",
    "check/wording": "check/material page",
    "check/rules": "check/material check/wording keyboard markdown pack page search",
    "check": "check/material check/rules kiosk pack page printed slips",
    "delivery": "kiosk pack page settings whole_file",
    "publish": "check delivery pack whole_file",
    "install": "printed settings start whole_file",
    "install/doctor": (
        "check/material delivery health install keyboard outputs pack page releases search "
        "settings speech staff take_home whole_file"
    ),
    "monitor": "install/doctor kiosk pack page shipped whole_file",
    "fleet": "health install/doctor kiosk monitor printed settings shipped visit whole_file",
    "leaflet": "pack page svg",
    "report": "counts leaflet pack page svg",
    "export": "leaflet pack page svg take_home",
    "ui/qt": "health kiosk page rows",
    "ui/appearance": "ui/qt visit",
    "ui/presence": "outputs pack page ui/qt visit whole_file",
    "ui/staff": "delivery health pack page releases shipped staff ui/qt",
    "ui/reading": "pack page rows svg take_home ui/presence ui/qt visit",
    "ui/search": "keyboard pack page rows search ui/qt ui/reading",
    "ui/editions": "delivery health pack page shipped svg ui/qt ui/reading visit whole_file",
    "ui/focus": "rows ui/appearance ui/presence ui/qt ui/reading ui/staff visit",
    "ui/speech": "page rows speech ui/presence ui/qt ui/reading visit",
    "ui": (
        "counts export leaflet pack report settings shipped staff ui/appearance ui/focus "
        "ui/presence ui/qt ui/reading ui/search ui/speech ui/staff visit whole_file"
    ),
    "ui/input": "ui ui/focus ui/presence ui/qt ui/speech visit",
    "ui/counting": "counts page ui ui/qt ui/reading visit whole_file",
    "ui/preview": (
        "check check/material check/rules pack page ui ui/appearance ui/editions ui/presence "
        "ui/qt ui/reading ui/staff visit"
    ),
    "app": (
        "health kiosk pack releases shipped staff start ui ui/appearance ui/editions ui/input "
        "ui/presence ui/qt ui/reading ui/staff visit"
    ),
    "launch": (
        "app health kiosk logs outputs printed settings staff start ui ui/counting ui/presence "
        "ui/qt visit whole_file"
    ),
    "commands": (
        "check delivery fleet install launch leaflet monitor pack page printed publish report "
        "search set_pin settings shipped staff start ui ui/editions ui/preview ui/qt"
    ),
    "__main__": "command_line commands ending logs shipped",
}
"""Each room from the ground up, and the rooms that it imports. None imports one below itself here:
so there is no circle. `kiosk` is the package itself, which knows the version."""

SUBDIVIDED = ("ui", "check", "install")
"""Rooms with rooms of their own; what lies directly in one is the room of its own name."""


def dotted(file: Path) -> str:
    """Give a file's module: `kiosk.page.blocks`, `kiosk.page` for its `__init__`."""
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def room(module: str) -> str:
    """Give the room of a dotted module: `kiosk.ui.reading.pane` stands in `ui/reading`."""
    parts = module.split(".")[1:]
    if len(parts) > 1 and parts[0] in SUBDIVIDED and (KIOSK / parts[0] / parts[1]).is_dir():
        return "/".join(parts[:2])
    return parts[0] if parts else "kiosk"


def imports(file: Path) -> list[tuple[int, str]]:
    """Give line and module of every import, in functions and for type checkers too."""
    found = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = ROOT.joinpath(*node.module.split("."), alias.name)
                is_module = inner.is_dir() or inner.with_suffix(".py").is_file()
                name = f"{node.module}.{alias.name}" if is_module else node.module
                found.append((node.lineno, name))
    return found


def imported() -> dict[str, set[str]]:
    """Give for each room the others that it imports."""
    found: dict[str, set[str]] = {}
    for file in MODULES:
        here = room(dotted(file))
        modules = {module for _, module in imports(file) if module.split(".")[0] == "kiosk"}
        found.setdefault(here, set()).update({room(module) for module in modules} - {here})
    return found


def test_the_table_of_rooms_is_what_the_code_imports() -> None:
    code = {name: " ".join(sorted(others)) for name, others in imported().items()}
    assert code == ROOMS


def test_imports_run_one_way() -> None:
    order = list(ROOMS)
    up = [
        f"{name} imports {other}, which stands above it"
        for name, others in ROOMS.items()
        for other in others.split()
        if order.index(other) >= order.index(name)
    ]
    assert not up


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    names = {dotted(file) for file in MODULES}
    graph = {
        dotted(file): {module for _, module in imports(file)} & names - {dotted(file)}
        for file in MODULES
    }
    while leaves := [name for name, others in graph.items() if not others & graph.keys()]:
        for name in leaves:
            del graph[name]
    assert not graph, "these modules import each other in a circle, or one that does"


def test_qt_is_known_in_ui_and_app_only() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}: {module}"
        for file in MODULES
        if not dotted(file).startswith(("kiosk.ui", "kiosk.app"))
        for line, module in imports(file)
        if module.split(".")[0] in ("PySide6", "shiboken6")
    ]
    assert not found


def test_no_room_holds_more_than_fourteen_modules() -> None:
    held = Counter(file.parent for file in MODULES if file.name != "__init__.py")
    assert {str(folder.relative_to(ROOT)): n for folder, n in held.items() if n > 14} == {}


def test_a_modules_name_stands_once() -> None:
    names = Counter(file.stem for file in MODULES if file.stem not in ("__init__", "command"))
    assert [name for name, n in names.items() if n > 1] == []


def test_every_room_says_what_it_is() -> None:
    silent = [
        str(file.relative_to(ROOT))
        for file in MODULES
        if not ast.get_docstring(ast.parse(file.read_text("utf-8")))
    ]
    assert silent == ["kiosk/__init__.py"] or not silent


def test_the_page_on_the_house_has_the_same_table() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    told: dict[str, str] = {}
    for name, _, others in re.findall(r"^\| `([\w/]+)` +\| (.+?) +\| (.*?) *\|$", page, re.M):
        told[name] = " ".join(re.findall(r"`([\w/]+)`", others))
    assert told == {name: others for name, others in ROOMS.items() if name != "kiosk"}
    arrows = set(re.findall(r"^ +(\w+) --> (\w+)$", page, re.M))
    assert arrows, "the diagram has no arrows"
    floors = {name.split("/")[0] for name in ROOMS}
    wrong = [
        f"{a} --> {b}"
        for a, b in arrows
        if not {a, b} <= floors
        or not any(
            name.split("/")[0] == a and other.split("/")[0] == b
            for name, others in ROOMS.items()
            for other in others.split()
        )
    ]
    assert not wrong
