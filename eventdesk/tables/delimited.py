"""Reads CSV, TSV and TXT: which encoding, which delimiter, which rows."""

import codecs
import contextlib
import csv
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from eventdesk.codes import Fault, TableLimit, TableTrouble
from eventdesk.errors import KnownError
from eventdesk.tables import guard, headers, limits

DELIMITERS = (";", ",", "\t", "|")
DELIMITER_NAMES = {"semicolon": ";", "comma": ",", "tab": "\t", "\\t": "\t", "bar": "|"}
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_TRIED_CHARACTERS = 60_000
_TRIED_ROWS = 60
_ROWS_AT_ONCE = 500
_BYTES_AT_ONCE = 1 << 20
_ANNOUNCED = re.compile('"?sep=([;,\t|])"?\r?\n', re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Delimited:
    """The cells of a text file as they stand in it, each row with the line where it begins."""

    rows: list[tuple[str, ...]]
    lines: Sequence[int]
    encoding: str
    delimiter: str


def read(path: Path, data: bytes, encoding: str | None, delimiter: str | None) -> Delimited:
    """Read a text table. Raises KnownError for text that cannot be decoded or quotation marks that never close."""
    separator = _chosen(path, delimiter)
    csv.field_size_limit(limits.FILE_BYTES)  # a long cell is shortened later, it is no open quotation mark
    text, used = decode(path, data, encoding)
    if sys.getsizeof(text) > limits.TEXT_BYTES:
        raise limits.too_large(path, TableLimit.MEMORY, limits.TEXT_BYTES // 1_000_000)
    if any("\0" in text[at : at + _BYTES_AT_ONCE] for at in range(0, len(text), _BYTES_AT_ONCE)):
        raise KnownError(Fault.BAD_TABLE, path=str(path), trouble=TableTrouble.BINARY)
    first_line = 1
    announced = _ANNOUNCED.match(text)
    if announced:
        text, first_line = text[announced.end() :], 2
        separator = separator or announced[1]
    chosen = separator or find_delimiter(text)
    limits.check_cells(path, text.count(chosen))
    rows, lines = _rows(path, text, chosen, first_line)
    return Delimited(rows, lines, used, chosen)


def _chosen(path: Path, delimiter: str | None) -> str:
    chosen = DELIMITER_NAMES.get((delimiter or "").casefold(), delimiter or "")
    if chosen and chosen not in DELIMITERS:
        raise KnownError(Fault.BAD_TABLE, path=str(path), trouble=TableTrouble.DELIMITER.value, value=chosen)
    return chosen


def decode(path: Path, data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return the text and the encoding that it has: by its mark, else strict UTF-8, else cp1252."""
    marked = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    for name in (encoding,) if encoding else (marked,) if marked else ("utf-8", "cp1252"):
        try:
            return _decoded(data, name).removeprefix("\ufeff"), name
        except (ValueError, LookupError):
            continue
    raise KnownError(Fault.BAD_TABLE, path=str(path), trouble=TableTrouble.ENCODING)


def _decoded(data: bytes, encoding: str) -> str:
    """Decode piece by piece, so as not to hold other threads up."""
    "".encode(encoding)  # raises LookupError for a codec that is not one of texts
    decoder = codecs.getincrementaldecoder(encoding)()
    parts = [decoder.decode(data[at : at + _BYTES_AT_ONCE]) for at in range(0, len(data), _BYTES_AT_ONCE)]
    return "".join([*parts, decoder.decode(b"", final=True)])


def find_delimiter(text: str) -> str:
    """Return the delimiter that cuts the header into columns and most rows into as many.

    csv.Sniffer decides by letters that repeat and takes one out of a word; here only real delimiters take part.
    """
    sample = text[:_TRIED_CHARACTERS]

    def fit(delimiter: str) -> tuple[float, int]:
        widths = _widths(sample, delimiter, complete=len(sample) == len(text))
        if not widths or widths[0] < 2:
            return 0.0, 0
        same = sum(width == widths[0] for width in widths) / len(widths)
        return round(same, 1), widths[0]

    return max(DELIMITERS, key=fit)


def _widths(sample: str, delimiter: str, *, complete: bool) -> list[int]:
    rows = []
    with contextlib.suppress(csv.Error):
        for row in csv.reader(_lines_of(sample), delimiter=delimiter):
            if row:
                rows.append(row)
            if len(rows) > _TRIED_ROWS:
                break
        else:
            rows = rows if complete else rows[:-1]
    return [len(row) for row in rows[headers.place(rows) or 0 :]]


def _lines_of(text: str) -> Iterator[str]:
    """Return the lines one by one: a whole copy of the text would hold other threads up."""
    return map(re.Match.group, _LINE.finditer(text))


def _rows(path: Path, text: str, delimiter: str, first_line: int) -> tuple[list[tuple[str, ...]], Sequence[int]]:
    """Return the rows, and the line where each begins: its number, unless cells hold line ends."""
    as_row: Callable[[list[str]], tuple[str, ...]] = _unguarded if guard.holds_guards(text) else tuple
    reader = csv.reader(_lines_of(text), delimiter=delimiter, strict=True)
    rows: list[tuple[str, ...]] = []
    try:
        while len(rows) <= limits.ROWS + 1 and (some := list(islice(reader, _ROWS_AT_ONCE))):
            rows += map(as_row, some)
    except csv.Error:
        line = str(_lines(text, delimiter, first_line)[-1])
        raise KnownError(Fault.BAD_TABLE, path=str(path), trouble=TableTrouble.QUOTES, line=line) from None
    limits.check_rows(path, len(rows) - 1)
    if reader.line_num == len(rows):
        return rows, range(first_line, first_line + len(rows))
    return rows, _lines(text, delimiter, first_line)[:-1]


def _unguarded(row: list[str]) -> tuple[str, ...]:
    return tuple([guard.unguarded(cell) if "'" in cell else cell for cell in row])


def _lines(text: str, delimiter: str, first_line: int) -> list[int]:
    """Return the line where each row begins, and at last where it would go on or cannot be read any further."""
    lines = [first_line]
    reader = csv.reader(_lines_of(text), delimiter=delimiter, strict=True)
    with contextlib.suppress(csv.Error):
        lines += (reader.line_num + first_line for _row in reader)
    return lines
