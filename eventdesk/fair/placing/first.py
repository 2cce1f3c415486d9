"""The first plan, at once and without a solver: everybody goes where it is cheapest, the most demanding first."""

from collections.abc import Callable

from eventdesk.fair.placing.arrangement import Arrangement
from eventdesk.fair.placing.ground import Ground
from eventdesk.fair.placing.seating import Seats

_SQUEEZES = 2_000
"""How many exhibitors are asked at most, all in all, to make room in the first plan."""


def first_arrangement(ground: Ground) -> Arrangement:
    """Return a placement that breaks no rule; whoever finds no place at once may make others move once."""
    found = Arrangement(ground)
    islands = range(len(ground.islands))
    for want in _most_demanding_first(ground):
        open_to = [island for island in islands if ground.spots(want, island)]
        for _, island in sorted((found.joining(want, island), island) for island in open_to):
            seats = found.room(want, island)
            if seats is not None:
                found.put(want, island, seats)
                break
    _squeeze_in(found)
    return found


def improve(found: Arrangement, steps: int, stopped: Callable[[], bool]) -> None:
    """Move and swap single exhibitors as long as that saves something; `steps` are looks at one move or swap."""
    better = True
    while better and steps > 0:
        better = False
        for want in range(len(found.ground.wants)):
            if steps <= 0 or stopped():
                return
            islands = _tempting(found, want)
            steps -= len(islands)
            if any(_move(found, want, island) for island in islands):
                better = True
                continue
            for island in islands:
                others = found.members(island)
                steps -= len(others)
                if any(_swap(found, want, other) for other in others):
                    better = True
                    break


def _most_demanding_first(ground: Ground) -> list[int]:
    islands = range(len(ground.islands))
    choices = [sum(len(ground.spots(want, island)) for island in islands) for want in range(len(ground.wants))]
    return sorted(
        range(len(ground.wants)),
        key=lambda want: (
            ground.wants[want].pinned is None,
            -ground.wants[want].priority,
            -ground.wants[want].size,
            choices[want],
            want,
        ),
    )


def _squeeze_in(found: Arrangement) -> None:
    """Place who is left over by letting one other move; who is like somebody for whom that failed is not tried."""
    ground = found.ground
    failed = set()
    tries = _SQUEEZES
    for want in found.left_over():
        kind = ground.needs[want], ground.wants[want].competitor, ground.wants[want].pinned
        if kind in failed or tries <= 0:
            continue
        placed, tries = _squeeze(found, want, tries)
        if not placed:
            failed.add(kind)


def _squeeze(found: Arrangement, want: int, tries: int) -> tuple[bool, int]:
    """Place somebody by letting one other move to another island; returns whether it went, and the tries left."""
    islands = [island for island in range(len(found.ground.islands)) if found.ground.spots(want, island)]
    for island in islands:
        for other in found.members(island):
            tries -= 1
            if tries <= 0:
                return False, 0
            seats = found.room(want, island, (other,))
            if seats is None:
                continue
            refuge = _refuge(found, other)
            if refuge is None:
                continue
            found.take(other)
            found.put(other, *refuge)
            found.put(want, island, seats)
            return True, tries
    return False, tries


def _refuge(found: Arrangement, other: int) -> tuple[int, Seats] | None:
    """Return the cheapest other island that has room for somebody, and its seats then."""
    home = found.lift(other)
    islands = sorted(range(len(found.ground.islands)), key=lambda island: (found.joining(other, island), island))
    found.lower(other, home)
    for island in islands:
        seats = found.room(other, island) if island != home else None
        if seats is not None:
            return island, seats
    return None


def _tempting(found: Arrangement, want: int) -> list[int]:
    """Return the islands where a want would cost less by itself: its wishes, and where its theme is."""
    asked, here = found.ground.wants[want], found.choice[want]
    wished = [index for index, island in enumerate(found.ground.islands) if island.name in {asked.wish_1, asked.wish_2}]
    islands = dict.fromkeys([*wished, *found.islands_of(asked.theme)])
    return [island for island in islands if island != here and found.ground.spots(want, island)]


def _move(found: Arrangement, want: int, island: int) -> bool:
    before = found.cost
    here = found.lift(want) if found.choice[want] >= 0 else None
    found.lower(want, island)
    if found.cost < before:
        seats = found.room(want, island)
        if seats is not None:
            found.settle(island, seats)
            if here is not None:
                found.settle(here, {each: spot for each, spot in found.seats[here].items() if each != want})
            return True
    found.lift(want)
    if here is not None:
        found.lower(want, here)
    return False


def _swap(found: Arrangement, want: int, other: int) -> bool:
    """Let two change places; somebody who is nowhere takes the other's."""
    before, here, there = found.cost, found.choice[want], found.choice[other]
    if here < 0 or not found.ground.spots(other, here):
        return False
    found.lift(want)
    found.lift(other)
    found.lower(want, there)
    found.lower(other, here)
    if found.cost < before:
        mine, theirs = found.room(want, there, (other,)), found.room(other, here, (want,))
        if mine is not None and theirs is not None:
            found.settle(there, mine)
            found.settle(here, theirs)
            return True
    found.lift(want)
    found.lift(other)
    found.lower(want, here)
    found.lower(other, there)
    return False
