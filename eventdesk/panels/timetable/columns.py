"""What may be at one time: sets of sessions with their price in people, found where a relaxation wants them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heappush, heapreplace
from itertools import combinations
from math import inf

from eventdesk.panels.timetable.ground import Ground, largest_clique, moments
from eventdesk.panels.timetable.seating import best_rooms, best_rooms_over_time, sorted_rooms

Extra = Callable[[int, int, int], int]
"""What a session costs in a slot and a room, beside people."""
_MOST_MASKS = 300
_MANY_SCARCE = 4
_LOOK_EVERY = 500
_FULL = 10
"""How much faster patience ends when there are as many columns as were asked for."""
_PRICING, _ROOMS = 20, 1
"""How many looks it is worth to price a set of sessions, and to try its rooms for every set of rooms."""


@dataclass(frozen=True, slots=True)
class Column:
    """Sessions that are at one time, with their rooms, for `cost`.

    `slots` are theirs, one for each; of several that are alike each of the `open` ones (bits of the block's slots) is
    possible, and `slots` is empty. `uses` are rooms that cannot be used again soon, by slot.
    """

    block: int
    sessions: tuple[int, ...]
    slots: tuple[int, ...]
    open: int
    cost: int
    rooms: tuple[int, ...]
    uses: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Block:
    """Slots that are treated as one: all alike and each apart from the others, or overlapping (`tangled`)."""

    number: int
    slots: tuple[int, ...]
    tangled: bool
    masks: tuple[int, ...] = (1,)
    """Sets of slots (bits) of which no more may be asked for than there are."""

    @property
    def all_open(self) -> int:
        """All slots, as bits."""
        return 1 if self.tangled else (1 << len(self.slots)) - 1


@dataclass(frozen=True)
class Wanted:
    """What a relaxation would pay: for a session (or, where slots matter, a session in a slot), and for slots."""

    profit: Callable[[int, int], float]
    open_price: Callable[[int, int], float]
    """What it costs to ask for these slots of a block only."""
    use_price: Callable[[int, int], float] = field(default=lambda _slot, _room: 0.0)


def blocks(ground: Ground, *, alike: bool) -> list[Block]:
    """Return the slots in blocks; `alike`: slots with the same rooms need not be told apart."""
    found: list[Block] = []
    singles: dict[object, list[int]] = {}
    for group in moments(ground):
        if len(group) > 1:
            found.append(Block(len(found), group, tangled=True))
            continue
        ref = ground.slots[group[0]].ref
        closed = frozenset(number for number, room in enumerate(ground.rooms) if ref in room.unavailable)
        singles.setdefault(closed if alike else group, []).append(group[0])
    for slots in singles.values():
        block = Block(len(found), tuple(slots), tangled=False)
        masks = _masks(ground, block)
        if len(masks) <= _MOST_MASKS:
            found.append(Block(len(found), tuple(slots), tangled=False, masks=masks))
        else:
            found += [Block(len(found) + at, (slot,), tangled=False) for at, slot in enumerate(slots)]
    return found


def open_slots(ground: Ground, block: Block, session: int) -> int:
    """Return in which slots of a block a session may be, as bits."""
    return sum(1 << at for at, slot in enumerate(block.slots) if ground.rooms_for[session][slot])


def _masks(ground: Ground, block: Block) -> tuple[int, ...]:
    """Return all sets of slots that what is asked for can be confined to: Hall's condition needs no others."""
    known = {block.all_open} | {open_slots(ground, block, session) for session in range(len(ground.sessions))}
    for joined in (int.__and__, int.__or__):
        edge = set(known)
        while edge and len(known) <= _MOST_MASKS:
            edge = {joined(one, other) for one in edge for other in known} - known
            known |= edge
    return tuple(sorted(known - {0}))


class Finder:
    """Finds the columns of one block; the price of each is worked out once."""

    def __init__(self, ground: Ground, block: Block, extra: Extra | None) -> None:
        """Know what may be there."""
        self._ground, self.block, self._extra = ground, block, extra
        self._at = block.slots[0]
        self._items = [
            (session, slot)
            for session in range(len(ground.sessions))
            for slot in (block.slots if block.tangled or len(block.slots) == 1 else (-1,))
            if open_slots(ground, block, session) and (slot < 0 or ground.rooms_for[session][slot])
        ]
        self._open = [1 if block.tangled else open_slots(ground, block, session) for session, _ in self._items]
        cliques = largest_clique(ground, block.slots) if block.tangled else [()]
        self._clique = [
            next(number for number, slots in enumerate(cliques) if slot in slots) if block.tangled else 0
            for _, slot in self._items
        ]
        self._cliques = len(cliques)
        self._most = len(ground.rooms) * len(cliques)
        self._known: dict[tuple[int, ...], list[Column]] = {}
        self.looked = 0

    @cached_property
    def _rooms(self) -> list[tuple[int, ...]]:
        """The rooms of each item: they are the same in all slots that it may be in."""
        rooms_for = self._ground.rooms_for
        return [
            rooms_for[session][slot]
            if slot >= 0
            else next((rooms_for[session][each] for each in self.block.slots if rooms_for[session][each]), ())
            for session, slot in self._items
        ]

    @cached_property
    def exact(self) -> bool:
        """Whether every way to leave rooms to other blocks is among the columns."""
        return (
            not self.block.tangled or sum(each[0] in self.block.slots for each in self._ground.scarce) <= _MANY_SCARCE
        )

    @cached_property
    def _base(self) -> list[int]:
        """What each item costs at least, beside people."""
        if self._extra is None:
            return [0] * len(self._items)
        return [
            min((self._extra(session, slot if slot >= 0 else self._at, room) for room in rooms), default=0)
            for (session, slot), rooms in zip(self._items, self._rooms, strict=True)
        ]

    @cached_property
    def _largest(self) -> list[tuple[int, int]]:
        """All rooms that are open here, the largest first."""
        rooms = {room for options in self._rooms for room in options}
        sizes = [(room, self._ground.rooms[room].capacity) for room in rooms]
        return sorted(sizes, key=lambda each: (-each[1], each[0]))

    @cached_property
    def _not_beside(self) -> list[list[bool]]:
        ground = self._ground

        def apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
            if one[0] == other[0]:
                return True
            together = one[1] < 0 or other[1] in ground.overlaps[one[1]]
            return together and other[0] in ground.apart[one[0]]

        return [[apart(one, other) for other in self._items] for one in self._items]

    def column(self, placed: Sequence[tuple[int, int]]) -> list[Column]:
        """Return the columns for sessions with their slots (-1 where the slots are alike), if they are possible."""
        number = {item: at for at, item in enumerate(self._items)}
        if any(each not in number for each in placed):
            return []
        items = tuple(sorted(number[each] for each in placed))
        if any(self._not_beside[one][other] for one, other in combinations(items, 2)):
            return []
        together = self.block.all_open
        for item in items:
            together &= self._open[item]
        return self._priced(items, together) if together else []

    def cheapest(
        self, wanted: Wanted, below: float, most: int, stopped: Callable[[], bool], patience: float = inf
    ) -> tuple[list[tuple[float, Column]], bool]:
        """Return up to `most` columns that cost less than `below` beyond what is paid, and whether all were looked at.

        Of more than `most` the cheapest are returned, of those that were found with so much `patience`: so many sets
        are looked at once there is a column. The first is the cheapest of all unless patience ended.
        """
        search = _Search(wanted, below, most, stopped, patience)
        profits = [wanted.profit(*item) for item in self._items]
        start = sorted((self._base[item] - profit, item) for item, profit in enumerate(profits))
        whole = self._grow(search, profits, (), start, 0.0, 0, (0,) * self._cliques, self.block.all_open)
        found = sorted(search.heap, key=lambda one: (-one[0], one[1]))
        return [(-price, column) for price, _, column in found], whole

    def _grow(
        self,
        search: "_Search",
        profits: Sequence[float],
        taken: tuple[int, ...],
        rest: list[tuple[float, int]],
        value: float,
        lost: int,
        covered: tuple[int, ...],
        together: int,
    ) -> bool:
        """Add each of the rest to what is taken, the best first; whoever cannot get below the limit is not tried.

        What one more session loses can only grow with the sessions that are there, so what it loses now is a bound.
        """
        wants = self._ground.crowd.wants
        room = self._most - len(taken)
        for at, (gain, item) in enumerate(rest):
            ahead = sum(each for each, _ in rest[at + 1 : at + room] if each < 0)
            if value + gain + ahead >= search.below:
                break
            self.looked += 1
            if search.enough():
                return False
            still = together & self._open[item]
            if not still:
                continue
            items = (*taken, item)
            cost = search.wanted.open_price(self.block.number, still)
            now, loses = value + gain, lost + round(gain + profits[item])
            if now + cost < search.below:
                self._weigh(search, items, still, now - loses, now + cost)
            if room > 1 and now + cost + ahead < search.below:
                clique, session = self._clique[item], self._items[item][0]
                people = (*covered[:clique], covered[clique] | wants[session], *covered[clique + 1 :])
                apart = self._not_beside[item]
                more = sorted(
                    (
                        (wants[self._items[each][0]] & people[self._clique[each]]).bit_count()
                        + self._base[each]
                        - profits[each],
                        each,
                    )
                    for _, each in rest[at + 1 :]
                    if not apart[each]
                )
                if more and not self._grow(search, profits, items, more, now, loses, people, still):
                    return False
        return True

    def _weigh(self, search: "_Search", items: tuple[int, ...], together: int, unpaid: float, least: float) -> None:
        """Keep the columns of a set if they are cheap enough; `unpaid` is what is not paid for it (below 0: profit)."""
        opening = search.wanted.open_price(self.block.number, together)
        if not self.block.tangled and self._extra is None and tuple(sorted(items)) not in self._known:
            self.looked += _PRICING
            search.tire(_PRICING)
            people = self._people(items)
            away, _ = sorted_rooms(people, self._largest, [self._rooms[each] for each in items])
            if least + away >= search.below:
                return
        for column in self._priced(tuple(sorted(items)), together):
            price = column.cost + unpaid + opening
            price += sum(search.wanted.use_price(slot, room) for slot, room in column.uses)
            if price < search.below:
                search.keep(price, column)

    def _people(self, items: Sequence[int]) -> list[int]:
        """Return how many would go to each, as far as the sessions themselves take them."""
        sessions = [self._items[each][0] for each in items]
        own = (self._ground.sessions[each].capacity for each in sessions)
        demands = self._ground.crowd.demands(sessions)
        return [demand if most is None else min(demand, most) for demand, most in zip(demands, own, strict=True)]

    def _priced(self, items: tuple[int, ...], together: int) -> list[Column]:
        if items not in self._known:
            self.looked += _PRICING
            self._known[items] = list(self._tangled(items) if self.block.tangled else self._simple(items, together))
        return self._known[items]

    def _simple(self, items: tuple[int, ...], together: int) -> Iterator[Column]:
        ground = self._ground
        sessions = tuple(self._items[each][0] for each in items)
        lost = sum(ground.crowd.wishers[each] for each in sessions) - _union(
            ground.crowd.wants[each] for each in sessions
        )
        demands = ground.crowd.demands(sessions)
        scarce = [room for room in range(len(ground.rooms)) if (self._at, room) in ground.scarce]
        slots = () if len(self.block.slots) > 1 else (self._at,) * len(items)
        if not scarce and self._extra is None:
            _, rooms = sorted_rooms(self._people(items), self._largest, [self._rooms[each] for each in items])
            if rooms is not None:
                lost += sum(ground.turned_away(*each) for each in zip(sessions, rooms, demands, strict=True))
                yield Column(self.block.number, sessions, slots, together, lost, rooms)
                return
        self.looked += _ROOMS << len(self._largest)
        best: dict[int, tuple[int, tuple[int, ...]]] = {}
        kept = sum(1 << room for room in scarce)
        for used, (cost, rooms) in best_rooms(self._room_prices(items, demands)).items():
            known = best.get(used & kept)
            if known is None or (cost, rooms) < known:
                best[used & kept] = (cost, rooms)
        for used, (cost, rooms) in sorted(best.items()):
            if any(other & used == other and best[other][0] <= cost for other in best if other != used):
                continue
            uses = tuple((self._at, room) for room in scarce if used >> room & 1)
            yield Column(self.block.number, sessions, slots, together, lost + cost, rooms, uses)

    def _tangled(self, items: tuple[int, ...]) -> Iterator[Column]:
        ground = self._ground
        placed = [self._items[each] for each in items]
        lost, demand = ground.crowd.look(placed, ground.overlaps)
        sessions, slots = tuple(session for session, _ in placed), tuple(slot for _, slot in placed)
        prices = self._room_prices(items, [demand[session] for session in sessions])
        seen = set()
        for barred in self._barred(slots):
            options = [
                {room: price for room, price in each.items() if (slot, room) not in barred}
                for slot, each in zip(slots, prices, strict=True)
            ]
            found = best_rooms_over_time(
                options, lambda one, other, room: ground.in_the_way(slots[one], slots[other], room)
            )
            if found is not None and found not in seen:
                seen.add(found)
                cost, rooms = found
                uses = tuple(sorted({each for each in zip(slots, rooms, strict=True) if each in ground.scarce}))
                yield Column(self.block.number, sessions, slots, 1, lost + cost, rooms, uses)

    def _barred(self, slots: Sequence[int]) -> Iterator[frozenset[tuple[int, int]]]:
        """Yield what must be left free: every part of what other blocks could need, or all and nothing of much."""
        scarce = sorted(each for each in self._ground.scarce if each[0] in slots)
        if len(scarce) > _MANY_SCARCE:
            yield from (frozenset(), frozenset(scarce))
            return
        for count in range(len(scarce) + 1):
            yield from map(frozenset, combinations(scarce, count))

    def _room_prices(self, items: Sequence[int], demands: Sequence[int]) -> list[dict[int, int]]:
        ground, extra = self._ground, self._extra
        found = []
        for each, demand in zip(items, demands, strict=True):
            session, slot = self._items[each]
            at = slot if slot >= 0 else self._at
            found.append(
                {
                    room: ground.turned_away(session, room, demand) + (extra(session, at, room) if extra else 0)
                    for room in self._rooms[each]
                }
            )
        return found


class _Search:
    """The cheapest columns so far; when there are enough, only cheaper ones count."""

    def __init__(self, wanted: Wanted, below: float, most: int, stopped: Callable[[], bool], patience: float) -> None:
        self.wanted, self.below, self.stopped = wanted, below, stopped
        self._patience = patience
        self._most = most
        self.heap: list[tuple[float, int, Column]] = []
        self._count = self._asked = 0

    def enough(self) -> bool:
        """Whether patience ends, or somebody wants to stop, who is asked now and then."""
        self._asked += 1
        if self.heap:
            self._patience -= _FULL if len(self.heap) == self._most else 1
        return self._patience < 0 or (self._asked % _LOOK_EVERY == 0 and self.stopped())

    def tire(self, looks: int) -> None:
        """Take so much patience, once there is a column."""
        if self.heap:
            self._patience -= looks

    def keep(self, price: float, column: Column) -> None:
        self._count += 1
        if len(self.heap) < self._most:
            heappush(self.heap, (-price, self._count, column))
        else:
            heapreplace(self.heap, (-price, self._count, column))
        if len(self.heap) == self._most:
            self.below = min(self.below, -self.heap[0][0])


def _union(crowds: Iterator[int]) -> int:
    together = 0
    for each in crowds:
        together |= each
    return together.bit_count()
