"""Re-plans: fewest changes first, then fewest people lost, against trying everything; and "what if"."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.panels.timetable.plan import Replanned, Status
from eventdesk.panels.timetable.problem import Problem, demand_factor, speaker_from, without_room
from eventdesk.panels.timetable.replan import replan
from tests.core.panels.timetable.problems import Spots, broken, cost, everything, room, session, slot, tiny

SLOTS = (slot(0, "10:00", "10:50"), slot(1, "11:00", "11:50"))


def best(asked: Problem, before: Spots) -> Replanned:
    *_, last = replan(asked, before)
    return last


@given(tiny(), st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_changes_less(asked: Problem, chance):
    every = list(everything(asked))
    before = chance.choice(every)
    then = without_room(asked, asked.rooms[0].id, frozenset({asked.slots[0].id}))
    found = best(then, before)
    assert broken(then, found.timetable.sessions) == []

    def price(spots: Spots) -> tuple[int, int, int]:
        moved = sum(spots.get(each.id) != before.get(each.id) for each in then.sessions)
        return len(then.sessions) - len(spots), moved, sum(cost(then, spots))

    assert price(found.timetable.sessions) == min(map(price, everything(then)))
    assert found.fewest_proven
    assert found.proven
    assert {each.session for each in found.changes} == {
        each.id for each in then.sessions if before.get(each.id) != found.timetable.sessions.get(each.id)
    }


def test_a_room_falls_away_and_one_session_changes():
    asked = Problem((room(0, 60), room(1, 40), room(2, 30)), SLOTS, (session(0), session(1)), {(300,): 50, (301,): 20})
    before = {300: (200, 100), 301: (201, 100)}
    found = best(without_room(asked, 100, frozenset({200})), before)
    assert [(each.session, each.before, each.after) for each in found.changes] == [(300, (200, 100), (200, 101))]
    assert found.timetable.turned_away == 10
    assert found.timetable.bound == found.timetable.cost


def test_what_was_fixed_in_a_room_that_fell_away_gets_free():
    fixed = session(0, slot=200, slot_fixed=True, room=100, room_fixed=True)
    then = without_room(Problem((room(0), room(1)), SLOTS, (fixed,)), 100)
    assert best(then, {300: (200, 100)}).timetable.sessions == {300: (200, 101)}


def test_a_second_look_takes_no_place_away_again():
    asked = Problem((room(0, 60), room(1, 40)), SLOTS[:1], (session(0), session(1)), {(300,): 50, (301,): 20})
    then = without_room(asked, 101)
    alone = {301: (200, 100)}
    found = best(then, alone)
    assert found.timetable.sessions == alone
    assert found.changes == ()


def test_somebody_comes_late():
    asked = Problem((room(0),), SLOTS, (session(0, speakers=("a",)), session(1)))
    found = best(speaker_from(asked, "a", "2027-03-06T11:00"), {300: (200, 100), 301: (201, 100)})
    assert found.timetable.sessions == {300: (201, 100), 301: (200, 100)}
    assert len(found.changes) == 2


def test_twice_as_many_come():
    asked = Problem((room(0, 20), room(1, 50)), SLOTS[:1], (session(0), session(1)), {(300,): 20, (301,): 25})
    before = {300: (200, 100), 301: (200, 101)}
    then = demand_factor(asked, 300, 200)
    kept = best(then, before)
    assert (len(kept.changes), kept.timetable.turned_away) == (0, 20)


def test_nothing_was_hit():
    asked = Problem((room(0), room(1)), SLOTS, (session(0), session(1)), {(300, 301): 9})
    found = best(asked, {300: (200, 100), 301: (200, 101)})
    assert (found.changes, found.timetable.lost_by_clash, found.proven) == ((), 9, True)


def test_what_cannot_be_saved_is_told():
    found = best(without_room(Problem((room(0),), SLOTS, (session(0),)), 100), {300: (200, 100)})
    assert found.timetable.status is Status.INFEASIBLE
    assert [each.after for each in found.changes] == [None]
    ((_, reason),) = found.timetable.left_over
    assert [part.room for part in reason.cures] == [100]
