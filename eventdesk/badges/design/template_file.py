"""Reads a template from TOML, with everything that is wrong in it and where, and writes it back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from eventdesk.badges.design import template_cells as cells
from eventdesk.badges.design.template import Box, Panel, Stack, Template, TextBox
from eventdesk.badges.design.template_check import Finding, Hint, check, hints
from eventdesk.badges.design.toml_cells import Expected, FileProblem, quoted
from eventdesk.badges.design.toml_lines import Path, load
from eventdesk.badges.design.toml_tables import TableReader, needed, no_toml, written

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
        return Reading(None, (no_toml(file, text, error),))
    return _Reader(document, places, file).reading()


def to_toml(template: Template) -> str:
    """Return the file of a template; `parse` gives an equal one back."""
    parts = ["\n".join(written(template, cells.HEAD))]
    for side, boxes in zip(_SIDES, (template.front, template.back), strict=True):
        parts += ["\n".join((f"[[{side}]]", *_box_lines(box))) for box in boxes]
    return "\n\n".join(parts) + "\n"


def _box_lines(box: Box) -> Iterator[str]:
    kind = next(name for name, (made, _cells) in cells.BOXES.items() if made is type(box))
    yield f"{_KIND} = {quoted(kind)}"
    yield from written(box, cells.BOXES[kind][1])
    if isinstance(box, Stack):
        yield f"{_TEXTS} = ["
        yield from (f"  {_inline(text)}," for text in box.texts)
        yield "]"
    elif isinstance(box, Panel) and box.text is not None:
        yield f"{_TEXT} = {_inline(box.text)}"


def _inline(text: TextBox) -> str:
    parts = ", ".join(written(text, cells.TEXT))
    return f"{{ {parts} }}" if parts else "{}"


class _Reader(TableReader):
    """Walks through one document and collects what is wrong."""

    def __init__(self, document: dict[str, Any], places: Mapping[Path, int], file: str) -> None:
        super().__init__(places, file)
        self._document = document

    def reading(self) -> Reading:
        head = {key: value for key, value in self._document.items() if key not in _SIDES}
        found = self.values(cells.HEAD, head, (), cells.HEAD, (*cells.HEAD, *_SIDES))
        front, back = (self._side(side) for side in _SIDES)
        if "front" not in self._document:
            self.note((), Expected.KEY, key="front")
        if self._problems or found is None:
            return Reading(None, self.problems)
        template = Template(**found, front=tuple(front.values()), back=tuple(back.values()))
        numbers = {side: list(boxes) for side, boxes in zip(_SIDES, (front, back), strict=True)}
        for finding in check(template):
            self._note_finding(finding, numbers)
        if self._problems:
            return Reading(None, self.problems)
        return Reading(template, (), tuple(hints(template)))

    def _side(self, side: str) -> dict[int, Box]:
        boxes = self._document.get(side, [])
        if not isinstance(boxes, list) or not all(isinstance(box, dict) for box in boxes) or len(boxes) > _MOST_BOXES:
            self.note((side,), Expected.TABLES, boxes)
            return {}
        read = {number: self._box((side, number), dict(box)) for number, box in enumerate(boxes)}
        return {number: box for number, box in read.items() if box is not None}

    def _box(self, path: Path, table: dict[str, Any]) -> Box | None:
        kind = table.pop(_KIND, None)
        if not isinstance(kind, str) or kind not in cells.BOXES:
            expected = Expected.CHOICE if kind is not None else Expected.KEY
            self.note((*path, _KIND), expected, kind, ", ".join(cells.BOXES), key=_KIND)
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
        found = self.values(known, table, path, needed(made, known), (_KIND, *known, *more))
        if found is None or len(self._problems) > before:
            return None
        box: Box = made(**found, **parts)
        return box

    def _texts(self, path: Path, value: object) -> tuple[TextBox, ...]:
        if not isinstance(value, list) or not value or len(value) > _MOST_BOXES:
            self.note(path, Expected.TABLES if value is not None else Expected.KEY, value, key=_TEXTS)
            return ()
        read = [self._text((*path, number), each) for number, each in enumerate(value)]
        return tuple(text for text in read if text is not None)

    def _text(self, path: Path, value: object) -> TextBox | None:
        if not isinstance(value, dict):
            self.note(path, Expected.TABLE, value)
            return None
        found = self.values(cells.TEXT, value, path, (), cells.TEXT)
        return TextBox(**found) if found is not None else None

    def _note_finding(self, finding: Finding, numbers: Mapping[str, list[int]]) -> None:
        number = numbers[finding.side.value][finding.box]
        path: Path = (finding.side.value, number, *finding.inside)
        self.note((*path, finding.key), finding.expected, finding.value, *finding.args, key=finding.key)
