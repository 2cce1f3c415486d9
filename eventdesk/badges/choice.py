"""Whose badges are meant, and in which order."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from eventdesk.people.person import Status
from eventdesk.people.role import parse_role, parse_sector


@dataclass(frozen=True, slots=True)
class Everyone:
    """Everybody who may come: not who is cancelled or on the waiting list."""


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """Who has no badge yet."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Whose badge shows something else than it would if it were printed now."""


@dataclass(frozen=True, slots=True)
class NotHandedOut:
    """Whose badge is printed and still lies here."""


@dataclass(frozen=True, slots=True)
class WithRole:
    """Who has this role, among others perhaps."""

    role: str


@dataclass(frozen=True, slots=True)
class InState:
    """Who is registered, cancelled, not confirmed or waiting."""

    status: Status


@dataclass(frozen=True, slots=True)
class OfOrganisation:
    """Who comes from this organisation; capitals do not matter."""

    name: str


@dataclass(frozen=True, slots=True)
class OfSector:
    """Who comes from this sector."""

    sector: str


@dataclass(frozen=True, slots=True)
class InGroup:
    """Who came with this group; capitals do not matter."""

    name: str


@dataclass(frozen=True, slots=True)
class These:
    """These people."""

    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """Whom these words find, as the search field would; a badge code finds one person."""

    words: str


Filter = (
    Everyone
    | NotPrinted
    | Changed
    | NotHandedOut
    | WithRole
    | InState
    | OfOrganisation
    | OfSector
    | InGroup
    | These
    | Matching
)


@dataclass(frozen=True, slots=True)
class All:
    """Whom each of these means."""

    parts: tuple[Filter, ...]


Choice = Filter | All
"""Who may not come is left out, unless a state, a word or the people themselves are named."""

_WHATEVER_STATE = (InState, These, Matching)


class Order(StrEnum):
    """What badges are sorted by."""

    NAME = "name"
    ORGANISATION = "organisation"
    SECTOR = "sector"
    CODE = "code"


def filters(choice: Choice) -> tuple[Filter, ...]:
    """Return what has to hold, each once."""
    return tuple(dict.fromkeys(choice.parts if isinstance(choice, All) else (choice,)))


def both(one: Choice, other: Choice) -> Choice:
    """Return whom both mean."""
    parts = tuple(part for part in filters(All((*filters(one), *filters(other)))) if part != Everyone())
    return All(parts) if len(parts) > 1 else next(iter(parts), Everyone())


def whatever_state(choice: Choice) -> bool:
    """Say whether somebody who may not come can be meant, too."""
    return any(isinstance(part, _WHATEVER_STATE) for part in filters(choice))


def parse_choice(text: str) -> Choice | None:
    """Read what the command line has: "all", "not-printed", "role=press,changed", "organisation=Rat, Amt & Co".

    A comma means "and" where one of our words follows; any other belongs to the value. None for other texts.
    """
    parts = [_filter(part) for part in _COMMA.split(text)]
    known = tuple(part for part in parts if part is not None)
    if len(known) < len(parts):
        return None
    return known[0] if len(known) == 1 else All(known)


def _filter(text: str) -> Filter | None:
    kind, separator, value = text.strip().partition("=")
    kind, value = kind.strip().casefold(), value.strip()
    if not separator:
        return _ALONE.get(kind)
    read = _WITH_VALUE.get(kind)
    return read(value) if read is not None and value else None


def _state(value: str) -> InState | None:
    wanted = value.casefold()
    return InState(Status(wanted)) if wanted in {status.value for status in Status} else None


_ALONE: Mapping[str, Filter] = {
    "all": Everyone(),
    "not-printed": NotPrinted(),
    "changed": Changed(),
    "not-handed-out": NotHandedOut(),
}
_WITH_VALUE: Mapping[str, Callable[[str], Filter | None]] = {
    "role": lambda value: WithRole(parse_role(value)),
    "state": _state,
    "organisation": OfOrganisation,
    "sector": lambda value: OfSector(parse_sector(value)),
    "group": InGroup,
    "person": Matching,
}
_COMMA = re.compile(
    rf",(?=\s*(?:(?:{'|'.join(_ALONE)})\s*(?:,|$)|(?:{'|'.join(_WITH_VALUE)})\s*=))",
    re.IGNORECASE,
)
