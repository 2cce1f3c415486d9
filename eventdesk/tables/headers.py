"""Column headers: which of them mean the same, however they are spelt."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_NOT_COMPARED = re.compile(r"[^\w#]|_")
_TITLE_ROWS = 10
_LONGEST = 400
"""No name of a column is longer; what is called so all the same is compared by its beginning."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Which column holds which field, and the columns that no field was found for (their headers as written)."""

    fields: Mapping[str, int]
    others: Mapping[int, str]


def normal(header: str) -> str:
    """Return what counts of a header: letters, digits and "#", without case. "E-Mail:" and "email" are the same."""
    folded = unicodedata.normalize("NFKC", header[:_LONGEST]).casefold().translate(_UMLAUTS)
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
_NAMES = frozenset(map(normal, ("name", "full name", "vor- und nachname", "nachname, vorname", "name, vorname")))
"""What the one column of a list is called if it has but one."""
_USUAL = _COMMON | frozenset(
    normal(name)
    for name in (
        *("nr", "lfd. nr.", "id", "anrede", "salutation", "titel", "title", "nachname, vorname", "name, vorname"),
        *("funktion", "position", "job title", "rolle", "role", "roles", "kategorie", "category", "status"),
        *("telefonnummer", "handy", "mobil", "mobile", "ort", "stadt", "wohnort", "city", "town", "plz", "straße"),
        *("ticketart", "ticket type", "ticket-kategorie", "barcode", "bemerkung", "bemerkungen", "notiz", "notes"),
        *("sprache", "sprachen", "languages", "gruppe", "group", "anmeldedatum", "teilnehmerstatus"),
    )
)
"""Column names that many such lists have; alone, such a word may as well stand in a title or in a cell."""
_ENOUGH = 2


def place(rows: Sequence[Sequence[object]]) -> int | None:
    """Return where the header stands: the first row that holds anything, or the first below titles that is a header.

    A title is a row with one cell alone, unless it is the heading of a list of one column. A row below is the header
    only if one of its cells is a common column name, since in a list of one column a comma within a name cuts rows as
    well. A title of several cells, or lines like "Venue; City hall", are told from a header by how many usual column
    names each row has.
    """
    filled = ((at, [str(cell) for cell in row if str(cell).strip()]) for at, row in enumerate(rows))
    candidates = list(islice(((at, cells) for at, cells in filled if cells), _TITLE_ROWS))
    if not candidates:
        return None
    likely = _below_titles(candidates)
    if len(dict(candidates)[likely]) == 1 and _known(dict(candidates)[likely], _COMMON):
        return likely
    known = {at: _known(cells, _USUAL) for at, cells in candidates}
    best = max(known, key=lambda at: known[at])
    return best if known[best] >= _ENOUGH and known[best] > known[likely] else likely


def _below_titles(candidates: Sequence[tuple[int, list[str]]]) -> int:
    first = candidates[0][0]
    for at, cells in candidates:
        known = _known(cells, _COMMON)
        if len(cells) > 1:
            return at if known else first
        if known:
            return at if _known(cells, _NAMES) else first
    return first


def _known(cells: Iterable[str], names: frozenset[str]) -> int:
    """Count the different cells that are one of these names."""
    return len(names.intersection(map(normal, cells)))


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
