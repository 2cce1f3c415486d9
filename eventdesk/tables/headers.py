"""Column headers: which of them mean the same, however they are spelt."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_NOT_COMPARED = re.compile(r"[^\w#]|_")


@dataclass(frozen=True, slots=True)
class Matched:
    """Which column holds which field, and the columns that no field was found for (their headers as written)."""

    fields: Mapping[str, int]
    others: Mapping[int, str]


def normal(header: str) -> str:
    """Return what counts of a header: letters, digits and "#", without case. "E-Mail:" and "email" are the same."""
    folded = unicodedata.normalize("NFKC", header).casefold().translate(_UMLAUTS)
    return _NOT_COMPARED.sub("", folded)


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
