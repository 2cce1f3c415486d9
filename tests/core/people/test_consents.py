"""What people agreed to: read from lists, kept, merged, exported, taken back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.history.of_person import history_of
from eventdesk.merging.actions import merge
from eventdesk.people import actions, records
from eventdesk.people.consent import Consent, consents_text, in_order, parse_consents
from eventdesk.people.exporting import people_table
from eventdesk.people.person import Person
from eventdesk.people.visits import add_visit, all_visits, forget_visits, visits_of
from eventdesk.tables.problems import CellError
from eventdesk.words import Words
from tests.core.people.lists import imported, listed, person

ALL = tuple(Consent)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", ()),
        ("contact", (Consent.CONTACT,)),
        ("Einladung, Kontakt", (Consent.CONTACT, Consent.INVITE)),
        ("Foto; Fotos;Bild", (Consent.PHOTO,)),
        ("KONTAKTDATEN, einladen, foto", ALL),
    ],
)
def test_words_for_consents(cell: str, expected: tuple[Consent, ...]):
    assert parse_consents(cell) == expected


@pytest.mark.parametrize("cell", ["ja", "yes", "contact, ja", "Datenschutz"])
def test_a_plain_yes_agrees_to_nothing(cell: str):
    with pytest.raises(CellError):
        parse_consents(cell)


@given(st.lists(st.sampled_from([*Consent, "other"])))
def test_consents_are_kept_in_one_order(given_: list[str]):
    assert in_order(given_) == tuple(each for each in Consent if each in given_)


def test_they_are_told_by_name():
    assert consents_text(Words("en"), "contact, invite") == "Contact may be passed on, May be invited next time"


def test_kept_exported_and_told(event: Event):
    who = actions.add(event, Person(0, "Elif", "Demirtaş", consents=(Consent.PHOTO,)))
    assert records.person(event.db, who.id) == who
    actions.edit(event, who.id, consents=(Consent.CONTACT, Consent.PHOTO))
    header, rows = people_table(event.db)
    assert rows[0][header.index("consents")] == "contact, photo"
    assert any(
        (each.field, each.before, each.after) == ("consents", "photo", "contact, photo")
        for happening in history_of(event.db, who.id)
        for step in happening.steps
        for each in step.fields
    )


def test_a_list_brings_them_and_a_wrong_word_costs_nobody_their_place(event: Event, tmp_path: Path):
    path = listed(tmp_path, "id;name;Einwilligungen", "1;Elif D;Kontakt", "2;Ali R;ja")
    result = imported(event, path, good_rows=True)
    assert [(each.column, each.value) for each in result.plan.problems] == [("Einwilligungen", "ja")]
    assert person(event, "Elif D").consents == (Consent.CONTACT,)
    ali = person(event, "Ali R")
    assert (ali.consents, ali.extra) == ((), {"Einwilligungen": "ja"})
    path = listed(tmp_path, "id;name;Einwilligungen", "1;Elif D;", "2;Ali R;Foto")
    imported(event, path)
    assert person(event, "Elif D").consents == ()
    assert (person(event, "Ali R").consents, person(event, "Ali R").extra) == ((Consent.PHOTO,), {})


def test_of_two_entries_both_count(event: Event):
    kept = actions.add(event, Person(0, "Elif", "D", consents=(Consent.INVITE,)))
    other = actions.add(event, Person(0, "Elif", "D", consents=(Consent.CONTACT,)))
    visit(event, other.id)
    after = merge(event, kept.id, other.id).after
    assert after.consents == (Consent.CONTACT, Consent.INVITE)
    assert records.person(event.db, kept.id) == after
    assert [each.title for each in visits_of(event.db, kept.id)] == ["3. Konferenz"]


def visit(event: Event, person: int, title: str = "3. Konferenz", day: str = "2016-03-05") -> None:
    with event.transact(Op.EDIT_PERSON, "x") as tx:
        add_visit(tx, person, title, day)


def test_visits_are_counted_only_of_those_who_may_be_invited(event: Event):
    may = actions.add(event, Person(0, "Elif", "D", consents=(Consent.INVITE,)))
    may_not = actions.add(event, Person(0, "Ali", "R", consents=(Consent.PHOTO,)))
    for each in (may, may_not):
        visit(event, each.id)
        visit(event, each.id, "2. Konferenz", "2015-03-07")
    assert [each.day for each in visits_of(event.db, may.id)] == ["2016-03-05", "2015-03-07"]
    assert all_visits(event.db) == {may.id: tuple(visits_of(event.db, may.id))}


def test_who_takes_the_invitation_back_is_not_remembered(event: Event):
    who = actions.add(event, Person(0, "Elif", "D", consents=ALL))
    visit(event, who.id)
    actions.edit(event, who.id, consents=(Consent.CONTACT,))
    assert visits_of(event.db, who.id) == []
    event.undo()
    assert len(visits_of(event.db, who.id)) == 1
    with event.transact(Op.EDIT_PERSON, "x") as tx:
        assert forget_visits(tx, who.id) == 1
