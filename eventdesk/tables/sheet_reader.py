"""A program of its own that reads one workbook and writes its cells to standard output.

It runs in a child process with limited memory, because one cell at the far corner of a sheet makes the reading library
ask for the memory of all cells before it, and that would end the desk. It imports nothing of eventdesk, so that it
starts at once. Called with: path, most cells of a sheet, most bytes of memory.
"""

import contextlib
import datetime as dt
import gc
import marshal
import sys
from typing import Any

Cell = str | int | float


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


def read(path: str, most_cells: int) -> dict[str, Any]:
    """Return the visible sheets as [name, rows], or what is wrong with the workbook."""
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_path(path) as workbook:
            return _sheets(workbook, most_cells)
    except calamine.PasswordError:
        return {"error": "encrypted"}
    except Exception:  # noqa: BLE001 - whatever the library says, it could not read the file
        return {"error": "damaged_workbook"}


def _sheets(workbook: Any, most_cells: int) -> dict[str, Any]:
    sheets = []
    for metadata in workbook.sheets_metadata:
        if str(metadata.typ) != "SheetTypeEnum.WorkSheet" or str(metadata.visible) != "SheetVisibleEnum.Visible":
            continue
        sheet = workbook.get_sheet_by_name(metadata.name)
        if sheet.total_height * sheet.total_width > most_cells:
            return {"error": "memory"}
        rows = sheet.to_python(skip_empty_area=False)
        sheets.append([metadata.name, [[c if type(c) is str else plain(c) for c in row] for row in rows]])
    return {"sheets": sheets}


if __name__ == "__main__":
    gc.disable()  # nothing here is worth collecting, and looking for it takes a third of the time
    limit_memory(int(sys.argv[3]))
    sys.stdout.buffer.write(marshal.dumps(read(sys.argv[1], int(sys.argv[2]))))
