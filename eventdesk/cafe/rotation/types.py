"""What a rotation is thought out of, and what comes of it. Tables and guests are named by their row ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Itinerary = tuple[int, ...]
"""The ids of the tables that somebody sits at, one per round; `NOWHERE` in rounds in which they are not there."""
NOWHERE = 0
LEAST = 4
"""A table with fewer people is too small to talk at."""
Pair = frozenset[int]
"""The ids of two guests."""


class RotationWay(StrEnum):
    """Where a rotation comes from."""

    DESIGN = "design"
    """By algebra: nobody can meet twice."""
    SEARCH = "search"
    PUBLISHED = "published"
    """A design out of the literature, stored."""
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who takes part.

    Nothing is made of an empty sector, an empty organisation or no languages: nobody knows it. `step_free`: needs
    tables that are reached without steps. `host_of`: the id of the table at which they stay in every round.
    """

    id: int
    sector: str = ""
    organisation: str = ""
    languages: tuple[str, ...] = ()
    step_free: bool = False
    host_of: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `language` is the one that is spoken there ("": any), `step_free`: it is reached without steps.

    Its id is never `NOWHERE`.
    """

    id: int
    seats: int
    language: str = ""
    step_free: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """Who is to sit where.

    Two guests who stay `together` are at one table in every round, and that is no repeat; two who stay `apart` in none.
    `kept`: the itineraries that stand already; each has one table per round.
    """

    tables: tuple[Table, ...]
    rounds: int
    guests: tuple[Guest, ...]
    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    kept: Mapping[int, Itinerary] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Quality:
    """How good a rotation is beside its repeats. All are counts over all rounds; 0 is best.

    What ends in `_least` is proven: no rotation of these guests with as few repeats has less.
    """

    sector_deviation: int = 0
    """By how many people tables miss their share of each sector, which is rounded down or up as it fits."""
    colleagues_together: int = 0
    """Pairs out of one organisation at one table."""
    alone_in_language: int = 0
    """People who share no language with anybody else at their table."""
    other_language: int = 0
    """People at a table whose language they do not speak."""
    pairs_broken: int = 0
    """Pairs that must sit together and do not, or must not and do."""
    steps: int = 0
    """People who need a table without steps, and sit at another."""
    same_table: int = 0
    """Times that a guest, who is no host, comes back to a table."""
    beyond_seats: int = 0
    """Chairs more than a table has seats."""
    colleagues_least: int = 0
    alone_least: int = 0
    same_table_least: int = 0
    beyond_seats_least: int = 0


@dataclass(frozen=True, slots=True)
class Rotation:
    """Who sits where in which round.

    `ways` has everybody, hosts at their tables. `repeats`: each further meeting of two guests is one; no rotation has
    fewer than `lower_bound`. `spare`: ways with a free seat in every round that somebody can take who comes later; they
    belong to the design, so that nobody meets twice for it.
    """

    way: RotationWay
    ways: Mapping[int, Itinerary]
    repeats: int
    lower_bound: int
    spare: tuple[Itinerary, ...]
    seed: int
    seconds: float
    quality: Quality


@dataclass(frozen=True, slots=True)
class Option:
    """A number of tables, and how many rounds these people can sit there so that nobody meets twice.

    `rounds` is what we can make, not a proven limit (beyond 30 tables it is looked for up to 12 only, unless they are a
    prime power); `most` is (by counting). `smallest` and `largest` are the people
    at a table. `hosts_stay`: reached with a host at each table.
    """

    tables: int
    rounds: int
    most: int
    smallest: int
    largest: int
    hosts_stay: bool = True


@dataclass(frozen=True, slots=True)
class Advice:
    """What is to be said about a wished number of tables and rounds.

    `asked` is the wished number of tables; `enough`: nobody has to meet twice there. `others`: the nearest numbers of
    tables that allow more rounds, or as many as are wished, the nearest first.
    """

    people: int
    tables: int
    rounds: int
    asked: Option
    enough: bool
    others: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Handed:
    """Who came late and where they sit; nobody else's itinerary changes.

    `taken`: the itinerary of somebody who is gone, or a spare one, with a seat in every round. `from_whom`: of whom it
    was. `extra`: an itinerary on one more chair at some tables. `waiting`: nothing was left for them.
    `repeats`: how many pairs meet again for it, each further meeting one.
    """

    taken: Mapping[int, Itinerary]
    from_whom: Mapping[int, int]
    extra: Mapping[int, Itinerary]
    waiting: tuple[int, ...]
    repeats: int


@dataclass(frozen=True, slots=True)
class Moved:
    """Who sits elsewhere because a table closes: their whole itineraries, changed from that round on.

    `repeats`: how many more pairs meet again; `beyond_seats`: chairs more than the tables have seats; `unseated`: for
    whom no table is left.
    """

    ways: Mapping[int, Itinerary]
    repeats: int
    beyond_seats: int
    unseated: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Thin:
    """A table with few people in a round (counted from 0); nobody at all is not thin."""

    table: int
    round: int
    people: int


@dataclass(frozen=True, slots=True)
class Price:
    """What it costs to move somebody to another table in one round, compared with how it is now.

    `meets_again`: whom they then meet once more than before; `spared`: whom they no longer meet again. The quality is
    what changes: below 0 is better.
    """

    meets_again: tuple[int, ...]
    spared: tuple[int, ...]
    quality: Quality
