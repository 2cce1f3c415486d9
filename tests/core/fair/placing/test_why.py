"""Why somebody stands where they stand: the lines, the next best island and its price, who is in the way."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from eventdesk.fair.booth import Power
from eventdesk.fair.placing.plan import Line, Why
from eventdesk.fair.placing.price import cost
from eventdesk.fair.placing.problem import Problem, Site
from eventdesk.fair.placing.suggest import suggest
from eventdesk.fair.placing.telling import line_text, unplaced_sentences
from eventdesk.fair.placing.why import explain
from eventdesk.fair.weights import Weight
from eventdesk.words import Words
from tests.benchmarks.fair_folders import invent
from tests.core.fair.placing.problems import Placement, all_placements, make, problem_of, site, tiny, want


def suggested(asked: Problem) -> Placement:
    *_, plan = suggest(asked)
    return dict(plan.assignments)


@given(tiny(most_wants=4))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_next_best_island_is_that_of_all_placements(asked: Problem):
    placed = suggested(asked)
    home = {each.id: (each.hall, each.island) for each in asked.sites}
    for each in asked.wants:
        told = explain(asked, placed, each.id, seconds=10)
        if each.id not in placed:
            assert (told.booths, told.next_best is None or told.next_best[1] > -2000) == ((), True)
            continue
        here = home[placed[each.id][0]]
        others = [
            cost(asked, other)
            for other in all_placements(asked)
            if each.id in other and home[other[each.id][0]] != here
        ]  # fmt: skip
        assert (told.next_best is None) == (not others)
        if told.next_best is not None:
            assert told.next_best[1] == min(others) - cost(asked, placed)
            assert told.exact
            at_once = explain(asked, placed, each.id)
            if at_once.next_best is not None:
                assert at_once.next_best[1] >= told.next_best[1]


def test_lines_tell_the_price_of_the_place():
    sites = [site(1, 0, 0, power=Power.V230), site(2, 0, 1), site(3, 1, 0)]
    wants = [
        want(1, power=Power.V230, wish_1="B", wish_2="A", theme="x", competitor="c"),
        want(2, theme="x", competitor="d"),
        want(3, competitor="c", theme="y", pinned=3),
    ]
    told = explain(make(sites, wants), {1: (1,), 2: (2,), 3: (3,)}, 1)
    assert {line.what: line.cost for line in told.lines} == {
        Line.NEEDS: 0,
        Weight.WISH_2: 4,
        Weight.THEME_ISLAND: 0,
    }
    assert (told.booths, told.island) == ((1,), "A")
    (conflict,) = told.conflicts
    assert (conflict.island, conflict.why.code) == ("B", Why.NO_BOOTH_FITS)
    pinned = explain(make(sites, wants), {1: (1,), 2: (2,), 3: (3,)}, 3)
    assert Line.PIN in {line.what for line in pinned.lines}
    assert pinned.next_best is None


def test_says_who_takes_the_booths_that_were_wished_for():
    sites = [site(1, 0, 0), site(2, 1, 0)]
    told = explain(make(sites, [want(1, wish_1="B"), want(2, wish_1="B")]), {1: (1,), 2: (2,)}, 1)
    (conflict,) = told.conflicts
    assert (conflict.why.code, conflict.why.rivals, conflict.why.booths) == (Why.TOO_MANY, (2,), (2,))
    assert told.next_best == ("B", 0)


def test_says_that_a_competitor_stands_beside_what_is_free():
    sites = [site(1, 0, 0), site(2, 1, 0), site(3, 1, 1)]
    asked = make(
        sites, [want(1, wish_1="B", competitor="c"), want(2, competitor="c"), want(3, pinned=2, competitor="c")]
    )
    told = explain(asked, {1: (1,), 3: (2,)}, 1)
    (conflict,) = told.conflicts
    assert (conflict.why.code, conflict.why.rivals) == (Why.COMPETITORS, (3,))


def test_who_has_no_booth_is_told_what_that_costs():
    told = explain(make([site(1)], [want(1), want(2)]), {1: (1,)}, 2)
    assert [(line.what, line.cost) for line in told.lines] == [(Weight.UNPLACED, 2000)]


def test_nobody_of_that_id():
    with pytest.raises(KeyError):
        explain(make([site(1)], [want(1)]), {}, 7)


def test_a_fair_explains_everybody(tmp_path: Path):
    asked = problem_of(invent(tmp_path / "fair", 27, 30, 2), tmp_path / "fair.eventdesk")
    placed = suggested(asked)
    for each in asked.wants:
        told = explain(asked, placed, each.id)
        assert told.next_best is None or told.next_best[1] >= 0
        assert (told.booths == ()) == (each.id not in placed)


def test_a_hall_without_islands_is_called_by_its_name():
    sites = [Site(1, "F-1", "", "Foyer", 0, 0), Site(2, "G-1", "", "Saal", 0, 0)]
    asked = make(sites, [want(1, theme="x", wall=True), want(2, theme="x")])
    told = explain(asked, {2: (1,)}, 2)
    assert told.next_best == ("Saal", 0)
    texts = [line_text(Words("en"), line) for line in told.lines]
    assert any("Foyer" in text for text in texts)
    *_, plan = suggest(asked)
    assert "Saal" in " ".join(unplaced_sentences(Words("en"), asked, plan.unplaced[0]))


def test_weights_may_all_be_nothing():
    asked = replace(make([site(1), site(2, 1, 0)], [want(1, theme="x", wish_1="B")]), weights=dict.fromkeys(Weight, 0))
    *_, plan = suggest(asked)
    assert (plan.cost, plan.bound) == (0, 0)
    assert explain(asked, plan.assignments, 1, seconds=1).next_best in {None, ("A", 0), ("B", 0)}
