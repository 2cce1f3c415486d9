"""Reads sheets from TOML, with everything that is wrong in them and where, and writes them back."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from eventdesk import paths
from eventdesk.badges.design.template_cells import HEAD
from eventdesk.badges.design.toml_cells import (
    Cell,
    Choice,
    Expected,
    FileProblem,
    Number,
    Whole,
    YesNo,
    plain,
)
from eventdesk.badges.design.toml_lines import Path, load
from eventdesk.badges.design.toml_tables import TableReader, needed, no_toml, written
from eventdesk.badges.sheets.sheet import Fold, Sheet
from eventdesk.errors import BugError

_TABLES = "sheet"
_LONGEST = 1000.0
_LEAST = 10.0
_MOST = 50
_FILE = "sheets.toml"
_LENGTH = Number(0, _LONGEST)
_SIZE = Number(_LEAST, _LONGEST)
_CELLS: Mapping[str, Cell] = {
    "name": HEAD["name"],
    "title": HEAD["title"],
    "page_width": _SIZE,
    "page_height": _SIZE,
    "columns": Whole(1, _MOST),
    "rows": Whole(1, _MOST),
    "left": _LENGTH,
    "top": _LENGTH,
    "width": _SIZE,
    "height": _SIZE,
    "column_gap": _LENGTH,
    "row_gap": _LENGTH,
    "fold": Choice({each.value: each for each in Fold}),
    "cut": YesNo(),
}
_NEEDED = sorted(needed(Sheet, _CELLS))
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What came out: the sheets, none if there are problems."""

    sheets: tuple[Sheet, ...]
    problems: tuple[FileProblem, ...] = ()


def parse(text: str, file: str = "") -> SheetReading:
    """Read sheets, each a table `[[sheet]]`. `file` is what it is called in problems, all of which are told."""
    try:
        document, places = load(text)
    except (ValueError, RecursionError) as error:
        return SheetReading((), (no_toml(file, text, error),))
    return _Reader(places, file).reading(document)


class _Reader(TableReader):
    def reading(self, document: Mapping[str, Any]) -> SheetReading:
        for key, value in document.items():
            if key != _TABLES:
                self.note((key,), Expected.KNOWN_KEY, value, _TABLES)
        tables = document.get(_TABLES)
        sheets = []
        if isinstance(tables, list) and all(isinstance(table, dict) for table in tables):
            sheets = [sheet for number, table in enumerate(tables) if (sheet := self._sheet((_TABLES, number), table))]
        else:
            self.note((_TABLES,), Expected.TABLES, tables)
        return SheetReading(() if self.problems else tuple(sheets), self.problems)

    def _sheet(self, path: Path, table: Mapping[str, Any]) -> Sheet | None:
        found = self.values(_CELLS, table, path, _NEEDED, _CELLS)
        if found is None:
            return None
        sheet = Sheet(**found)
        for key, size in outside(sheet):
            self.note((*path, key), Expected.NUMBER, table[key], plain(_LEAST), plain(size))
        return sheet


def outside(sheet: Sheet) -> list[tuple[str, float]]:
    """Return the sizes of a sheet whose places do not fit on its page, each with the largest that does."""
    found = []
    for key, size, count, margin, gap, page in (
        ("width", sheet.width, sheet.columns, sheet.left, sheet.column_gap, sheet.page_width),
        ("height", sheet.height, sheet.rows, sheet.top, sheet.row_gap, sheet.page_height),
    ):
        largest = (page - margin - (count - 1) * gap) / count
        if size > largest + _SLACK:
            found.append((key, math.floor(largest * 100) / 100))
    return found


def to_toml(sheet: Sheet) -> str:
    """Return the table of a sheet; `parse` gives an equal one back."""
    return "\n".join((f"[[{_TABLES}]]", *written(sheet, _CELLS))) + "\n"


@cache
def known() -> Mapping[str, Sheet]:
    """Return the sheets that come with eventdesk, by name, in the order in which they are offered."""
    reading = parse((paths.resources() / _FILE).read_text(encoding="utf-8"), _FILE)
    if reading.problems:
        raise BugError(f"{_FILE}: {reading.problems}")
    return {sheet.name: sheet for sheet in reading.sheets}
