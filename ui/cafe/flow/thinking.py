"""What is thought out beside the window: who sits where, whose card somebody gets, where people go instead."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from eventdesk.cafe import planning
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.rotation.types import Advice, Handed, Moved, Rotation

SECONDS, SEED = 2.0, 1


@dataclass(frozen=True)
class Asked:
    """What was asked: the café as it was then, who is in the house (None: all), whether cards stay as they are."""

    cafe: Cafe
    present: frozenset[int] | None = None
    keep: bool = False


@dataclass(frozen=True)
class Suggested:
    """A rotation, and what is to be said about the number of tables."""

    rotation: Rotation
    advice: Advice | None = None


def suggesting(asked: Asked, stopped: Callable[[], bool]) -> Iterator[Suggested]:
    """Think out who sits where, better and better."""
    from eventdesk.cafe.rotation.suggest import suggest

    problem = planning.problem_of(asked.cafe, asked.present, keep=asked.keep)
    said = None
    for rotation in suggest(problem, seconds=SECONDS, seed=SEED, stopped=stopped):
        yield Suggested(rotation, said)
        if said is None:
            said = planning.advice_for(asked.cafe, asked.present)
            yield Suggested(rotation, said)


@dataclass(frozen=True)
class AskedCards:
    """Who came late, and whose cards they may get."""

    cafe: Cafe
    gone: tuple[int, ...]
    late: tuple[int, ...]


def handing(asked: AskedCards, _stopped: Callable[[], bool]) -> Iterator[Handed]:
    """Find cards for those who came late."""
    yield planning.handed(asked.cafe, asked.gone, asked.late)


@dataclass(frozen=True)
class AskedTable:
    """A table that is to be closed from a round on, by its number from 1, and who is in the house (None: all)."""

    cafe: Cafe
    table: int
    from_round: int
    present: frozenset[int] | None = None


def closing(asked: AskedTable, _stopped: Callable[[], bool]) -> Iterator[Moved]:
    """Find seats for the people of a table that is closed."""
    yield planning.reseated(asked.cafe, asked.table, asked.from_round, asked.present)
