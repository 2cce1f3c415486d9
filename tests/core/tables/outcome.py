"""What reading a file comes to: its tables, or the plain fault."""

from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.tables.reading import read_tables
from eventdesk.tables.table import Tables

PLAIN_FAULTS = (Fault.BAD_TABLE, Fault.TOO_LARGE)


def outcome(path: Path) -> Tables | Fault:
    """Read a file; any other exception than a known fault goes on its way."""
    try:
        return read_tables(path)
    except KnownError as error:
        return error.fault
