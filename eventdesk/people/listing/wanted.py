"""Which people are wanted: what a filter can ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Facet(StrEnum):
    """What people can be told apart by."""

    ROLE = "role"
    STATUS = "status"
    SECTOR = "sector"
    ORGANISATION = "organisation"
    GROUP = "group"
    LANGUAGE = "language"
    NEED = "need"


class Presence(StrEnum):
    """Whether people have come today."""

    ARRIVED = "arrived"
    INSIDE = "inside"
    MISSING = "missing"


@dataclass(frozen=True)
class Wanted:
    """A filter: of each facet that is named one of its values, and of `presence` any of what is named.

    The empty value means people who have none: no role, no group.
    """

    values: Mapping[Facet, frozenset[str]] = field(default_factory=dict)
    presence: frozenset[Presence] = frozenset()

    @property
    def everybody(self) -> bool:
        """Whether nothing is filtered."""
        return not self.presence and not any(self.values.values())

    def toggled(self, facet: Facet, value: str) -> "Wanted":
        """Return the filter with a value added, or taken away if it was there."""
        values = {**self.values, facet: self.values.get(facet, frozenset()) ^ {value}}
        return Wanted({key: chosen for key, chosen in values.items() if chosen}, self.presence)

    def with_presence(self, presence: Presence) -> "Wanted":
        """Return the filter with a presence added, or taken away if it was there."""
        return Wanted(self.values, self.presence ^ {presence})


@dataclass(frozen=True, slots=True)
class Part:
    """So many of so many people are done."""

    done: int
    total: int
