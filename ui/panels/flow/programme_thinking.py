"""What is thought out beside the window about the timetable: suggestions, and answers to "what if"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from eventdesk.panels.programme import Programme
from eventdesk.panels.timetable.plan import Replanned, Spots, Timetable
from eventdesk.panels.timetable.problem import (
    USUAL_PERCENT,
    Problem,
    demand_factor,
    problem,
    speaker_from,
    what_fell_away,
    without_room,
)
from eventdesk.panels.unavailable import Unavailable

SECONDS, SEED = 30.0, 1


class What(Enum):
    """What may happen."""

    NO_ROOM = "no_room"
    LATE = "late"
    POPULAR = "popular"


@dataclass(frozen=True)
class Case:
    """One thing that is assumed: a room (row id) falls away, somebody comes only at a `moment`, a session is popular.

    `person` is how crews hold somebody; `moment` is ISO local; `percent` of those who were thought to come.
    """

    what: What
    room: int = 0
    person: str = ""
    moment: str = ""
    session: int = 0
    percent: int = USUAL_PERCENT


@dataclass(frozen=True)
class Asked:
    """What was asked: the programme as it was then, what is assumed, the timetable that changes are counted from."""

    programme: Programme
    cases: tuple[Case, ...] = ()
    before: Spots = field(default_factory=dict)
    seconds: float = SECONDS


def would_be(programme: Programme, cases: Sequence[Case]) -> Problem:
    """Return what is to be planned if all that is assumed happens."""
    asked = problem(programme)
    for case in cases:
        if case.what is What.NO_ROOM:
            asked = without_room(asked, case.room)
        elif case.what is What.LATE:
            asked = speaker_from(asked, case.person, case.moment)
        else:
            asked = demand_factor(asked, case.session, case.percent)
    return asked


def unavailable(programme: Programme, cases: Sequence[Case]) -> Unavailable:
    """Return what is to be noted in the file of what is assumed: when rooms and sessions cannot be."""
    return what_fell_away(problem(programme), would_be(programme, cases))


def suggesting(asked: Asked, stopped: Callable[[], bool]) -> Iterator[Timetable]:
    """Suggest when and where each session takes place."""
    from eventdesk.panels.timetable.suggest import suggest

    return suggest(problem(asked.programme), seconds=asked.seconds, seed=SEED, stopped=stopped)


def replanning(asked: Asked, stopped: Callable[[], bool]) -> Iterator[Replanned]:
    """Answer what becomes of the timetable, with the fewest changes."""
    from eventdesk.panels.timetable.replan import replan

    question = would_be(asked.programme, asked.cases)
    return replan(question, asked.before, seconds=asked.seconds, seed=SEED, stopped=stopped)
