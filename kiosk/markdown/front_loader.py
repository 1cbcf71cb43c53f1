"""The names and values of front matter, by PyYAML's safe loader without what could mislead.

Owns what is refused beyond PyYAML's own rules: a name given twice, and values that refer to others.
Knows no field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import yaml

from kiosk.slips import quotation

_MERGE = re.compile(r"(?:^|[{,])[ \t-]*<<[ \t]*:", re.MULTILINE)
Names = tuple[str, ...]


class Unreadable(Exception):
    """Lines that can't be read: `line` counts from 1. Without `problem` nobody knows why."""

    def __init__(self, line: int, problem: str = "", remedy: str = "") -> None:
        super().__init__(problem)
        self.line = line
        self.problem = problem
        self.remedy = remedy


class Loaded(msgspec.Struct, frozen=True):
    """The data, the line of each name by the names that lead there, and words that are cut short.

    `cut` maps such a name's line to what is wrong. Lines count from 1.
    """

    data: object
    lines: dict[Names, int]
    cut: dict[int, str]


def load(text: str) -> Loaded:
    """Read front matter. Raises Unreadable."""
    if merged := _MERGE.search(text):
        # A few of these can ask for more memory than the machine has.
        line = text.count("\n", 0, merged.start()) + 1
        raise Unreadable(line, "'<<' is not used here", "Take this line out")
    try:
        return _Loader(text).loaded(text.split("\n"))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = min(mark.line, text.count("\n")) + 1 if mark else 1
        raise Unreadable(line) from None
    # Unhashable names and deep nesting leave PyYAML as they come.
    except (ValueError, TypeError, RecursionError):
        raise Unreadable(1) from None


class _Loader(yaml.SafeLoader):
    def loaded(self, lines: list[str]) -> Loaded:
        try:
            node = self.get_single_node()
            found: dict[Names, int] = {}
            cut: dict[int, str] = {}
            for path, key, value in _walk(node, ()):
                line = key.start_mark.line + 1
                if path in found:
                    raise _twice(path[-1], found[path], line)
                found[path] = line
                if isinstance(value, yaml.ScalarNode):
                    self._can_be_made(value)
                    if flaw := _flaw(value, lines):
                        cut[line] = flaw
            data = self.construct_document(node) if node else {}
        finally:
            self.dispose()
        return Loaded({} if data is None else data, found, cut)

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse `*name`, `&name` and `!name`: they take words away from a page, silently."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        named = isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None)
        if named or getattr(event, "tag", None):
            line = event.start_mark.line + 1
            raise Unreadable(line, "words that begin with *, & or ! need quotation marks")
        return super().compose_node(parent, index)

    def _can_be_made(self, node: yaml.ScalarNode) -> None:
        """Raise Unreadable for a value such as 2026-02-30, which PyYAML refuses without a line."""
        try:
            self.construct_object(node)
        except (ValueError, OverflowError, yaml.YAMLError):
            line = node.start_mark.line + 1
            raise Unreadable(line, f"'{node.value}' is not a value that can be used") from None


def _walk(node: yaml.Node | None, path: Names) -> Iterator[tuple[Names, yaml.Node, yaml.Node]]:
    """Give all names with their values, in the order of the file."""
    if isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _walk(part, path)
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise Unreadable(line, "brackets or braces stand where a name belongs")
        yield (*path, key.value), key, value
        yield from _walk(value, (*path, key.value))


def _twice(name: str, first: int, second: int) -> Unreadable:
    if first == second:
        return Unreadable(first, f"'{name}' is given twice in this line", "Take one of them out")
    # The first of the file's lines is the one of the three dashes.
    return Unreadable(
        second,
        f"'{name}' is given twice, in line {first + 1} and in line {second + 1}",
        "Take one of the two lines out",
    )


def _flaw(node: yaml.ScalarNode, lines: list[str]) -> str:
    """Say why words reach the page other than they are meant, though they can be read."""
    if node.style:
        return ""
    rest = lines[node.end_mark.line][node.end_mark.column :]
    if node.value and rest.lstrip().startswith("#"):
        return "the words behind the # are left out"
    return quotation.flaw(node.value)
