"""Somebody comes who is not on the list."""

import pytest

from eventdesk.checkin import actions
from eventdesk.checkin.duplicates import MOST
from eventdesk.checkin.verdict import Accepted, Refused
from eventdesk.codes import Fault, Op, Outcome
from eventdesk.errors import KnownError
from eventdesk.event import Changes, Undone
from eventdesk.people import records as people
from eventdesk.people.code import is_code
from eventdesk.people.exporting import export_people
from eventdesk.people.importing import import_people
from eventdesk.people.person import Origin
from tests.core.checkin.desk import Desk


def test_a_name_is_enough(desk: Desk):
    added = actions.walk_in(desk.event, "Maria von der Heide", point=desk.point)
    assert (added.person.given_name, added.person.family_name) == ("Maria", "von der Heide")
    assert added.person.origin is Origin.WALK_IN
    assert is_code(added.person.code)
    assert isinstance(added.verdict, Accepted)
    assert added.verdict.person == added.person
    assert people.person(desk.event.db, added.person.id) == added.person
    assert (desk.counts().inside, desk.counts().expected) == (1, 1)


@pytest.mark.parametrize(
    ("typed", "given", "family"),
    [
        ("Elif Demirtaş", "Elif", "Demirtaş"),
        ("  Elif \t Demirtaş\n", "Elif", "Demirtaş"),
        ("Demirtaş, Elif", "Elif", "Demirtaş"),
        ("Fatima", "Fatima", ""),
        ("Jose\u0301 Garci\u0301a", "José", "García"),
        ("Ahmad al Masri", "Ahmad", "al Masri"),
        ("\u202eElif\u202c Demirtaş", "Elif", "Demirtaş"),
        ("Оксана Нечипоренко", "Оксана", "Нечипоренко"),
    ],
)
def test_names_are_split(desk: Desk, typed, given, family):
    person = actions.walk_in(desk.event, typed, point=desk.point).person
    assert (person.given_name, person.family_name) == (given, family)


def test_a_name_in_two_fields_is_not_split(desk: Desk):
    person = actions.walk_in(desk.event, "Maria José", "", point=desk.point).person
    assert (person.given_name, person.family_name) == ("Maria José", "")


def test_organisation_and_roles(desk: Desk):
    person = actions.walk_in(
        desk.event, "Anke", "Schröder", " Stadt  Peine ", ["Aussteller:in", "press", "press", " "], point=desk.point
    ).person
    assert person.organisation == "Stadt Peine"
    assert person.roles == ("exhibitor", "press")


@pytest.mark.parametrize("name", ["", "  ", "\u200b\n"])
def test_without_a_name_nobody_is_added(desk: Desk, name):
    with pytest.raises(KnownError) as caught:
        actions.walk_in(desk.event, name, point=desk.point)
    assert caught.value.fault is Fault.NO_NAME
    assert desk.counts().expected == 0


def test_person_and_check_in_are_one_commit_and_one_undo(desk: Desk):
    heard: list[Changes] = []
    desk.event.changed.append(heard.append)
    added = actions.walk_in(desk.event, "Elif Demirtaş", point=desk.point)
    assert len(heard) == 1
    assert heard[0].kinds == {"person", "scan"}
    assert [entry.op for entry in desk.event.journal(2)] == [Op.CHECK_IN, Op.WALK_IN]
    undone = actions.undo_scan(desk.event, added.verdict.eid)
    assert isinstance(undone, Undone)
    assert people.count(desk.event.db) == 0
    assert (desk.counts().inside, desk.counts().expected, desk.scans()) == (0, 0, 0)
    assert desk.event.verify() == dict.fromkeys(desk.event.verify(), True)


def test_undo_by_the_entry_of_the_person(desk: Desk):
    added = actions.walk_in(desk.event, "Elif Demirtaş", point=desk.point)
    assert isinstance(actions.undo_scan(desk.event, added.eid), Undone)
    assert desk.counts().expected == 0


def test_a_full_house_refuses_but_the_person_stays_on_the_list(desk: Desk):
    desk.point = desk.change(desk.point, capacity=0)
    added = actions.walk_in(desk.event, "Elif Demirtaş", point=desk.point)
    assert isinstance(added.verdict, Refused)
    assert added.verdict.code is Outcome.FULL
    assert [entry.op for entry in desk.event.journal(2)] == [Op.REFUSED_SCAN, Op.WALK_IN]
    admitted = actions.check_in_person(desk.event, added.person.id, desk.point, forced=True)
    assert isinstance(admitted, Accepted)
    assert admitted.forced


def test_time_and_guide(desk: Desk):
    at = desk.ago(hours=1)
    added = actions.walk_in(desk.event, "Elif Demirtaş", point=desk.point, at=at, where=lambda _: ["Saal 3A"])
    assert (added.verdict.at, added.verdict.where) == (at, ("Saal 3A",))


class TestPossibleDuplicates:
    @pytest.mark.parametrize(
        ("typed", "known"),
        [
            ("Elif Demirtaş", "Elif Demirtaş"),
            ("elif demirtas", "Elif Demirtaş"),
            ("Demirtaş Elif", "Elif Demirtaş"),
            ("Joern Mueller", "Jörn Müller"),
            ("Jorn Muller", "Jörn Müller"),
            ("Mohamed Hasan", "Mohammed Hassan"),
            ("Mohamed Hasan", "Mohammed Ali Hassan"),
            ("Anke Schroeter", "Anke Schröder"),
            ("Oksana Shevchenko", "Оксана Шевченко"),
            ("Fatima", "Fatima"),
        ],
    )
    def test_are_pointed_out(self, desk: Desk, typed, known):
        twin = desk.person(known)
        desk.person("Jan Kowalski")
        added = actions.walk_in(desk.event, typed, point=desk.point)
        assert added.possible_duplicates == (twin,)
        assert isinstance(added.verdict, Accepted)

    def test_in_their_own_script(self, desk: Desk):
        twin = desk.person("Farid Rahmani", native_name="فرید رحمانی")
        assert actions.walk_in(desk.event, "فرید رحمانی", point=desk.point).possible_duplicates == (twin,)

    @pytest.mark.parametrize(
        ("typed", "known"),
        [
            ("Ana Li", "Anastasia Lindner"),
            ("Jan Kowalski", "Jan Nowak"),
            ("Elif Demirtaş", "Elif Yılmaz"),
            ("Elif Demirtaş", "Elif"),
            ("Eva Berg", "Berg Stiftung"),
        ],
    )
    def test_others_are_not(self, desk: Desk, typed, known):
        desk.person(known)
        assert actions.walk_in(desk.event, typed, point=desk.point).possible_duplicates == ()

    def test_at_most_five(self, desk: Desk):
        for number in range(8):
            desk.person("Maria Schmidt", organisation=f"Verein {number}")
        assert len(actions.walk_in(desk.event, "Maria Schmidt", point=desk.point).possible_duplicates) == MOST


@pytest.mark.parametrize("family", ["Y" * 2500, None])
def test_endless_texts_are_cut_so_that_an_export_comes_back_unchanged(desk: Desk, tmp_path, family):
    typed = "X" * 2500 + ("" if family else " " + "Y" * 2500)
    person = actions.walk_in(desk.event, typed, family, "Z " * 2500, point=desk.point).person
    kept = (person.given_name, person.family_name, person.organisation)
    assert kept == ("X" * 200, "Y" * 200, ("Z " * 100).strip())
    export_people(desk.event, tmp_path / "people.csv")
    result = import_people(desk.event, tmp_path / "people.csv")
    assert (result.plan.read, result.plan.unchanged, result.plan.changed) == (1, 1, 0)
