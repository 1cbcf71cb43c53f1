"""The house rules that a reader can't be asked to check: rooms, sizes, names, state."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KIOSK = ROOT / "kiosk"
QML = KIOSK / "ui" / "qml" / "Kiosk"

MODULES = sorted(KIOSK.rglob("*.py"))
SCREENS = sorted(QML.rglob("*.qml"))

FLOORS = ("page", "markdown", "pack", "staff", "visit", "settings", "ui", "app", "__main__")
"""From the ground up. A room imports from lower floors only."""

LEVEL = {
    "page": 0,
    "shipped": 0,
    "staff": 0,
    "health": 0,
    "logs": 0,
    "visit": 0,
    "markdown": 1,
    "rows": 1,
    "settings": 1,
    "pack": 2,
    "speech": 3,
    "check": 3,
    "ui": 4,
    "install": 4,
    "start": 5,
    "set_pin": 5,
    "arguments": 5,
    "app": 6,
    "__main__": 7,
}


def room(module: str) -> str:
    """Give the room of a dotted module: `kiosk.ui.shell` stands in `ui`, the package in none."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def dotted(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(file: Path) -> list[tuple[int, str]]:
    """Give line and module of every import, those inside functions too."""
    found = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{file}:{node.lineno} imports from a relative place"
            found += [
                (node.lineno, f"kiosk.{alias.name}" if node.module == "kiosk" else node.module)
                for alias in node.names
            ]
    return found


def test_there_is_something_to_check() -> None:
    assert len(MODULES) > 20
    assert len(SCREENS) > 30
    assert {room(dotted(file)) for file in MODULES} - {""} >= set(FLOORS)


def test_every_room_has_a_floor() -> None:
    rooms = {room(dotted(file)) for file in MODULES} - {""}
    assert rooms <= set(LEVEL), "give the new room a floor in LEVEL"


@pytest.mark.parametrize("file", MODULES, ids=dotted)
def test_imports_run_one_way(file: Path) -> None:
    here = room(dotted(file))
    for line, module in imports(file):
        if module.split(".")[0] != "kiosk" or module == "kiosk.__version__" or not here:
            continue
        there = room(module)
        lower = there == here or LEVEL[there] < LEVEL[here]
        assert lower, f"{file.name}:{line}: {here} imports {module}"


@pytest.mark.parametrize("file", MODULES, ids=dotted)
def test_qt_is_imported_in_ui_and_app_only(file: Path) -> None:
    if room(dotted(file)) in ("ui", "app"):
        return
    for line, module in imports(file):
        assert module.split(".")[0] not in ("PySide6", "shiboken6"), f"{file.name}:{line}"


@pytest.mark.parametrize("file", MODULES, ids=dotted)
def test_no_module_is_longer_than_350_lines(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 350


@pytest.mark.parametrize("file", SCREENS, ids=lambda file: file.stem)
def test_no_screen_is_longer_than_250_lines(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 250


def test_nothing_is_called_after_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
    for top in ("kiosk", "content", "tests", "assets"):
        for path in (ROOT / top).rglob("*"):
            words = set(re.split(r"[_\W]+", path.stem.lower()))
            assert "__pycache__" in path.parts or not words & empty, path


MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MAKERS = {"list", "dict", "set", "defaultdict", "deque", "OrderedDict", "Counter", "bytearray"}


@pytest.mark.parametrize("file", MODULES, ids=dotted)
def test_no_module_keeps_state(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Global)]
    names: set[str] = set()
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        value = node.value
        made = isinstance(value, ast.Call) and isinstance(value.func, ast.Name)
        own = made and value.func.id in MAKERS  # type: ignore[attr-defined]
        if isinstance(value, MUTABLE) or own:
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
    # A table that nothing changes is a constant, however Python spells it: nothing may write to it.
    writing = {
        "append",
        "add",
        "update",
        "pop",
        "clear",
        "extend",
        "setdefault",
        "remove",
        "insert",
    }
    for each in ast.walk(tree):
        match each:
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                assert name not in names, f"{file.name}:{each.lineno} changes {name}"
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if attr in writing:
                assert name not in names, f"{file.name}:{each.lineno} changes {name}"
            case ast.AugAssign(target=ast.Name(id=name)):
                assert name not in names, f"{file.name}:{each.lineno} changes {name}"
            case _:
                pass


@pytest.mark.parametrize("file", MODULES, ids=dotted)
def test_there_are_no_singletons(file: Path) -> None:
    text = file.read_text("utf-8")
    assert not re.search(r"\b(getInstance|get_instance|_instance\b|lru_cache|@cache\b)", text)


def test_the_kiosk_knows_nothing_of_what_it_shows() -> None:
    topic = re.compile(r"mesotherap|\bhair(?!line)|scalp|follic|minoxidil|alopecia", re.IGNORECASE)
    for file in (*MODULES, *SCREENS):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            # Two of the drawing colours are named after what figures show with them.
            said = re.sub(r"\b(hair|skin)-\d\b", "", line)
            assert not topic.search(said), f"{file.name}:{number}: {line.strip()}"


def test_qmldir_lists_every_screen_and_nothing_else() -> None:
    listed = {}
    for line in (QML / "qmldir").read_text("utf-8").splitlines():
        match line.split():
            case ["singleton", name, "1.0", file] | [name, "1.0", file]:
                listed[name] = file
            case ["module", "Kiosk"] | []:
                pass
            case _:
                pytest.fail(f"qmldir: {line}")
    there = {file.stem: str(file.relative_to(QML)) for file in SCREENS}
    assert listed == there


def test_theme_is_the_only_qml_singleton() -> None:
    singletons = [file.stem for file in SCREENS if "pragma Singleton" in file.read_text("utf-8")]
    assert singletons == ["Theme"]


COLOUR = re.compile(
    r"\"#[0-9A-Fa-f]{3,8}\"|Qt\.(rgba|hsla|hsva|lighter|darker)\(|color: *\"(?!transparent\")\w+\""
)


@pytest.mark.parametrize("file", SCREENS, ids=lambda file: file.stem)
def test_colours_come_from_the_theme(file: Path) -> None:
    if file.stem == "Theme":
        return
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        assert not COLOUR.search(line), f"{file.name}:{number}: {line.strip()}"


@pytest.mark.parametrize("file", SCREENS, ids=lambda file: file.stem)
def test_durations_and_type_sizes_come_from_the_theme(file: Path) -> None:
    if file.stem == "Theme":
        return
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        assert not re.search(r"(duration|pixelSize|pointSize): *\d", line), f"{file.name}:{number}"


@pytest.mark.parametrize("file", SCREENS, ids=lambda file: file.stem)
def test_a_screen_binds_strictly(file: Path) -> None:
    text = file.read_text("utf-8")
    assert "pragma ComponentBehavior: Bound" in text
    assert "setContextProperty" not in text


def test_every_visible_word_is_content_or_can_be_translated() -> None:
    # What authors see is English like the findings, whatever language they try: decision 0011.
    for file in (file for file in SCREENS if not file.stem.startswith("Preview")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            said = re.search(r"\b(text|title|name|Accessible\.name): *\"([^\"]*)\"", line)
            if said and said[1] != "name" and re.search(r"[A-Za-z]{2}", said[2]):
                pytest.fail(f"{file.name}:{number}: {line.strip()}")
