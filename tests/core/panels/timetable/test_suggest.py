"""Suggested timetables: best where everything can be tried, right by an independent judge where it cannot."""

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from eventdesk.panels.cost import programme_cost
from eventdesk.panels.programme import Guest, Programme
from eventdesk.panels.timetable.plan import Part, Rule, Status, Timetable
from eventdesk.panels.timetable.problem import Problem, problem
from eventdesk.panels.timetable.suggest import explaining, suggest
from eventdesk.panels.timetable.telling import Told
from eventdesk.solving import WORK_PER_SECOND, Budget, Effort, Limit
from eventdesk.words import Words
from tests.benchmarks.panel_folders import invent
from tests.core.panels.timetable.judge import Judge
from tests.core.panels.timetable.problems import (
    broken,
    by_ref,
    cost,
    everything,
    problem_of,
    room,
    session,
    slot,
    tiny,
)

MORNING = (slot(0, "09:00", "09:50"), slot(1, "10:00", "10:50"))


def best(asked: Problem, **options) -> Timetable:
    *_, last = suggest(asked, **options)
    return last


@given(tiny())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_finds_the_best_of_all_timetables(asked: Problem):
    found = best(asked)
    assert broken(asked, found.sessions) == []
    assert cost(asked, found.sessions) == (found.lost_by_clash, found.turned_away)
    left, people = min((len(asked.sessions) - len(spots), sum(cost(asked, spots))) for spots in everything(asked))
    assert (len(found.left_over), found.cost, found.bound) == (left, people, people)
    assert found.status is (Status.INFEASIBLE if left else Status.OPTIMAL)


@pytest.mark.parametrize("seed", [1, 2])
def test_an_independent_judge_agrees(tmp_path: Path, seed: int):
    folder = invent(tmp_path / "programme", 14, 4, 4, 250, seed)
    asked = problem_of(folder, tmp_path / "programme.eventdesk")
    found = list(suggest(asked))
    judge = Judge(folder)
    for each in found:
        verdict = judge.verdict(by_ref(asked, each.sessions))
        assert not verdict.broken
        assert (verdict.lost, verdict.away) == (each.lost_by_clash, each.turned_away)
        assert verdict.cost >= each.bound
    assert found[-1].status is Status.OPTIMAL
    assert [each.cost for each in found] == sorted((each.cost for each in found), reverse=True)
    assert [each.bound for each in found] == sorted(each.bound for each in found)


def test_counts_as_the_rest_of_the_house_does():
    sessions = tuple(session(number, capacity=3 if number == 1 else None) for number in range(4))
    slots = (slot(0, "10:00", "12:00"), slot(1, "10:00", "10:50"), slot(2, "11:00", "11:50"))
    wishes = {number: tuple(300 + (number + step) % 4 for step in range(1 + number % 3)) for number in range(30)}
    programme = Programme((room(0, 5), room(1, 4)), slots, sessions, wishes)
    found = best(problem(programme))
    counted = programme_cost(programme, found.sessions)
    assert (counted.lost_by_clash, counted.turned_away) == (found.lost_by_clash, found.turned_away)


def test_the_same_programme_gets_the_same_timetable_in_every_file(tmp_path: Path):
    folder = invent(tmp_path / "programme", 12, 4, 3, 150, 4)
    found = []
    for name in ("one", "two"):
        asked = problem_of(folder, tmp_path / f"{name}.eventdesk")
        found.append(by_ref(asked, best(asked, seed=5).sessions))
    assert found[0] == found[1]


def test_who_stops_keeps_the_best_so_far(tmp_path: Path):
    asked = problem_of(invent(tmp_path / "programme", 14, 4, 4, 250, 5), tmp_path / "programme.eventdesk")
    enough: list[bool] = []
    seen = []
    for found in suggest(asked, stopped=lambda: bool(enough)):
        seen.append(found)
        enough.append(True)
    assert len(seen[0].sessions) == 14
    assert seen[-1].status is Status.FEASIBLE


