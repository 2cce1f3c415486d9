"""Who stands where: the fair looked at from the booth and from the exhibitor."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from eventdesk.fair.booth import Booth, BoothState
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.fair import Fair
from eventdesk.fair.hall import Hall

_PARTS = re.compile(r"[^\W\d_]+|\d+")
_NOT_ABOUT_STANDS = ("hall_of", "booth_of", "exhibitor_of", "beside", "neighbours_of", "pinned_to", "islands")


class Standing:
    """One fair as it is at a moment."""

    def __init__(self, fair: Fair) -> None:
        """Look at a fair."""
        self.fair = fair
        self.stands = fair.stands
        self.halls: dict[int, Hall] = {hall.id: hall for hall in fair.halls}
        self.booths: dict[int, Booth] = {booth.id: booth for booth in fair.booths}
        self.exhibitors: dict[int, Exhibitor] = {each.id: each for each in fair.exhibitors}
        self.of_booth: dict[int, int] = {
            booth: exhibitor for exhibitor, booths in self.stands.items() for booth in booths
        }

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """The themes of the exhibitors, in the order of the list."""
        return tuple(dict.fromkeys(each.theme for each in self.fair.exhibitors if each.theme))

    @cached_property
    def coming(self) -> tuple[Exhibitor, ...]:
        """The exhibitors who come."""
        return tuple(each for each in self.fair.exhibitors if each.comes)

    @cached_property
    def without(self) -> tuple[Exhibitor, ...]:
        """Who comes and stands nowhere yet."""
        return tuple(each for each in self.coming if not self.stands.get(each.id))

    @cached_property
    def by_ref(self) -> Mapping[str, Booth]:
        """The booths by their numbers, as people type them."""
        return {plain(booth.ref): booth for booth in self.fair.booths}

    def at(self, booth: int | None) -> Exhibitor | None:
        """Return who stands at a booth."""
        return self.exhibitors.get(self.of_booth.get(booth, 0)) if booth is not None else None

    def places(self, exhibitor: int) -> tuple[Booth, ...]:
        """Return the booths of an exhibitor."""
        return tuple(self.booths[each] for each in self.stands.get(exhibitor, ()) if each in self.booths)

    def numbers(self, exhibitor: int) -> str:
        """Return the numbers of the booths of an exhibitor: "A-04 + A-05"."""
        return numbers(self.places(exhibitor))

    def in_hall(self, hall: int) -> tuple[Booth, ...]:
        """Return the booths of a hall."""
        return tuple(booth for booth in self.fair.booths if booth.hall == hall)

    def find(self, number: str) -> Booth | None:
        """Return the booth with a number, however it is written: "C-14", "c14"."""
        return self.by_ref.get(plain(number))

    def wishes(self) -> tuple[int, int]:
        """Return how many of those who wished for an island stand on one of these, and how many wished."""
        wished = [each for each in self.coming if each.wish_1 or each.wish_2]
        met = sum(
            any(booth.island in (each.wish_1, each.wish_2) and booth.island for booth in self.places(each.id))
            for each in wished
        )
        return met, len(wished)

    def free(self) -> tuple[Booth, ...]:
        """Return the booths at which nobody stands and somebody may."""
        return tuple(
            booth for booth in self.fair.booths if booth.state is BoothState.FREE and booth.id not in self.of_booth
        )


def with_stands(fair: Fair, stands: Mapping[int, tuple[int, ...]]) -> Fair:
    """Return the fair as if exhibitors stood elsewhere; what is known of its floor need not be found out again."""
    other = replace(fair, stands=stands)
    vars(other).update({name: vars(fair)[name] for name in _NOT_ABOUT_STANDS if name in vars(fair)})
    return other


def differs(one: Standing, other: Standing) -> bool:
    """Say whether anybody stands elsewhere, or on another booth."""
    return one.stands != other.stands and one.of_booth != other.of_booth


def numbers(booths: Iterable[Booth]) -> str:
    """Return the numbers of booths beside each other."""
    return " + ".join(booth.ref for booth in booths)


def plain(number: str) -> str:
    """Return a number of a booth as it is compared: "C-14" and "c 14" are one."""
    return "-".join(part.lstrip("0") or "0" for part in _PARTS.findall(number.casefold()))
