"""Reads single cells as people write them, in German or English. What does not fit raises CellError."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from eventdesk.tables.headers import normal
from eventdesk.tables.problems import CellError, Expectation

Code = TypeVar("Code", bound=StrEnum)

YES = frozenset({"yes", "ja", "1", "x", "true", "y", "j", "wahr", "✓"})
NO = frozenset({"no", "nein", "0", "false", "", "n", "falsch", "-"})
NOTHING = frozenset({"", "-", "–", "—", "n/a", "k.a.", "k. a."})
_LARGEST = 10**15
_WHOLE = re.compile(r"[+-]?\d{1,16}(?:[.,]0+)?")
_METRES = re.compile(r"([+-]?\d{1,6}(?:[.,]\d{1,9})?)\s*(?:m|meter|metres?)?", re.IGNORECASE)
_BETWEEN_IDS = re.compile(r"[,;\s]+")
_BETWEEN_ITEMS = re.compile(r"[,;|\n]")
_BLANKS = re.compile(r"\s+")
_GERMAN_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?:,?\s+(.+))?")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::(\d{2}))?(?:\s*Uhr)?", re.IGNORECASE)
_EMAIL = re.compile(r'[^\s@,;<>"()\[\]]+@[^\s@,;<>"()\[\].]+(?:\.[^\s@,;<>"()\[\].]+)*\.[^\W\d_][^\s@,;<>"()\[\].]+')
_EMAIL_LENGTH = 254
_CENTURY = 100


class Choices(Generic[Code]):
    """The codes that a cell may hold, each with the other words for it (separated by "|")."""

    def __init__(self, spellings: Mapping[Code, str]) -> None:
        self.codes = tuple(spellings)
        self._by_word = {
            normal(word): code for code, words in spellings.items() for word in (code.value, *words.split("|"))
        }
        self._by_word.pop("", None)

    def find(self, text: str) -> Code | None:
        """Return the code that `text` is a word for, or None."""
        return self._by_word.get(normal(text))


def text(cell: str) -> str:
    """Return the cell without blanks around it."""
    return cell.strip()


def required(cell: str) -> str:
    """Return the cell, which must not be empty."""
    found = cell.strip()
    if not found:
        raise CellError(Expectation.NOT_EMPTY)
    return found


def whole_number(cell: str, low: int | None = None, high: int | None = None) -> int:
    """Return a whole number between `low` and `high`, both included. "12,0" is 12."""
    found = _WHOLE.fullmatch(cell.strip())
    number = int(re.split("[.,]", found[0])[0]) if found else None
    limits = ("" if low is None else str(low), "" if high is None else str(high))
    if number is None or abs(number) > _LARGEST:
        raise CellError(Expectation.WHOLE_NUMBER, *limits)
    if (low is not None and number < low) or (high is not None and number > high):
        raise CellError(Expectation.WHOLE_NUMBER, *limits)
    return number


def millimetres(cell: str, low: int | None = None) -> int:
    """Return metres as millimetres: "2,5", "2.5" and "2,5 m" are 2500. Not below `low` millimetres."""
    found = _METRES.fullmatch(cell.strip())
    length = None if found is None else round(Decimal(found[1].replace(",", ".")) * 1000)
    if length is None or (low is not None and length < low):
        raise CellError(Expectation.METRES)
    return length


def yes_no(cell: str) -> bool:
    """Return whether a cell says yes; an empty one says no."""
    word = cell.strip().casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise CellError(Expectation.YES_NO)


def choice(cell: str, choices: Choices[Code]) -> Code:
    """Return which of the choices a cell names, in any of the words for it."""
    code = choices.find(cell)
    if code is None:
        raise CellError(Expectation.CHOICE, ", ".join(code.value for code in choices.codes))
    return code


def ids(cell: str) -> tuple[str, ...]:
    """Return ids that are separated by commas or blanks, each once, in order."""
    return tuple(dict.fromkeys(part for part in _BETWEEN_IDS.split(cell) if part))


def items(cell: str) -> tuple[str, ...]:
    """Return the items of a list, separated by commas, semicolons or line ends, each once, in order."""
    parts = (_BLANKS.sub(" ", part).strip() for part in _BETWEEN_ITEMS.split(cell))
    return tuple(dict.fromkeys(part for part in parts if part))


def day(cell: str) -> date:
    """Return a day: "2027-03-06" or "6.3.2027"."""
    found, clock = _day_and_clock(cell, Expectation.DAY)
    if clock:
        raise CellError(Expectation.DAY)
    return found


def moment(cell: str) -> datetime:
    """Return a moment: "2027-03-06T10:00", "2027-03-06 10:00" or "6.3.2027 10:00 Uhr".

    It is without a time zone unless the cell has one.
    """
    try:
        iso = datetime.fromisoformat(cell.strip())
    except ValueError:
        found, clock = _day_and_clock(cell, Expectation.MOMENT)
        time = _CLOCK.fullmatch(clock)
        if time is None:
            raise CellError(Expectation.MOMENT) from None
        try:
            return datetime(found.year, found.month, found.day, int(time[1]), int(time[2]), int(time[3] or 0))  # noqa: DTZ001 - local time of the event
        except ValueError:
            raise CellError(Expectation.MOMENT) from None
    if len(cell.strip()) <= len("2027-03-06"):
        raise CellError(Expectation.MOMENT)
    return iso


def email(cell: str) -> str:
    """Return an e-mail address, or "" for an empty cell or a dash."""
    found = cell.strip().removeprefix("mailto:")
    if len(found) <= _EMAIL_LENGTH and _EMAIL.fullmatch(found):
        return found
    if found.casefold() in NOTHING:
        return ""
    raise CellError(Expectation.EMAIL)


def first_email(cell: str) -> str:
    """Return the first e-mail address among other words ("Elif <elif@example.org>; e@example.net"), or ""."""
    found = _EMAIL.search(cell[: 2 * _EMAIL_LENGTH]) if "@" in cell else None
    return found[0] if found and len(found[0]) <= _EMAIL_LENGTH else ""


def _day_and_clock(cell: str, expected: Expectation) -> tuple[date, str]:
    stripped = cell.strip()
    try:
        german = _GERMAN_DAY.fullmatch(stripped)
        if german:
            year = int(german[3])
            year += 2000 if year < _CENTURY else 0
            return date(year, int(german[2]), int(german[1])), german[4] or ""
        return date.fromisoformat(stripped), ""
    except ValueError:
        raise CellError(expected) from None
