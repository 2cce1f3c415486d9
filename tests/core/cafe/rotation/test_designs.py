"""Fields, matrices of differences and stored designs: each is counted again, pair by pair."""

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.cafe.rotation.assigning import assigned
from eventdesk.cafe.rotation.designs import design, published, rounds_without_repeats
from eventdesk.cafe.rotation.differences import differences, most_rounds, searched, stored
from eventdesk.cafe.rotation.field import Field, prime_power
from eventdesk.cafe.rotation.types import Itinerary, RotationWay

FIELDS = [7, 8, 9, 11, 13, 16, 17, 19, 23, 25, 27, 29, 31]
COMPOSITE = [6, 10, 12, 14, 15, 18, 20, 21, 22, 24, 26, 28, 30]


def nobody_meets_twice(itineraries: Sequence[Itinerary], tables: int, size: int) -> None:
    assert len(itineraries) == tables * size
    met: set[tuple[int, int]] = set()
    for number in range(len(itineraries[0])):
        there: dict[int, list[int]] = {}
        for person, way in enumerate(itineraries):
            there.setdefault(way[number], []).append(person)
        assert {table: len(people) for table, people in there.items()} == dict.fromkeys(range(tables), size)
        for people in there.values():
            pairs = {(one, other) for one in people for other in people if one < other}
            assert not pairs & met
            met |= pairs


@pytest.mark.parametrize("size", FIELDS)
def test_fields_are_fields(size: int) -> None:
    field = Field(size)
    elements = range(size)
    product = [[field.multiply(a, b) for b in elements] for a in elements]
    total = [[field.add(a, b) for b in elements] for a in elements]
    assert all(sorted(row) == list(elements) for row in total)
    assert all(sorted(row) == list(elements) for row in product[1:])
    assert product[0] == [0] * size
    assert product[1] == total[0] == list(elements)
    for a in range(2, min(size, 5)):
        for b in elements:
            assert product[a][b] == product[b][a]
            for c in elements:
                assert product[a][total[b][c]] == total[product[a][b]][product[a][c]]
                assert product[product[a][b]][c] == product[a][product[b][c]]


def test_what_is_a_prime_power() -> None:
    assert [number for number in range(2, 32) if prime_power(number)] == [2, 3, 4, 5, *FIELDS]
    assert prime_power(27) == (3, 3)
    assert prime_power(1) is None
    with pytest.raises(ValueError, match="12"):
        Field(12)


@pytest.mark.parametrize("tables", FIELDS)
def test_as_many_rounds_as_tables_if_there_is_a_field(tables: int) -> None:
    size = min(8, tables)
    found = design(tables, size, tables, hosted=True)
    assert found is not None
    assert found.way is RotationWay.DESIGN
    assert all(len(set(way)) == 1 for way in found.itineraries[:tables])
    assert all(len(set(way)) == tables for way in found.itineraries[tables:])
    nobody_meets_twice(found.itineraries, tables, size)
    assert design(tables, size, tables + 1, hosted=True) is None
    assert rounds_without_repeats(tables, size, hosted=True) == tables


@pytest.mark.parametrize("tables", COMPOSITE)
def test_every_stored_matrix(tables: int) -> None:
    known = list(stored(tables))
    assert known
    for each in known:
        nobody_meets_twice(each.itineraries(), tables, len(each.matrix[0]))
        turned = each.cut(len(each.matrix[0]), len(each.matrix))
        assert turned is not None
        assert turned.cut(len(each.matrix) + 1, tables) is None


@pytest.mark.parametrize(("tables", "size", "rounds"), [(15, 8, 10), (10, 8, 8), (12, 8, 9), (14, 8, 9), (20, 8, 13)])
def test_the_usual_numbers_of_tables(tables: int, size: int, rounds: int) -> None:
    assert rounds_without_repeats(tables, size, hosted=True) == rounds
    found = design(tables, size, rounds, hosted=True)
    assert found is not None
    nobody_meets_twice(found.itineraries, tables, size)
    assert all(len(set(way)) == rounds for way in found.itineraries[tables:])


def test_few_rounds_go_with_any_number_of_tables() -> None:
    for tables in (2, 6, 15, 33, 35):
        found = differences(tables, 2, tables)
        assert found is not None
        nobody_meets_twice(found.itineraries(), tables, tables)
    assert differences(1, 1, 1) is None
    assert differences(6, 3, 7) is None


def test_many_tables_are_searched() -> None:
    rounds = most_rounds(33, 7)
    assert rounds >= 7
    found = differences(33, 7, 7)
    assert found is not None
    nobody_meets_twice(found.itineraries(), 33, 7)
    assert searched(1, 6, 3, 6) is None  # six officers of six regiments


def test_published_designs_are_what_they_say() -> None:
    said = {(tables, len(each) // tables): len(each[0]) for tables, each in published()}
    assert said == {(5, 3): 7, (6, 3): 8, (7, 3): 10, (7, 4): 9, (8, 4): 10, (10, 4): 13}
    for tables, each in published():
        nobody_meets_twice(each, tables, len(each) // tables)


@pytest.mark.parametrize(
    ("tables", "size", "rounds", "way"),
    [
        (8, 4, 10, RotationWay.PUBLISHED),
        (8, 4, 9, RotationWay.DESIGN),
        (8, 8, 9, RotationWay.DESIGN),
        (9, 9, 10, RotationWay.DESIGN),
        (7, 4, 9, RotationWay.PUBLISHED),
        (5, 3, 7, RotationWay.PUBLISHED),
        (13, 8, 13, RotationWay.DESIGN),
    ],
)
def test_without_hosts_everybody_may_move(tables: int, size: int, rounds: int, way: RotationWay) -> None:
    found = design(tables, size, rounds, hosted=False)
    assert found is not None
    assert found.way is way
    nobody_meets_twice(found.itineraries, tables, size)
    assert rounds_without_repeats(tables, size, hosted=False) >= rounds
    assert design(tables, size, tables * size, hosted=False) is None
    if size < tables and rounds <= tables:
        assert all(len(set(each)) == rounds for each in found.itineraries)


@given(st.integers(0, 4).flatmap(lambda rows: st.tuples(st.just(rows), st.integers(max(rows, 1), 5))), st.randoms())
def test_assigning_costs_as_little_as_can_be(shape: tuple[int, int], chance) -> None:
    rows, columns = shape
    costs = [[chance.randint(-9, 20) for _ in range(columns)] for _ in range(rows)]
    got = assigned(costs)
    assert len(set(got)) == rows
    best = min(sum(costs[i][one[i]] for i in range(rows)) for one in permutations(range(columns), rows))
    assert sum(costs[i][got[i]] for i in range(rows)) == best


def test_assigning_needs_enough_columns() -> None:
    with pytest.raises(ValueError, match="more rows"):
        assigned([[1], [2]])
