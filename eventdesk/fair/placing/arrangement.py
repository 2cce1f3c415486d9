"""A placement that is being worked on: who is in which island and on which booths, and what it costs right now."""

from collections import Counter
from collections.abc import Collection, Sequence

from eventdesk.fair.placing.ground import Ground, Spot
from eventdesk.fair.placing.price import NOWHERE
from eventdesk.fair.placing.seating import Seats, seat
from eventdesk.fair.weights import Weight


class Arrangement:
    """Everybody is nowhere at first. Rules are never broken: `room` says whether somebody fits in."""

    def __init__(self, ground: Ground) -> None:
        """Begin with empty islands."""
        self.ground = ground
        weights = ground.weights
        self._theme_island, self._theme_hall = weights[Weight.THEME_ISLAND], weights[Weight.THEME_HALL]
        self._competitor_island = weights[Weight.COMPETITOR_ISLAND]
        self.choice = [NOWHERE] * len(ground.wants)
        self.seats: list[Seats] = [{} for _ in ground.islands]
        self.cost = sum(map(ground.unplaced, range(len(ground.wants))))
        self._themes: Counter[tuple[str, int]] = Counter()
        self._halls: Counter[tuple[str, str]] = Counter()
        self._rivals: Counter[tuple[str, int]] = Counter()

    def left_over(self) -> list[int]:
        """Return who is nowhere."""
        return [want for want, island in enumerate(self.choice) if island == NOWHERE]

    def members(self, island: int) -> list[int]:
        """Return who is in an island."""
        return sorted(self.seats[island])

    def islands_of(self, theme: str) -> list[int]:
        """Return the islands that a theme uses."""
        return [island for island in range(len(self.seats)) if self._themes[theme, island]] if theme else []

    def joining(self, want: int, island: int) -> int:
        """Return what it would add to the cost if a want that is nowhere went to an island."""
        ground = self.ground
        asked = ground.wants[want]
        added = ground.price(want, island) - ground.unplaced(want)
        if asked.theme:
            if not self._themes[asked.theme, island]:
                added += self._theme_island
            if not self._halls[asked.theme, ground.islands[island].hall]:
                added += self._theme_hall
        if asked.competitor and self._rivals[asked.competitor, island]:
            added += self._competitor_island
        return added

    def lift(self, want: int) -> int:
        """Count a want as nowhere and return the island it was in; its booths stay as they are until `settle`."""
        island = self.choice[want]
        self._count(want, island, -1)
        self.choice[want] = NOWHERE
        self.cost -= self.joining(want, island)
        return island

    def lower(self, want: int, island: int) -> None:
        """Count a want that is nowhere as being in an island."""
        self.cost += self.joining(want, island)
        self.choice[want] = island
        self._count(want, island, 1)

    def room(self, want: int, island: int, without: Collection[int] = ()) -> Seats | None:
        """Return how an island would be seated with a want, and `without` some who are there now; None if it cannot."""
        spots = self.ground.spots(want, island)
        if not spots:
            return None
        stay = {each: spot for each, spot in self.seats[island].items() if each not in without}
        used = {site: each for each, spot in stay.items() for site in spot}
        for spot in spots:
            if not any(site in used for site in spot) and not self._beside_rival(want, spot, used):
                return {**stay, want: spot}
        return seat(self.ground, island, [*sorted(stay), want])

    def settle(self, island: int, seats: Seats) -> None:
        """Write down how an island is seated."""
        self.seats[island] = seats

    def put(self, want: int, island: int, seats: Seats) -> None:
        """Put a want that is nowhere into an island that is seated so."""
        self.lower(want, island)
        self.settle(island, seats)

    def take(self, want: int) -> int:
        """Take a want out of its island, which is returned."""
        island = self.lift(want)
        self.seats[island] = {each: spot for each, spot in self.seats[island].items() if each != want}
        return island

    def assignments(self) -> dict[int, tuple[int, ...]]:
        """Return the site ids of everybody who is placed, by the want's id."""
        ground = self.ground
        spots = {want: spot for seats in self.seats for want, spot in seats.items()}
        return {ground.wants[want].id: ground.ids(spots[want]) for want in sorted(spots)}

    def _count(self, want: int, island: int, by: int) -> None:
        asked = self.ground.wants[want]
        if asked.theme:
            self._themes[asked.theme, island] += by
            self._halls[asked.theme, self.ground.islands[island].hall] += by
        if asked.competitor:
            self._rivals[asked.competitor, island] += by

    def _beside_rival(self, want: int, spot: Spot, used: dict[int, int]) -> bool:
        ground = self.ground
        return bool(ground.wants[want].competitor) and any(
            site in used and ground.clash(want, used[site]) for site in ground.touching(spot)
        )


def arranged(ground: Ground, choice: Sequence[int], seats: Sequence[Seats]) -> Arrangement:
    """Return a placement as it is known, by the island of each want and the seats of each island."""
    found = Arrangement(ground)
    for want, island in enumerate(choice):
        if island != NOWHERE:
            found.lower(want, island)
    for island, each in enumerate(seats):
        found.settle(island, dict(each))
    return found
