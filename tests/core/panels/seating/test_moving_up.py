"""Who moves up when a place becomes free."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from eventdesk.panels.place import Place, Waiting
from eventdesk.panels.programme import Programme
from eventdesk.panels.seating.moving_up import next_up
from tests.core.panels.seating.judge import Judge
from tests.core.panels.seating.programmes import programme, simple

START = datetime(2027, 3, 6, 8, tzinfo=UTC)


def with_lines(judge: Judge, held: dict[str, str], lines: list[tuple[str, str]]) -> Programme:
    plan = programme(judge)
    people = {guest.ref: guest.id for guest in plan.people.values()}
    sessions = {session.ref: session.id for session in plan.sessions}
    places = [Place(number, people[who], sessions[at]) for number, (who, at) in enumerate(held.items())]
    waiting = [
        Waiting(number, people[who], sessions[at], START + timedelta(minutes=number))
        for number, (who, at) in enumerate(lines)
    ]
    return replace(plan, places=tuple(places), waiting=tuple(waiting))


def told(plan: Programme, session: str, free: int = 1) -> list[tuple[str, str, str]]:
    refs = {each.id: each.ref for each in plan.sessions}
    chosen = next(each.id for each in plan.sessions if each.ref == session)
    return [
        (plan.people[step.person].ref, refs[step.session], refs.get(step.leaves or 0, ""))
        for step in next_up(plan, chosen, free)
    ]


def test_the_first_moves_up_and_so_does_who_waits_for_what_they_leave():
    judge = simple({"A": 1, "B": 1}, ["A", "A", "B"])
    plan = with_lines(judge, {"P0": "B"}, [("P0", "A"), ("P1", "A"), ("P2", "B")])
    assert told(plan, "A") == [("P0", "A", "B"), ("P2", "B", "")]
    assert told(plan, "A", free=2) == [("P0", "A", "B"), ("P1", "A", ""), ("P2", "B", "")]
    assert told(plan, "B") == [("P2", "B", "")]


def test_nobody_waits():
    assert told(with_lines(simple({"A": 1}, ["A"]), {}, []), "A") == []


def test_who_speaks_then_or_has_it_at_another_time_is_passed_over():
    judge = simple({"A": 1, "B": 1}, ["A", "A", "A"], repeats=True)
    sessions = {name: {**row, "speakers": "P0" if name == "B" else ""} for name, row in judge.sessions.items()}
    plan = with_lines(
        Judge(judge.rooms, judge.slots, sessions, judge.people),
        {"P1": "A-2"},
        [("P0", "A"), ("P1", "A"), ("P2", "A")],
    )
    assert told(plan, "A") == [("P2", "A", "")]


def test_a_room_with_steps_is_not_for_everybody():
    judge = simple({"A": 1}, ["A", "A"])
    people = {"P0": {"wishes": "A", "needs": "stufenfrei"}, "P1": {"wishes": "A"}}
    rooms = {"R-A": {"capacity": "1", "step_free": "no"}}
    plan = with_lines(Judge(rooms, judge.slots, judge.sessions, people), {}, [("P0", "A"), ("P1", "A")])
    assert told(plan, "A") == [("P1", "A", "")]
