"""The facts about an event as cells of tables: from `event.toml`, or from the sheet `event` of a workbook."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import accumulate
from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.tables import toml_text
from eventdesk.tables.delimited import decode
from eventdesk.tables.headers import normal
from eventdesk.tables.opening import bytes_of
from eventdesk.tables.problems import Expectation, TableProblem
from eventdesk.tables.table import Table

EVENT = "event"
WEIGHTS = "weights"
POINTS = "points"
_VALUE_HEADERS = frozenset({"value", "wert", "inhalt"})
_SECTION = re.compile(r"\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*[\"']?([^\s\"'=.]+)[\"']?\s*=")
_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_ENDLESS_NUMBER = re.compile(r"(?<!\d)\d{4300}")


@dataclass(frozen=True, slots=True)
class Outline:
    """Three tables with headers and text cells: one row about the event, one of weights, and the points.

    `lines` holds where a cell really stands, by its row's line and its column; `types` what a value was that is not
    text, by its table, the number of its row and its column; `wrong` what is no table at all.
    """

    event: Table
    weights: Table
    points: Table
    lines: Mapping[tuple[int, str], int]
    types: Mapping[tuple[str, int, str], type] = field(default_factory=dict)
    wrong: tuple[TableProblem, ...] = ()

    def place(self, problem: TableProblem) -> TableProblem:
        """Return the problem with the line of the cell itself."""
        return replace(problem, line=self.lines.get((problem.line, problem.column), max(problem.line, 1)))


def read_toml(path: Path) -> Outline:
    """Read `event.toml`. Raises KnownError as `bytes_of`, and with the line if it is not TOML."""
    text, _encoding = decode(path, bytes_of(path))
    lines = text.splitlines()
    try:
        return _outline(path.name, toml_text.parse(text), lines)
    except (ValueError, RecursionError) as error:
        line = str(_line_of_error(lines, error))
        raise KnownError(Fault.BAD_SETTINGS, path=str(path), line=line, reason=str(error)) from error


def _outline(name: str, document: dict[str, object], lines: list[str]) -> Outline:
    wrong: list[TableProblem] = []

    def misfit(key: str, value: object, expected: str) -> None:
        wrong.append(TableProblem(name, _line_of(lines, key), key, _text(value), Expectation.CHOICE, (expected,)))

    weights = document.pop(WEIGHTS, {})
    points = document.pop(POINTS, [])
    if not isinstance(weights, dict):
        misfit(WEIGHTS, weights, f"[{WEIGHTS}]")
        weights = {}
    if not isinstance(points, list) or not all(isinstance(point, dict) for point in points):
        misfit(POINTS, points, f"[[{POINTS}]]")
        points = []
    places, starts = _places(lines)
    at = [*starts.get(POINTS, []), *[_line_of(lines, POINTS)] * len(points)][: len(points)]
    types = {
        (table, row, key): _type(value)
        for table, rows in ((EVENT, [document]), (WEIGHTS, [weights]), (POINTS, points))
        for row, cells in enumerate(rows)
        for key, value in cells.items()
        if not isinstance(value, str)
    }
    return Outline(
        event=_table(name, EVENT, [document], [0]),
        weights=_table(name, WEIGHTS, [weights], starts.get(WEIGHTS, [_line_of(lines, WEIGHTS)])),
        points=_table(name, POINTS, points, at),
        lines=places,
        types=types,
        wrong=tuple(wrong),
    )


def read_sheet(sheet: Table, points: Table | None) -> Outline:
    """Read the sheet `event`: keys in the first column, values in the second; `weights.NAME` sets a weight."""
    pairs = [(sheet.header_line, sheet.header), *zip(sheet.lines, sheet.rows, strict=True)]
    if normal(" ".join(sheet.header[1:2])) in _VALUE_HEADERS:
        del pairs[0]
    event: dict[str, object] = {}
    weights: dict[str, object] = {}
    lines: dict[tuple[int, str], int] = {}
    for line, cells in pairs:
        key, value = cells[0].strip(), cells[1].strip() if len(cells) > 1 else ""
        section, _dot, name = key.rpartition(".")
        if key:
            (weights if section.casefold() == WEIGHTS else event)[name or key] = value
            lines[0, name or key] = line
    return Outline(
        event=_table(sheet.file, sheet.name, [event], [0]),
        weights=_table(sheet.file, sheet.name, [weights], [0]),
        points=points or _table(sheet.file, POINTS, [], []),
        lines=lines,
    )


def _table(file: str, name: str, rows: list[dict[str, object]], lines: list[int]) -> Table:
    header = tuple(dict.fromkeys(key for row in rows for key in row))
    cells = [tuple(_text(row.get(key, "")) for key in header) for row in rows]
    return Table(file=file, name=name, header=header, rows=cells, lines=lines[: len(rows)])


def _text(value: object) -> str:
    match value:
        case str():
            return value.strip()
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case list():
            return ", ".join(_text(each) for each in value)
        case dict():
            return json.dumps(value, ensure_ascii=False, default=str)
        case _:
            return str(value)


def _type(value: object) -> type:
    """Return the type of a value; a list with anything but texts and days in it is no list that a cell can hold."""
    if isinstance(value, list) and not all(isinstance(each, str | date) for each in value):
        return object
    return type(value)


def _places(lines: list[str]) -> tuple[dict[tuple[int, str], int], dict[str, list[int]]]:
    """Return the line of each key by the line of its section (0 before the first), and where sections begin."""
    places: dict[tuple[int, str], int] = {}
    starts: dict[str, list[int]] = {}
    section = 0
    for number, line in enumerate(lines, 1):
        head = _SECTION.fullmatch(line.strip())
        key = _KEY.match(line)
        if head:
            section = number
            starts.setdefault(head[1].strip(), []).append(number)
        elif key:
            places.setdefault((section, key[1]), number)
    return places, starts


def _line_of_error(lines: list[str], error: Exception) -> int:
    """Return the line that the reader of TOML names, or that holds what it gives up at: depth, or an endless number."""
    place = _PLACE.search(str(error))
    if place:
        return int(place[1])
    if isinstance(error, RecursionError):
        depths = list(accumulate(sum(map(line.count, "[{")) - sum(map(line.count, "]}")) for line in lines))
        opening = [max(depth, line.count("["), line.count("{")) for depth, line in zip(depths, lines, strict=True)]
        return opening.index(max(opening)) + 1
    return next((number for number, line in enumerate(lines, 1) if _ENDLESS_NUMBER.search(line)), len(lines))


def _line_of(lines: list[str], key: str) -> int:
    return next((number for number, line in enumerate(lines, 1) if line.strip(" \t[").startswith(key)), 1)
