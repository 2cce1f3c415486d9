"""The ways in which places may be given out, by name."""

from collections.abc import Callable, Iterator
from typing import assert_never

from eventdesk.panels.place import Way
from eventdesk.panels.seating.leximin import leximin
from eventdesk.panels.seating.outcome import Outcome
from eventdesk.panels.seating.problem import Seats
from eventdesk.panels.seating.ranks import rank_maximal
from eventdesk.panels.seating.turns import by_lottery, by_registration
from eventdesk.solving import never


def draw(way: Way, seats: Seats, *, seconds: float = 30.0, stopped: Callable[[], bool] = never) -> Iterator[Outcome]:
    """Yield places given out in this way, each better than the one before; the last is the final one."""
    match way:
        case Way.LEXIMIN:
            yield from leximin(seats, seconds=seconds, stopped=stopped)
        case Way.RANK_MAXIMAL:
            yield from rank_maximal(seats, seconds=seconds, stopped=stopped)
        case Way.REGISTRATION:
            yield by_registration(seats)
        case Way.LOTTERY:
            yield by_lottery(seats)
        case _:
            assert_never(way)
