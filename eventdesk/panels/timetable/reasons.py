"""Why sessions find no place: which persons or needs collide, and what would cure it."""

from collections.abc import Sequence

from eventdesk.panels.timetable.ground import Ground, Spot
from eventdesk.panels.timetable.plan import Part, Reason, Rule
from eventdesk.panels.timetable.rules import Rules
from eventdesk.solving import Effort, solve, solved

_MOST = 0.5
"""Deterministic units for one question."""


def reasons(ground: Ground, spots: dict[int, Spot], left: Sequence[int], effort: Effort | None) -> dict[int, Reason]:
    """Return why each of these has no place beside those that have one; without an effort nothing is found out."""
    if effort is None:
        return {session: Reason(proven=False) for session in left}
    return {session: _reason(ground, set(spots) | {session}, session, effort) for session in left}


def _reason(ground: Ground, together: set[int], session: int, effort: Effort) -> Reason:
    """Take away part after part as long as it still does not fit: what is left is what collides."""
    if not _impossible(ground, together, [], effort):
        return Reason(proven=False)
    must = set(together)
    for other in sorted(together - {session}, reverse=True):
        if _impossible(ground, must - {other}, [], effort):
            must.discard(other)
    waived: list[Part] = []
    needed: list[Part] = []
    for part in _parts(ground, must):
        if _impossible(ground, must, [*waived, part], effort):
            waived.append(part)
        else:
            needed.append(part)
    others = [Part(Rule.OTHER, ground.sessions[each].id) for each in sorted(must - {session})]
    cures = [part for part in needed if not _impossible(ground, together, [part], effort)]
    return Reason((*needed, *others), tuple(cures))


def _parts(ground: Ground, sessions: set[int]) -> list[Part]:
    found: list[Part] = []
    for each in sorted(sessions):
        asked = ground.sessions[each]
        found += [
            Part(rule, asked.id)
            for rule, is_there in (
                (Rule.AFTER, any(second == each for _, second in ground.orders)),
                (Rule.FIXED_SLOT, asked.slot_fixed),
                (Rule.FIXED_ROOM, asked.room_fixed and asked.room is not None),
                (Rule.FORBIDDEN, bool(asked.room_forbidden)),
                (Rule.UNAVAILABLE, bool(asked.unavailable)),
                (Rule.NEEDS, bool(asked.needs)),
                (Rule.STEP_FREE, asked.id in ground.problem.step_free),
            )
            if is_there
        ]
    found += [Part(Rule.CHANGEOVER, room=ground.rooms[room].id) for room in ground.tight]
    found += [Part(Rule.ROOM_UNAVAILABLE, room=room.id) for room in ground.rooms if room.unavailable]
    found += [
        Part(Rule.PERSON, person=person)
        for person, crew in sorted(ground.crews.items())
        if len(sessions.intersection(crew)) > 1
    ]
    return found


def _impossible(ground: Ground, sessions: set[int], without: list[Part], effort: Effort) -> bool:
    """Say whether it is proven that these sessions cannot all be placed with these parts waived."""
    if effort.budget.empty or effort.stopped():
        return False
    rules = Rules(ground, without)
    for session, over in enumerate(rules.left):
        rules.model.add(over == (session not in sessions))
    last = solved(solve(rules.model, [], Effort(effort.seed, effort.budget, effort.stopped, _MOST)))
    return last.values is None and last.proven
