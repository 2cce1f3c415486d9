"""Why somebody is left over, in terms of needs and booths, and the one change that would place them."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from eventdesk.fair.placing.arrangement import Arrangement
from eventdesk.fair.placing.ground import Ground, Spot, meets
from eventdesk.fair.placing.plan import Cure, Needs, Reason, Unplaced, Why
from eventdesk.fair.placing.problem import Site
from eventdesk.fair.placing.seating import Seats


def left_over(found: Arrangement, *, proven: bool, most: int | None = None) -> tuple[Unplaced, ...]:
    """Return who has no booth, and why; `proven`: the placement is known to be the best.

    Of more than `most` it is not said why: that takes longer than making them a place.
    """
    ground = found.ground
    if most is not None and len(found.left_over()) > most:
        return tuple(
            Unplaced(ground.wants[want].id, Reason(Why.UNSETTLED, ground.needs[want])) for want in found.left_over()
        )
    seats = {each: spot for seats in found.seats for each, spot in seats.items()}
    holder = {site: each for each, spot in seats.items() for site in spot}
    known: dict[tuple[Needs, str, int | None], Reason] = {}
    answers = []
    for want in found.left_over():
        asked = ground.wants[want]
        kind = ground.needs[want], asked.competitor, asked.pinned
        if kind not in known:
            known[kind] = _Looking(ground, want, seats, holder).reason(proven=proven)
        answers.append(Unplaced(asked.id, _at_home(ground, want, known[kind])))
    return tuple(answers)


def _at_home(ground: Ground, want: int, reason: Reason) -> Reason:
    """Return the reason with one more booth, if that is the cure, where this want would like it."""
    cure = reason.cure
    if cure is None or cure.site is not None:
        return reason
    wished = ground.wants[want].wish_1
    home = next((each for each in ground.islands if each.name and each.name == wished), None)
    home = home or max(ground.islands, key=lambda island: len(island.sites))
    return replace(reason, cure=replace(cure, island=home.name, hall=home.hall))


@dataclass(frozen=True, slots=True)
class _Tree:
    """Who would have to move for somebody to be placed: sites, each with the want that reached it."""

    reached: dict[int, int]
    wants: tuple[int, ...]


class _Looking:
    """Looks for a place for one want in a finished placement."""

    def __init__(self, ground: Ground, want: int, seats: Seats, holder: dict[int, int]) -> None:
        self._ground, self._want, self._seats, self._holder = ground, want, seats, holder
        self._needs = ground.needs[want]
        self._spots = [spot for island in range(len(self._ground.islands)) for spot in self._ground.spots(want, island)]

    def reason(self, *, proven: bool) -> Reason:
        ground, needs = self._ground, self._needs
        if not any(island.sites for island in ground.islands):
            return Reason(Why.NO_BOOTHS, needs)
        if ground.wants[self._want].pinned is not None:
            pinned = self._pin()
            if pinned is not None:
                return pinned
        if not self._spots:
            return Reason(self._unfit(), needs, cure=self._cure(_Tree({}, (self._want,))))
        beside = self._rivals_beside_free()
        tree = self._tree()
        way_out = any(site not in self._holder for site in tree.reached)
        if beside and not way_out:
            return Reason(Why.COMPETITORS, needs, self._ids(beside), cure=self._cure(tree))
        if way_out:
            if beside and self._needs.size == 1 and all(site in self._holder for site in self._clear_sites()):
                return Reason(Why.COMPETITORS, needs, self._ids(beside), cure=self._cure(tree))
            return Reason(Why.CHEAPER if proven else Why.UNSETTLED, needs)
        rivals = sorted({self._holder[site] for site in tree.reached if site in self._holder} - {self._want})
        return Reason(Why.TOO_MANY, needs, self._ids(rivals), ground.ids(sorted(tree.reached)), self._cure(tree))

    def _pin(self) -> Reason | None:
        ground = self._ground
        at = ground.site_number.get(ground.wants[self._want].pinned or 0)
        if at is None or not ground.sites[at].open:
            return Reason(Why.PIN_BLOCKED, self._needs)
        booths = (ground.sites[at].id,)
        if not self._spots:
            return Reason(Why.PIN_UNFIT, self._needs, booths=booths)
        holders = sorted({self._holder[site] for spot in self._spots for site in spot if site in self._holder})
        return Reason(Why.PIN_TAKEN, self._needs, self._ids(holders), booths) if holders else None

    def _unfit(self) -> Why:
        """Return whether single booths would do if only two of them stood side by side."""
        one = Needs(1, self._needs.power, self._needs.wall, self._needs.step_free)
        singles = any(self._ground.open_spots(one, island) for island in range(len(self._ground.islands)))
        return Why.NO_PAIR if self._needs.size > 1 and singles else Why.NO_BOOTH_FITS

    def _rivals_beside_free(self) -> list[int]:
        """Return the competitors beside spots that are free and would do."""
        ground = self._ground
        return sorted(
            {
                self._holder[site]
                for spot in self._spots
                if not any(each in self._holder for each in spot)
                for site in ground.touching(spot)
                if site in self._holder and ground.clash(self._want, self._holder[site])
            }
        )

    def _clear_sites(self) -> Iterator[int]:
        ground = self._ground
        for spot in self._spots:
            near = (self._holder.get(site) for site in ground.touching(spot))
            if not any(other is not None and ground.clash(self._want, other) for other in near):
                yield spot[0]

    def _tree(self) -> _Tree:
        """Return what can be reached by letting one after the other, each with one booth, move on."""
        ground = self._ground
        reached: dict[int, int] = {}
        wants = [self._want]
        waiting = deque(wants)
        known = set()
        while waiting:
            want = waiting.popleft()
            if ground.wants[want].pinned is None and ground.needs[want] in known:
                continue  # who needs the same reaches the same
            known.add(ground.needs[want])
            for island in range(len(ground.islands)):
                for spot in ground.spots(want, island):
                    for site in spot:
                        if site in reached:
                            continue
                        reached[site] = want
                        other = self._holder.get(site)
                        if other is not None and other not in wants and len(spot) == 1 == ground.wants[other].size:
                            wants.append(other)
                            waiting.append(other)
        return _Tree(reached, tuple(wants))

    def _ids(self, wants: list[int]) -> tuple[int, ...]:
        return tuple(self._ground.wants[want].id for want in wants)

    # ---- what would cure it

    def _cure(self, tree: _Tree) -> Cure | None:
        """Return the smallest change that gives this want a place: a free booth, tried, or else one more booth."""
        ground, needs = self._ground, self._needs
        asked = ground.wants[self._want]
        if asked.pinned is not None:
            return None
        tries = sorted(self._changes(tree), key=lambda each: each[0])
        for _, want, spot, site in tries:
            if self._works(tree, want, spot):
                place = ground.islands[ground.island_of[site]]
                return Cure(ground.needs[want], place.name, place.hall, ground.sites[site].id)
        largest = max(ground.islands, key=lambda island: len(island.sites))
        return Cure(needs, largest.name, largest.hall)

    def _changes(self, tree: _Tree) -> Iterator[tuple[tuple[int, int, int], int, Spot, int]]:
        """Yield free spots where one booth more with power, wall or no step would do for somebody in the tree."""
        ground = self._ground
        known = set()
        for want in tree.wants:
            needs = ground.needs[want]
            if ground.wants[want].pinned is not None or needs in known:
                continue
            known.add(needs)
            for island in range(len(ground.islands)):
                for spot in ground.open_spots(Needs(needs.size), island):
                    if any(site in self._holder for site in spot):
                        continue
                    for site in spot:
                        lacks = _lacks([ground.sites[each] for each in spot], ground.sites[site], needs)
                        if lacks:
                            yield (lacks, island, site), want, spot, site

    def _works(self, tree: _Tree, want: int, spot: Spot) -> bool:
        """Return whether everybody can move along the tree without standing beside a competitor."""
        ground = self._ground
        seats = dict(self._seats)
        mover, target = want, spot
        while True:
            old = seats.get(mover)
            seats[mover] = target
            if mover == self._want or old is None:
                break
            mover, target = tree.reached[old[0]], old
        holder = {site: each for each, at in seats.items() for site in at}
        return not any(
            site in holder and ground.clash(each, holder[site])
            for each, at in seats.items()
            for site in ground.touching(at)
        )


def _lacks(sites: list[Site], changed: Site, needs: Needs) -> int:
    """Return how much one of the sites lacks for the needs; 0 if it lacks nothing, or if changing it is not enough."""
    better = Site(
        changed.id, changed.ref, changed.island, changed.hall, changed.x_mm, changed.y_mm,
        power=max(changed.power, type(changed.power)(needs.power)),
        wall=changed.wall or needs.wall,
        step_free=changed.step_free or needs.step_free,
    )  # fmt: skip
    if meets(sites, needs) or not meets([better if each is changed else each for each in sites], needs):
        return 0
    return better.power - changed.power + 2 * (better.wall - changed.wall) + 4 * (better.step_free - changed.step_free)
