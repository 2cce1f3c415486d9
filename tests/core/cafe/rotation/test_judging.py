"""What a rotation is worth: small ones that can be counted by hand, and the price of every move."""

from dataclasses import astuple, fields, replace
from random import Random

import pytest

from eventdesk.cafe.rotation.advising import advice, option
from eventdesk.cafe.rotation.judging import judged, price
from eventdesk.cafe.rotation.types import NOWHERE, Guest, Problem, Quality, RotationWay, Table
from tests.core.cafe.rotation.crowds import cafe, meet, repeats

TABLES = (Table(1, 3), Table(2, 3, language="de", step_free=False))
GUESTS = (
    Guest(1, "civil_society", "Verein", ("de",), host_of=1),
    Guest(2, "civil_society", "Verein", ("ar",)),
    Guest(3, "business", "Verein", ("de", "ar"), step_free=True),
    Guest(4, "business", "", (), host_of=2),
    Guest(5, "", "Amt", ("fa",)),
    Guest(6, "", "Amt", ("de",)),
)
WAYS = {1: (1, 1), 2: (1, 1), 3: (1, 2), 4: (2, 2), 5: (2, 2), 6: (2, 1)}


def test_counted_by_hand() -> None:
    found = judged(Problem(TABLES, 2, GUESTS), WAYS)
    assert (found.way, found.ways) == (RotationWay.BY_HAND, WAYS)
    assert (found.repeats, found.lower_bound) == (2, 2)  # 1 and 2, 4 and 5; three people part to two tables
    assert found.quality == Quality(
        sector_deviation=2 + 4,  # each sector has a share of one at each table
        colleagues_together=4 + 1,
        alone_in_language=2 + 3,
        other_language=2,  # the one who speaks Farsi
        pairs_broken=0,
        steps=1,
        same_table=2,
        beyond_seats=0,
        colleagues_least=2,
        alone_least=2,
        same_table_least=0,
        beyond_seats_least=0,
    )


def test_pairs_and_who_is_not_there() -> None:
    together, apart = frozenset({frozenset((2, 3)), frozenset((1, 99))}), frozenset({frozenset((5, 6))})
    problem = Problem(TABLES, 2, GUESTS, together, apart)
    found = judged(problem, WAYS)
    assert found.quality.pairs_broken == 1 + 1
    some = {1: (1, 1), 2: (NOWHERE, 1), 3: (NOWHERE, 2), 5: (2, 2), 42: (1, 1)}
    found = judged(problem, some)
    assert found.ways.keys() == {1, 2, 3, 5}
    assert (found.repeats, found.quality.pairs_broken, found.quality.same_table) == (0, 1, 1)
    assert judged(Problem((), 0, ()), {}).quality == Quality()


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_the_price_of_a_move_is_what_it_changes(seed: int) -> None:
    chance = Random(seed)
    problem = cafe(24, 4, 3, 6, seed=seed)
    pairs = [frozenset(chance.sample(range(5, 25), 2)) for _ in range(8)]
    tables = tuple(
        replace(each, language=chance.choice(("", "ar")), step_free=each.id > 102) for each in problem.tables
    )
    guests = tuple(replace(each, step_free=chance.random() < 0.3) for each in problem.guests)
    problem = replace(problem, tables=tables, guests=guests, together=frozenset(pairs[:4]), apart=frozenset(pairs[4:]))
    ways = {each.id: tuple(chance.choice(tables).id for _ in range(3)) for each in guests}
    before = judged(problem, ways)
    for _ in range(60):
        guest, at, table = chance.choice(guests).id, chance.randrange(3), chance.choice(tables).id
        told = price(problem, ways, guest, at, table)
        moved = {**ways, guest: (*ways[guest][:at], table, *ways[guest][at + 1 :])}
        after = judged(problem, moved)
        assert len(told.meets_again) - len(told.spared) == after.repeats - before.repeats
        changed = [
            getattr(after.quality, each.name) - getattr(before.quality, each.name)
            for each in fields(Quality)
            if not each.name.endswith("_least")
        ]
        assert list(astuple(told.quality))[: len(changed)] == changed
        assert all(meet(moved, guest, each) > 1 for each in told.meets_again)


@pytest.mark.parametrize("seed", range(1, 9))
def test_bounds_are_no_more_than_what_there_is(seed: int) -> None:
    chance = Random(seed)
    tables, rounds = chance.randint(1, 5), chance.randint(1, 5)
    problem = cafe(chance.randint(tables, 25), tables, rounds, seed=seed, hosted=chance.random() < 0.5)
    ids = [each.id for each in problem.tables]
    for _ in range(20):
        ways = {
            each.id: (each.host_of,) * rounds if each.host_of else tuple(chance.choice(ids) for _ in range(rounds))
            for each in problem.guests
        }
        found = judged(problem, ways)
        assert found.repeats == repeats(ways) >= found.lower_bound
        quality = found.quality
        assert quality.colleagues_least <= quality.colleagues_together
        assert quality.alone_least <= quality.alone_in_language
        assert quality.same_table_least <= quality.same_table
        assert quality.beyond_seats_least <= quality.beyond_seats


def test_advice_for_fifteen_tables() -> None:
    told = advice(120, 15, 12)
    assert (told.asked.rounds, told.asked.smallest, told.asked.largest, told.enough) == (10, 8, 8, False)
    assert [(each.tables, each.rounds) for each in told.others][:2] == [(16, 16), (17, 17)]
    assert advice(120, 15, 6).enough
    assert advice(120, 16, 6).asked.rounds == 16


def test_advice_where_little_goes() -> None:
    six = advice(36, 6, 3)
    assert (six.asked.rounds, six.enough) == (2, False)
    assert (six.others[0].tables, six.others[0].rounds) == (7, 7)
    assert option(70, 7).rounds == option(70, 7).most == 1
    assert option(7, 1) == option(7, 1, hosted=True)
    assert option(7, 1).rounds == 1
    assert (option(0, 4).rounds, option(8, 0).rounds) == (0, 0)
    assert option(4, 8).rounds == 8
    assert option(32, 8, hosted=False).rounds == option(32, 8, hosted=False).most == 10
    assert advice(3, 1, 4).others == ()
    assert all(option(people, tables).rounds <= option(people, tables).most
               for people in range(2, 90, 3) for tables in range(1, 20))  # fmt: skip
