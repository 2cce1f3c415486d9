"""Reads a template from TOML, with everything that is wrong in it and where, and writes it back."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any

from eventdesk.badges.design import template_cells as cells
from eventdesk.badges.design.template import Box, Panel, Stack, Template, TextBox
from eventdesk.badges.design.template_check import Finding, Hint, check, hints
from eventdesk.badges.design.toml_cells import Cell, Expected, FileProblem, WrongValueError, quoted, shortened, told
from eventdesk.badges.design.toml_lines import Path, line_of_error, load

_KIND = "box"
_TEXTS = "texts"
_TEXT = "text"
_SIDES = ("front", "back")
_MOST_BOXES = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out: the template, unless there are problems; and hints to what is allowed but should be known."""

    template: Template | None
    problems: tuple[FileProblem, ...] = ()
    hints: tuple[Hint, ...] = ()


def parse(text: str, file: str = "") -> Reading:
    """Read a template. `file` is what it is called in problems. All that is wrong is told, not only the first thing."""
    try:
        document, places = load(text)
    except (ValueError, RecursionError) as error:
        line = line_of_error(text, error)
        return Reading(None, (FileProblem(file, line, "", _line(text, line), Expected.TOML, (str(error),)),))
    return _Reader(document, places, file).reading()


def to_toml(template: Template) -> str:
    """Return the file of a template; `parse` gives an equal one back."""
    head = [
        f"name = {cells.HEAD['name'].write(template.name)}",
        f"title = {cells.HEAD['title'].write(template.title)}",
        f"width = {cells.HEAD['width'].write(template.width)}",
        f"height = {cells.HEAD['height'].write(template.height)}",
    ]
    parts = ["\n".join(head)]
    for side, boxes in zip(_SIDES, (template.front, template.back), strict=True):
        parts += ["\n".join((f"[[{side}]]", *_box_lines(box))) for box in boxes]
    return "\n\n".join(parts) + "\n"


def _box_lines(box: Box) -> Iterator[str]:
    kind = next(name for name, (made, _cells) in cells.BOXES.items() if made is type(box))
    yield f"{_KIND} = {quoted(kind)}"
    yield from (f"{key} = {value}" for key, value in _pairs(box, cells.BOXES[kind][1]))
    if isinstance(box, Stack):
        yield f"{_TEXTS} = ["
        yield from (f"  {_inline(text)}," for text in box.texts)
        yield "]"
    elif isinstance(box, Panel) and box.text is not None:
        yield f"{_TEXT} = {_inline(box.text)}"


def _inline(text: TextBox) -> str:
    pairs = ", ".join(f"{key} = {value}" for key, value in _pairs(text, cells.TEXT))
    return f"{{ {pairs} }}" if pairs else "{}"


def _pairs(thing: Any, known: Mapping[str, Cell]) -> Iterator[tuple[str, str]]:
    """Yield what differs from what holds if nothing is written."""
    usual = {each.name: each.default for each in fields(thing)}
    for key, cell in known.items():
        value = getattr(thing, key)
        if usual[key] is MISSING or value != usual[key]:
            yield key, cell.write(value)