def test_without_time_there_is_a_timetable_all_the_same(tmp_path: Path):
    asked = problem_of(invent(tmp_path / "programme", 14, 4, 4, 250, 5), tmp_path / "programme.eventdesk")
    found = best(asked, seconds=0.2)
    assert len(found.sessions) == 14
    assert not broken(asked, found.sessions)


def test_a_slow_computer_is_stopped_by_the_clock_and_says_so(tmp_path: Path):
    asked = problem_of(invent(tmp_path / "programme", 14, 4, 4, 250, 5), tmp_path / "programme.eventdesk")
    ticks = count(step=9.0)
    found = list(suggest(asked, clock=lambda: next(ticks)))
    assert len(found[0].sessions) == 14
    assert not found[0].out_of_time
    assert (found[-1].status, found[-1].out_of_time) == (Status.FEASIBLE, True)
    assert found[-1].cost <= found[0].cost
    told = Told(Words("en"), asked)
    assert "The time was over before the search was" in told.status(found[-1])
    assert "time" not in told.status(found[0])
    assert not best(asked).out_of_time


def test_why_sessions_are_left_over_takes_a_part_of_the_time_only():
    asked = Problem((room(0),), MORNING, tuple(session(number) for number in range(4)), {(303,): 5})
    budgets: list[float] = []
    for seconds in (1.0, 100.0):
        limit = Limit(seconds)
        spent = Effort(1, Budget(0), limit.stopped)
        budgets.append(explaining(spent, limit, seconds).budget.left)
    assert budgets == [pytest.approx(0.1 * WORK_PER_SECOND), pytest.approx(10 * WORK_PER_SECOND)]
    assert not best(asked, seconds=0).left_over[0][1].proven


# ---- what a peer gets wrong


def test_two_talks_with_one_person_are_never_at_one_time():
    asked = Problem((room(0), room(1)), MORNING, (session(0, speakers=("a",)), session(1, moderators=("a",))))
    found = best(asked)
    assert {at for at, _ in found.sessions.values()} == {200, 201}


def test_what_one_side_says_is_enough():
    asked = Problem((room(0), room(1)), MORNING, (session(0, unavailable=("Z0",)), session(1)))
    assert best(asked).sessions[300][0] == 201
    closed = replace(asked.rooms[0], unavailable=("Z1",))
    assert best(replace(asked, rooms=(closed, room(1)))).sessions[300] == (201, 101)


def test_both_sides_may_say_it():
    sessions = (session(0, speakers=("a",), unavailable=("Z0",)), session(1, speakers=("a",), unavailable=("Z1",)))
    found = best(Problem((room(0, unavailable=("Z0",)), room(1)), MORNING, sessions))
    assert [found.sessions[each][0] for each in (300, 301)] == [201, 200]
    assert found.sessions[301][1] == 101


def test_slots_that_overlap_in_part_are_at_one_time():
    slots = (slot(0, "09:00", "10:00"), slot(1, "09:30", "10:30"), slot(2, "11:00", "12:00"))
    asked = Problem((room(0),), slots, (session(0), session(1)))
    assert 202 in {at for at, _ in best(asked).sessions.values()}
    together = Problem((room(0), room(1)), slots[:2], (session(0, speakers=("a",)), session(1, speakers=("a",))))
    found = best(together)
    assert (found.status, len(found.sessions)) == (Status.INFEASIBLE, 1)


def test_who_is_turned_away_counts_though_every_slot_is_used():
    sessions = (session(0), session(1))
    asked = Problem((room(0, 10), room(1, 100)), MORNING[:1], sessions, wish_lists={(300,): 90, (301,): 10})
    found = best(asked)
    assert (found.turned_away, found.sessions[300]) == (0, (200, 101))


