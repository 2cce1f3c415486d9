"""Writing files so that each appears whole or not at all."""

import contextlib
import errno
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from eventdesk import outputs
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.outputs import Content

SQLITE_MAGIC = b"SQLite format 3\x00"
_AT_ONCE = 1 << 20
_HALF_MADE = re.compile(r"\..+\.[0-9a-f]{8}(-journal)?", re.DOTALL)


def is_full(error: Exception) -> bool:
    """Say whether an error means that there is no room: the disk is full, or what a user may have of it is."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


@contextlib.contextmanager
def replacing(path: Path, *, overwrite: bool = True, databases: bool = False) -> Iterator[Path]:
    """Hand out the path of a file to write beside `path`; it takes that place if all went well, and is gone if not.

    What was written is on the disk before the name is, and in the end the name as well. A link stays a link. Raises
    KnownError with DISK_FULL, CANNOT_WRITE or FILE_EXISTS: unless `overwrite`, and for an event file unless `databases`
    may be replaced.
    """
    path = path.resolve()
    if path.exists() and not (path.is_file() or path.is_dir()):  # a device: reading waits, replacing destroys it
        raise KnownError(Fault.CANNOT_WRITE, path=str(path), reason=os.strerror(errno.EINVAL))
    if path.exists() and not (overwrite and (databases or not _is_database(path))):
        raise KnownError(Fault.FILE_EXISTS, path=str(path))
    making = _aside(path)
    try:
        yield making
        with making.open("rb+") as file:
            os.fsync(file.fileno())
        making.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        fault = Fault.DISK_FULL if is_full(error) else Fault.CANNOT_WRITE
        raise KnownError(fault, path=str(path), reason=error.strerror or str(error)) from error
    finally:
        with contextlib.suppress(OSError):
            making.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """See to it that the names in a folder outlast a power cut, where the system can be told to."""
    if os.name == "nt":  # there, names are written in the file system's own journal, and no folder can be opened
        return
    with contextlib.suppress(OSError):  # some network drives cannot; the file itself is there all the same
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def half_made(folder: Path) -> list[Path]:
    """Return the files in a folder that `replacing` was writing when the program was ended: they never got their name.

    One that is being written just now looks alike.
    """
    try:
        return [path for path in folder.iterdir() if _HALF_MADE.fullmatch(path.name) and path.is_file()]
    except OSError:
        return []


@contextlib.contextmanager
def handing_over(path: Path, *, overwrite: bool = True, content: Content | None = None) -> Iterator[Path]:
    """Do the same as `replacing` for a file that people get, and note it among those that may hold their names.

    `content` is what the file holds, as far as that is known when it is written.
    """
    with replacing(path, overwrite=overwrite) as making:
        yield making
    outputs.note(path, content)


@contextlib.contextmanager
def naming_nobody(path: Path) -> Iterator[BinaryIO]:
    """Hand out a stream to write a file that is to stay when an event is finished: it is not noted as `target` does.

    Raises as `replacing` does.
    """
    with replacing(path) as making, making.open("wb") as file:
        yield file


@contextlib.contextmanager
def target(out: BinaryIO | Path, content: Content | None = None) -> Iterator[BinaryIO]:
    """Hand out a stream to write to: `out` itself, or what becomes the file at a path, whole or not at all.

    Raises as `replacing` does.
    """
    if isinstance(out, Path):
        with handing_over(out, content=content) as making, making.open("wb") as file:
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

    Meanwhile it has another name, if that can be had: nobody takes what is left of a backup for one. A disk that
    spreads its wear, or a folder that keeps versions, may hold an older copy all the same. Raises KnownError with
    CANNOT_WRITE.
    """
    going = path
    try:
        os.close(os.open(path, os.O_RDWR))
        with contextlib.suppress(OSError):
            going = path.rename(_aside(path))
        with going.open("rb+") as file:
            _zero(file)
        going.unlink()
    except FileNotFoundError:
        return
    except OSError as error:
        raise KnownError(Fault.CANNOT_WRITE, path=str(path), reason=error.strerror or str(error)) from error


def replace_and_shred(new: Path, old: Path) -> None:
    """Put one file in the place of another, whose bytes are then overwritten. At no moment is there none of the two.

    Raises KnownError with CANNOT_WRITE.
    """
    aside = _aside(old)
    try:
        os.link(old, aside)
    except OSError:  # a file system without a second name for one file: the bytes of the old one are left to it
        aside = old
    try:
        new.replace(old)
        sync_folder(old.parent)
    except OSError as error:
        if aside is not old:
            aside.unlink()
        raise KnownError(Fault.CANNOT_WRITE, path=str(old), reason=error.strerror or str(error)) from error
    if aside is not old:
        shred(aside)


def _aside(path: Path) -> Path:
    """Return a hidden name beside a file, for what is not it yet or not any more; `half_made` finds what is left."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}")


def _zero(file: BinaryIO) -> None:
    left = file.seek(0, os.SEEK_END)
    file.seek(0)
    while left > 0:
        left -= file.write(bytes(min(left, _AT_ONCE)))
    file.flush()
    os.fsync(file.fileno())
