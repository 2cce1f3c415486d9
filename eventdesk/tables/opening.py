"""Reads a file of unknown origin as a whole: never more of it than it may have, and never what has no end."""

import stat
from pathlib import Path

from eventdesk.codes import Fault, TableLimit
from eventdesk.errors import KnownError
from eventdesk.tables.limits import SMALL_BYTES, too_large

_MEGABYTE = 1_000_000


def bytes_of(path: Path, most: int = SMALL_BYTES) -> bytes:
    """Return what is in a file. Raises KnownError with NO_FILE, CANNOT_READ or TOO_LARGE."""
    try:
        about = path.stat()
        if not (stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)):
            # To read from a pipe would wait for ever; for a folder the system has words of its own.
            raise KnownError(Fault.CANNOT_READ, path=str(path), reason="not a regular file")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise KnownError(Fault.NO_FILE, path=str(path)) from None
    except (OSError, ValueError) as error:  # a name that no file can have is a ValueError
        reason = getattr(error, "strerror", None) or str(error)
        raise KnownError(Fault.CANNOT_READ, path=str(path), reason=reason) from None
    if len(data) > most:
        raise too_large(path, TableLimit.MEGABYTES, most // _MEGABYTE)
    return data
