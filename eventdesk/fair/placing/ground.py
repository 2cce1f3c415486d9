"""The problem as the thinker walks on it: numbered in the order of the refs, with spots and prices worked out.

Wants, sites and islands are numbers here, counted in the order of what people call them: row ids are drawn at random,
and the same fair must get the same plan in every file.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from eventdesk.fair.placing.plan import Needs
from eventdesk.fair.placing.problem import Problem, Site, Want
from eventdesk.fair.weights import Weight

Spot = tuple[int, ...]
"""Sites that one want stands on, by number, in ascending order."""

OTHER_HALL_MM = 60_000
"""What another hall counts as, on top of the way: FORMATS, forum_5m."""
_FIVE_METRES = 5_000


@dataclass(frozen=True, slots=True)
class Island:
    """One island of one hall: the numbers of its open sites, and the middle of all its sites, in mm."""

    name: str
    hall: str
    sites: tuple[int, ...]
    x_mm: Fraction
    y_mm: Fraction

    @property
    def label(self) -> str:
        """What people call it: a hall without islands is one itself."""
        return self.name or self.hall


class Ground:
    """Everything about a problem that several steps ask for, worked out once."""

    def __init__(self, problem: Problem) -> None:
        """Number wants, sites and islands."""
        self.problem = problem
        self.wants = tuple(sorted(problem.wants, key=lambda want: (want.ref, want.id)))
        self.sites = tuple(sorted(problem.sites, key=lambda site: (site.ref, site.id)))
        self.weights: Mapping[Weight, int] = problem.weights
        self.want_number = {want.id: number for number, want in enumerate(self.wants)}
        self.site_number = {site.id: number for number, site in enumerate(self.sites)}
        self.beside = self._neighbours()
        self.islands, self.island_of = self._islands()
        self.needs = tuple(needs_of(want) for want in self.wants)
        self._spots: dict[tuple[Needs, int], tuple[Spot, ...]] = {}
        self._forum: dict[tuple[str, int], int] = {}
        by_needs = {needs: self._spots_everywhere(needs) for needs in dict.fromkeys(self.needs)}
        self._spots_of = tuple(self._pinned(want, by_needs[needs]) for want, needs in enumerate(self.needs))
        self._price_of: list[tuple[int, ...] | None] = [None] * len(self.wants)

    def _neighbours(self) -> tuple[tuple[int, ...], ...]:
        found: defaultdict[int, set[int]] = defaultdict(set)
        for one, other in self.problem.beside:
            if one in self.site_number and other in self.site_number:
                a, b = self.site_number[one], self.site_number[other]
                found[a].add(b)
                found[b].add(a)
        return tuple(tuple(sorted(found[number])) for number in range(len(self.sites)))

    def _islands(self) -> tuple[tuple[Island, ...], tuple[int, ...]]:
        members: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for number, site in enumerate(self.sites):
            members[site.hall, site.island].append(number)
        islands, island_of = [], [0] * len(self.sites)
        for index, ((hall, name), numbers) in enumerate(sorted(members.items())):
            sites = [self.sites[number] for number in numbers]
            x = sum((Fraction(site.x_mm) for site in sites), Fraction(0)) / len(sites)
            y = sum((Fraction(site.y_mm) for site in sites), Fraction(0)) / len(sites)
            islands.append(Island(name, hall, tuple(n for n in numbers if self.sites[n].open), x, y))
            for number in numbers:
                island_of[number] = index
        return tuple(islands), tuple(island_of)

    def spots(self, want: int, island: int) -> tuple[Spot, ...]:
        """Return where in an island a want could stand if nobody else did; a pinned one only at the pin."""
        return self._spots_of[want][island]

    def _spots_everywhere(self, needs: Needs) -> tuple[tuple[Spot, ...], ...]:
        return tuple(self.open_spots(needs, island) for island in range(len(self.islands)))

    def _pinned(self, want: int, everywhere: tuple[tuple[Spot, ...], ...]) -> tuple[tuple[Spot, ...], ...]:
        pinned = self.wants[want].pinned
        if pinned is None:
            return everywhere
        at = self.site_number.get(pinned, -1)
        return tuple(tuple(spot for spot in spots if at in spot) for spots in everywhere)

    def open_spots(self, needs: Needs, island: int) -> tuple[Spot, ...]:
        """Return the spots of open sites in an island that have what is needed."""
        key = needs, island
        if key not in self._spots:
            rows = self._rows(needs.size, self.islands[island].sites)
            self._spots[key] = tuple(spot for spot in rows if meets([self.sites[each] for each in spot], needs))
        return self._spots[key]

    def _rows(self, size: int, among: Sequence[int]) -> list[Spot]:
        """Return all sets of so many sites that stand side by side."""
        inside = set(among)
        rows: set[Spot] = {(number,) for number in among}
        for _ in range(size - 1):
            rows = {
                tuple(sorted((*row, other)))
                for row in rows
                for number in row
                for other in self.beside[number]
                if other in inside and other not in row
            }
        return sorted(rows)

    def price(self, want: int, island: int) -> int:
        """Return what the want costs in an island by itself: its wishes and its way to the forum."""
        prices = self._price_of[want]
        if prices is None:
            prices = self._price_of[want] = tuple(self._price(want, each) for each in range(len(self.islands)))
        return prices[island]

    def _price(self, want: int, island: int) -> int:
        asked, place = self.wants[want], self.islands[island]
        price = self.forum(asked.session, island) if asked.session else 0
        if (asked.wish_1 or asked.wish_2) and place.name != asked.wish_1:
            price += self.weights[Weight.WISH_2 if place.name == asked.wish_2 else Weight.WISH_NONE]
        return price

    def forum(self, session: str, island: int) -> int:
        """Return the price of the way from an island to the door of a session; 0 if it has no room."""
        key = session, island
        if key not in self._forum:
            fives = round(
                self.way(session, island) / _FIVE_METRES
            )  # a fraction: half goes to even, as the format wants it
            self._forum[key] = fives * self.weights[Weight.FORUM_5M]
        return self._forum[key]

    def way(self, session: str, island: int) -> Fraction:
        """Return how far it is from the middle of an island to the door of a session, in mm; 0 without a room."""
        door, place = self.problem.doors.get(session), self.islands[island]
        if door is None:
            return Fraction(0)
        there = abs(place.x_mm - door.x_mm) + abs(place.y_mm - door.y_mm)
        return Fraction(there if place.hall == door.hall else there + OTHER_HALL_MM)

    def unplaced(self, want: int) -> int:
        """Return what it costs to leave a want over."""
        return self.weights[Weight.UNPLACED] * self.wants[want].priority

    def clash(self, want: int, other: int) -> bool:
        """Return whether two wants must not stand side by side."""
        group = self.wants[want].competitor
        return bool(group) and group == self.wants[other].competitor and want != other

    def touching(self, spot: Iterable[int]) -> set[int]:
        """Return the sites beside a spot."""
        return {other for number in spot for other in self.beside[number]}

    def ids(self, spot: Iterable[int]) -> tuple[int, ...]:
        """Return the row ids of sites."""
        return tuple(self.sites[number].id for number in spot)


def needs_of(want: Want) -> Needs:
    """Return what a want needs."""
    return Needs(want.size, int(want.power), want.wall, want.step_free)


def meets(sites: Sequence[Site], needs: Needs) -> bool:
    """Return whether sites offer what is needed: power and wall by one of them, step-free by all."""
    return (
        len(sites) == needs.size
        and max(site.power for site in sites) >= needs.power
        and (not needs.wall or any(site.wall for site in sites))
        and (not needs.step_free or all(site.step_free for site in sites))
    )
