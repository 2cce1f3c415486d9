"""Giving out places, thought out beside the window; and whether a draw that was made still is as good as it was."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eventdesk.panels.place import Draw, Places, Way
from eventdesk.panels.programme import Programme
from ui.panels.places.standing import Content, Taken, changed, content, crew, places_now, places_then, taken_then

if TYPE_CHECKING:
    from eventdesk.panels.seating.outcome import Outcome
    from eventdesk.panels.seating.problem import Seats

SECONDS, SEED = 30.0, 1
DECISIVE = ("slots", "sessions", "crowds", "rest")
"""What of a protocol decides who can sit where, and who does."""


@dataclass(frozen=True)
class AskedDraw:
    """How places are to be given out: the programme as it was then, the way, the seed of the lots."""

    programme: Programme
    way: Way = Way.LEXIMIN
    seed: int = SEED
    together: bool = True
    everybody: bool = False
    seconds: float = SECONDS


@dataclass(frozen=True)
class Drawn:
    """An answer: who gets what, and what that was worked out from.

    `then` is how content people would be, `taken` how full sessions would be; `new` people get a place who have none
    today, `others` get other places than they have.
    """

    seats: "Seats"
    outcome: "Outcome"
    then: Content
    taken: tuple[Taken, ...]
    new: int
    others: int


def drawing(asked: AskedDraw, stopped: Callable[[], bool]) -> Iterator[Drawn]:
    """Give out places, better and better."""
    from eventdesk.panels.seating.gathering import seats
    from eventdesk.panels.seating.ways import draw

    known = seats(asked.programme, seed=asked.seed, everybody=asked.everybody, together=asked.together)
    now, busy = places_now(asked.programme), crew(asked.programme)
    for outcome in draw(asked.way, known, seconds=asked.seconds, stopped=stopped):
        places = places_then(outcome.places)
        taken = taken_then(asked.programme, outcome.places, outcome.waiting)
        yield Drawn(known, outcome, content(asked.programme, places), tuple(taken), *changed(now, places, busy))


def protocol_of(drawn: Drawn) -> dict[str, Any]:
    """Return the protocol of an answer."""
    from eventdesk.panels.seating.protocol import protocol

    return protocol(drawn.seats, drawn.outcome)


def still_proven(programme: Programme, draw: Draw) -> bool:
    """Say whether it is proven that nobody can sit better: a draw proved it, and nothing that matters has changed.

    Wishes, seats, confirmed places and needs have to be those of the draw, and everybody has to sit where it put them.
    """
    from eventdesk.panels.seating.gathering import seats
    from eventdesk.panels.seating.outcome import Outcome, Status
    from eventdesk.panels.seating.protocol import protocol

    told = draw.facts.protocol
    if not told.get("pareto_proven"):
        return False
    drawn = drawn_now(programme)
    for together in (True, False):
        known = seats(programme, seed=draw.facts.seed, everybody=bool(told.get("rest")), together=together)
        if not _offered(known, drawn):
            return False
        sits = Outcome(draw.facts.way, Status.FEASIBLE, 0, (), {}, {}, {}, drawn, {}, 0.0, 0)
        now = protocol(known, sits)
        if all(now[key] == told.get(key) for key in DECISIVE):
            return True
    return False


def _offered(known: "Seats", drawn: Places) -> bool:
    """Say whether all these places are in sessions and slots that places are given for."""
    offers, rounds = {each.id for each in known.offers}, {each.id for each in known.rounds}
    return all(slot in rounds and session in offers for mine in drawn.values() for slot, session in mine.items())


def drawn_now(programme: Programme) -> Places:
    """Return who has which drawn place, by person and slot."""
    from eventdesk.panels.place import How

    found: dict[int, dict[int, int]] = {}
    for place in programme.places:
        slot = programme.session_of[place.session].slot
        if place.how is How.DRAWN and slot is not None:
            found.setdefault(place.person, {})[slot] = place.session
    return found
