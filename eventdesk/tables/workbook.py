"""Reads XLSX, ODS and XLS: what the container says first, then the cells, in a child process."""

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from lzma import LZMAError
from pathlib import Path

from eventdesk.codes import Fault, TableLimit, TableTrouble
from eventdesk.errors import KnownError
from eventdesk.tables import limits, sheet_reader

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = b"PK\x01\x02"
_MANIFEST = "META-INF/manifest.xml"
_ZIP_ENCRYPTED = 1
_XLS_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_XLS_MACROS = "_VBA_PROJECT_CUR".encode("utf-16-le")

Sheet = tuple[str, Sequence[tuple[sheet_reader.Cell, ...]]]


def read(path: Path, data: bytes) -> list[Sheet]:
    """Return the visible sheets as (name, rows). Raises KnownError for what is damaged, locked, too large or runs."""
    if data.startswith(ZIP_MAGIC):
        _check_container(path, data)
    elif _XLS_ENCRYPTED in data:
        raise _bad(path, TableTrouble.ENCRYPTED)
    elif _XLS_MACROS in data:
        raise _bad(path, TableTrouble.MACROS)
    names: list[str] = []
    sheets: list[list[tuple[sheet_reader.Cell, ...]]] = []
    for block in _in_child(path, len(data)):
        if isinstance(block, list):
            sheets[-1].extend(block)
            continue
        match block:
            case ("error", "sheets"):
                raise limits.too_large(path, TableLimit.SHEETS, limits.SHEETS)
            case ("error", "cells"):
                raise limits.too_large(path, TableLimit.CELLS, limits.CELLS)
            case ("error", "memory"):
                raise limits.too_large(path, TableLimit.MEMORY, limits.CHILD_BYTES // 1_000_000)
            case ("error", trouble):
                raise _bad(path, TableTrouble(trouble))
            case (_, name):
                names.append(name)
                sheets.append([])
    return list(zip(names, sheets, strict=True))


def _check_container(path: Path, data: bytes) -> None:
    """Refuse by the zip directory alone, before anything is unpacked."""
    if data.count(_ENTRY) > limits.PARTS:  # before all of them are read
        raise _bad(path, TableTrouble.DAMAGED_WORKBOOK)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            parts = container.infolist()
            if sum(part.file_size for part in parts) > limits.UNPACKED_BYTES:
                raise limits.too_large(path, TableLimit.MEMORY, limits.UNPACKED_BYTES // 1_000_000)
            names = {part.filename for part in parts}
            manifest = _beginning(container, _MANIFEST) if _MANIFEST in names else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, ValueError, EOFError, struct.error, zlib.error, LZMAError):
        raise _bad(path, TableTrouble.DAMAGED_WORKBOOK) from None
    if b"encryption-data" in manifest or any(part.flag_bits & _ZIP_ENCRYPTED for part in parts):
        raise _bad(path, TableTrouble.ENCRYPTED)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise _bad(path, TableTrouble.MACROS)
    if not names & {"xl/workbook.xml", "content.xml"}:
        raise _bad(path, TableTrouble.UNKNOWN_KIND)


def _beginning(container: zipfile.ZipFile, part: str) -> bytes:
    with container.open(part) as opened:
        return opened.read(limits.SMALL_BYTES)


def _in_child(path: Path, size: int) -> Iterable[sheet_reader.Block]:
    bounds = (limits.SHEETS, limits.CELLS, limits.CHILD_BYTES)
    command = [sys.executable, "-P", sheet_reader.__file__, str(path), *map(str, bounds)]
    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=limits.CHILD_SECONDS + limits.CHILD_SECONDS_A_MEGABYTE * size / 1_000_000,
            check=False,
            creationflags=no_window,
        )
    except subprocess.TimeoutExpired:
        return [("error", "memory")]
    except OSError as error:
        raise KnownError(Fault.CANNOT_READ, path=str(path), reason=error.strerror or str(error)) from error
    if done.returncode < 0 or b"memory allocation" in done.stderr or b"MemoryError" in done.stderr:
        return [("error", "memory")]
    if done.returncode:
        return [("error", "damaged_workbook")]
    return sheet_reader.received(done.stdout)


def _bad(path: Path, trouble: TableTrouble) -> KnownError:
    return KnownError(Fault.BAD_TABLE, path=str(path), trouble=trouble.value)