def test_sets_of_sessions_that_are_apart_never_get_one_slot():
    wishes = {(300,): 1, (301, 300): 1}
    slots = (*MORNING, slot(2, "12:00", "12:50"))
    found = best(Problem((room(0, 0), room(1, 0)), slots, (session(0), session(1)), wishes, percent={300: 50}))
    assert (found.status, found.lost_by_clash, found.turned_away) == (Status.OPTIMAL, 0, 2)


# ---- more rules


def test_of_timetables_that_cost_the_same_the_wished_one_is_taken():
    sessions = (session(0, slot_wished=("Z1",), room_wished=("R1",)), session(1))
    assert best(Problem((room(0), room(1)), MORNING, sessions)).sessions[300] == (201, 101)


def test_who_needs_no_stairs_gets_them_if_it_costs_nobody():
    programme = Programme(
        (room(0), room(1, step_free=True)),
        MORNING[:1],
        (session(0), session(1)),
        {1: (300,), 2: (301,)},
        {1: Guest(1, "a", "A", needs_step_free=True), 2: Guest(2, "b", "B")},
    )
    assert best(problem(programme)).sessions[300] == (200, 101)


def test_a_crew_that_needs_no_stairs_gets_them_whatever_it_costs():
    programme = Programme(
        (room(0, 100), room(1, 5, step_free=True)),
        MORNING[:1],
        (session(0, speakers=("a",)),),
        dict.fromkeys(range(2, 22), (300,)),
        {1: Guest(1, "a", "A", needs_step_free=True)},
    )
    found = best(problem(programme))
    assert (found.sessions[300], found.turned_away) == ((200, 101), 15)


def test_what_is_settled_stays_where_it_costs_nobody_to_leave_it():
    sessions = (session(0, slot=201, room=101), session(1, slot=200, room=101))
    found = best(Problem((room(0), room(1)), MORNING, sessions))
    assert found.sessions == {300: (201, 101), 301: (200, 101)}


def test_a_room_that_is_changed_over_is_not_used_twice_in_a_row():
    slots = (*MORNING, slot(2, "11:30", "12:20"))
    asked = Problem((room(0, changeover_min=30), room(1, 0)), slots, (session(0), session(1)), {(300,): 9, (301,): 9})
    found = best(asked)
    assert sorted(found.sessions.values()) in ([(200, 100), (202, 100)], [(201, 100), (202, 100)])


def test_more_sessions_than_places():
    found = best(Problem((room(0),), MORNING, tuple(session(number) for number in range(4)), {(303,): 5, (300,): 1}))
    assert (found.status, len(found.sessions), len(found.left_over)) == (Status.INFEASIBLE, 2, 2)
    assert all(part.rule is Rule.OTHER for _, reason in found.left_over for part in reason.parts)


def test_says_which_persons_and_needs_collide_and_what_would_cure_it():
    sessions = (
        session(0, speakers=("a",), unavailable=("Z1",)),
        session(1, speakers=("a", "b"), unavailable=("Z1",)),
        session(2),
    )
    found = best(Problem((room(0), room(1)), MORNING, sessions, names={"a": "Ada"}))
    ((left, reason),) = found.left_over
    assert left in {300, 301}
    assert Part(Rule.PERSON, person="a") in reason.parts
    assert Part(Rule.PERSON, person="a") in reason.cures
    assert all(part.session != 302 for part in reason.parts)


def test_nothing_to_plan():
    assert best(Problem((), (), ())).status is Status.OPTIMAL
    found = best(Problem((), (), (session(0),)))
    assert (found.status, [each for each, _ in found.left_over]) == (Status.INFEASIBLE, [300])


@pytest.mark.slow
def test_forty_sessions_get_an_honest_gap(tmp_path: Path):
    folder = invent(tmp_path / "programme", 40, 8, 5, 600, 3)
    asked = problem_of(folder, tmp_path / "programme.eventdesk")
    found = best(asked, seconds=2)
    verdict = Judge(folder).verdict(by_ref(asked, found.sessions))
    assert not verdict.broken
    assert verdict.cost == found.cost >= found.bound
