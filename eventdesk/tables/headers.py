"""Column headers: which of them mean the same, however they are spelt."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_NOT_COMPARED = re.compile(r"[^\w#]|_")
_TITLE_ROWS = 10


@dataclass(frozen=True, slots=True)
class Matched:
    """Which column holds which field, and the columns that no field was found for (their headers as written)."""

    fields: Mapping[str, int]
    others: Mapping[int, str]


def normal(header: str) -> str:
    """Return what counts of a header: letters, digits and "#", without case. "E-Mail:" and "email" are the same."""
    folded = unicodedata.normalize("NFKC", header).casefold().translate(_UMLAUTS)
    return _NOT_COMPARED.sub("", folded)


_COMMON = frozenset(
    normal(name)
    for name in (
        *("name", "full name", "vor- und nachname", "first name", "given name", "forename", "vorname"),
        *("last name", "family name", "surname", "nachname", "familienname", "zuname"),
        *("email", "e-mail", "e-mail-adresse", "email address", "mail", "phone", "telefon"),
        *("organisation", "organization", "company", "institution", "firma", "verein", "einrichtung", "unternehmen"),
    )
)
"""Column names that hardly any list of people is without."""


def place(rows: Sequence[Sequence[object]]) -> int | None:
    """Return where the header stands: the first row that holds anything, or the first below titles that is a header.

    A title is a row with one cell alone. A row below is the header only if one of its cells is a common column name,
    since in a list of one column a comma within a name cuts rows as well.
    """
    filled = ((at, [str(cell) for cell in row if str(cell).strip()]) for at, row in enumerate(rows))
    candidates = islice(((at, cells) for at, cells in filled if cells), _TITLE_ROWS)
    first = None
    for at, cells in candidates:
        first = at if first is None else first
        known = any(normal(cell) in _COMMON for cell in cells)
        if len(cells) > 1:
            return at if known else first
        if known:
            return first
    return first


def match(header: Sequence[str], aliases: Mapping[str, Iterable[str]]) -> Matched:
    """Find the column of each field by the field's own name or one of its aliases; the first of two columns counts."""
    spellings = {normal(name): field for field, names in aliases.items() for name in (*names, field)}
    fields: dict[str, int] = {}
    others: dict[int, str] = {}
    for at, written in enumerate(header):
        field = spellings.get(normal(written))
        if field is not None and field not in fields:
            fields[field] = at
        elif written:
            others[at] = written
    return Matched(fields, others)


def distinct(headers: Iterable[str]) -> list[str]:
    """Return the headers, those that repeat an earlier one with a number: "Note", "Note (2)"."""
    found: list[str] = []
    for header in headers:
        name, number = header, 1
        while name and name in found:
            number += 1
            name = f"{header} ({number})"
        found.append(name)
    return found
