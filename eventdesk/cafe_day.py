"""Who of the guests of the World Café is in the house: where check-in and World Café meet."""

from collections.abc import Generator
from dataclasses import dataclass

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.guest import CafeGuest
from eventdesk.checkin.presence.counting import Presence, presence_of
from eventdesk.event import Event

_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class CafeDay:
    """Who is there. All tuples are by name.

    Before the day (`is_day` False: nobody was checked in today) all who are registered count as expected: `present`
    is None, `absent` and `late` are empty. On the day `absent` have a way and are not in the house, `late` are in the
    house, take part, and have none.
    """

    is_day: bool = False
    present: frozenset[int] | None = None
    absent: tuple[CafeGuest, ...] = ()
    late: tuple[CafeGuest, ...] = ()


def cafe_day(event: Event, cafe: Cafe) -> CafeDay:
    """Return who of the guests is in the house now."""
    steps = cafe_day_in_steps(event, cafe)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            day: CafeDay = done.value
            return day


def cafe_day_in_steps(event: Event, cafe: Cafe) -> Generator[None, None, CafeDay]:
    """Return the same, read in short steps."""
    guests, now = [*cafe.guests], event.now()
    found: dict[int, Presence] = {}
    for start in range(0, len(guests), _AT_ONCE):
        found |= presence_of(event.db, guests[start : start + _AT_ONCE], now, event.zone)
        yield
    if not found:
        return CafeDay()
    inside = frozenset(person for person, where in found.items() if where.inside)
    absent = (guest for guest in cafe.guests.values() if guest.id in cafe.way_of and guest.id not in inside)
    late = (guest for guest in cafe.without_way if guest.id in inside)
    return CafeDay(True, inside, tuple(sorted(absent, key=lambda guest: guest.order)), tuple(late))