class _Reader:
    """Walks through one document and collects what is wrong."""

    def __init__(self, document: dict[str, Any], places: Mapping[Path, int], file: str) -> None:
        self._document = document
        self._places = places
        self._file = file
        self._problems: list[FileProblem] = []

    def reading(self) -> Reading:
        head = {key: value for key, value in self._document.items() if key not in _SIDES}
        found = self._values(cells.HEAD, head, (), frozenset(cells.HEAD), (*cells.HEAD, *_SIDES))
        front, back = (self._side(side) for side in _SIDES)
        if "front" not in self._document:
            self._note((), Expected.KEY, key="front")
        if self._problems or found is None:
            return Reading(None, self._sorted())
        template = Template(**found, front=tuple(front.values()), back=tuple(back.values()))
        numbers = {side: list(boxes) for side, boxes in zip(_SIDES, (front, back), strict=True)}
        for finding in check(template):
            self._note_finding(finding, numbers)
        if self._problems:
            return Reading(None, self._sorted())
        return Reading(template, (), tuple(hints(template)))

    def _side(self, side: str) -> dict[int, Box]:
        boxes = self._document.get(side, [])
        if not isinstance(boxes, list) or not all(isinstance(box, dict) for box in boxes) or len(boxes) > _MOST_BOXES:
            self._note((side,), Expected.TABLES, boxes)
            return {}
        read = {number: self._box((side, number), dict(box)) for number, box in enumerate(boxes)}
        return {number: box for number, box in read.items() if box is not None}

    def _box(self, path: Path, table: dict[str, Any]) -> Box | None:
        kind = table.pop(_KIND, None)
        if not isinstance(kind, str) or kind not in cells.BOXES:
            expected = Expected.CHOICE if kind is not None else Expected.KEY
            self._note((*path, _KIND), expected, kind, ", ".join(cells.BOXES), key=_KIND)
            return None
        made, known = cells.BOXES[kind]
        parts: dict[str, Any] = {}
        before = len(self._problems)
        more: tuple[str, ...] = ()
        if made is Stack:
            more = (_TEXTS,)
            parts[_TEXTS] = self._texts((*path, _TEXTS), table.pop(_TEXTS, None))
        elif made is Panel:
            more = (_TEXT,)
            parts[_TEXT] = self._text((*path, _TEXT), table.pop(_TEXT)) if _TEXT in table else None
        found = self._values(known, table, path, _needed(made), (_KIND, *known, *more))
        if found is None or len(self._problems) > before:
            return None
        box: Box = made(**found, **parts)
        return box

    def _texts(self, path: Path, value: object) -> tuple[TextBox, ...]:
        if not isinstance(value, list) or not value or len(value) > _MOST_BOXES:
            self._note(path, Expected.TABLES if value is not None else Expected.KEY, value, key=_TEXTS)
            return ()
        read = [self._text((*path, number), each) for number, each in enumerate(value)]
        return tuple(text for text in read if text is not None)

    def _text(self, path: Path, value: object) -> TextBox | None:
        if not isinstance(value, dict):
            self._note(path, Expected.TABLE, value)
            return None
        found = self._values(cells.TEXT, value, path, frozenset(), tuple(cells.TEXT))
        return TextBox(**found) if found is not None else None

    def _values(
        self,
        known: Mapping[str, Cell],
        table: Mapping[str, Any],
        path: Path,
        needed: frozenset[str],
        keys: tuple[str, ...],
    ) -> dict[str, Any] | None:
        """Return the values of a table by key; None if one of them is wrong, missing or unknown."""
        before = len(self._problems)
        found: dict[str, Any] = {}
        for key, value in table.items():
            if key not in known:
                self._note((*path, key), Expected.KNOWN_KEY, value, ", ".join(keys))
                continue
            try:
                found[key] = known[key].read(value)
            except WrongValueError as error:
                self._note((*path, key), error.expected, value, *error.wanted)
        for key in known:
            if key in needed and key not in table:
                self._note(path, Expected.KEY, key=key)
        return found if len(self._problems) == before else None

    def _note_finding(self, finding: Finding, numbers: Mapping[str, list[int]]) -> None:
        number = numbers[finding.side.value][finding.box]
        path: Path = (finding.side.value, number, *finding.inside)
        self._note((*path, finding.key), finding.expected, finding.value, *finding.args, key=finding.key)

    def _note(self, path: Path, expected: Expected, value: object = "", *args: str, key: str = "") -> None:
        where = path
        while where not in self._places:
            where = where[:-1]
        name = key or next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        shown = "" if value is None else told(value)
        self._problems.append(FileProblem(self._file, self._places[where], name, shown, expected, args))

    def _sorted(self) -> tuple[FileProblem, ...]:
        return tuple(sorted(dict.fromkeys(self._problems), key=lambda problem: problem.line))


def _needed(made: type[Any]) -> frozenset[str]:
    return frozenset(each.name for each in fields(made) if each.default is MISSING)


def _line(text: str, number: int) -> str:
    found = text.splitlines()[number - 1 : number]
    return shortened(found[0].strip()) if found else ""
