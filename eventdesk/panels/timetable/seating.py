"""Which session gets which room, when it is settled who is at one time: as few turned away as can be."""

from collections.abc import Callable, Sequence

Prices = Sequence[dict[int, int]]
"""What each session costs in each room that it may be in."""


def best_rooms(prices: Prices) -> dict[int, tuple[int, tuple[int, ...]]]:
    """Return by set of rooms (bits) that gives each session one: the lowest cost, and the room of each session.

    Only sets of as many rooms as there are sessions. Nothing, if the sessions do not fit.
    """
    found: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for options in prices:
        more: dict[int, tuple[int, tuple[int, ...]]] = {}
        for used, (cost, rooms) in found.items():
            for room, price in options.items():
                bit = 1 << room
                if not used & bit:
                    known = more.get(used | bit)
                    if known is None or cost + price < known[0]:
                        more[used | bit] = (cost + price, (*rooms, room))
        found = more
    return found


def sorted_rooms(
    people: Sequence[int], rooms: Sequence[tuple[int, int]], allowed: Sequence[Sequence[int]]
) -> tuple[int, tuple[int, ...] | None]:
    """Return how many are turned away at least, and the rooms if the largest crowds may be in the largest rooms.

    `people` are the crowds as far as the sessions themselves would take them, `rooms` numbers and capacities, the
    largest first. Without other rules the largest crowd in the largest room is best: people turned away are a convex
    function of what is missing.
    """
    order = sorted(range(len(people)), key=lambda each: (-people[each], each))
    away, fits = 0, True
    chosen = [0] * len(people)
    for each, (room, capacity) in zip(order, rooms, strict=False):
        away += max(0, people[each] - capacity)
        chosen[each] = room
        fits = fits and room in allowed[each]
    return away, tuple(chosen) if fits and len(rooms) >= len(people) else None


def best_rooms_over_time(
    prices: Prices, in_the_way: Callable[[int, int, int], bool]
) -> tuple[int, tuple[int, ...]] | None:
    """Return the lowest cost and the room of each session where only some are at one time; None if they do not fit.

    `in_the_way` says whether two sessions (by their place in `prices`) cannot both be in a room.
    """
    if not all(prices):
        return None
    least = [min(options.values()) for options in prices]
    rest = [sum(least[at:]) for at in range(len(prices) + 1)]
    best: tuple[int, tuple[int, ...]] | None = None
    stack: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    while stack:
        cost, rooms = stack.pop()
        at = len(rooms)
        if best is not None and cost + rest[at] >= best[0]:
            continue
        if at == len(prices):
            best = cost, rooms
            continue
        options = sorted(prices[at].items(), key=lambda each: (-each[1], -each[0]))
        stack += [
            (cost + price, (*rooms, room))
            for room, price in options
            if not any(there == room and in_the_way(other, at, room) for other, there in enumerate(rooms))
        ]
    return best
