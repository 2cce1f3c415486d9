"""Who stands where before a re-plan, and who cannot stay: hit by what happened."""

from collections.abc import Mapping, Sequence

from eventdesk.fair.placing.ground import OTHER_HALL_MM, Ground, Spot
from eventdesk.fair.placing.plan import MoveWhy, Needs
from eventdesk.fair.placing.seating import Seats


class Standing:
    """The placement before: `spots` of all who stood on sites that are still known, `why` of those who cannot stay.

    `kept` stay where they are as long as nobody needs their booth; `movers` are hit, new, or asked for another island.
    """

    def __init__(self, ground: Ground, before: Mapping[int, Sequence[int]], asked: frozenset[int]) -> None:
        """Look at everybody. `before` are site ids by want id, `asked` the ids of those with a late wish."""
        self.ground = ground
        self.spots: Seats = {}
        self.why: dict[int, MoveWhy] = {}
        self.asked: set[int] = set()
        for number, want in enumerate(ground.wants):
            booths = before.get(want.id, ())
            if not booths:
                self.why[number] = MoveWhy.NEW
                continue
            known = sorted(ground.site_number[each] for each in booths if each in ground.site_number)
            self.spots[number] = tuple(known)
            why = MoveWhy.BLOCKED if len(known) < len(booths) else self._unfit(number)
            if why is not None:
                self.why[number] = why
        self._collisions()
        for number, want in enumerate(ground.wants):
            if want.id in asked and number not in self.why and want.wish_1 and self._island(number) != want.wish_1:
                self.asked.add(number)
        self.kept = [number for number in self.spots if number not in self.why and number not in self.asked]
        self.movers = [number for number in range(len(ground.wants)) if number in self.why or number in self.asked]

    def way_mm(self, want: int, spot: Spot) -> int:
        """Return how far it is from where a want stood, in mm as one walks; 0 for who stood nowhere."""
        old = self.spots.get(want, ())
        if not old or not spot:
            return 0
        (x, y), (new_x, new_y) = self._middle(old), self._middle(spot)
        halls = {self.ground.sites[each].hall for each in (old[0], spot[0])}
        return round(abs(x - new_x) + abs(y - new_y)) + (OTHER_HALL_MM if len(halls) > 1 else 0)

    def options(self, want: int) -> list[Spot]:
        """Return the spots a want could have if nobody else did; who only asked stays or goes where they wish."""
        ground = self.ground
        islands = range(len(ground.islands))
        if want in self.asked:
            wished = ground.wants[want].wish_1
            homes = [island for island in islands if ground.islands[island].name == wished]
            return [self.spots[want], *(spot for island in homes for spot in ground.spots(want, island))]
        return [spot for island in islands for spot in ground.spots(want, island)]

    def _unfit(self, want: int) -> MoveWhy | None:
        ground, spot = self.ground, self.spots[want]
        sites = [ground.sites[each] for each in spot]
        asked, needs = ground.wants[want], ground.needs[want]
        if not all(site.open for site in sites):
            return MoveWhy.BLOCKED
        if asked.pinned is not None and asked.pinned not in {site.id for site in sites}:
            return MoveWhy.PIN
        if spot not in ground.open_spots(Needs(needs.size), ground.island_of[spot[0]]):
            return MoveWhy.SIZE
        if max(site.power for site in sites) < needs.power:
            return MoveWhy.POWER
        if needs.wall and not any(site.wall for site in sites):
            return MoveWhy.WALL
        if needs.step_free and not all(site.step_free for site in sites):
            return MoveWhy.STEP_FREE
        return None

    def _collisions(self) -> None:
        """Of two on one booth, and of two competitors side by side, the one who is less settled has to go."""
        ground = self.ground
        holder: dict[int, int] = {}
        settled = sorted(
            (each for each in self.spots if each not in self.why),
            key=lambda each: (ground.wants[each].pinned is None, -ground.wants[each].priority, each),
        )
        for want in settled:
            spot = self.spots[want]
            if any(site in holder for site in spot):
                self.why[want] = MoveWhy.SHARED
            elif any(site in holder and ground.clash(want, holder[site]) for site in ground.touching(spot)):
                self.why[want] = MoveWhy.COMPETITOR
            else:
                holder.update(dict.fromkeys(spot, want))

    def _island(self, want: int) -> str:
        return self.ground.sites[self.spots[want][0]].island

    def _middle(self, spot: Spot) -> tuple[float, float]:
        sites = [self.ground.sites[each] for each in spot]
        return sum(site.x_mm for site in sites) / len(sites), sum(site.y_mm for site in sites) / len(sites)
