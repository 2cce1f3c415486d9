"""Writing files so that each appears whole or not at all."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from eventdesk import outputs
from eventdesk.codes import Fault
from eventdesk.errors import KnownError

SQLITE_MAGIC = b"SQLite format 3\x00"
_AT_ONCE = 1 << 20


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
def handing_over(path: Path, *, overwrite: bool = True) -> Iterator[Path]:
    """Do the same as `replacing` for a file that people get, and note it among those that may hold their names."""
    with replacing(path, overwrite=overwrite) as making:
        yield making
    outputs.note(path)


@contextlib.contextmanager
def naming_nobody(path: Path) -> Iterator[BinaryIO]:
    """Hand out a stream to write a file that is to stay when an event is finished: it is not noted as `target` does.

    Raises as `replacing` does.
    """
    with replacing(path) as making, making.open("wb") as file:
        yield file


@contextlib.contextmanager
def target(out: BinaryIO | Path) -> Iterator[BinaryIO]:
    """Hand out a stream to write to: `out` itself, or what becomes the file at a path, whole or not at all.

    Raises as `replacing` does.
    """
    if isinstance(out, Path):
        with handing_over(out) as making, making.open("wb") as file:
            yield file
    else:
        yield out


def _is_database(path: Path) -> bool:
    """Say whether an existing file is an SQLite database: a paper must never take the place of an event."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        return file.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC
    return False


def shred(path: Path) -> None:
    """Delete a file after its bytes were overwritten with zeros; what is not there is no fault.

    A disk that spreads its wear, or a folder that keeps versions, may hold an older copy all the same. Raises
    KnownError with CANNOT_WRITE.
    """
    try:
        with path.open("rb+") as file:
            _zero(file)
        path.unlink()
    except FileNotFoundError:
        return
    except OSError as error:
        raise KnownError(Fault.CANNOT_WRITE, path=str(path), reason=error.strerror or str(error)) from error


def replace_and_shred(new: Path, old: Path) -> None:
    """Put one file in the place of another, whose bytes are then overwritten. At no moment is there none of the two.

    Raises KnownError with CANNOT_WRITE.
    """
    aside = old.with_name(f".{old.name}.{secrets.token_hex(4)}")
    try:
        os.link(old, aside)
    except OSError:  # a file system without a second name for one file: the bytes of the old one are left to it
        aside = old
    try:
        new.replace(old)
    except OSError as error:
        if aside is not old:
            aside.unlink()
        raise KnownError(Fault.CANNOT_WRITE, path=str(old), reason=error.strerror or str(error)) from error
    if aside is not old:
        shred(aside)


def _zero(file: BinaryIO) -> None:
    left = file.seek(0, os.SEEK_END)
    file.seek(0)
    while left > 0:
        left -= file.write(bytes(min(left, _AT_ONCE)))
    file.flush()
    os.fsync(file.fileno())
