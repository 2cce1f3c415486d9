"""Writing files so that each appears whole or not at all."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError


@contextlib.contextmanager
def replacing(path: Path, *, overwrite: bool = True) -> Iterator[Path]:
    """Hand out the path of a file to write beside `path`; it takes that place if all went well, and is gone if not.

    What was written is on the disk before the name is. Raises KnownError with DISK_FULL, CANNOT_WRITE or, unless
    `overwrite`, FILE_EXISTS.
    """
    if not overwrite and path.exists():
        raise KnownError(Fault.FILE_EXISTS, path=str(path))
    making = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        yield making
        with making.open("rb+") as file:
            os.fsync(file.fileno())
        making.replace(path)
    except OSError as error:
        fault = Fault.DISK_FULL if error.errno == errno.ENOSPC else Fault.CANNOT_WRITE
        raise KnownError(fault, path=str(path), reason=error.strerror or str(error)) from error
    finally:
        with contextlib.suppress(OSError):
            making.unlink(missing_ok=True)
