"""What to do when the day goes wrong: everybody placed with the fewest moves. At once, then proven."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from eventdesk.fair.placing.arrangement import arranged
from eventdesk.fair.placing.filling import Filling, fill
from eventdesk.fair.placing.ground import Spot
from eventdesk.fair.placing.moving import best_moves
from eventdesk.fair.placing.plan import Move, MoveWhy, Replanned
from eventdesk.fair.placing.planning import Planner
from eventdesk.fair.placing.price import NOWHERE
from eventdesk.fair.placing.problem import Problem
from eventdesk.fair.placing.seating import Seats
from eventdesk.fair.placing.standing import Standing
from eventdesk.solving import Budget, Effort, never

_LEVELS = 6


def replan(
    problem: Problem,
    before: Mapping[int, Sequence[int]],
    *,
    asked: frozenset[int] = frozenset(),
    seconds: float = 30.0,
    seed: int = 1,
    stopped: Callable[[], bool] = never,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Replanned]:
    """Yield an answer at once (stage 1: only who has to moves), then the best one (stage 2), unless that was proven.

    `problem` is how things are now: blocked booths closed, no-shows gone, walk-ins among the wants. `before` are site
    ids by want id; `asked` are wants (ids) who would now like to stand in their first wish, which moves nobody else.
    In this order: place everybody, move few, leave over whom it hurts least, grant late wishes, few metres, low cost.
    Who stands and is not hit never loses a place.
    """
    planner = Planner(_released(problem), seed, clock)
    standing = Standing(planner.ground, before, asked)
    filling = fill(standing)
    seats = {want: standing.spots[want] for want in standing.kept} | filling.spots
    least = _least_left(standing, filling)
    over = filling.score[0]
    done = filling.exhausted and over == least
    yield _answer(planner, standing, seats, stage=1, left_proven=over == least, proven=done)
    if done or stopped():
        return
    alone = over == least
    free = {
        want: not alone or want in standing.why or want in standing.asked for want in range(len(planner.ground.wants))
    }
    seats, levels = best_moves(standing, seats, free, Effort(seed, Budget(seconds), stopped))
    yield _answer(planner, standing, seats, stage=2, left_proven=levels > 0 or alone, proven=levels == _LEVELS)


def _released(problem: Problem) -> Problem:
    """Return the problem without pins that cannot be kept any more: on the day, another booth is better than none."""
    open_sites = {site.id for site in problem.sites if site.open}
    wants = tuple(
        want if want.pinned is None or want.pinned in open_sites else replace(want, pinned=None)
        for want in problem.wants
    )
    return replace(problem, wants=wants)


def _least_left(standing: Standing, filling: Filling) -> int:
    """Return how many are left over at least, whoever moves: everybody is counted with one booth."""
    ground = standing.ground
    holder: dict[int, int] = {}
    for want in standing.kept:
        holder[standing.spots[want][0]] = want
    for want, spot in filling.spots.items():
        holder[spot[0]] = want
    options = {want: standing.options(want) for want in range(len(ground.wants))}

    def find(want: int, seen: set[int]) -> bool:
        stack = [(want, iter(options[want]))]
        path: list[int] = []
        while stack:
            for spot in stack[-1][1]:
                site = spot[0]
                if site in seen:
                    continue
                seen.add(site)
                path.append(site)
                if site not in holder:
                    for (each, _), at in zip(stack, path, strict=True):
                        holder[at] = each
                    return True
                stack.append((holder[site], iter(options[holder[site]])))
                break
            else:
                stack.pop()
                if path:
                    path.pop()
        return False

    over = [want for want in standing.movers if want not in filling.spots]
    return sum(not find(want, set()) for want in over)


def _answer(
    planner: Planner, standing: Standing, seats: Seats, *, stage: int, left_proven: bool, proven: bool
) -> Replanned:
    ground = planner.ground
    choice = [NOWHERE] * len(ground.wants)
    by_island: list[Seats] = [{} for _ in ground.islands]
    for want in sorted(seats):
        island = choice[want] = ground.island_of[seats[want][0]]
        by_island[island][want] = seats[want]
    found = arranged(ground, choice, by_island)
    moves = tuple(
        _move(standing, want, seats.get(want, ()))
        for want in range(len(ground.wants))
        if seats.get(want, ()) != standing.spots.get(want, ())
    )
    plan = planner.plan(found, found.cost if proven else planner.simple_bound)
    return Replanned(plan, moves, stage, left_proven, proven)


def _move(standing: Standing, want: int, spot: Spot) -> Move:
    ground = standing.ground
    usual = MoveWhy.WISH if want in standing.asked else MoveWhy.MAKES_ROOM
    return Move(
        want=ground.wants[want].id,
        before=ground.ids(standing.spots.get(want, ())),
        after=ground.ids(spot),
        metres=round(standing.way_mm(want, spot) / 1000, 1),
        why=standing.why.get(want, usual),
    )
