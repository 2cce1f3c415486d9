"""How large a table may be: far above any guest list, far below what could stop the desk."""

from pathlib import Path

from eventdesk.codes import Fault, TableLimit
from eventdesk.errors import KnownError

FILE_BYTES = 60_000_000
SMALL_BYTES = 1_000_000
"""What people write by hand: settings, templates."""
TEXT_BYTES = 100_000_000
"""Letters beyond Western Europe take two or four bytes each in memory, and then all letters of the file do."""
UNPACKED_BYTES = 400_000_000
PARTS = 10_000
SHEETS = 100
CELLS = 4_000_000
ROWS = 200_000
COLUMNS = 200
CELL_CHARACTERS = 2_000
HEADER_CHARACTERS = 200
CHILD_BYTES = 500_000_000
CHILD_SECONDS = 8
CHILD_SECONDS_A_MEGABYTE = 2


def too_large(path: Path, what: TableLimit, limit: int) -> KnownError:
    """Return the fault that says which limit the file breaks."""
    return KnownError(Fault.TOO_LARGE, path=str(path), what=what.value, limit=str(limit))


def check_rows(path: Path, rows: int) -> None:
    """Raise KnownError if the table has too many rows."""
    if rows > ROWS:
        raise too_large(path, TableLimit.ROWS, ROWS)


def check_columns(path: Path, columns: int) -> None:
    """Raise KnownError if the table has too many columns."""
    if columns > COLUMNS:
        raise too_large(path, TableLimit.COLUMNS, COLUMNS)


def check_cells(path: Path, cells: int) -> None:
    """Raise KnownError if the table has too many cells."""
    if cells > CELLS:
        raise too_large(path, TableLimit.CELLS, CELLS)
