"""Reads the pages of an SQLite file one by one, without SQLite: what is broken on one does no harm to the others.

The format is described at https://www.sqlite.org/fileformat2.html (sections 1.3 to 2.1). Only rows are understood, of
tables and of indexes (as which the rows of a table without rowid are kept), with what overflows to other pages.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from eventdesk.files import SQLITE_MAGIC
from eventdesk.store.access import Value

LEAF_TABLE, LEAF_INDEX, INNER_INDEX = 0x0D, 0x0A, 0x02
_HEADER = 100
USUAL_SIZE = 4096
"""So many bytes a page has unless somebody wanted it otherwise; event files are made so."""
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_REAL, _ZERO, _ONE = 7, 8, 9
_FIRST_BLOB, _FIRST_TEXT = 12, 13

Row = tuple[Value | bytes | float, ...]


class BrokenError(Exception):
    """This is not what such a page, cell or row looks like."""


def size_in_header(content: bytes) -> int:
    """Return how large pages are, as the file says; the usual size where it says nothing sensible."""
    size = int.from_bytes(content[16:18]) if content.startswith(SQLITE_MAGIC) else 0
    size = 65536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else USUAL_SIZE


@dataclass(frozen=True, slots=True)
class Page:
    """A page with rows, None where one is broken. `children` are the pages between and around those of an inner one."""

    number: int
    kind: int
    rows: tuple[Row | None, ...]
    children: tuple[int, ...] = ()


class Pages:
    """The pages of a file, numbered from 1."""

    def __init__(self, content: bytes, size: int) -> None:
        self._content = content
        self.size = size
        self._usable = size - (content[20] if len(content) > _HEADER and content.startswith(SQLITE_MAGIC) else 0)

    def each(self, columns: frozenset[int]) -> Iterator[Page]:
        """Yield the pages with rows of so many columns."""
        for number in range(1, -(-len(self._content) // self.size) + 1):
            try:
                page = self._page(number, columns)
            except BrokenError:
                continue
            if page.rows and any(row is not None for row in page.rows):
                yield page

    def _page(self, number: int, columns: frozenset[int]) -> Page:
        page = self._bytes(number)
        start = _HEADER if number == 1 else 0
        if len(page) < self.size or page[start] not in (LEAF_TABLE, LEAF_INDEX, INNER_INDEX):
            raise BrokenError
        kind = page[start]
        inner = kind == INNER_INDEX
        count = int.from_bytes(page[start + 3 : start + 5])
        first = start + (12 if inner else 8)
        if first + 2 * count > self.size:
            raise BrokenError
        places = struct.unpack_from(f">{count}H", page, first)
        rows = tuple(self._row_at(page, place, kind, columns) for place in places)
        if not inner:
            return Page(number, kind, rows)
        last = int.from_bytes(page[start + 8 : start + 12])
        return Page(number, kind, rows, (*(int.from_bytes(page[place : place + 4]) for place in places), last))

    def _row_at(self, page: bytes, place: int, kind: int, columns: frozenset[int]) -> Row | None:
        """Return the row of a cell; None if it is broken or has another number of columns."""
        try:
            at = place + (4 if kind == INNER_INDEX else 0)
            length, at = _varint(page, at)
            if kind == LEAF_TABLE:
                _, at = _varint(page, at)
            types, _ = _types(page[at : at + 200])
            if len(types) not in columns:
                return None
            return _values(self._payload(page, at, length, kind))
        except (BrokenError, IndexError, struct.error, UnicodeDecodeError):
            return None

    def _payload(self, page: bytes, at: int, length: int, kind: int) -> bytes:
        usable = self._usable
        most = usable - 35 if kind == LEAF_TABLE else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return _exactly(page[at : at + length], length)
        if length > len(self._content):
            raise BrokenError
        least = (usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (usable - 4)
        here = here if here <= most else least
        parts = [_exactly(page[at : at + here], here)]
        following, left = int.from_bytes(page[at + here : at + here + 4]), length - here
        while left > 0:
            more = self._bytes(following)
            parts.append(_exactly(more[4 : 4 + min(left, usable - 4)], min(left, usable - 4)))
            left -= usable - 4
            following = int.from_bytes(more[:4])
        return b"".join(parts)

    def _bytes(self, number: int) -> bytes:
        start = (number - 1) * self.size
        if number < 1 or start >= len(self._content):
            raise BrokenError
        return self._content[start : start + self.size]


def _exactly(content: bytes, length: int) -> bytes:
    if len(content) != length:
        raise BrokenError
    return content


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where it ends."""
    number = 0
    for place in range(at, at + 8):
        number = number << 7 | content[place] & 0x7F
        if content[place] < 0x80:
            return number, place + 1
    return number << 8 | content[at + 8], at + 9


def _types(content: bytes) -> tuple[list[int], int]:
    """Return the types of a row's columns, and where its values begin."""
    end, at = _varint(content, 0)
    if end > len(content):
        raise BrokenError
    types = []
    while at < end:
        kind, at = _varint(content, at)
        types.append(kind)
    if at != end:
        raise BrokenError
    return types, end


def _values(payload: bytes) -> Row:
    types, at = _types(payload)
    values: list[Value | bytes | float] = []
    for kind in types:
        length = _length(kind)
        content = _exactly(payload[at : at + length], length)
        at += length
        values.append(_value(kind, content))
    return tuple(values)


def _length(kind: int) -> int:
    if kind in (10, 11):
        raise BrokenError
    if kind >= _FIRST_BLOB:
        return (kind - _FIRST_BLOB) // 2
    return 8 if kind == _REAL else _INTEGERS.get(kind, 0)


def _value(kind: int, content: bytes) -> Value | bytes | float:
    if kind >= _FIRST_BLOB:
        return content.decode() if kind % 2 else content
    if kind in _INTEGERS:
        return int.from_bytes(content, signed=True)
    if kind == _REAL:
        real: float = struct.unpack(">d", content)[0]
        return real
    return {0: None, _ZERO: 0, _ONE: 1}[kind]
