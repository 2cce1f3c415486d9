"""Whose badges to print, and in which order."""

from dataclasses import dataclass
from enum import StrEnum

from eventdesk.people.role import parse_role


@dataclass(frozen=True, slots=True)
class Everyone:
    """Everybody who may come: not who is cancelled or on the waiting list."""


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """Everybody who may come and has no badge yet."""


@dataclass(frozen=True, slots=True)
class WithRole:
    """Everybody who may come and has this role, among others perhaps."""

    role: str


@dataclass(frozen=True, slots=True)
class These:
    """These people, whatever their status."""

    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """Whom these words find, as the search field would; a badge code finds one person. Whatever their status."""

    words: str


Choice = Everyone | NotPrinted | WithRole | These | Matching


class Order(StrEnum):
    """What badges are sorted by."""

    NAME = "name"
    ORGANISATION = "organisation"
    CODE = "code"


def parse_choice(text: str) -> Choice | None:
    """Read what the command line has: "all", "not-printed", "role=press", "person=Demirtaş". None for other texts."""
    kind, separator, value = text.strip().partition("=")
    value = value.strip()
    match kind.strip().casefold(), bool(separator and value):
        case "all", False:
            return Everyone()
        case "not-printed", False:
            return NotPrinted()
        case "role", True:
            return WithRole(parse_role(value))
        case "person", True:
            return Matching(value)
        case _:
            return None
