"""Finds and reads the tables of an event folder or workbook, before anything is made of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from eventdesk.codes import Fault, TableTrouble
from eventdesk.errors import KnownError
from eventdesk.eventfolder import outline
from eventdesk.eventfolder.outline import Outline
from eventdesk.tables.headers import normal
from eventdesk.tables.problems import TableRemark
from eventdesk.tables.reading import read_tables
from eventdesk.tables.table import Table, Tables

EVENT_FILE = "event.toml"
EVENT_SHEET = "event"
NAMES = (
    *("halls", "hall_parts", "booths", "slots", "rooms", "sessions", "exhibitors", "people"),
    *("cafe", "cafe_rounds", outline.POINTS),
)


@dataclass(frozen=True, slots=True)
class Source:
    """What stands in the folder: the facts about the event, its tables by name, and names nobody knows."""

    path: Path
    outline: Outline
    tables: Mapping[str, Table]
    remarks: tuple[TableRemark, ...] = ()
    ignored: tuple[str, ...] = ()


def open_source(path: Path) -> Source:
    """Read every table of an event folder or workbook.

    Raises KnownError if `path`, its `event.toml` or a table cannot be read.
    """
    return _folder(path) if path.is_dir() else _workbook(path)


def _folder(path: Path) -> Source:
    about = outline.read_toml(path / EVENT_FILE)
    tables: dict[str, Table] = {}
    remarks: list[TableRemark] = []
    ignored: list[str] = []
    for file in sorted(path.iterdir()):
        name = next((name for name in NAMES if normal(file.stem) == normal(name)), None)
        if file.suffix.lower() != ".csv":
            continue
        if name is None or name in tables:
            ignored.append(file.name)
            continue
        read = _table(file)
        if read is not None:
            tables[name] = read.first
            remarks.extend(read.remarks)
    points = tables.pop(outline.POINTS, None)
    if points is not None:
        about = replace(about, points=points)
    return Source(path, about, tables, tuple(remarks), tuple(ignored))


def _table(file: Path) -> Tables | None:
    """Return the table of a file, or None for an empty file: it holds no rows."""
    try:
        return read_tables(file)
    except KnownError as error:
        if error.details.get("trouble") == TableTrouble.EMPTY:
            return None
        raise


def _workbook(path: Path) -> Source:
    read = read_tables(path)
    if read.delimiter:
        raise KnownError(Fault.BAD_TABLE, path=str(path), trouble=TableTrouble.UNKNOWN_KIND.value)
    sheets = {normal(sheet.name): replace(sheet, file=f"{read.file}: {sheet.name}") for sheet in read.sheets}
    tables = {name: sheets[normal(name)] for name in NAMES if normal(name) in sheets}
    points = tables.pop(outline.POINTS, None)
    if EVENT_SHEET in sheets:
        about = outline.read_sheet(sheets[EVENT_SHEET], points)
    else:
        about = outline.read_toml(path.with_name(EVENT_FILE))
        about = about if points is None else replace(about, points=points)
    known = {*map(normal, NAMES), EVENT_SHEET}
    ignored = tuple(sheet.name for sheet in read.sheets if normal(sheet.name) not in known)
    return Source(path, about, tables, read.remarks, ignored)
