"""Writes tables for other programs: CSV that no spreadsheet runs as a formula, XLSX with text cells only, JSON."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from eventdesk.codes import Fault, Holding
from eventdesk.errors import KnownError
from eventdesk.files import handing_over
from eventdesk.outputs import Content
from eventdesk.tables.guard import guarded

DELIMITER = ";"
_WIDEST_COLUMN = 40

Rows = Iterable[Sequence[str]]


def write_table(
    path: Path, header: Sequence[str], rows: Rows, *, sheet: str = "", holding: Holding = Holding.TABLE
) -> None:
    """Write a table as CSV, XLSX or JSON, as the suffix says; the file appears whole or not at all.

    `holding` is what the journal says that it holds.
    Raises KnownError with DISK_FULL, CANNOT_WRITE, or UNKNOWN_FORMAT for another suffix.
    """
    writers = {".csv": _write_csv, ".xlsx": _write_xlsx, ".json": _write_json}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise KnownError(Fault.UNKNOWN_FORMAT, path=str(path))
    content = Content(holding)

    def counted() -> Iterator[Sequence[str]]:
        for row in rows:
            yield row
            content.amount += 1

    with handing_over(path, content=content) as making:
        writer(making, sheet or path.stem, header, counted())


def _write_csv(making: Path, _sheet: str, header: Sequence[str], rows: Rows) -> None:
    with making.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=DELIMITER, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow([guarded(name) for name in header])
        writer.writerows([guarded(cell) for cell in row] for row in rows)


def _write_xlsx(making: Path, sheet: str, header: Sequence[str], rows: Rows) -> None:
    import xlsxwriter

    made = io.BytesIO()  # a full disk met by the library itself would leave a traceback of its own
    plain_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(made, {**plain_text, "in_memory": True})
    page = book.add_worksheet(_sheet_name(sheet))
    page.freeze_panes(1, 0)
    for column, name in enumerate(header):
        page.set_column(column, column, min(max(len(name) + 4, 12), _WIDEST_COLUMN))
    bold = book.add_format({"bold": True})
    for column, name in enumerate(header):
        page.write_string(0, column, name, bold)
    for line, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if cell:
                page.write_string(line, column, cell)
    book.close()
    making.write_bytes(made.getbuffer())


def _write_json(making: Path, _sheet: str, header: Sequence[str], rows: Rows) -> None:
    found = [dict(zip(header, row, strict=True)) for row in rows]
    making.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _sheet_name(name: str) -> str:
    """Return a name that a worksheet may have: at most 31 characters, none of them special."""
    return re.sub(r"[\[\]:*?/\\']", " ", name)[:31].strip() or "1"
