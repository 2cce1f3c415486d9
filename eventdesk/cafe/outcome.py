"""What became of a deed in the World Café: the answers of its actions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from eventdesk.cafe.itinerary import Itinerary
from eventdesk.cafe.plan import CafePlan


@dataclass(frozen=True, slots=True)
class Done:
    """What a deed touched, as row ids. `eid` is None if nothing differed."""

    eid: str | None = None
    tables: tuple[int, ...] = ()
    rounds: tuple[int, ...] = ()
    people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Furnished:
    """What a World Café was given: the row ids of new tables by those below 0 that they had, and how many rounds.

    `rounds` below 0: so many fell away. `eid` is None if nothing differed; ways that are applied as a part of it go
    with it when it is undone.
    """

    tables: Mapping[int, int] = field(default_factory=dict)
    rounds: int = 0
    eid: str | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of all ways: who has another one than before (or the first, or none any more), and who keeps theirs.

    `left_out` are people of the suggestion who are not in the file any more. `eid` is the whole that one undo takes
    back, None if nothing differed.
    """

    plan: CafePlan
    changed: tuple[int, ...] = ()
    same: int = 0
    left_out: tuple[int, ...] = ()
    eid: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One person in one round: from which table to which; None: they had none, or have none now."""

    person: int
    round: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Moved:
    """Who sits at another table now. `repeats` is how often two people meet again in all, after it."""

    steps: tuple[Step, ...]
    repeats: int = 0
    eid: str | None = None

    @property
    def people(self) -> tuple[int, ...]:
        """Whose card differs now, each once."""
        return tuple(dict.fromkeys(step.person for step in self.steps))


@dataclass(frozen=True, slots=True)
class GivenBack:
    """Somebody does not come: their way is free now. `itinerary` is None if they had none."""

    person: int
    itinerary: Itinerary | None = None
    eid: str | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody has a way now.

    `taken` is the free way they took; None: a chair was put to tables that are full or not thought of for so many
    (`extra`). `repeats` is how often two people meet again in all, after it.
    """

    person: int
    itinerary: Itinerary
    extra: bool = False
    repeats: int = 0
    eid: str | None = None


@dataclass(frozen=True, slots=True)
class NoWay:
    """Nobody was given a way: no table is open in every round that is still to come, or none has room."""

    person: int


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Who came late and whose way they have now.

    `taken` says by person who had that way (None: nobody), `extra` are people for whom chairs are put to tables,
    `waiting` people for whom nothing was found, `left` ways of people who did not come that nobody has now (their
    numbers). Nobody else's card differs. `eid` is the whole that one undo takes back, None if nothing differed.
    """

    taken: Mapping[int, int | None] = field(default_factory=dict)
    extra: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    left: tuple[int, ...] = ()
    repeats: int = 0
    eid: str | None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """A table at which nobody sits from a round on, and who sits where instead."""

    table: int
    from_round: int
    moved: Moved
    eid: str | None = None


@dataclass(frozen=True, slots=True)
class Clocked:
    """A round began or ended; `ended` is the one that ended by it. `eid` is None if it had been so already."""

    round: int
    ended: int | None = None
    eid: str | None = None
