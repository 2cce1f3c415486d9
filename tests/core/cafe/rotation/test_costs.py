"""The prices of all exchanges at once are those of making each exchange and counting anew."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from eventdesk.cafe.rotation.costs import AGAIN, HARD, Costs, Pairs
from eventdesk.cafe.rotation.ground import ground
from eventdesk.cafe.rotation.layout import layout
from eventdesk.cafe.rotation.mixing import Mixing
from eventdesk.cafe.rotation.starting import start
from eventdesk.cafe.rotation.swapping import Swapping
from eventdesk.cafe.rotation.types import Problem
from eventdesk.solving import Budget, Effort, never
from tests.core.cafe.rotation.crowds import cafe, repeats


def troubled(people: int, tables: int, rounds: int, seed: int) -> Problem:
    problem = cafe(people, tables, rounds, seed=seed)
    chance = Random(seed)
    return replace(
        problem,
        tables=tuple(
            replace(each, language=chance.choice(("", "de", "ar")), step_free=chance.random() < 0.8,
                    seats=each.seats - chance.randrange(2))
            for each in problem.tables
        ),
        guests=tuple(replace(each, step_free=chance.random() < 0.2) for each in problem.guests),
        apart=frozenset(frozenset(chance.sample(range(1, people + 1), 2)) for _ in range(people // 3)),
    )  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_price_of_every_exchange(seed: int) -> None:
    problem = troubled(26, 5, 3, seed)
    on, chance, empty = ground(problem), Random(seed), 4
    costs = Costs(on, empty, 12)
    seats = np.array([[chance.randrange(5) for _ in range(26 + empty)] for _ in range(3)])
    everybody = np.arange(26 + empty)
    told = costs.swaps(seats, everybody, costs.pairs, costs.unary)
    before = [costs.total(seats[number : number + 1]) for number in range(3)]
    assert costs.total(seats) == sum(before)
    for number in range(3):
        for one in range(0, 26 + empty, 3):
            for other in everybody.tolist():
                moved = seats[number].copy()
                moved[one], moved[other] = moved[other], moved[one]
                assert told[number][one][other] == costs.total(moved[None, :]) - before[number], (one, other)
    some = np.array([2, 7, 28])
    assert (costs.swaps(seats, some, costs.pairs, costs.unary) == told[:, some]).all()


def test_prices_of_meeting_again_come_on_top() -> None:
    on = ground(cafe(12, 3, 2))
    costs = Costs(on, 0, 6)
    seats = np.array([[0, 1, 2] * 4])
    prices = costs.pairs.prices.copy()
    prices[4, 5] = prices[5, 4] = AGAIN
    plain = costs.swaps(seats, np.array([4]), costs.pairs, costs.unary)[0, 0]
    more = costs.swaps(seats, np.array([4]), Pairs.of(prices), costs.unary)[0, 0]
    assert [int(each) for each in more - plain] == [0, 0, AGAIN, 0, 0, 0, 0, 0, AGAIN, 0, 0, AGAIN]


@pytest.mark.parametrize("seed", [1, 2])
def test_mixing_knows_what_it_reached(seed: int) -> None:
    """What walking adds up is what counting anew gives, with people who stay together and empty places."""
    problem = troubled(44, 8, 4, seed)
    together = frozenset(map(frozenset, ((20, 21), (22, 23), (23, 24))))
    on = ground(replace(problem, together=together, apart=frozenset()))
    laid = layout(on, Random(seed))
    assert laid is not None
    mixing = Mixing(on, laid)
    prices = [mixing._price()]
    for _ in mixing.run(Effort(seed, Budget(0.1), never)):
        prices.append(mixing._price())
        again = Mixing(on, laid)
        assert again._price() == prices[-1]
    assert prices == sorted(prices, reverse=True)
    assert prices[-1] < prices[0]
    ways = laid.ways()
    assert ways[19] == ways[20]
    assert ways[21] == ways[22] == ways[23]
    assert len(ways) == 44


def test_swapping_counts_who_has_met_right() -> None:
    on = ground(troubled(40, 6, 4, 4))
    swapping = Swapping(on, start(on, Random(4), {}))
    ids = [1, 2, 3, 4, 5, 6]

    def counted() -> int:
        return repeats({each: tuple(ids[table] for table in way) for each, way in swapping.ways().items()})

    before = counted()
    for _ in swapping.run(Effort(4, Budget(0.1), never)):
        assert counted() <= before
    met = sum(swapping._same(number) for number in range(4))
    assert counted() < before
    assert int(np.maximum(met - 1, 0).sum()) // 2 == counted()
    for guest, table in on.staying.items():
        assert set(swapping.ways()[guest]) == {table}


def test_what_must_not_be_weighs_more_than_everything_else_together() -> None:
    assert HARD > 100 * AGAIN
