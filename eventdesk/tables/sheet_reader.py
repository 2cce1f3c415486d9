"""A program of its own that reads one workbook and writes its cells to standard output.

It runs in a child process with limited memory, because one cell at the far corner of a sheet makes the reading library
ask for the memory of all cells before it, and that would end the desk. It imports nothing of eventdesk, so that it
starts at once. Called with: path, most sheets, most cells of all sheets, most bytes of memory.
"""

import contextlib
import datetime as dt
import gc
import marshal
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

Cell = str | int | float
Block = tuple[str, str] | list[tuple[Cell, ...]]
"""("error", what is wrong), ("sheet", its name), or some rows of the sheet that was named last."""
ROWS_AT_ONCE = 500
LENGTH_BYTES = 4


def limit_memory(most_bytes: int) -> None:
    """Let the system refuse more memory than this, where it can (not on Windows)."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))


def plain(cell: object) -> Cell:
    """Return a cell as text or number; a day without a time as a day alone."""
    match cell:
        case str() | float():
            return cell
        case bool():
            return "yes" if cell else "no"
        case int():
            return cell
        case dt.datetime():
            midnight = cell.time() == dt.time()
            return cell.date().isoformat() if midnight else cell.isoformat(timespec="minutes")
        case dt.date() | dt.time():
            return cell.isoformat()
        case _:
            return str(cell)


def blocks(path: str, most_sheets: int, most_cells: int) -> Iterator[Block]:
    """Yield the visible sheets, each as its name and then its rows in parts; or say what is wrong with the workbook."""
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_path(path) as workbook:
            yield from _sheets(workbook, most_sheets, most_cells)
    except calamine.PasswordError:
        yield ("error", "encrypted")
    except Exception:  # noqa: BLE001 - whatever the library says, it could not read the file
        yield ("error", "damaged_workbook")


def _sheets(workbook: Any, most_sheets: int, most_cells: int) -> Iterator[Block]:
    if len(workbook.sheets_metadata) > most_sheets:
        yield ("error", "sheets")
        return
    cells = 0
    for metadata in workbook.sheets_metadata:
        if str(metadata.typ) != "SheetTypeEnum.WorkSheet" or str(metadata.visible) != "SheetVisibleEnum.Visible":
            continue
        sheet = workbook.get_sheet_by_name(metadata.name)
        cells += sheet.total_height * sheet.total_width
        if cells > most_cells:
            yield ("error", "cells")
            return
        yield ("sheet", metadata.name)
        rows = sheet.to_python(skip_empty_area=False)
        for start in range(0, len(rows), ROWS_AT_ONCE):
            some = rows[start : start + ROWS_AT_ONCE]
            yield [tuple([cell if type(cell) is str else plain(cell) for cell in row]) for row in some]


def send(block: Block, out: BinaryIO) -> None:
    """Write one block, its length before it."""
    data = marshal.dumps(block)
    out.write(len(data).to_bytes(LENGTH_BYTES, "little") + data)


def received(data: bytes) -> Iterator[Block]:
    """Yield the blocks that were sent, one by one: to load all at once would hold other threads up."""
    at = 0
    while at < len(data):
        start = at + LENGTH_BYTES
        at = start + int.from_bytes(data[at:start], "little")
        yield marshal.loads(data[start:at])  # noqa: S302 - our own child wrote it


if __name__ == "__main__":
    gc.disable()  # nothing here is worth collecting, and looking for it takes a third of the time
    limit_memory(int(sys.argv[4]))
    for each in blocks(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])):
        send(each, sys.stdout.buffer)
