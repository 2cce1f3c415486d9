"""The other ways to give places out: by ranks, by registration, by lots."""

from collections import Counter

import pytest
from hypothesis import given, settings

from eventdesk.panels.place import Way
from eventdesk.panels.seating.checking import check_protocol
from eventdesk.panels.seating.itineraries import Paths
from eventdesk.panels.seating.lots import lot
from eventdesk.panels.seating.outcome import Aim, Status
from eventdesk.panels.seating.protocol import protocol
from eventdesk.panels.seating.ranks import rank_maximal, ranks_by_whole_numbers
from eventdesk.panels.seating.turns import by_lottery, by_registration
from eventdesk.panels.seating.ways import draw
from eventdesk.solving import Budget, Effort, never
from tests.core.panels.seating.judge import Judge, all_ways
from tests.core.panels.seating.programmes import drawn, gathered, rounds, simple
from tests.core.panels.seating.test_leximin import tiny


@given(tiny())
@settings(max_examples=20, deadline=None)
def test_no_other_way_has_more_first_wishes_then_second_ones(judge: Judge):
    plan, asked = gathered(judge)
    *_, outcome = rank_maximal(asked)
    assert not judge.verdict(drawn(plan, outcome)).broken
    assert not check_protocol(protocol(asked, outcome))

    def profile(way: dict[str, tuple[str, ...]]) -> list[int]:
        ranks = Counter(rank for person, chosen in way.items() for rank in judge.ranks(person, chosen))
        return [ranks[rank] for rank in range(6)]

    mine = {person: tuple(drawn(plan, outcome).get(person, {}).values()) for person in judge.wishing}
    assert profile(mine) == [outcome.ranks.get(rank, 0) for rank in range(6)]
    assert profile(mine) == max(profile(way) for way in all_ways(judge))
    assert not outcome.pareto_proven


@given(tiny())
@settings(max_examples=20, deadline=None)
def test_whole_numbers_reach_the_ranks_that_shares_reach(judge: Judge):
    _, asked = gathered(judge)
    *_, outcome = rank_maximal(asked)
    if outcome.levels:
        paths = [Paths(asked, crowd) for crowd in asked.crowds]
        effort = Effort(1, Budget(5.0), never)
        assert tuple(level for level, _ in ranks_by_whole_numbers(asked, paths, effort)) == outcome.levels


def test_a_conference_of_many_crowds_is_proven():
    judge = rounds(120, 3, 6, 0.8, 5)
    plan, asked = gathered(judge)
    *_, most = rank_maximal(asked)
    assert (most.status, [level.proven for level in most.levels]) == (Status.OPTIMAL, [True] * 6)
    assert not judge.verdict(drawn(plan, most)).broken
    lots = by_lottery(asked)
    assert [most.ranks.get(rank, 0) for rank in range(6)] > [lots.ranks.get(rank, 0) for rank in range(6)]


def test_most_first_wishes_may_leave_somebody_without():
    # With A for P0, P1 gets nothing; the fair way would give P0 their second wish
    judge = simple({"A": 1, "B": 1}, ["A,B", "A"])
    _, asked = gathered(judge)
    *_, most = draw(Way.RANK_MAXIMAL, asked)
    assert [level.aim for level in most.levels] == [Aim.RANK] * 6
    assert most.ranks[0] == 1
    *_, fair = draw(Way.LEXIMIN, asked)
    assert fair.unplaced == 0


def test_who_registered_first_chooses_first():
    judge = simple({"A": 1, "B": 1, "C": 1}, ["A,B", "A,B", "A,B,C"])
    plan, asked = gathered(judge)
    outcome = by_registration(asked)
    assert drawn(plan, outcome) == {"P0": {"Z0": "A"}, "P1": {"Z0": "B"}, "P2": {"Z0": "C"}}
    assert (outcome.status, outcome.pareto_proven) == (Status.FEASIBLE, False)


def test_whose_lot_is_first_chooses_first():
    judge = simple({"A": 1, "B": 1, "C": 1}, ["A,B,C"] * 3)
    for seed in range(1, 6):
        plan, asked = gathered(judge, seed)
        places = drawn(plan, by_lottery(asked))
        order = sorted(plan.people.values(), key=lambda guest: lot(seed, guest.code[-8:]))
        assert [places[guest.ref]["Z0"] for guest in order] == ["A", "B", "C"]


@pytest.mark.parametrize("way", Way)
def test_every_way_keeps_the_rules_and_counts_right(way: Way):
    judge = rounds(80, 2, 3, 0.9, 3)
    plan, asked = gathered(judge)
    *_, outcome = draw(way, asked)
    verdict = judge.verdict(drawn(plan, outcome))
    assert not verdict.broken
    assert (verdict.unplaced, verdict.regret) == (outcome.unplaced, dict(outcome.regret))
    assert outcome.way is way
    assert not check_protocol(protocol(asked, outcome))


def test_the_fair_way_is_never_less_fair():
    judge = rounds(80, 2, 3, 0.9, 3)
    plan, asked = gathered(judge)
    fairness = {}
    for way in Way:
        *_, outcome = draw(way, asked)
        fairness[way] = judge.verdict(drawn(plan, outcome)).fairness
    assert min(fairness.values()) == fairness[Way.LEXIMIN]
    assert fairness[Way.LEXIMIN] < fairness[Way.REGISTRATION]
