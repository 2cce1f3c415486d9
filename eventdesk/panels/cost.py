"""What a timetable costs, in people: wishes lost because two sessions are at one time, and people turned away."""

from collections.abc import Mapping
from dataclasses import dataclass

from eventdesk.panels.demand import Demand, count
from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Spot


@dataclass(frozen=True, slots=True)
class SessionCost:
    """What one session costs.

    `demand` are the people who would go to it: those for whom it is the best-ranked of the wishes at that time. Of them
    `turned_away` do not fit in, `capacity` being what room and session allow, None while that is not known. `lost` are
    the wishes for it that are lost because the person goes to another session at that time.
    """

    demand: int = 0
    capacity: int | None = None
    turned_away: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Cost:
    """What a timetable costs, in people; `per_session` by row id, for the sessions that have a slot."""

    lost_by_clash: int
    turned_away: int
    per_session: Mapping[int, SessionCost]

    @property
    def total(self) -> int:
        """What is minimised."""
        return self.lost_by_clash + self.turned_away


def programme_cost(programme: Programme, timetable: Mapping[int, Spot]) -> Cost:
    """Return what a timetable costs: slot and room by session, as `Programme.timetable` has them.

    Sessions are at one time if their slots overlap. Everybody chooses by rank: the best wish first, then each next one
    that does not overlap one chosen already; each wish that does is lost by clash. In slots that do not overlap these
    are the wishes beyond the first in a slot. Sessions without a slot cost nothing. A session that nobody wishes and
    of which `expected` people are thought to come turns away those of them that do not fit in.
    """
    slots = {session: slot for session, (slot, _) in timetable.items()}
    demand = count(Demand(), programme.wish_lists.items(), slots, programme.concurrent)
    return _cost(programme, timetable, demand)


def move_price(programme: Programme, session: int, slot: int | None, room: int | None) -> Cost:
    """Return what the timetable of now would cost with one session somewhere else. Quick: for dragging."""
    return _cost(programme, {**programme.timetable, session: (slot, room)}, _demand_with(programme, session, slot))


def clash_price(programme: Programme, session: int, slot: int) -> int:
    """Return how many wishes are lost because a session is in this slot, for it or for others, and not nowhere."""
    without = sum(_demand_with(programme, session, None).lost.values())
    return sum(_demand_with(programme, session, slot).lost.values()) - without


def _demand_with(programme: Programme, session: int, slot: int | None) -> Demand:
    """Return who would go where if one session were in another slot: only lists that it is on are counted anew."""
    before = {each.id: each.slot for each in programme.sessions}
    lists = programme.lists_with.get(session, ())
    demand = programme.demand.copy()
    count(demand, ((wishes, -people) for wishes, people in lists), before, programme.concurrent)
    return count(demand, lists, {**before, session: slot}, programme.concurrent)


def _cost(programme: Programme, timetable: Mapping[int, Spot], demand: Demand) -> Cost:
    per_session = {
        session: _session_cost(programme, session, room, demand)
        for session, (slot, room) in timetable.items()
        if slot is not None and session in programme.session_of
    }
    return Cost(
        lost_by_clash=sum(each.lost for each in per_session.values()),
        turned_away=sum(each.turned_away for each in per_session.values()),
        per_session=per_session,
    )


def _session_cost(programme: Programme, session: int, room: int | None, demand: Demand) -> SessionCost:
    known = programme.session_of[session]
    going = demand.going.get(session, 0)
    if session not in programme.wishers:
        going = known.expected or 0
    capacity = programme.capacity(known, room)
    return SessionCost(
        demand=going,
        capacity=capacity,
        turned_away=0 if capacity is None else max(0, going - capacity),
        lost=demand.lost.get(session, 0),
    )
