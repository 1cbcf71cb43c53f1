"""The house rules that a reader can't be asked to check: sizes, names, state, QML.

Each rule looks at every file and lists every fault. Rooms and imports: `test_rooms`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KIOSK = ROOT / "kiosk"
QML = KIOSK / "ui" / "qml" / "Kiosk"

MODULES = sorted(KIOSK.rglob("*.py"))
SCREENS = sorted(QML.rglob("*.qml"))


def lines(files: list[Path]) -> Iterator[tuple[str, str]]:
    """Give where each line stands, and the line."""
    for file in files:
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            yield f"{file.relative_to(ROOT)}:{number}: {line.strip()}", line


def longer_than(most: int, files: list[Path]) -> dict[str, int]:
    sizes = {file: len(file.read_text("utf-8").splitlines()) for file in files}
    return {str(file.relative_to(ROOT)): n for file, n in sizes.items() if n > most}


def test_there_is_something_to_check() -> None:
    assert len(MODULES) > 20
    assert len(SCREENS) > 30


def test_no_module_is_longer_than_350_lines() -> None:
    assert longer_than(350, MODULES) == {}


def test_no_screen_is_longer_than_250_lines() -> None:
    assert longer_than(250, SCREENS) == {}


def test_imports_name_the_whole_way() -> None:
    relative = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert not relative


def test_nothing_is_called_after_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
    for top in ("kiosk", "content", "tests", "assets"):
        for path in (ROOT / top).rglob("*"):
            words = set(re.split(r"[_\W]+", path.stem.lower()))
            assert "__pycache__" in path.parts or not words & empty, path


MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MAKERS = {"list", "dict", "set", "defaultdict", "deque", "OrderedDict", "Counter", "bytearray"}
WRITING = {
    "append", "add", "update", "pop", "clear", "extend", "setdefault", "remove", "insert",
}  # fmt: skip


def state(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give line and name of what a module changes of its own.

    A table that nothing changes is a constant, however Python spells it: nothing may write to it.
    """
    names: set[str] = set()
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        value = node.value
        own = (
            isinstance(value, ast.Call)
            and isinstance(value.func, ast.Name)
            and value.func.id in MAKERS
        )
        if isinstance(value, MUTABLE) or own:
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
    for each in ast.walk(tree):
        match each:
            case ast.Global():
                yield each.lineno, ", ".join(each.names)
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                if name in names:
                    yield each.lineno, name
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if attr in WRITING:
                if name in names:
                    yield each.lineno, name
            case ast.AugAssign(target=ast.Name(id=name)):
                if name in names:
                    yield each.lineno, name
            case _:
                pass


def test_a_module_that_keeps_state_is_found() -> None:
    kept = "A = {}\nB = []\ndef f():\n    global C\n    A[1] = 2\n    B.append(3)\n"
    assert [name for _, name in state(ast.parse(kept))] == ["C", "A", "B"]
    assert not list(state(ast.parse("A = {1: 2}\ndef f():\n    return A[1]\n")))


def test_no_module_keeps_state() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line} changes {name}"
        for file in MODULES
        for line, name in state(ast.parse(file.read_text("utf-8")))
    ]
    assert not found


def test_there_are_no_singletons() -> None:
    single = re.compile(r"\b(getInstance|get_instance|_instance\b|lru_cache|@cache\b)")
    assert not [where for where, line in lines(MODULES) if single.search(line)]


def test_the_kiosk_knows_nothing_of_what_it_shows() -> None:
    topic = re.compile(r"mesotherap|\bhair(?!line)|scalp|follic|minoxidil|alopecia", re.IGNORECASE)
    # Two of the drawing colours are named after what figures show with them.
    drawing = re.compile(r"\b(hair|skin)-\d\b")
    found = lines([*MODULES, *SCREENS])
    assert not [where for where, line in found if topic.search(drawing.sub("", line))]


def test_qmldir_lists_what_other_folders_use_and_nothing_else() -> None:
    """Each file that imports the module pays for every pair of its names."""
    listed = {}
    for line in (QML / "qmldir").read_text("utf-8").splitlines():
        match line.split():
            case ["singleton", name, "1.0", file] | [name, "1.0", file]:
                listed[name] = file
            case ["module", "Kiosk"] | []:
                pass
            case _:
                pytest.fail(f"qmldir: {line}")
    asked = re.compile(r'(?:loadFromModule|singletonInstance)\("Kiosk", "(\w+)"\)')
    used = {name for file in MODULES for name in asked.findall(file.read_text("utf-8"))}
    there = {file.stem: file for file in SCREENS}
    words = {file: set(re.findall(r"\w+", file.read_text("utf-8"))) for file in SCREENS}
    for name, own in there.items():
        if any(name in words[each] for each in SCREENS if each.parent != own.parent):
            used.add(name)
    assert listed == {name: str(there[name].relative_to(QML)) for name in used}


def test_qml_makes_nothing_that_is_written_in_python() -> None:
    """PySide never lets go of an object that QML has made: docs/decisions/0035."""
    made = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and (names := {ast.unparse(each).partition("(")[0] for each in node.decorator_list})
        and "QmlElement" in names
        and "QmlUncreatable" not in names
    ]
    assert not made


def test_theme_is_the_only_qml_singleton() -> None:
    singletons = [file.stem for file in SCREENS if "pragma Singleton" in file.read_text("utf-8")]
    assert singletons == ["Theme"]


def test_colours_durations_and_type_sizes_come_from_the_theme() -> None:
    own = re.compile(
        r"\"#[0-9A-Fa-f]{3,8}\"|Qt\.(rgba|hsla|hsva|lighter|darker)\("
        r"|color: *\"(?!transparent\")\w+\"|(duration|pixelSize|pointSize): *\d"
    )
    others = [file for file in SCREENS if file.stem != "Theme"]
    assert not [where for where, line in lines(others) if own.search(line)]


def test_every_screen_binds_strictly() -> None:
    loose = [
        file.stem
        for file in SCREENS
        if "pragma ComponentBehavior: Bound" not in (text := file.read_text("utf-8"))
        or "setContextProperty" in text
    ]
    assert not loose


def test_every_visible_word_is_content_or_can_be_translated() -> None:
    # What authors see is English like the findings, whatever language they try: decision 0011.
    found = []
    for where, line in lines([file for file in SCREENS if not file.stem.startswith("Preview")]):
        said = re.search(r"\b(text|title|name|Accessible\.name): *\"([^\"]*)\"", line)
        if said and said[1] != "name" and re.search(r"[A-Za-z]{2}", said[2]):
            found.append(where)
    assert not found
