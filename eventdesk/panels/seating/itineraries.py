"""All ways through the rounds that somebody may be given, as far as they are good enough."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, count, product

from eventdesk.panels.seating.problem import NOT_WISHED, WITHOUT, Crowd, Seats


@dataclass(frozen=True, slots=True)
class Itinerary:
    """One way through the rounds: the sessions of it, and slots in which any session will do that is not wished.

    `ranks` are those of its places, without the order; `regret` is how much worse it is than the best that the person
    could have if nobody else came.
    """

    sessions: tuple[int, ...]
    any_in: tuple[int, ...]
    ranks: tuple[int, ...]
    regret: int

    @property
    def is_empty(self) -> bool:
        """Whether it has no place at all."""
        return not self.sessions and not self.any_in


def cost_of(seats: Seats, crowd: Crowd, sessions: Iterable[int]) -> int:
    """Return the sum of the ranks of these sessions, and of what each slot counts that is left without one."""
    held = tuple(sessions)
    covered = covered_by(seats, (seats.offer_of[each].slot for each in held))
    ranks = sum(crowd.wishes.get(each, NOT_WISHED) for each in held)
    return ranks + WITHOUT * sum(each not in covered for each in crowd.rounds)


def covered_by(seats: Seats, slots: Iterable[int]) -> frozenset[int]:
    """Return the slots in which somebody cannot be elsewhere who is somewhere in each of these."""
    return frozenset[int]().union(*(seats.round_of[each].beside for each in slots))


class Paths:
    """The ways of one crowd. In a slot, sessions that are not wished are taken together as long as that is exact.

    It is, unless somebody who goes to such a session in several slots could be given the same one twice, or people who
    stay together could be parted: then each of these sessions counts by itself.
    """

    def __init__(self, seats: Seats, crowd: Crowd) -> None:
        """Look at one crowd."""
        self._seats, self._crowd = seats, crowd
        self._slots = [seats.round_of[each] for each in crowd.rounds]
        offers = [seats.offer_of[each] for each in crowd.open]
        wished = [(crowd.wishes[each.id], each) for each in offers if each.id in crowd.wishes]
        self._wished = {
            slot: sorted((rank, offer.ref, offer) for rank, offer in wished if offer.slot == slot)
            for slot in crowd.rounds
        }
        self.pools = {
            slot: tuple(each.id for each in offers if each.slot == slot and each.id not in crowd.wishes)
            for slot in crowd.rounds
        }
        self._rest = self._least_from()
        self.best = next(cost for cost in count(self._rest[0]) if self._can_be(cost))

    @property
    def worst(self) -> int:
        """The regret of who has no place at all."""
        return WITHOUT * len(self._slots) - self.best

    def up_to(self, regret: int, *, empty: bool = True) -> list[Itinerary]:
        """Return all ways with at most this regret, the best first; without `empty` none that has no place at all.

        Who can have none, or has one already, may have none in any case.
        """
        may_be_empty = empty or self._crowd.placed or not self._crowd.open
        found = [
            Itinerary(each, any_in, self._ranks(each, any_in), cost - self.best)
            for sessions, pools, cost in self._walk(self.best + regret)
            for each, any_in in self._exact(sessions, pools)
            if each or any_in or may_be_empty
        ]
        refs = self._seats.offer_of
        starts = {each.id: number for number, each in enumerate(self._seats.rounds)}

        def order(way: Itinerary) -> tuple[object, ...]:
            return way.regret, [refs[each].ref for each in way.sessions], [starts[each] for each in way.any_in]

        return sorted(found, key=order)

    def _can_be(self, most: int) -> bool:
        """Say whether there is a way that counts at most that much."""
        return any(True for sessions, pools, _ in self._walk(most) for _ in self._exact(sessions, pools))

    def _least_from(self) -> list[int]:
        """Return what the slots from each one on count at least. One that another may cover counts nothing."""
        rest = [0]
        for slot in reversed(self._slots):
            alone = not any(other.id != slot.id and other.id in slot.beside for other in self._slots)
            ranks = [rank for rank, _, _ in self._wished[slot.id][:1]] + [NOT_WISHED] * bool(self.pools[slot.id])
            rest.append(rest[-1] + (min(ranks, default=WITHOUT) if alone else 0))
        return rest[::-1]

    def _walk(self, most: int) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], int]]:
        """Yield sessions that are wished, slots with any other session, and what it counts: at most `most`."""
        last = len(self._slots)
        alone = [
            not any(other.id != slot.id and other.id in slot.beside for other in self._slots) for slot in self._slots
        ]
        stack: list[tuple[int, tuple[int, ...], tuple[int, ...], frozenset[int], frozenset[int], int]] = [
            (0, (), (), frozenset(), frozenset(), 0)
        ]
        while stack:
            number, sessions, pools, families, covered, cost = stack.pop()
            if cost + self._rest[number] > most:
                continue
            if number == last:
                whole = cost + WITHOUT * sum(
                    slot.id not in covered for slot, is_alone in zip(self._slots, alone, strict=True) if not is_alone
                )
                if whole <= most:
                    yield sessions, pools, whole
                continue
            slot = self._slots[number]
            without = WITHOUT if alone[number] else 0
            stack.append((number + 1, sessions, pools, families, covered, cost + without))
            if slot.id in covered:
                continue
            now = covered | slot.beside
            if self.pools[slot.id]:
                stack.append((number + 1, sessions, (*pools, slot.id), families, now, cost + NOT_WISHED))
            for rank, _, offer in self._wished[slot.id]:
                if offer.family not in families:
                    then = families | {offer.family}
                    stack.append((number + 1, (*sessions, offer.id), pools, then, now, cost + rank))

    def _exact(
        self, sessions: tuple[int, ...], pools: tuple[int, ...]
    ) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
        families = {slot: {self._seats.offer_of[each].family for each in self.pools[slot]} for slot in pools}
        twice = {slot for pair in combinations(pools, 2) if families[pair[0]] & families[pair[1]] for slot in pair}
        single = set(pools) if self._crowd.size > 1 else twice
        if not single:
            yield sessions, pools
            return
        left = tuple(each for each in pools if each not in single)
        for chosen in product(*(self.pools[slot] for slot in pools if slot in single)):
            if len({self._seats.offer_of[each].family for each in chosen}) == len(chosen):
                yield (*sessions, *chosen), left

    def _ranks(self, sessions: Sequence[int], any_in: Sequence[int]) -> tuple[int, ...]:
        ranks = [self._crowd.wishes.get(each, NOT_WISHED) for each in sessions]
        return tuple(sorted([*ranks, *[NOT_WISHED] * len(any_in)]))
