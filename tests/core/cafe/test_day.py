"""The day: no-shows and late arrivals, a table that closes, the clock of the rounds, and who is in the house."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.cafe import actions_day, planning, records
from eventdesk.cafe.actions_day import (
    begin_round,
    close_table,
    end_round,
    give_back,
    hand_over,
    join,
    reopen_table,
    shift_round,
)
from eventdesk.cafe.actions_ways import clear_ways
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.outcome import Joined, NoWay
from eventdesk.cafe_day import CafeDay, cafe_day
from eventdesk.checkin.actions import check_in
from eventdesk.checkin.point import PointKind
from eventdesk.checkin.points import add_points
from eventdesk.checkin.scan import Direction
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone
from eventdesk.merging.actions import merge
from eventdesk.people import actions as people
from eventdesk.people.person import Person
from tests.clock import FakeClock
from tests.core.cafe.cafes import meetings, seated, tables_of, who


def late(event: Event, *names: str) -> list[int]:
    """Add people who were not on the list."""
    return [people.add(event, Person(0, given_name=name, languages=("Deutsch",))).id for name in names]


def cards(cafe: Cafe) -> dict[int, dict[int, int]]:
    """Return the tables of everybody, by person and round."""
    return {person: dict(way.tables) for person, way in cafe.way_of.items()}


def test_late_arrivals_take_the_cards_of_who_did_not_come(party: Event, cafe: Cafe):
    gone = [who(cafe, name) for name in ("Elif", "Nour", "Kim")]
    came = late(party, "Olga", "Pia")
    now = records.read_cafe(party.db)
    done = hand_over(party, now, gone, planning.handed(now, gone, came))
    after = records.read_cafe(party.db)
    assert set(done.taken) == set(came)
    assert done.repeats == meetings(after) == 0
    free = set(gone) - set(done.taken.values())
    assert sorted(done.left) == sorted(cafe.way_of[each].number for each in free)
    for person, whose in done.taken.items():
        card = after.way_of[person]
        assert card.tables in [way.tables for way in cafe.itineraries]
        assert whose is None or card == type(card)(
            cafe.way_of[whose].id, cafe.way_of[whose].number, person, card.tables
        )
    others = set(cafe.way_of) - set(gone)
    assert {each: cards(after)[each] for each in others} == {each: cards(cafe)[each] for each in others}
    party.undo()
    assert cards(records.read_cafe(party.db)) == cards(cafe)
    assert all(party.verify().values())


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(missing=st.sets(st.integers(4, 13), max_size=6), number=st.integers(0, 8), rounds_over=st.integers(0, 2))
def test_whoever_is_missing_or_late_nobody_elses_card_changes(
    party: Event, missing: set[int], number: int, rounds_over: int
):
    before, cafe = records.read_cafe(party.db), seated(party)
    start = party.journal(1)[0].part_of or party.journal(1)[0].eid
    for each in cafe.rounds[:rounds_over]:
        begin_round(party, each.id)
        end_round(party, each.id)
    in_order = sorted(cafe.guests.values(), key=lambda guest: guest.order)
    gone = [in_order[each].id for each in missing]
    came = late(party, *(f"Spät {each}" for each in range(number)))
    now = records.read_cafe(party.db)
    done = hand_over(party, now, gone, planning.handed(now, gone, came))
    after = records.read_cafe(party.db)
    stay = set(cafe.way_of) - set(gone)
    assert {each: cards(after)[each] for each in stay} == {each: cards(cafe)[each] for each in stay}
    assert {*done.taken, *done.extra, *done.waiting} == set(came)
    assert {*done.taken, *done.extra} | stay == set(after.way_of)
    assert done.repeats == meetings(after)
    for person in (*done.taken, *done.extra):
        assert set(after.way_of[person].tables) == {each.id for each in cafe.rounds[rounds_over:]}
    numbers = [way.number for way in after.itineraries]
    assert len(numbers) == len(set(numbers))
    while (first := party.entry(start)) is not None and not first.undone:
        assert isinstance(party.undo(), Undone)
    assert records.read_cafe(party.db) == before


def test_a_table_that_closes_makes_room_for_those_who_are_there(party: Event, cafe: Cafe):
    table = cafe.tables[0].id
    present = frozenset(cafe.way_of) - set(cafe.at(cafe.rounds[0].id, cafe.tables[1].id))
    found = planning.reseated(cafe, table, 1, present)
    assert found.ways.keys() == planning.reseated(cafe, table, 1).ways.keys(), "who is absent gets a seat, too"
    done = close_table(party, cafe, table, 1, found)
    after = records.read_cafe(party.db)
    assert found.repeats == after.repeats_of(present) - cafe.repeats_of(present)
    assert after.repeats_of(present) <= after.repeats == done.moved.repeats
    seats = {each.id: each.seats for each in cafe.tables}
    beyond = sum(max(0, len(present.intersection(people)) - seats[place[1]]) for place, people in after.seated.items())
    assert found.beyond_seats == beyond
    assert after.repeats_of(None) == meetings(after)


def test_whom_nobody_can_meet_costs_nothing(party: Event, cafe: Cafe):
    first, person = cafe.rounds[0].id, who(cafe, "Elif")
    places = {each.id: set(cafe.at(first, each.id)) for each in cafe.tables}
    prices = {table: planning.price_of(cafe, person, first, table) for table in places}
    table, costs = next((table, found) for table, found in prices.items() if found.meets_again)
    present = frozenset(cafe.way_of) - set(costs.meets_again)
    assert planning.price_of(cafe, person, first, table, present).meets_again == ()


def test_a_clock_that_stands_still_goes_on_where_it_stood(party: Event, cafe: Cafe, clock: FakeClock):
    first = cafe.rounds[0]
    assert actions_day.pause_round(party, first.id).eid is None, "it has not begun"
    begin_round(party, first.id)
    clock.advance(minutes=5)
    stands = party.now()
    assert actions_day.pause_round(party, first.id).eid is not None
    assert actions_day.pause_round(party, first.id).eid is None
    clock.advance(minutes=7)
    assert records.rounds(party.db)[0].stands == stands
    actions_day.go_on_round(party, first.id)
    (now, *_) = records.rounds(party.db)
    assert (now.stands, now.due) == (None, party.now() + timedelta(minutes=first.minutes - 5))
    assert actions_day.go_on_round(party, first.id).eid is None
    actions_day.pause_round(party, first.id)
    end_round(party, first.id)
    assert records.rounds(party.db)[0].stands is None


def test_when_no_card_is_left_chairs_are_put_to_tables(party: Event, cafe: Cafe):
    came = late(party, "Olga", "Pia", "Quirin", "Ria", "Sam")
    now = records.read_cafe(party.db)
    done = hand_over(party, now, (), planning.handed(now, (), came))
    after = records.read_cafe(party.db)
    assert {*done.taken, *done.extra, *done.waiting} == set(came)
    assert len(done.taken) == 2, "the design had two ways to spare"
    assert done.repeats == meetings(after)
    assert {each: cards(after)[each] for each in cafe.way_of} == cards(cafe)


def test_what_somebody_took_meanwhile_is_not_taken_twice(party: Event, cafe: Cafe):
    gone, came = [who(cafe, "Elif")], late(party, "Olga")
    now = records.read_cafe(party.db)
    planned = planning.handed(now, gone, came)
    hand_over(party, now, gone, planned)
    with pytest.raises(KnownError) as caught:
        hand_over(party, now, gone, planned)
    assert caught.value.fault is Fault.GONE


def test_a_card_is_given_back_and_taken_by_who_joins(party: Event, cafe: Cafe):
    elif_ = who(cafe, "Elif")
    given = give_back(party, elif_)
    assert given.itinerary == cafe.way_of[elif_]
    assert give_back(party, elif_).eid is None
    now = records.read_cafe(party.db)
    assert len(now.free) == 3
    (olga,) = late(party, "Olga")
    now = records.read_cafe(party.db)
    joined = join(party, now, olga)
    assert isinstance(joined, Joined)
    assert (joined.extra, joined.repeats) == (False, 0)
    assert joined.itinerary.id in {way.id for way in now.free}
    again = join(party, records.read_cafe(party.db), olga)
    assert isinstance(again, Joined)
    assert again.eid is None
    with pytest.raises(KnownError):
        join(party, now, 4711)


def test_where_there_is_no_table_nobody_joins(party: Event):
    cafe = records.read_cafe(party.db)
    for table in cafe.tables:
        actions_day.close_table(party, cafe, table.id, 1, planning.reseated(cafe, table.id, 1))
        cafe = records.read_cafe(party.db)
    assert join(party, cafe, who(cafe, "Elif")) == NoWay(who(cafe, "Elif"))


def test_a_table_closes_and_only_its_guests_sit_elsewhere(party: Event, cafe: Cafe):
    table = cafe.tables[3]
    there = {person for person, way in cafe.way_of.items() if table.id in [*way.tables.values()][1:]}
    done = close_table(party, cafe, table.id, 2, planning.reseated(cafe, table.id, 2))
    after = records.read_cafe(party.db)
    assert {*done.moved.people} == there
    assert who(cafe, "Dana") in there, "the host is a guest from then on"
    assert tables_of(after, "Dana")[0] == "Tisch 4"
    assert all(not after.at(each.id, table.id) for each in after.rounds[1:])
    assert after.at(after.rounds[0].id, table.id) == cafe.at(cafe.rounds[0].id, table.id)
    assert done.moved.repeats == meetings(after)
    untouched = set(cafe.way_of) - there
    assert {each: cards(after)[each] for each in untouched} == {each: cards(cafe)[each] for each in untouched}
    assert all(table.id not in [*way.tables.values()][1:] for way in after.free)
    assert after.table_of[table.id].closed_from == 2
    reopen_table(party, table.id)
    assert reopen_table(party, table.id).eid is None
    party.undo()
    party.undo()
    assert records.read_cafe(party.db) == cafe


def test_thin_tables_are_found_by_who_is_there(party: Event, cafe: Cafe):
    at_first = cafe.at(cafe.rounds[0].id, cafe.tables[0].id)
    present = frozenset(cafe.way_of) - {*at_first[1:]}
    assert (cafe.tables[0].id, 0) in {(thin.table, thin.round) for thin in planning.thin_tables(cafe, present, least=2)}
    assert planning.thin_tables(cafe, least=2) == ()


def test_the_clock_of_the_rounds(party: Event, cafe: Cafe, clock: FakeClock):
    first, second, _ = cafe.rounds
    begin_round(party, first.id)
    on = records.read_cafe(party.db).on
    assert on is not None
    assert (on.id, on.began, on.due) == (first.id, clock(), clock() + timedelta(minutes=20))
    assert begin_round(party, first.id).eid is None
    clock.advance(minutes=5)
    shift_round(party, first.id, timedelta(minutes=5))
    moved = records.read_cafe(party.db).on
    assert moved is not None
    assert moved.due == clock() + timedelta(minutes=20)
    clock.advance(minutes=20)
    assert begin_round(party, second.id).ended == first.id
    after = records.read_cafe(party.db)
    assert (after.on, after.next, planning.over(after)) == (after.rounds[1], after.rounds[2], 1)
    end_round(party, second.id)
    assert end_round(party, second.id).eid is None
    assert shift_round(party, second.id, timedelta(minutes=1)).eid is None
    assert records.read_cafe(party.db).on is None
    begin_round(party, first.id)
    assert records.read_cafe(party.db).rounds[0].is_on


def test_who_comes_after_a_round_sits_from_the_next_one_on(party: Event, cafe: Cafe):
    begin_round(party, cafe.rounds[0].id)
    end_round(party, cafe.rounds[0].id)
    gone, came = [who(cafe, "Elif")], late(party, "Olga")
    now = records.read_cafe(party.db)
    hand_over(party, now, gone, planning.handed(now, gone, came))
    after = records.read_cafe(party.db)
    first, *others = tables_of(after, "Olga")
    assert first == "–"
    assert "–" not in others


def test_who_is_in_the_house(party: Event, cafe: Cafe):
    assert cafe_day(party, cafe) == CafeDay()
    (point, *_) = add_points(party, ["Eingang Nord"], PointKind.ENTRANCE)
    (olga,) = late(party, "Olga")
    cafe = records.read_cafe(party.db)
    for name in ("Anna", "Elif", "Olga"):
        check_in(party, cafe.guests[who(cafe, name)].code, point)
    check_in(party, cafe.guests[who(cafe, "Elif")].code, point, direction=Direction.OUT)
    day = cafe_day(party, cafe)
    assert day.is_day
    assert day.present == frozenset({who(cafe, "Anna"), olga})
    assert [guest.id for guest in day.late] == [olga]
    assert len(day.absent) == 13
    gone, came = planning.gone_and_late(cafe, day.present or frozenset())
    assert came == (olga,)
    assert gone == {guest.id for guest in day.absent} - set(cafe.hosted_by), "a host's table needs a host"
    assert {guest.id for guest in planning.problem_of(cafe, day.present).guests} == day.present


def test_two_entries_of_one_person_become_one_card(party: Event, cafe: Cafe):
    (twin,) = late(party, "Elif")
    elif_ = who(cafe, "Elif G")
    merge(party, twin, elif_)
    after = records.read_cafe(party.db)
    assert after.way_of[twin].tables == cafe.way_of[elif_].tables
    party.undo()
    now = records.read_cafe(party.db)
    assert isinstance(join(party, now, twin), Joined)
    merge(party, twin, elif_)
    after = records.read_cafe(party.db)
    assert cafe.way_of[elif_].id in {way.id for way in after.free}, "nobody needs two cards"
    assert all(party.verify().values())


def test_no_cards_at_all_is_no_fault(party: Event, cafe: Cafe):
    clear_ways(party)
    empty = records.read_cafe(party.db)
    assert planning.gone_and_late(empty, frozenset()) == (frozenset(), ())
    assert planning.thin_tables(empty) == ()
    assert planning.rotation_of(empty).ways == {}
