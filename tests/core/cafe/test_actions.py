"""Tables, rounds, pairs and who is left out: changed, told no to, undone."""

import pytest

from eventdesk.cafe import actions, records
from eventdesk.cafe.actions_day import begin_round
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.outcome import Done
from eventdesk.cafe.pair import PairKind
from eventdesk.cafe.planning import problem_of
from eventdesk.cafe.round import CafeRound, RoundWanted
from eventdesk.cafe.table import CafeTable
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone
from eventdesk.people import actions as people
from eventdesk.people.person import Status
from tests.core.cafe.cafes import who


def test_tables_are_added_changed_and_removed(party: Event):
    before = records.tables(party.db)
    added = actions.add_table(party, CafeTable(0, "", "Garten", 6, question="Was wächst hier?", step_free=False))
    assert added.ref == "T5"
    assert records.tables(party.db) == [*before, added]
    assert actions.change_table(party, added.id, seats=6) == Done()
    assert actions.change_table(party, added.id, seats=8, language="Türkisch").tables == (added.id,)
    assert records.tables(party.db)[-1].language == "Türkisch"
    actions.remove_table(party, added.id)
    assert records.tables(party.db) == before
    for _ in range(3):
        assert isinstance(party.undo(), Undone)
    assert records.tables(party.db) == before
    assert all(party.verify().values())


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        (CafeTable(0, "", " ", 8), Fault.NO_TABLE_NAME),
        (CafeTable(0, "", "Garten", 0), Fault.BAD_SEATS),
        (CafeTable(0, "T2", "Garten", 8), Fault.NUMBER_TAKEN),
    ],
)
def test_a_table_that_cannot_be_is_refused(party: Event, table: CafeTable, fault: Fault):
    with pytest.raises(KnownError) as caught:
        actions.add_table(party, table)
    assert caught.value.fault is fault
    assert len(records.tables(party.db)) == 4


def test_a_table_that_is_gone_cannot_be_changed(party: Event):
    with pytest.raises(KnownError) as caught:
        actions.change_table(party, 12345, seats=4)
    assert caught.value.fault is Fault.GONE


def test_a_table_goes_with_its_seats(party: Event, cafe: Cafe):
    table = cafe.tables[3]
    actions.remove_table(party, table.id)
    after = records.read_cafe(party.db)
    assert all(table.id not in way.tables.values() for way in after.itineraries)
    assert len(after.itineraries) == len(cafe.itineraries)
    party.undo()
    assert records.read_cafe(party.db) == cafe


def test_rounds_are_set_and_keep_their_rows(party: Event, cafe: Cafe):
    wanted = [RoundWanted(each.minutes, each.question, each.starts) for each in cafe.rounds]
    assert actions.set_rounds(party, wanted) == Done()
    actions.set_rounds(party, [RoundWanted(10), *wanted[1:], RoundWanted(5, "  Was noch? ")])
    rounds = records.rounds(party.db)
    assert [each.id for each in rounds[:3]] == [each.id for each in cafe.rounds]
    assert [each.number for each in rounds] == [1, 2, 3, 4]
    assert rounds[0] == CafeRound(cafe.rounds[0].id, 1, 10)
    assert rounds[3].question == "Was noch?"
    actions.set_rounds(party, wanted[:1])
    after = records.read_cafe(party.db)
    assert [len(way.tables) for way in after.itineraries] == [1] * len(cafe.itineraries)
    party.undo()
    party.undo()
    assert records.read_cafe(party.db) == cafe


@pytest.mark.parametrize(
    ("rounds", "fault"),
    [
        ([RoundWanted(0)], Fault.BAD_MINUTES),
        ([RoundWanted(5)] * 51, Fault.BAD_ROUNDS),
        ([RoundWanted(5, "", "13 Uhr")], Fault.BAD_TIME),
    ],
)
def test_rounds_that_cannot_be_are_refused(party: Event, rounds: list[RoundWanted], fault: Fault):
    with pytest.raises(KnownError) as caught:
        actions.set_rounds(party, rounds)
    assert caught.value.fault is fault


def test_a_round_that_has_begun_stays(party: Event, cafe: Cafe):
    begin_round(party, cafe.rounds[1].id)
    with pytest.raises(KnownError) as caught:
        actions.set_rounds(party, [RoundWanted(20)])
    assert caught.value.fault is Fault.ROUND_TOOK_PLACE


def test_two_people_are_wanted_together_apart_or_neither(party: Event, cafe: Cafe):
    anna, elif_ = who(cafe, "Anna"), who(cafe, "Elif")
    assert actions.set_pair(party, anna, elif_, PairKind.TOGETHER).people == (anna, elif_)
    assert actions.set_pair(party, elif_, anna, PairKind.TOGETHER) == Done()
    asked = problem_of(records.read_cafe(party.db))
    assert (asked.together, asked.apart) == (frozenset({frozenset((anna, elif_))}), frozenset())
    actions.set_pair(party, elif_, anna, PairKind.APART)
    assert [pair.kind for pair in records.pairs(party.db)] == [PairKind.APART]
    actions.set_pair(party, elif_, anna, None)
    assert actions.set_pair(party, anna, elif_, None) == Done()
    assert records.pairs(party.db) == []
    with pytest.raises(KnownError):
        actions.set_pair(party, anna, anna, PairKind.APART)


def test_who_has_cancelled_is_not_seated_and_comes_back(party: Event, cafe: Cafe):
    elif_ = who(cafe, "Elif")
    people.cancel(party, elif_)
    without = records.read_cafe(party.db)
    assert elif_ not in without.guests
    assert elif_ not in without.way_of
    assert len(without.free) == len(cafe.free) + 1
    people.edit(party, elif_, status=Status.REGISTERED)
    assert records.read_cafe(party.db) == cafe


def test_people_of_some_roles_are_left_out(party: Event):
    cafe = records.read_cafe(party.db)
    people.edit(party, who(cafe, "Nour"), roles=("press",))
    actions.leave_out(party, ["press", "helper"])
    assert actions.leave_out(party, ["helper", "press"]) == Done()
    after = records.read_cafe(party.db)
    assert after.left_out == ("helper", "press")
    assert who(after, "Nour") not in {guest.id for guest in problem_of(after).guests}
    assert len(after.without_way) == 13
    actions.leave_out(party, [])
    assert len(records.read_cafe(party.db).without_way) == 14
