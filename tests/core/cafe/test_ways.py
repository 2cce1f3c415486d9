"""Ways through the tables: a suggestion taken over, people moved and swapped, cards printed; all of it undone."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.cafe import actions_ways, planning, records
from eventdesk.cafe.actions_ways import apply_rotation, clear_ways, keep_printed, move, swap
from eventdesk.cafe.cafe import Cafe
from eventdesk.event import Event, Undone
from eventdesk.people import actions as people
from tests.clock import FakeClock
from tests.core.cafe.cafes import meetings, rotation, tables_of, who


def test_everybody_gets_their_way_and_one_undo_takes_all_back(party: Event):
    before = records.read_cafe(party.db)
    done = apply_rotation(party, before, rotation(before))
    cafe = records.read_cafe(party.db)
    assert len(done.changed) == len(cafe.way_of) == 14
    assert planning.rotation_of(cafe).ways == rotation(before).ways
    assert (cafe.repeats, meetings(cafe)) == (0, 0)
    assert [way.number for way in cafe.itineraries] == list(range(1, 17))
    assert len(cafe.free) == 2
    assert cafe.plan is not None
    assert (cafe.plan.way, cafe.plan.seed, cafe.plan.milliseconds) == ("design", 7, 250)
    assert all(party.verify().values())
    assert isinstance(party.undo(), Undone)
    assert records.read_cafe(party.db) == before


def test_the_same_again_writes_nothing(party: Event, cafe: Cafe):
    length = party.journal_length()
    again = apply_rotation(party, cafe, rotation(cafe))
    assert (again.eid, again.changed, again.same) == (None, (), 14)
    assert party.journal_length() == length
    assert records.read_cafe(party.db) == cafe


def test_who_stays_keeps_the_number_and_who_is_gone_has_no_card(party: Event, cafe: Cafe):
    gone = frozenset({who(cafe, "Elif")})
    turned = rotation(cafe, without=gone)
    turned = type(turned)(
        turned.way, {each: way[::-1] for each, way in turned.ways.items()}, 0, 0, (), 1, 0.1, turned.quality
    )
    done = apply_rotation(party, cafe, turned)
    after = records.read_cafe(party.db)
    assert set(after.way_of) == set(cafe.way_of) - gone
    assert all(after.way_of[each].number == cafe.way_of[each].number for each in after.way_of)
    assert planning.rotation_of(after).ways == turned.ways
    assert not after.free
    assert who(cafe, "Elif") in done.changed
    assert done.same == 4, "hosts sit where they sat"


def test_who_is_gone_since_is_left_out(party: Event):
    cafe = records.read_cafe(party.db)
    found = rotation(cafe)
    people.cancel(party, who(cafe, "Elif"))
    done = apply_rotation(party, cafe, found)
    assert done.left_out == (who(cafe, "Elif"),)
    assert len(records.read_cafe(party.db).way_of) == 13


def test_all_ways_are_taken_away(party: Event, cafe: Cafe):
    assert len(clear_ways(party).people) == 14
    assert records.read_cafe(party.db).itineraries == ()
    assert clear_ways(party).eid is None
    party.undo()
    assert records.read_cafe(party.db) == cafe


def test_somebody_sits_elsewhere_and_it_is_counted_who_meets_again(party: Event, cafe: Cafe):
    nour, second = who(cafe, "Nour"), cafe.rounds[1]
    target = next(table for table in cafe.tables if table.name not in tables_of(cafe, "Nour"))
    expected = planning.price_of(cafe, nour, second.id, target.id)
    done = move(party, nour, second.id, target.id)
    after = records.read_cafe(party.db)
    assert tables_of(after, "Nour")[1] == target.name
    assert done.repeats == after.repeats == meetings(after) == len(expected.meets_again)
    assert move(party, nour, second.id, target.id).eid is None
    move(party, nour, second.id, None)
    assert tables_of(records.read_cafe(party.db), "Nour")[1] == "–"
    party.undo()
    party.undo()
    assert records.read_cafe(party.db) == cafe


def test_who_has_no_way_gets_one_by_moving(party: Event):
    cafe = records.read_cafe(party.db)
    move(party, who(cafe, "Elif"), cafe.rounds[0].id, cafe.tables[2].id)
    after = records.read_cafe(party.db)
    assert tables_of(after, "Elif") == ["Tisch 3", "–", "–"]
    assert after.way_of[who(after, "Elif")].number == 1


def test_two_people_change_cards(party: Event, cafe: Cafe):
    before = tables_of(cafe, "Elif"), tables_of(cafe, "Nour")
    done = swap(party, who(cafe, "Elif"), who(cafe, "Nour"))
    after = records.read_cafe(party.db)
    assert (tables_of(after, "Nour"), tables_of(after, "Elif")) == before
    assert done.repeats == 0
    assert set(done.people) == {who(cafe, "Elif"), who(cafe, "Nour")}
    party.undo()
    swap(party, who(cafe, "Elif"), who(cafe, "Nour"), [cafe.rounds[0].id])
    after = records.read_cafe(party.db)
    assert tables_of(after, "Elif") == [before[1][0], *before[0][1:]]


def test_printed_cards_are_noted(party: Event, cafe: Cafe, clock: FakeClock):
    assert not cafe.is_printed
    assert keep_printed(party).eid is not None
    assert records.read_cafe(party.db).is_printed
    assert keep_printed(party).eid is None
    clock.advance(minutes=1)
    apply_rotation(party, cafe, rotation(cafe, without=frozenset({who(cafe, "Elif")})))
    assert not records.read_cafe(party.db).is_printed


def test_cards_made_by_hand_can_be_printed_too(party: Event):
    cafe = records.read_cafe(party.db)
    assert keep_printed(party).eid is None
    move(party, who(cafe, "Elif"), cafe.rounds[0].id, cafe.tables[0].id)
    keep_printed(party)
    plan = records.read_cafe(party.db).plan
    assert plan is not None
    assert (plan.way, plan.printed) == ("by_hand", True)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 13), st.integers(0, 2), st.integers(0, 4)), max_size=6))
def test_any_moves_are_counted_rightly_and_can_be_undone(party: Event, moves: list[tuple[int, int, int]]):
    actions_ways.clear_ways(party)
    empty = records.read_cafe(party.db)
    apply_rotation(party, empty, rotation(empty))
    start = cafe = records.read_cafe(party.db)
    guests, done = sorted(cafe.guests), 0
    for guest, number, table in moves:
        to = None if table == 4 else cafe.tables[table].id
        moved = move(party, guests[guest], cafe.rounds[number].id, to)
        cafe = records.read_cafe(party.db)
        assert moved.repeats == cafe.repeats == meetings(cafe)
        done += moved.eid is not None
    for _ in range(done):
        assert isinstance(party.undo(), Undone)
    assert records.read_cafe(party.db) == start
