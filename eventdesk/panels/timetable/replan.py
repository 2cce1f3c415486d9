"""What to do when a room falls away or a speaker comes late: the fewest changes, and then the fewest people lost."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from eventdesk.panels.timetable.ground import Ground
from eventdesk.panels.timetable.plan import Change, Replanned, Spots, Timetable
from eventdesk.panels.timetable.problem import Problem
from eventdesk.panels.timetable.searching import Search, most_people
from eventdesk.panels.timetable.suggest import explaining, timetable
from eventdesk.solving import Budget, Effort, Limit, never


def replan(
    problem: Problem,
    before: Spots,
    *,
    seconds: float = 30.0,
    seed: int = 1,
    stopped: Callable[[], bool] = never,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Replanned]:
    """Yield better and better answers to how things are now; `before` is what was printed.

    In this order: place every session, change few (a session is changed once, whether slot, room or both), lose few
    people. What is fixed stays where it is fixed. The bound of an answer is that of timetables with as few changes.
    """
    limit = Limit(seconds, stopped, clock)
    ground = Ground(_as_printed(problem, before))
    spots = {
        ground.session_number[session]: (ground.slot_number[slot], ground.room_number[room])
        for session, (slot, room) in before.items()
        if session in ground.session_number and slot in ground.slot_number and room in ground.room_number
    }
    price = most_people(ground)

    def changed(session: int, slot: int, room: int) -> int:
        if session not in spots:  # where as many have no place as before, one that had one loses it to this one
            return 2 * price
        return 0 if spots[session] == (slot, room) else price

    effort = Effort(seed, Budget(seconds), limit.stopped)
    search = Search(ground, effort, changed)
    shown: object = None
    for _ in search.run():
        limit.begin()
        if shown != search.state:
            shown = search.state
            yield _answer(search, before, price, timetable(search, limit, seed))
    if search.left or limit.passed or shown != search.state:
        why = explaining(effort, limit, seconds)
        yield _answer(search, before, price, timetable(search, limit, seed, why))


def changes_between(problem: Problem, before: Spots, after: Spots) -> tuple[Change, ...]:
    """Return the sessions that are somewhere else, in the order of their ids in the event folder."""
    return tuple(
        Change(each.id, before.get(each.id), after.get(each.id))
        for each in sorted(problem.sessions, key=lambda one: (one.ref, one.id))
        if before.get(each.id) != after.get(each.id)
    )


def _answer(search: Search, before: Spots, price: int, found: Timetable) -> Replanned:
    changes = changes_between(search.ground.problem, before, found.sessions)
    paid = search.cost - search.left * search.left_price
    fewest = search.least - search.left * search.left_price >= paid // price * price
    bound = max(0, search.least - search.left * search.left_price - paid // price * price)
    return Replanned(replace(found, bound=min(bound, found.cost)), changes, fewest, search.proven)


def _as_printed(problem: Problem, before: Spots) -> Problem:
    """Return the problem with every session where it was printed, unless it is fixed elsewhere."""

    def moved(number: int) -> tuple[int | None, int | None]:
        return before.get(number, (None, None))

    return replace(
        problem,
        sessions=tuple(
            replace(
                each,
                slot=each.slot if each.slot_fixed else moved(each.id)[0],
                room=each.room if each.room_fixed else moved(each.id)[1],
            )
            for each in problem.sessions
        ),
    )
