"""A way through the tables, as it stands on one card."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Itinerary:
    """One way: the row id of the table by that of the round.

    `number` is the one on the card. Nobody has the way where `person` is None: it was left, or the design has more of
    them than people came.
    """

    id: int
    number: int
    person: int | None
    tables: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Sitting:
    """Where somebody sits in one round: its number from 1, its planned start (local ISO text), the table's name."""

    number: int
    starts: str
    table: str
