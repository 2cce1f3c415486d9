"""On the day: who comes late takes over, ninth chairs, a table closes. Nobody else's card changes."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.cafe.rotation.closing import close_table, thin_tables
from eventdesk.cafe.rotation.designs import design
from eventdesk.cafe.rotation.hand_over import hand_over
from eventdesk.cafe.rotation.judging import judged
from eventdesk.cafe.rotation.types import NOWHERE, Guest, Handed, Itinerary, Problem, Rotation, Thin
from tests.core.cafe.rotation.crowds import FIRST_TABLE, cafe, crowd, meet, repeats, sizes


def standing(people: int, tables: int, rounds: int, seats: int = 8) -> tuple[Problem, Rotation]:
    """Return a café in which everybody follows the design in the order of the list."""
    problem = cafe(people, tables, rounds, seats)
    found = design(tables, seats, rounds, hosted=True)
    assert found is not None
    ways = [tuple(FIRST_TABLE + table for table in way) for way in found.itineraries]
    return problem, judged(problem, dict(enumerate(ways[:people], 1)), spare=tuple(ways[people:]))


def late(number: int, seed: int = 7) -> tuple[Guest, ...]:
    return tuple(replace(each, id=1000 + each.id) for each in crowd(number, 0, seed, hosted=False))


def then(rotation: Rotation, gone: frozenset[int], handed: Handed) -> dict[int, Itinerary]:
    """Return who sits where afterwards."""
    left = {guest: way for guest, way in rotation.ways.items() if guest not in gone}
    return {**left, **handed.taken, **handed.extra}


@pytest.mark.parametrize(("tables", "rounds"), [(15, 6), (16, 6), (13, 3)])
def test_twelve_stay_away_and_five_come_late(tables: int, rounds: int) -> None:
    problem, rotation = standing(tables * 8, tables, rounds)
    gone = frozenset(range(tables + 5, tables + 17))
    handed = hand_over(problem, rotation, gone, late(5))
    assert handed.taken.keys() == {each.id for each in late(5)}
    assert sorted(set(handed.from_whom.values()) - gone) == []
    assert all(handed.taken[new] == rotation.ways[old] for new, old in handed.from_whom.items())
    assert (handed.extra, handed.waiting, handed.repeats) == ({}, (), 0)
    assert repeats(then(rotation, gone, handed)) == 0


def test_more_come_late_than_stay_away() -> None:
    problem, rotation = standing(120, 15, 6)
    gone = frozenset({30, 40})
    handed = hand_over(problem, rotation, gone, late(5))
    assert [len(handed.taken), len(handed.extra), handed.waiting] == [2, 3, ()]
    assert set(handed.taken) == {1001, 1002}  # who came first
    after = then(rotation, gone, handed)
    assert repeats(after) == handed.repeats == 0
    for number in range(6):
        assert max(sizes(after, number).values()) <= 9
    assert all(len(set(way)) == 6 for way in handed.extra.values())


def test_when_all_chairs_are_taken_people_wait() -> None:
    problem, rotation = standing(32, 8, 4, 4)
    handed = hand_over(problem, rotation, frozenset(), late(10))
    assert (len(handed.extra), handed.waiting) == (8, (1009, 1010))
    assert repeats(then(rotation, frozenset(), handed)) == handed.repeats
    assert all(set(sizes(then(rotation, frozenset(), handed), number).values()) == {5} for number in range(4))


def test_spare_itineraries_are_taken_too() -> None:
    problem, rotation = standing(110, 15, 6)
    assert len(rotation.spare) == 10
    handed = hand_over(problem, rotation, frozenset(), late(10))
    assert len(set(handed.taken.values())) == 10
    assert set(handed.taken.values()) == set(rotation.spare)
    assert (handed.from_whom, handed.repeats) == ({}, 0)
    twice = replace(rotation, spare=rotation.spare[:1] * 12)
    handed = hand_over(problem, twice, frozenset(), late(3))
    assert len(handed.taken) == 1  # there is one seat


def test_who_fits_best_takes_it() -> None:
    problem, rotation = standing(64, 8, 4)
    strangers = {each for each in rotation.ways if not meet(rotation.ways, 20, each)} | {20}
    guests = tuple(
        replace(each, sector="business" if each.id in strangers else "politics", organisation="", languages=("de",))
        for each in problem.guests
    )
    problem = replace(problem, guests=guests)
    new = (Guest(1001, "politics", "", ("de",)), Guest(1002, "business", "", ("de",)))
    handed = hand_over(problem, rotation, frozenset({20, 30}), new)
    assert handed.from_whom == {1002: 20, 1001: 30}
    upstairs = next(table for table in rotation.ways[30] if table not in rotation.ways[20])
    steps = tuple(replace(each, step_free=each.id != upstairs) for each in problem.tables)
    needs = (Guest(1001, step_free=True),)
    handed = hand_over(replace(problem, tables=steps), rotation, frozenset({30}), needs)
    assert handed.from_whom == {1001: 30}
    handed = hand_over(replace(problem, tables=steps), rotation, frozenset({30, 20}), needs)
    assert handed.from_whom == {1001: 20}


def test_hosts_partners_and_what_must_not_be() -> None:
    problem, rotation = standing(63, 8, 4)
    problem = replace(
        problem,
        together=frozenset({frozenset((1001, 30)), frozenset((1003, 1004))}),
        apart=frozenset({frozenset((1002, 31))}),
    )
    new = (Guest(1001), Guest(1002), Guest(1003), Guest(1004), Guest(1005, host_of=103))
    handed = hand_over(problem, rotation, frozenset({3, 40, 41}), new)
    assert handed.extra[1001] == rotation.ways[30]
    assert handed.taken[1005] == (103,) * 4
    assert handed.extra[1004] == handed.taken[1003]
    assert 3 not in handed.from_whom.values()
    after = then(rotation, frozenset({3, 40, 41}), handed)
    assert meet(after, 1002, 31) == 0
    assert handed.repeats == 0
    assert hand_over(problem, rotation, frozenset({3}), (Guest(1002),)).from_whom == {}  # a host's way is no guest's


def test_in_the_middle_of_the_day() -> None:
    problem, rotation = standing(64, 8, 5)
    handed = hand_over(problem, rotation, frozenset({30}), late(2), from_round=3)
    assert handed.taken[1001] == (NOWHERE, NOWHERE, NOWHERE, *rotation.ways[30][3:])
    assert handed.extra[1002][:3] == (NOWHERE,) * 3
    assert NOWHERE not in handed.extra[1002][3:]
    assert handed.repeats == repeats(then(rotation, frozenset({30}), handed)) == 1  # two tables always share somebody


def test_nobody_goes_where_a_table_is_closed() -> None:
    problem, rotation = standing(60, 8, 4)
    open_tables = tuple(each for each in problem.tables if each.id != 105)
    handed = hand_over(replace(problem, tables=open_tables), rotation, frozenset({20, 21}), late(4))
    assert not any(105 in way for way in (*handed.taken.values(), *handed.extra.values()))
    assert len(handed.taken) + len(handed.extra) == 4


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(st.integers(1, 60), max_size=12), st.integers(0, 14), st.integers(0, 3))
def test_whoever_comes_and_goes(gone: set[int], new: int, from_round: int) -> None:
    problem, rotation = standing(60, 8, 4)
    arrived = late(new)
    handed = hand_over(problem, rotation, frozenset(gone), arrived, from_round=from_round)
    everybody = [*handed.taken, *handed.extra, *handed.waiting]
    assert sorted(everybody) == [each.id for each in arrived]
    after = then(rotation, frozenset(gone), handed)
    assert repeats(after) == handed.repeats
    assert len(set(handed.from_whom.values())) == len(handed.from_whom)
    for number in range(from_round, 4):
        assert max(sizes(after, number).values(), default=0) <= 9
    for each in (*handed.taken.values(), *handed.extra.values()):
        assert [table == NOWHERE for table in each] == [number < from_round for number in range(4)]


@pytest.mark.parametrize("from_round", [0, 1, 3])
def test_a_table_closes_and_its_guests_alone_move(from_round: int) -> None:
    problem, rotation = standing(98, 15, 4)
    moved = close_table(problem, rotation, 103, from_round)
    affected = {guest for guest, way in rotation.ways.items() if 103 in way[from_round:]}
    assert moved.ways.keys() == affected
    assert 3 in affected  # its host
    after = {**rotation.ways, **moved.ways}
    for guest, way in after.items():
        for number, table in enumerate(way):
            before = rotation.ways[guest][number]
            assert table == before if number < from_round or before != 103 else table != 103
    assert repeats(after) == moved.repeats <= 1
    assert (moved.beyond_seats, moved.unseated) == (judged(problem, after).quality.beyond_seats, ())


def test_who_went_home_is_not_moved() -> None:
    problem, rotation = standing(98, 15, 4)
    here = replace(problem, guests=tuple(each for each in problem.guests if each.id != 18))
    moved = close_table(here, rotation, rotation.ways[18][1])
    assert moved.ways.keys() == {each for each, way in rotation.ways.items() if rotation.ways[18][1] in way} - {18}


def test_a_full_table_closes_with_ninth_chairs() -> None:
    problem, rotation = standing(120, 15, 3)
    moved = close_table(problem, rotation, 101)
    after = judged(problem, {**rotation.ways, **moved.ways})
    assert moved.beyond_seats == after.quality.beyond_seats == 24
    assert moved.repeats == after.repeats <= 8
    assert all(max(sizes(after.ways, number).values()) == 9 for number in range(3))


def test_who_stays_together_moves_together() -> None:
    problem, rotation = standing(90, 15, 4)
    ways = {**rotation.ways, 60: rotation.ways[61]}
    problem = replace(problem, together=frozenset({frozenset((60, 61))}))
    stands = judged(problem, ways)
    assert stands.quality.pairs_broken == 0
    moved = close_table(problem, stands, ways[61][1])
    assert moved.ways[60] == moved.ways[61]
    assert moved.ways[60] != ways[60]


def test_the_last_table_closes() -> None:
    problem = cafe(1, 1, 1)
    rotation = judged(problem, {1: (101,)})
    moved = close_table(problem, rotation, 101)
    assert (moved.unseated, moved.ways) == ((1,), {1: (NOWHERE,)})


def test_thin_tables() -> None:
    problem, rotation = standing(64, 8, 4)
    few = replace(problem, guests=tuple(each for each in problem.guests if rotation.ways[each.id][2] != 104
                                        or each.id in {4, 20}))  # fmt: skip
    assert Thin(104, 2, 1 + (rotation.ways[20][2] == 104)) in thin_tables(few, rotation)
    assert all(each.round == 2 for each in thin_tables(few, rotation, from_round=2) if each.table == 104)
    assert thin_tables(problem, rotation) == ()
    assert len(thin_tables(problem, rotation, least=9)) == 32


def test_a_table_with_few_people_gets_who_it_lacks_and_no_more() -> None:
    problem, rotation = standing(104, 13, 3)
    table = FIRST_TABLE + 8
    there = sorted(guest for guest, way in rotation.ways.items() if way[0] == table and len(set(way)) > 1)
    others = frozenset(guest for guest, way in rotation.ways.items() if way[0] == FIRST_TABLE and len(set(way)) > 1)
    gone = frozenset(there[:5]) | frozenset(sorted(others)[:3])
    strangers = tuple(Guest(id=1000 + number) for number in range(3))
    handed = hand_over(problem, rotation, gone, strangers)
    begin = [way[0] for way in handed.taken.values()]
    left = sum(way[0] == table for guest, way in rotation.ways.items() if guest not in gone)
    assert left < 4
    assert begin.count(table) >= 4 - left
    assert (handed.extra, handed.waiting, handed.repeats) == ({}, (), 0)
