"""Suggested placements: best where everything can be tried, right by an independent judge where it cannot."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from eventdesk.fair.booth import Power
from eventdesk.fair.placing.plan import Plan, Status, Why
from eventdesk.fair.placing.price import cost
from eventdesk.fair.placing.problem import Problem
from eventdesk.fair.placing.suggest import suggest
from tests.benchmarks.fair_folders import invent
from tests.core.fair.placing.judge import Judge, Verdict
from tests.core.fair.placing.problems import clashes, least_cost, make, problem_of, site, spots, tiny, want


def best(asked: Problem, **options: float) -> Plan:
    *_, last = suggest(asked, **options)  # type: ignore[arg-type]
    return last


def judged(folder: Path, asked: Problem, plan: Plan) -> Verdict:
    booths = {each.id: each.ref for each in asked.sites}
    exhibitors = {each.id: each.ref for each in asked.wants}
    return Judge(folder).verdict(
        {exhibitors[who]: [booths[at] for at in spot] for who, spot in plan.assignments.items()}
    )


@given(tiny())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_finds_the_best_of_all_placements(asked: Problem):
    plan = best(asked)
    assert plan.cost == plan.bound == least_cost(asked) == cost(asked, plan.assignments)
    assert sum(plan.parts.values()) == plan.cost
    for each in asked.wants:
        assert tuple(sorted(plan.assignments.get(each.id, ()))) in [(), *spots(asked, each)]
    taken = [at for spot in plan.assignments.values() for at in spot]
    assert len(taken) == len(set(taken))
    assert not clashes(asked, dict(plan.assignments))
    assert {each.want for each in plan.unplaced} == {each.id for each in asked.wants} - plan.assignments.keys()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_independent_judge_agrees(tmp_path: Path, seed: int):
    folder = invent(tmp_path / "fair", 27, 30, seed)
    asked = problem_of(folder, tmp_path / "fair.eventdesk")
    plans = list(suggest(asked))
    for plan in plans:
        verdict = judged(folder, asked, plan)
        assert not verdict.broken
        assert dict(verdict.parts) == {weight.value: price for weight, price in plan.parts.items()}
        assert verdict.cost == plan.cost >= plan.bound
    assert plans[-1].status is Status.OPTIMAL
    assert [plan.cost for plan in plans] == sorted((plan.cost for plan in plans), reverse=True)
    assert [plan.bound for plan in plans] == sorted(plan.bound for plan in plans)


@pytest.mark.slow
def test_a_fair_of_eighty_one_is_proven(tmp_path: Path):
    folder = invent(tmp_path / "fair", 81, 90, 7)
    asked = problem_of(folder, tmp_path / "fair.eventdesk")
    plan = best(asked)
    verdict = judged(folder, asked, plan)
    assert plan.status is Status.OPTIMAL
    assert not verdict.broken
    assert verdict.cost == plan.cost == plan.bound


@pytest.mark.slow
@pytest.mark.parametrize(("exhibitors", "booths"), [(160, 200), (420, 550)])
def test_a_large_fair_is_placed_with_an_honest_gap(tmp_path: Path, exhibitors: int, booths: int):
    folder = invent(tmp_path / "fair", exhibitors, booths, 3)
    asked = problem_of(folder, tmp_path / "fair.eventdesk")
    plans = list(suggest(asked, seconds=6))
    for plan in (plans[0], plans[-1]):
        verdict = judged(folder, asked, plan)
        assert not verdict.broken
        assert verdict.cost == plan.cost
    assert not plans[0].unplaced
    assert plans[-1].cost < plans[0].cost
    assert plans[-1].gap < 0.15


def test_the_same_fair_gets_the_same_plan_in_every_file(tmp_path: Path):
    folder = invent(tmp_path / "fair", 27, 30, 4)
    found = []
    for name in ("one", "two"):
        asked = problem_of(folder, tmp_path / f"{name}.eventdesk")
        booths, exhibitors = {each.id: each.ref for each in asked.sites}, {each.id: each.ref for each in asked.wants}
        plan = best(asked, seed=5)
        found.append({exhibitors[who]: [booths[at] for at in spot] for who, spot in plan.assignments.items()})
    assert found[0] == found[1]


def test_who_stops_keeps_the_best_so_far(tmp_path: Path):
    asked = problem_of(invent(tmp_path / "fair", 81, 90, 5), tmp_path / "fair.eventdesk")
    (only,) = suggest(asked, stopped=lambda: True)
    assert not only.unplaced
    assert only.status is Status.FEASIBLE
    seen: list[Plan] = []
    enough: list[bool] = []
    for plan in suggest(asked, stopped=lambda: bool(enough)):
        seen.append(plan)
        if len(seen) == 3:
            enough.append(True)
    assert seen[-1].cost <= seen[2].cost < only.cost


def test_no_booths_at_all():
    plan = best(make([site(1, open=False)], [want(1), want(2)]))
    assert (plan.status, plan.cost) == (Status.INFEASIBLE, 4000)
    assert [each.why.code for each in plan.unplaced] == [Why.NO_BOOTHS, Why.NO_BOOTHS]


def test_nobody_to_place():
    plan = best(make([site(1)], []))
    assert (plan.status, plan.cost, plan.assignments) == (Status.OPTIMAL, 0, {})


def test_says_which_needs_collide_and_what_would_cure_it():
    sites = [site(1, 0, 0, power=Power.V400), site(2, 0, 1), site(3, 1, 0, power=Power.V230)]
    plan = best(make(sites, [want(1, power=Power.V400, priority=2), want(2, power=Power.V400)]))
    (over,) = plan.unplaced
    assert (over.want, over.why.code, over.why.rivals, over.why.booths) == (2, Why.TOO_MANY, (1,), (1,))
    cure = over.why.cure
    assert cure is not None
    assert (cure.site, cure.island, cure.needs.power) == (3, "B", 2)
    cured = make([replace(each, power=Power.V400) if each.id == cure.site else each for each in sites], [
        want(1, power=Power.V400, priority=2), want(2, power=Power.V400)
    ])  # fmt: skip
    assert not best(cured).unplaced


def test_without_a_free_booth_one_more_would_cure_it():
    plan = best(make([site(1)], [want(1), want(2, wish_1="A")]))
    (over,) = plan.unplaced
    assert over.why.code is Why.TOO_MANY
    assert over.why.cure is not None
    assert (over.why.cure.site, over.why.cure.island) == (None, "A")


def test_two_booths_that_do_not_touch_are_no_stand_for_two():
    plan = best(make([site(1, 0, 0), site(2, 0, 2)], [want(1, size=2)]))
    assert plan.unplaced[0].why.code is Why.NO_PAIR


def test_a_pair_may_have_power_in_one_and_the_wall_in_the_other():
    sites = [site(1, 0, 0, power=Power.V400), site(2, 0, 1, wall=True), site(3, 0, 2)]
    plan = best(make(sites, [want(1, size=2, power=Power.V400, wall=True)]))
    assert plan.assignments == {1: (1, 2)}


def test_two_pins_on_one_booth():
    plan = best(make([site(1), site(2, 0, 1)], [want(1, pinned=1), want(2, pinned=1)]))
    (over,) = plan.unplaced
    assert over.why.code is Why.PIN_TAKEN
    assert set(plan.assignments) | {over.want} == {1, 2}


@pytest.mark.parametrize(
    ("at", "code"),
    [(site(1, open=False), Why.PIN_BLOCKED), (site(1, wall=False), Why.PIN_UNFIT), (site(9), Why.PIN_BLOCKED)],
)
def test_a_pin_that_cannot_be_kept(at: object, code: Why):
    plan = best(make([at, site(2, 0, 1, wall=True)], [want(1, pinned=1, wall=True)]))  # type: ignore[list-item]
    assert plan.unplaced[0].why.code is code


def test_competitors_are_parted_even_if_one_is_left_over():
    plan = best(make([site(1, 0, 0), site(2, 0, 1)], [want(1, competitor="c"), want(2, competitor="c")]))
    assert len(plan.assignments) == 1
    assert plan.unplaced[0].why.code is Why.COMPETITORS


def test_a_booth_that_nothing_reaches_is_named():
    plan = best(make([site(1), site(2, 0, 1)], [want(1, wall=True)]))
    assert plan.unplaced[0].why.code is Why.NO_BOOTH_FITS
    assert plan.unplaced[0].why.cure is not None
    assert plan.unplaced[0].why.cure.site in {1, 2}


def test_it_may_be_cheaper_to_leave_somebody_over():
    asked = make([site(1, 0, 0), site(2, 1, 0)], [want(1, wish_1="C", priority=0)])
    plan = best(asked)
    assert (plan.cost, plan.unplaced[0].why.code) == (0, Why.CHEAPER)


def test_of_very_many_who_are_left_over_the_last_plan_says_why():
    asked = make([site(1)], [want(number) for number in range(1, 42)])
    first, *_, last = suggest(asked)
    assert {each.why.code for each in first.unplaced} == {Why.UNSETTLED}
    assert {each.why.code for each in last.unplaced} == {Why.TOO_MANY}
    assert len(last.unplaced) == 40
