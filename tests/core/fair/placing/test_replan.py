"""Re-plans: everybody placed, nobody thrown out, as few moves as can be, against everything that could be tried."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.fair.booth import Power
from eventdesk.fair.placing.plan import MoveWhy, Replanned, Status
from eventdesk.fair.placing.price import cost
from eventdesk.fair.placing.problem import Problem
from eventdesk.fair.placing.replan import replan
from eventdesk.fair.placing.suggest import suggest
from tests.benchmarks.fair_folders import invent
from tests.core.fair.placing.judge import Judge
from tests.core.fair.placing.problems import (
    Placement,
    all_placements,
    clashes,
    make,
    problem_of,
    site,
    spots,
    tiny,
    want,
)

HALL_M = 60


def answers(problem: Problem, before: Mapping[int, tuple[int, ...]], **options: object) -> list[Replanned]:
    return list(replan(problem, before, **options))  # type: ignore[arg-type]


def last(problem: Problem, before: Mapping[int, tuple[int, ...]], **options: object) -> Replanned:
    return answers(problem, before, **options)[-1]


def metres(asked: Problem, old: tuple[int, ...], new: tuple[int, ...]) -> float:
    if not old or not new:
        return 0
    known = {each.id: each for each in asked.sites}
    one, other = ([known[at] for at in spot] for spot in (old, new))
    way = sum(
        abs(
            sum(getattr(each, axis) for each in one) / len(one)
            - sum(getattr(each, axis) for each in other) / len(other)
        )
        for axis in ("x_mm", "y_mm")
    )
    return float(way) / 1000 + (HALL_M if one[0].hall != other[0].hall else 0)


@st.composite
def days(draw: st.DrawFn) -> tuple[Problem, Placement]:
    """Draw a placement that keeps the rules, and the problem after something happened."""
    asked = draw(tiny())
    asked = replace(asked, wants=tuple(replace(each, pinned=None) for each in asked.wants))
    all_there = list(all_placements(asked))
    before = all_there[draw(st.integers(0, len(all_there) - 1))]
    ids = [each.id for each in asked.sites]
    lost = set(draw(st.lists(st.sampled_from(ids), max_size=2))) if ids else set()
    dark = set(draw(st.lists(st.sampled_from(ids), max_size=2))) if ids else set()
    gone = {each.id for each in asked.wants[: draw(st.integers(0, 1))]}
    sites = tuple(
        replace(each, open=each.open and each.id not in lost, power=Power.NONE if each.id in dark else each.power)
        for each in asked.sites
    )
    return replace(asked, sites=sites, wants=tuple(each for each in asked.wants if each.id not in gone)), before


@given(days())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_other_answer_is_better(day: tuple[Problem, Placement]):
    asked, before = day
    fits = {each.id: {tuple(sorted(spot)) for spot in spots(asked, each)} for each in asked.wants}
    kept = {who for who in fits if before.get(who, ()) and tuple(sorted(before[who])) in fits[who]}

    def score(placed: Mapping[int, tuple[int, ...]]) -> tuple[float, ...]:
        over = [each for each in asked.wants if each.id not in placed]
        return (
            len(over),
            sum(set(placed[who]) != set(before[who]) for who in kept),
            sum(2 * each.priority + bool(before.get(each.id)) for each in over),
            round(sum(metres(asked, before.get(who, ()), spot) for who, spot in placed.items()), 3),
            cost(asked, placed),
        )

    best = min(map(score, all_placements(asked, dict.fromkeys(kept, False))))
    found = answers(asked, before)
    for each in found:
        assert kept <= each.plan.assignments.keys()
        assert not clashes(asked, dict(each.plan.assignments))
        assert all(tuple(sorted(spot)) in fits[who] for who, spot in each.plan.assignments.items())
    assert score(found[-1].plan.assignments) == best
    assert found[-1].proven
    assert found[-1].left_over_minimum_proven
    assert [each.stage for each in found] in ([1], [1, 2])


def test_the_day_of_a_real_fair(tmp_path: Path):
    folder = invent(tmp_path / "fair", 50, 60, 9)
    asked = problem_of(folder, tmp_path / "fair.eventdesk")
    *_, plan = suggest(asked, seconds=5)
    chance = Random(4)
    lost = chance.sample(asked.sites, 4)
    gone = chance.sample([each for each in asked.wants if each.id in plan.assignments], 2)
    newcomer = want(77, power=Power.V230, wish_1="I02")
    then = replace(
        asked,
        sites=tuple(replace(each, open=each.open and each not in lost) for each in asked.sites),
        wants=(*(each for each in asked.wants if each not in gone), newcomer),
    )
    judge = Judge(folder)
    judge.block(*(each.ref for each in lost))
    judge.leave(*(each.ref for each in gone))
    judge.come("E77", power="1", wish_1="I02")
    booths = {each.id: each.ref for each in asked.sites}
    names = {each.id: each.ref for each in then.wants}
    for answer in answers(then, plan.assignments):
        verdict = judge.verdict(
            {names[who]: [booths[at] for at in spot] for who, spot in answer.plan.assignments.items()}
        )
        assert not verdict.broken
        assert verdict.cost == answer.plan.cost
        for move in answer.moves:
            assert move.before == plan.assignments.get(move.want, ())
            assert move.after == answer.plan.assignments.get(move.want, ())
            assert move.metres == pytest.approx(metres(asked, move.before, move.after), abs=0.051)
    assert answer.left_over_minimum_proven
    hit = [who for who, spot in plan.assignments.items() if {each.id for each in lost} & set(spot) and who in names]
    assert {move.want for move in answer.moves if move.why is MoveWhy.BLOCKED} == set(hit)


def test_nothing_happened():
    asked = make([site(1), site(2, 0, 1)], [want(1), want(2)])
    (answer,) = answers(asked, {1: (2,), 2: (1,)})
    assert (answer.moves, answer.proven, answer.stage) == ((), True, 1)
    assert answer.plan.status is Status.OPTIMAL


def test_somebody_makes_room_if_that_places_everybody():
    sites = [site(1, 0, 0, power=Power.V230), site(2, 0, 1), site(3, 1, 0, power=Power.V230, open=False)]
    asked = make(sites, [want(1), want(2, power=Power.V230)])
    first, second = answers(asked, {1: (1,), 2: (3,)})
    assert (first.stage, len(first.plan.unplaced), first.left_over_minimum_proven) == (1, 1, False)
    assert second.plan.assignments == {1: (2,), 2: (1,)}
    assert {move.want: move.why for move in second.moves} == {1: MoveWhy.MAKES_ROOM, 2: MoveWhy.BLOCKED}
    assert second.left_over_minimum_proven


def test_who_stands_never_loses_the_place_to_somebody_more_important():
    asked = make([site(1), site(2, 0, 1, open=False)], [want(1, priority=1), want(2, priority=9)])
    answer = last(asked, {1: (1,), 2: (2,)})
    assert answer.plan.assignments == {1: (1,)}
    assert answer.left_over_minimum_proven


def test_of_two_who_are_hit_the_more_important_one_is_placed():
    sites = [site(1, open=False), site(2, 0, 1, open=False), site(3, 0, 2)]
    answer = last(make(sites, [want(1), want(2, priority=3)]), {1: (1,), 2: (2,)})
    assert answer.plan.assignments == {2: (3,)}


def test_who_lost_a_booth_comes_before_a_walk_in():
    sites = [site(1, open=False), site(2, 1, 0)]
    answer = last(make(sites, [want(1), want(2, wish_1="B")]), {1: (1,)})
    assert answer.plan.assignments == {1: (2,)}


def test_the_nearest_booth_is_taken():
    sites = [site(1, open=False), site(2, 2, 0), site(3, 0, 1), site(4, 0, 2)]
    answer = last(make(sites, [want(1, wish_1="C")]), {1: (1,)})
    assert answer.plan.assignments == {1: (3,)}
    assert answer.moves[0].metres == 3


def test_a_late_wish_is_granted_where_it_moves_nobody():
    asked = make([site(1), site(2, 1, 0), site(3, 1, 1)], [want(1, wish_1="B"), want(2)])
    answer = last(asked, {1: (1,), 2: (2,)}, asked=frozenset({1}))
    assert answer.plan.assignments == {1: (3,), 2: (2,)}
    assert answer.moves[0].why is MoveWhy.WISH


def test_a_late_wish_for_a_full_island_leaves_everybody_where_they_are():
    asked = make([site(1), site(2, 1, 0), site(3, 2, 0)], [want(1, wish_1="B"), want(2)])
    answer = last(asked, {1: (1,), 2: (2,)}, asked=frozenset({1}))
    assert answer.moves == ()
    assert answer.proven


def test_without_the_wish_being_told_nobody_moves_for_it():
    asked = make([site(1), site(2, 1, 0)], [want(1, wish_1="B")])
    assert last(asked, {1: (1,)}).moves == ()


@pytest.mark.parametrize(
    ("changes", "before", "why"),
    [
        ({"power": Power.V230}, {1: (1,)}, MoveWhy.POWER),
        ({"wall": True}, {1: (1,)}, MoveWhy.WALL),
        ({"step_free": True}, {1: (4,)}, MoveWhy.STEP_FREE),
        ({"size": 2}, {1: (1,)}, MoveWhy.SIZE),
        ({"pinned": 3}, {1: (1,)}, MoveWhy.PIN),
        ({}, {1: (99,)}, MoveWhy.BLOCKED),
        ({}, {}, MoveWhy.NEW),
    ],
)
def test_says_why_somebody_moves(changes: Mapping[str, object], before: Placement, why: MoveWhy):
    sites = [site(1), site(2, 0, 1, wall=True, power=Power.V230), site(3, 0, 2), site(4, 1, 0, step_free=False)]
    answer = last(make(sites, [want(1, **changes)]), before)
    assert [move.why for move in answer.moves] == [why]


def test_two_on_one_booth_and_competitors_side_by_side_are_parted():
    sites = [site(1), site(2, 0, 1), site(3, 1, 0), site(4, 1, 1)]
    asked = make(sites, [want(1, competitor="c"), want(2, competitor="c"), want(3), want(4)])
    answer = last(asked, {1: (1,), 2: (2,), 3: (3,), 4: (3,)})
    assert len(answer.plan.assignments) == 4
    assert not clashes(asked, dict(answer.plan.assignments))
    assert MoveWhy.SHARED in {move.why for move in answer.moves}


def test_a_pin_on_a_blocked_booth_is_given_up():
    answer = last(make([site(1, open=False), site(2, 0, 1)], [want(1, pinned=1)]), {1: (1,)})
    assert answer.plan.assignments == {1: (2,)}


def test_who_stops_gets_the_first_answer():
    sites = [site(1, 0, 0, power=Power.V230), site(2, 0, 1), site(3, 1, 0, power=Power.V230, open=False)]
    asked = make(sites, [want(1), want(2, power=Power.V230)])
    (only,) = answers(asked, {1: (1,), 2: (3,)}, stopped=lambda: True)
    assert only.stage == 1
