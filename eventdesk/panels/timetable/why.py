"""Why a session is where it is: who would come, who is beside it, and what another room or slot would cost."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from eventdesk.panels.timetable.columns import Finder, blocks
from eventdesk.panels.timetable.first import Improving
from eventdesk.panels.timetable.ground import Ground, Spot
from eventdesk.panels.timetable.plan import Explanation, OtherRoom, Rule, Spots, WhyNot
from eventdesk.panels.timetable.problem import Problem
from eventdesk.panels.timetable.reasons import reasons
from eventdesk.panels.timetable.rules import forbidding
from eventdesk.panels.timetable.searching import Search
from eventdesk.solving import Budget, Effort, never

_WHY_NOT = {
    Rule.NEEDS: WhyNot.NEEDS,
    Rule.STEP_FREE: WhyNot.STEP_FREE,
    Rule.FORBIDDEN: WhyNot.FORBIDDEN,
    Rule.FIXED_ROOM: WhyNot.FIXED,
    Rule.ROOM_UNAVAILABLE: WhyNot.UNAVAILABLE,
}


def explain(
    problem: Problem,
    sessions: Spots,
    session_id: int,
    *,
    seconds: float = 0.0,
    seed: int = 1,
    stopped: Callable[[], bool] = never,
) -> Explanation:
    """Return why a session (by row id) is where `sessions` put it. Raises KeyError if there is no such session.

    With `seconds` 0 the next best slot is found at once, with everything else staying but one session that changes
    places; with more, everything is solved anew without the slot (`exact` if that is proven).
    """
    ground = Ground(problem)
    session = ground.session_number[session_id]
    spots = {
        ground.session_number[each]: (ground.slot_number[slot], ground.room_number[room])
        for each, (slot, room) in sessions.items()
        if each in ground.session_number and slot in ground.slot_number and room in ground.room_number
    }
    if session not in spots:
        effort = Effort(seed, Budget(seconds), stopped)
        reason = reasons(ground, spots, [session], effort)[session] if seconds > 0 else None
        wishers = ground.crowd.wishers[session]
        return Explanation(session_id, None, 0, 0, 0, wishers, (), (), None, 0, exact=False, reason=reason)
    slot, room = spots[session]
    _, demand = ground.crowd.look([(each, at) for each, (at, _) in sorted(spots.items())], ground.overlaps)
    away = ground.turned_away(session, room, demand[session])
    other, extra, exact = _elsewhere(ground, spots, session, Effort(seed, Budget(seconds), stopped))
    return Explanation(
        session=session_id,
        spot=(ground.slots[slot].id, ground.rooms[room].id),
        demand=demand[session],
        capacity=ground.capacity(session, room),
        turned_away=away,
        wishers=ground.crowd.wishers[session],
        rivals=tuple(_rivals(ground, spots, session)),
        rooms=tuple(_rooms(ground, spots, session, demand)),
        next_best=None if other is None else (ground.slots[other[0]].id, ground.rooms[other[1]].id),
        next_extra=extra,
        exact=exact,
    )


def _rivals(ground: Ground, spots: dict[int, Spot], session: int) -> Iterator[tuple[int, int]]:
    """Yield the sessions at the same time and how many wish both, the most first."""
    wants, here = ground.crowd.wants, spots[session][0]
    found = [
        ((wants[each] & wants[session]).bit_count(), each)
        for each, (slot, _) in spots.items()
        if each != session and slot in ground.overlaps[here]
    ]
    for both, each in sorted(found, key=lambda one: (-one[0], one[1])):
        yield ground.sessions[each].id, both


def _rooms(ground: Ground, spots: dict[int, Spot], session: int, demand: dict[int, int]) -> Iterator[OtherRoom]:
    """Yield the other rooms at this time, the largest first."""
    slot, here = spots[session]

    def away(each: int, room: int) -> int:
        return ground.turned_away(each, room, demand[each])

    def free(room: int, slot: int, leaving: tuple[int, ...]) -> bool:
        return not any(
            at == room and ground.in_the_way(slot, when, room)
            for each, (when, at) in spots.items()
            if each not in leaving
        )

    order = sorted(range(len(ground.rooms)), key=lambda each: (-ground.rooms[each].capacity, each))
    for room in order:
        if room == here:
            continue
        barred = next((part for part in forbidding(ground, session, slot, room) if part.rule in _WHY_NOT), None)
        if barred is not None:
            yield OtherRoom(ground.rooms[room].id, _WHY_NOT[barred.rule])
            continue
        there = [
            each
            for each, (when, at) in sorted(spots.items())
            if at == room and each != session and ground.in_the_way(slot, when, room)
        ]
        if not there:
            extra = away(session, room) - away(session, here)
            yield OtherRoom(ground.rooms[room].id, WhyNot.FREE, extra=extra)
            continue
        rival = there[0]
        when = spots[rival][0]
        price = None
        pair = (session, rival)
        fits = here in ground.rooms_for[rival][when] and free(here, when, pair) and free(room, slot, pair)
        if len(there) == 1 and fits:
            now = away(session, here) + away(rival, room)
            price = away(session, room) + away(rival, here) - now
        yield OtherRoom(ground.rooms[room].id, WhyNot.TAKEN, other=ground.sessions[rival].id, extra=price)


def _elsewhere(ground: Ground, spots: dict[int, Spot], session: int, effort: Effort) -> tuple[Spot | None, int, bool]:
    """Return the best other slot with its room, what it costs more, and whether that is proven."""
    cost = sum(ground.people_cost(spots))
    if ground.sessions[session].slot_fixed:
        return None, 0, True
    if not effort.budget.empty:
        search = Search(Ground(_barred(ground, session, spots[session][0])), effort)
        for _ in search.run():
            pass
        if search.proven and session in search.spots and search.left <= len(ground.sessions) - len(spots):
            return search.spots[session], sum(ground.people_cost(search.spots)) - cost, True
        if search.proven:
            return None, 0, True
    if ground.tight:
        return None, 0, False
    finders = [Finder(ground, block, None) for block in blocks(ground, alike=False)]
    found = Improving(ground, finders, {each: slot for each, (slot, _) in spots.items()})
    before = sum(column.cost for column in found.columns)
    ways = found.alternatives(session)
    if not ways:
        return None, 0, False
    extra, change = min(ways, key=lambda way: (way[0], sorted(way[1].items())))
    found.slots.update(change)
    slot = change[session]
    rooms = {each: room for column in found.columns for each, room in zip(column.sessions, column.rooms, strict=True)}
    return (slot, rooms[session]), before + extra - cost, False


def _barred(ground: Ground, session: int, slot: int) -> Problem:
    """Return the problem with a session that cannot be in a slot."""
    asked, time = ground.sessions[session], ground.slots[slot]
    return replace(
        ground.problem,
        sessions=tuple(
            replace(each, unavailable=(*each.unavailable, time.ref)) if each is asked else each
            for each in ground.problem.sessions
        ),
    )
