"""Booths inside one island: who goes to which booth once it is settled who is in the island."""

from collections import Counter
from collections.abc import Sequence

from eventdesk.fair.placing.ground import Ground, Spot

Seats = dict[int, Spot]
"""The spot of each want, by numbers."""

_STEPS = 4_000


class _TooLongError(Exception):
    """The search took more steps than it may."""


def seat(ground: Ground, island: int, wants: Sequence[int]) -> Seats | None:
    """Return a seating of all these wants in an island, or None if there is none, which then is proven."""
    if sum(ground.wants[want].size for want in wants) > len(ground.islands[island].sites):
        return None
    try:
        return _Search(ground, island, wants).run()
    except _TooLongError:
        from eventdesk.fair.placing.seating_exact import seat_exactly

        return seat_exactly(ground, island, wants)


def unseatable(ground: Ground, island: int, wants: Sequence[int]) -> tuple[int, ...]:
    """Return the fewest of these wants, which cannot be seated all, that still cannot: without any one they can."""
    kept = list(wants)
    for want in sorted(wants, key=lambda each: (len(ground.spots(each, island)), each), reverse=True):
        fewer = [each for each in kept if each != want]
        if seat(ground, island, fewer) is None:
            kept = fewer
    return tuple(sorted(kept))


class _Search:
    """Tries the spots of those who are hard to seat one after the other; the rest are matched.

    Hard are pairs of booths, pins, and competitors of somebody in the same island. Who needs little takes booths that
    offer little, so that power and walls stay free for who comes later.
    """

    def __init__(self, ground: Ground, island: int, wants: Sequence[int]) -> None:
        self._ground = ground
        groups = Counter(ground.wants[want].competitor for want in wants)
        spots = {want: ground.spots(want, island) for want in wants}

        def offer(spot: Spot) -> tuple[int, Spot]:
            sites = [ground.sites[each] for each in spot]
            return sum(2 * site.power + site.wall + site.step_free for site in sites), spot

        self._spots = {want: sorted(spots[want], key=offer) for want in wants}

        def hard(want: int) -> bool:
            asked = ground.wants[want]
            has_rival = asked.competitor != "" and groups[asked.competitor] > 1
            return asked.size > 1 or asked.pinned is not None or has_rival

        order = sorted(wants, key=lambda want: (len(spots[want]), want))
        self._hard = [want for want in order if hard(want)]
        self._easy = [want for want in order if not hard(want)]
        self._taken: dict[int, int] = {}
        self._seats: Seats = {}
        self._steps = 0

    def run(self) -> Seats | None:
        return self._place(0)

    def _place(self, depth: int) -> Seats | None:
        self._steps += 1
        if self._steps > _STEPS:
            raise _TooLongError
        matched = self._match()
        if matched is None:
            return None
        if depth == len(self._hard):
            return self._seats | matched
        want = self._hard[depth]
        for spot in self._spots[want]:
            if any(each in self._taken for each in spot) or self._beside_rival(want, spot):
                continue
            self._seats[want] = spot
            self._taken.update(dict.fromkeys(spot, want))
            found = self._place(depth + 1)
            if found is not None:
                return found
            del self._seats[want]
            for each in spot:
                del self._taken[each]
        return None

    def _beside_rival(self, want: int, spot: Spot) -> bool:
        ground = self._ground
        return any(
            site in self._taken and ground.clash(want, self._taken[site])
            for number in spot
            for site in ground.beside[number]
        )

    def _match(self) -> Seats | None:
        """Seat all easy ones on what is left: augmenting paths."""
        holder: dict[int, int] = {}

        def find(want: int, seen: set[int]) -> bool:
            for (site,) in self._spots[want]:
                if site in self._taken or site in seen:
                    continue
                seen.add(site)
                if site not in holder or find(holder[site], seen):
                    holder[site] = want
                    return True
            return False

        for want in self._easy:
            if not find(want, set()):
                return None
        return {want: (site,) for site, want in holder.items()}
