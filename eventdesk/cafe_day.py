"""Who of the guests of the World Café is in the house: where check-in and World Café meet."""

from dataclasses import dataclass

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.guest import CafeGuest
from eventdesk.checkin.presence.counting import presence_of
from eventdesk.event import Event


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
    found = presence_of(event.db, [*cafe.guests], event.now(), event.zone)
    if not found:
        return CafeDay()
    inside = frozenset(person for person, where in found.items() if where.inside)
    absent = (guest for guest in cafe.guests.values() if guest.id in cafe.way_of and guest.id not in inside)
    late = (guest for guest in cafe.without_way if guest.id in inside)
    return CafeDay(True, inside, tuple(sorted(absent, key=lambda guest: guest.order)), tuple(late))
