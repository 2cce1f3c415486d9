"""Suggests when and where each session takes place: a timetable at once, then better ones, then the proof."""

import time
from collections.abc import Callable, Iterator

from eventdesk.panels.timetable.ground import Ground
from eventdesk.panels.timetable.plan import Status, Timetable
from eventdesk.panels.timetable.problem import Problem
from eventdesk.panels.timetable.reasons import reasons
from eventdesk.panels.timetable.searching import Search
from eventdesk.solving import Budget, Effort, Limit, never

_EXPLAINING = 0.1
"""This part of the time goes to saying why sessions are left over, beside what the search leaves."""


def suggest(
    problem: Problem,
    *,
    seconds: float = 30.0,
    seed: int = 1,
    stopped: Callable[[], bool] = never,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Timetable]:
    """Yield timetables, each better or with a better bound than the one before; the last is the final one.

    `seconds` are those of a usual computer: work is counted, not time, so that the same seed gives the same timetable
    everywhere; only a computer that takes clearly longer is stopped by the clock, and the timetable says so. `stopped`
    is asked all the time; when it says yes, the best so far is the last. Where not all sessions fit, as many as can be
    are placed, and the last timetable says of the others why.
    """
    limit = Limit(seconds, stopped, clock)
    effort = Effort(seed, Budget(seconds), limit.stopped)
    search = Search(Ground(problem), effort)
    shown: object = None
    for _ in search.run():
        limit.begin()
        if shown != search.state:
            shown = search.state
            yield timetable(search, limit, seed)
    if search.left or limit.passed or shown != search.state:
        yield timetable(search, limit, seed, explaining(effort, limit, seconds))


def explaining(effort: Effort, limit: Limit, seconds: float) -> Effort:
    """Return how hard to find out why sessions are left over: what the search has left, or a part of what it had."""
    limit.allow(_EXPLAINING * seconds)
    reserve = Budget(_EXPLAINING * seconds)
    return Effort(effort.seed, max(effort.budget, reserve, key=lambda each: each.left), limit.stopped)


def timetable(search: Search, limit: Limit, seed: int, explaining: Effort | None = None) -> Timetable:
    """Return what a search has found; with an effort, why sessions are left over is found out too."""
    ground, out_of_time = search.ground, limit.passed and not search.proven
    lost, away = ground.people_cost(search.spots)
    status = Status.OPTIMAL if search.proven else Status.FEASIBLE
    left = [session for session in range(len(ground.sessions)) if session not in search.spots]
    found = reasons(ground, search.spots, left, explaining)
    fewest = search.least // search.left_price
    return Timetable(
        status=Status.INFEASIBLE if left and fewest >= len(left) else Status.FEASIBLE if left else status,
        lost_by_clash=lost,
        turned_away=away,
        bound=max(0, min(lost + away, search.least - len(left) * search.left_price)),
        seconds=limit.seconds,
        seed=seed,
        sessions={
            ground.sessions[session].id: (ground.slots[slot].id, ground.rooms[room].id)
            for session, (slot, room) in sorted(search.spots.items())
        },
        left_over=tuple((ground.sessions[session].id, found[session]) for session in left),
        out_of_time=out_of_time,
    )
