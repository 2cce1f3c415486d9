"""How large a table may be: far above any guest list, far below what could stop the desk."""

from pathlib import Path

from eventdesk.codes import Fault, TableLimit
from eventdesk.errors import KnownError

FILE_BYTES = 60_000_000
UNPACKED_BYTES = 400_000_000
ROWS = 200_000
COLUMNS = 200
CELL_CHARACTERS = 2_000
CHILD_BYTES = 2_000_000_000
CHILD_SECONDS = 120


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
