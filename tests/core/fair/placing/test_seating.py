"""Booths inside one island, by search and by solver, and what the islands teach the model."""

import pytest
from hypothesis import HealthCheck, given, settings

from eventdesk.fair.placing.capacity import Capacities
from eventdesk.fair.placing.ground import Ground
from eventdesk.fair.placing.linear import LinearBound
from eventdesk.fair.placing.problem import Problem
from eventdesk.fair.placing.seating import seat, unseatable
from eventdesk.fair.placing.seating_exact import seat_exactly
from eventdesk.solving import Budget
from tests.core.fair.placing.problems import least_cost, make, site, tiny, want


@given(tiny())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_search_and_solver_agree(asked: Problem):
    ground = Ground(asked)
    for island in range(len(ground.islands)):
        wants = [number for number in range(len(ground.wants)) if ground.spots(number, island)]
        found, proven = seat(ground, island, wants), seat_exactly(ground, island, wants)
        assert (found is None) == (proven is None)
        for seats in (found, proven):
            if seats is None:
                continue
            assert sorted(seats) == wants
            assert all(spot in ground.spots(number, island) for number, spot in seats.items())
            for capacity in Capacities(ground).of(island, wants):
                assert sum(capacity.takes.values()) <= capacity.room
        if found is None:
            fewest = unseatable(ground, island, wants)
            assert seat(ground, island, fewest) is None
            assert all(seat(ground, island, [one for one in fewest if one != each]) is not None for each in fewest)


@given(tiny(most_wants=4))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_relaxation_is_never_above_the_best(asked: Problem):
    ground = Ground(asked)
    linear = LinearBound(ground, Capacities(ground))
    linear.begin([-1] * len(ground.wants))
    best = least_cost(asked)
    for bound in linear.steps(budget=Budget(5), stopped=lambda: False):
        assert bound <= best + 1e-6


def test_who_needs_little_leaves_the_power_to_others():
    from eventdesk.fair.booth import Power

    ground = Ground(make([site(1, power=Power.V400), site(2, 0, 1)], [want(1)]))
    assert seat(ground, 0, [0]) == {0: (1,)}


@pytest.mark.parametrize("count", [40, 80])
def test_a_long_row_full_of_competitors(count: int):
    sites = [site(number + 1, 0, number) for number in range(count)]
    wants = [
        want(number, competitor="c" if number % 2 else "", size=2 if number % 4 == 0 else 1)
        for number in range(count * 2 // 3)
    ]
    ground = Ground(make(sites, wants))
    chosen = list(range(count * 2 // 3))
    seats = seat(ground, 0, chosen)
    assert seats is not None
    assert sorted(seats) == chosen
    taken = {at: number for number, spot in seats.items() for at in spot}
    assert not any(
        ground.clash(taken[at], taken[other]) for at in taken for other in ground.beside[at] if other in taken
    )
