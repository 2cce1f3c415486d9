"""Reads a table file of any known kind into clean text cells: CSV, TSV, TXT, XLSX, ODS, XLS."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from eventdesk.codes import Fault, TableTrouble
from eventdesk.errors import KnownError
from eventdesk.tables import delimited, headers, limits, workbook
from eventdesk.tables.cleaning import clean_rows, one_line
from eventdesk.tables.opening import bytes_of
from eventdesk.tables.pause import collector_held_back
from eventdesk.tables.problems import Remark, TableRemark
from eventdesk.tables.sheet_reader import Cell
from eventdesk.tables.table import Table, Tables

_POSTCODE_HEADERS = frozenset(
    headers.normal(name) for name in ("plz", "postleitzahl", "zip", "zip code", "postcode", "postal code", "home zip")
)
_COUNTRY_HEADERS = frozenset({"land", "country", "homecountry", "countrycode"})
_GERMANY = frozenset({"", "de", "deutschland", "germany", "brd"})
_GERMAN_POSTCODE_DIGITS = 5
_WHOLE_BELOW = 1e15


def read_tables(path: Path, *, encoding: str | None = None, delimiter: str | None = None) -> Tables:
    """Read a file into its sheets. `encoding` and `delimiter` are found unless given.

    Raises KnownError with NO_FILE, CANNOT_READ, TOO_LARGE or BAD_TABLE, whatever the file holds. The latter is
    raised as well for a delimiter that is neither one of delimited.DELIMITERS nor the name of one.
    """
    with collector_held_back():
        return _read(path, bytes_of(path, limits.FILE_BYTES), encoding, delimiter)


def _read(path: Path, data: bytes, encoding: str | None, delimiter: str | None) -> Tables:
    if data.startswith((workbook.ZIP_MAGIC, workbook.OLE_MAGIC)):
        found = [_sheet(path, name, rows) for name, rows in workbook.read(path, data)]
        sheets = tuple(sheet for sheet in found if sheet is not None)
        used = ("", "")
    else:
        text = delimited.read(path, data, encoding, delimiter)
        table = _table(path, path.stem, text.rows, text.lines, [])
        sheets = () if table is None else (table,)
        used = (text.encoding, text.delimiter)
    if not sheets:
        raise KnownError(Fault.BAD_TABLE, path=str(path), trouble=TableTrouble.EMPTY.value)
    return Tables(path.name, sheets, *used, remarks=tuple(remark for sheet in sheets for remark in sheet.remarks))


def _sheet(path: Path, name: str, rows: Sequence[tuple[Cell, ...]]) -> Table | None:
    remarks: list[TableRemark] = []
    place = headers.place(rows)
    header = () if place is None else rows[place]
    postcodes = [at for at, cell in enumerate(header) if headers.normal(str(cell)) in _POSTCODE_HEADERS]
    country = next((at for at, cell in enumerate(header) if headers.normal(str(cell)) in _COUNTRY_HEADERS), None)
    texts = [tuple([cell if type(cell) is str else _number(cell) for cell in row]) for row in rows]
    for at in postcodes:
        for line, (row, cells) in enumerate(zip(rows, texts, strict=True), 1):
            german = country is None or cells[country].strip().casefold() in _GERMANY
            if type(row[at]) is not str and len(cells[at]) == _GERMAN_POSTCODE_DIGITS - 1 and german:
                postcode = cells[at].zfill(_GERMAN_POSTCODE_DIGITS)
                texts[line - 1] = (*cells[:at], postcode, *cells[at + 1 :])
                remarks.append(TableRemark(path.name, line, str(header[at]), postcode, Remark.LEADING_ZERO))
    return _table(path, name, texts, range(1, len(texts) + 1), remarks)


def _number(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _WHOLE_BELOW:
        return str(int(cell))
    return str(cell)


def _table(
    path: Path, name: str, rows: Sequence[tuple[str, ...]], lines: Sequence[int], remarks: list[TableRemark]
) -> Table | None:
    """Clean the cells, find the header, leave out the title above it, and make all rows as long as the header.

    Rows are tuples: unlike lists, those of texts are nothing that the collector of cycles looks at again and again.
    """
    cleaned = clean_rows(rows)
    place = headers.place(cleaned)
    if place is None:
        return None
    filled = [at for at, row in enumerate(cleaned) if at >= place and any(row)]
    limits.check_rows(path, len(filled) - 1)
    first, body = filled[0], filled[1:]
    header = _header(path, lines[first], cleaned[first], remarks)
    remarks[:] = [each for each in remarks if not _is_about_nothing(each, header, (cleaned[at] for at in body))]
    width = len(header)
    for at in body:
        # A row that is short as a whole has no cell that is too long, which is sooner said
        if len(cleaned[at]) != width or len("".join(cleaned[at])) > limits.CELL_CHARACTERS:
            cleaned[at] = _fitted(path, lines[at], cleaned[at], header, remarks)
    rows_below, lines_below = [cleaned[at] for at in body], [lines[at] for at in body]
    return Table(path.name, name, header, rows_below, lines_below, lines[first], tuple(remarks))


def _is_about_nothing(remark: TableRemark, header: Sequence[str], rows: Iterable[tuple[str, ...]]) -> bool:
    """Say whether this is about a column that has neither a name nor any cell."""
    if remark.about is not Remark.UNNAMED_COLUMN:
        return False
    at = header.index(remark.column)
    return not any(row[at] for row in rows if at < len(row))


def _header(path: Path, line: int, cells: Iterable[str], remarks: list[TableRemark]) -> tuple[str, ...]:
    """Return the column names: one line each, none empty, none twice. Empty ones at the end are no columns."""
    written = [one_line(cell) for cell in cells]
    while not written[-1]:
        written.pop()
    limits.check_columns(path, len(written))
    longest = limits.HEADER_CHARACTERS
    long = [name for name in written if len(name) > longest]
    written = [name[:longest].rstrip() for name in written]
    named = [name or f"#{number}" for number, name in enumerate(written, 1)]
    names = headers.distinct(named)
    for was, is_now in zip(written, names, strict=True):
        if was != is_now:
            about = Remark.COLUMN_TWICE if was else Remark.UNNAMED_COLUMN
            remarks.append(TableRemark(path.name, line, is_now, was, about))
    cut = (str(longest),)
    remarks += [TableRemark(path.name, line, name[:80], name[:80], Remark.CELL_SHORTENED, cut) for name in long]
    return tuple(names)


def _fitted(
    path: Path, line: int, cells: tuple[str, ...], header: Sequence[str], remarks: list[TableRemark]
) -> tuple[str, ...]:
    width = len(header)
    beyond = next((cell for cell in cells[width:] if cell), None)
    if beyond is not None:
        remarks.append(TableRemark(path.name, line, "", beyond[:80], Remark.CELLS_BEYOND_HEADER))
    fitted = [*cells[:width], *[""] * (width - len(cells))]
    for at, cell in enumerate(fitted):
        if len(cell) > limits.CELL_CHARACTERS:
            limit = str(limits.CELL_CHARACTERS)
            remarks.append(TableRemark(path.name, line, header[at], cell[:80], Remark.CELL_SHORTENED, (limit,)))
            fitted[at] = cell[: limits.CELL_CHARACTERS].rstrip()
    return tuple(fitted)
