"""Writing files so that each appears whole or not at all."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from eventdesk.codes import Fault
from eventdesk.errors import KnownError

SQLITE_MAGIC = b"SQLite format 3\x00"


def is_full(error: Exception) -> bool:
    """Say whether an error means that there is no room: the disk is full, or what a user may have of it is."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


@contextlib.contextmanager
def replacing(path: Path, *, overwrite: bool = True, databases: bool = False) -> Iterator[Path]:
    """Hand out the path of a file to write beside `path`; it takes that place if all went well, and is gone if not.

    What was written is on the disk before the name is. A link stays a link. Raises KnownError with DISK_FULL,
    CANNOT_WRITE or FILE_EXISTS: unless `overwrite`, and for an event file unless `databases` may be replaced.
    """
    path = path.resolve()
    if path.exists() and not (overwrite and (databases or not _is_database(path))):
        raise KnownError(Fault.FILE_EXISTS, path=str(path))
    making = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        yield making
        with making.open("rb+") as file:
            os.fsync(file.fileno())
        making.replace(path)
    except OSError as error:
        fault = Fault.DISK_FULL if is_full(error) else Fault.CANNOT_WRITE
        raise KnownError(fault, path=str(path), reason=error.strerror or str(error)) from error
    finally:
        with contextlib.suppress(OSError):
            making.unlink(missing_ok=True)


@contextlib.contextmanager
def target(out: BinaryIO | Path) -> Iterator[BinaryIO]:
    """Hand out a stream to write to: `out` itself, or what becomes the file at a path, whole or not at all.

    Raises as `replacing` does.
    """
    if isinstance(out, Path):
        with replacing(out) as making, making.open("wb") as file:
            yield file
    else:
        yield out


def _is_database(path: Path) -> bool:
    """Say whether an existing file is an SQLite database: a paper must never take the place of an event."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        return file.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC
    return False
