"""Another number of tables and rounds, tried before anything is written, and what is said about it."""

from dataclasses import replace

import pytest

from eventdesk.cafe import actions, planning, records
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.rotation.types import Advice, Option
from eventdesk.cafe.sizing import fitting_tables, with_size
from eventdesk.cafe.table import CafeTable
from eventdesk.event import Event
from eventdesk.words import Words
from eventdesk.words.cafe import advice_text, repeats_text, table_text

ENGLISH = Words("en")


def test_more_tables_and_rounds_are_like_the_last(party: Event):
    cafe = records.read_cafe(party.db)
    sized = with_size(cafe, 6, 5)
    assert [table.name for table in sized.tables] == [f"Tisch {number}" for number in range(1, 7)]
    assert [table.ref for table in sized.tables] == [f"T{number}" for number in range(1, 7)]
    assert [each.minutes for each in sized.rounds] == [20, 20, 15, 15, 15]
    assert (sized.tables[:4], sized.rounds[:3]) == (cafe.tables, cafe.rounds)
    assert [table.id for table in sized.tables[4:]] == [-5, -6]
    assert [each.id for each in sized.rounds[3:]] == [-4, -5]
    assert with_size(cafe) == cafe


def test_fewer_are_the_first_of_them(party: Event):
    sized = with_size(records.read_cafe(party.db), 2, 1)
    assert [table.name for table in sized.tables] == ["Tisch 1", "Tisch 2"]
    assert [each.number for each in sized.rounds] == [1]


@pytest.mark.parametrize(("people", "rounds", "tables"), [(120, 6, 15), (120, 16, 16), (0, 3, 1), (5, 1, 1)])
def test_so_many_tables_suit(people: int, rounds: int, tables: int):
    assert fitting_tables(people, rounds) == tables


def test_what_is_missing_is_written_in_one_entry(party: Event):
    cafe = records.read_cafe(party.db)
    length = party.journal_length()
    done = actions.furnish(party, with_size(cafe, 5, 4))
    assert (set(done.tables), done.rounds) == ({-5}, 1)
    after = records.read_cafe(party.db)
    assert after.tables[4].id == done.tables[-5]
    assert (after.tables[4].name, after.rounds[3].number) == ("Tisch 5", 4)
    assert party.journal_length() == length + 1
    assert actions.furnish(party, after).eid is None
    party.undo()
    assert records.read_cafe(party.db) == cafe


def test_a_host_who_is_not_on_the_list_takes_a_seat(party: Event):
    actions.add_tables(party, [CafeTable(0, "", "A", 8, "Frau Kaya"), CafeTable(0, "", "B", 8)])
    asked = planning.problem_of(records.read_cafe(party.db))
    assert [table.seats for table in asked.tables] == [4, 4, 4, 4, 7, 8]


def test_a_table_without_its_host_is_known(party: Event, cafe: Cafe):
    assert planning.without_host(cafe) == ()
    host = cafe.host_at[cafe.tables[0].id].id
    gone = tuple(way if way.person != host else replace(way, person=None) for way in cafe.itineraries)
    assert planning.without_host(replace(cafe, itineraries=gone)) == (cafe.tables[0],)


def test_advice_in_words():
    fifteen, sixteen = Option(15, 6, 17, 8, 8), Option(16, 16, 16, 7, 8)
    assert advice_text(ENGLISH, Advice(120, 15, 6, fifteen, True, (sixteen,))) == (
        "15 tables with 8 people each: nobody meets anybody twice in up to 6 rounds."
    )
    assert advice_text(ENGLISH, Advice(120, 15, 7, fifteen, False, (sixteen,))) == (
        "15 tables with 8 people each: nobody meets anybody twice in up to 6 rounds. "
        "With 16 tables (7–8 people each) that is so in up to 16 rounds."
    )
    alone = Option(1, 1, 1, 120, 120)
    assert advice_text(ENGLISH, Advice(120, 1, 3, alone, False, ())) == (
        "One table with 120 people: from the second round on some people meet again."
    )


def test_names_and_counts_in_words():
    assert [table_text(ENGLISH, name) for name in ("7", "B 2", "Tisch 7", "Wohnen")] == [
        "Table 7",
        "Table B 2",
        "Tisch 7",
        "Wohnen",
    ]
    assert [repeats_text(ENGLISH, number) for number in (0, 1, 5)] == [
        "Nobody meets anybody twice.",
        "Two people meet again.",
        "5 times two people meet again.",
    ]
