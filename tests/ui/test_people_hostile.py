"""The people page in impatient and in hostile hands: strange names, two edits at once, the wrong key twice."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.people import actions, records
from eventdesk.people.person import Person
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.people_driver import PeopleDriver
from ui.actions import ActionId, PageId

__all__ = ["home"]


@pytest.fixture
def people(desk: DeskDriver) -> PeopleDriver:
    return PeopleDriver(desk)


def stored(people: PeopleDriver, name: str) -> Person:
    return next(person for person in records.everyone(people.event.db) if person.given_name == name)


NAMES = (
    "محمد بن عبد الله",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "ab" * 150,
    "👩🏽‍🦽 Ana",
    "Ana\u202eanA",
    "A\u0000B",
    "A\tB\nC\r\nD\u2028E",
    "'; DROP TABLE person; --",
    "<b>Ana</b> &amp;",
    "=HYPERLINK(1)",
)


def test_any_pasted_name_is_kept_on_one_line(people: PeopleDriver) -> None:
    for name in NAMES:
        people.presses("F3")
        QApplication.clipboard().setText(name)
        people.presses("Ctrl+V", "Ctrl+S")
        added = people.shown()
        assert added.id, name
        assert added.given_name, name
        assert not set(added.given_name) & set("\0\t\n\r\u2028"), name
        assert people.page.table.chosen() == [added.id], name
        people.desk.window.grab()
        people.presses("F8")
        assert records.person(people.event.db, added.id) is None, name


def test_somebody_with_nothing_but_a_native_name(people: PeopleDriver) -> None:
    people.presses("F3").writes("native_name", "Оксана").presses("Ctrl+S")
    assert people.shown().native_name == "Оксана"
    assert people.page.table.chosen() == [people.shown().id]


def test_check_in_is_not_offered_to_who_is_inside(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif")
    assert people.page.panel.head.check_in.isVisible()
    people.presses("Ctrl+Enter")
    assert not people.page.panel.head.check_in.isVisible()


def test_a_check_in_from_here_is_what_ctrl_z_takes_back(people: PeopleDriver) -> None:
    people.chooses("Rahmani, Farid").writes("town", "Peine").presses("Ctrl+S")
    people.page.table.setFocus()
    people.chooses("Demirtaş, Elif").presses("Ctrl+Enter").presses("Ctrl+Z")
    assert stored(people, "Farid").town == "Peine"
    assert people.event.journal(1)[0].label == "Elif Demirtaş"
    people.says("Has not come today", "Undone")


def test_undo_says_what_was_undone(people: PeopleDriver) -> None:
    people.chooses("Rahmani, Farid").writes("town", "Peine").presses("Ctrl+S")
    people.chooses("Demirtaş, Elif").presses("F8").says("Undone: Person changed: Farid Rahmani")


def test_ctrl_z_twice_in_a_field_takes_back_no_deed(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").writes("town", "Peine").presses("Ctrl+S")
    people.chooses("Rahmani, Farid")
    people.field("phone").setFocus()
    people.types("1").presses("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert people.field("phone").text() == ""
    assert stored(people, "Elif").town == "Peine"


def test_ctrl_z_after_saving_takes_back_what_was_saved(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").writes("town", "Peine").presses("Ctrl+S", "Ctrl+Z")
    assert stored(people, "Elif").town == "Salzgitter"
    assert people.field("town").text() == "Salzgitter"
    assert people.unsaved() == ""


def test_what_was_typed_about_the_one_who_goes_stays_to_be_saved(people: PeopleDriver) -> None:
    anna = [person for person in records.everyone(people.event.db) if person.given_name == "Anna"]
    people.page.show_person(anna[1].id)
    people.rests().writes("phone", "0511 1")
    people.page.show_person(anna[0].id)
    people.rests()
    people.page._compare_with(anna[1].id)
    people.rests().presses("Ctrl+S")
    assert people.shown().id == anna[0].id
    assert people.field("phone").text() == "0511 1"
    assert people.unsaved() == "Not saved yet: Phone"


def test_a_comparison_keeps_up_with_what_happens_elsewhere(people: PeopleDriver) -> None:
    anna = [person for person in records.everyone(people.event.db) if person.given_name == "Anna"]
    people.page.show_person(anna[0].id)
    people.rests()
    people.page._compare_with(anna[1].id)
    people.rests()
    actions.edit(people.event, anna[0].id, town="Celle")
    people.rests().says("Celle")
    assert people.page.comparing()


def test_undo_while_comparing_takes_back_nothing_unseen(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").writes("town", "Peine").presses("Ctrl+S")
    anna = [person for person in records.everyone(people.event.db) if person.given_name == "Anna"]
    people.page.show_person(anna[0].id)
    people.rests()
    people.page._compare_with(anna[1].id)
    people.rests().presses("Ctrl+Z").says("Undone: Person changed: Elif Demirtaş")


@pytest.mark.parametrize("deed", ["Ctrl+S", "F8", "Ctrl+Enter", "cancel"])
def test_a_full_disk_is_said_and_nothing_is_lost(
    people: PeopleDriver, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    people.chooses("Rahmani, Farid").writes("town", "Celle").presses("Ctrl+S")
    people.chooses("Demirtaş, Elif").writes("town", "Peine")

    def full(*_: object, **__: object) -> object:
        raise KnownError(Fault.DISK_FULL, path="x")

    monkeypatch.setattr(Event, "transact", full)
    monkeypatch.setattr(Event, "undo", full)
    if deed == "cancel":
        people.clicks("Cancel registration")
    else:
        people.presses(deed)
    people.says("The disk is full")
    assert people.field("town").text() == "Peine"
    assert people.unsaved() == "Not saved yet: Town"


def test_two_deeds_of_one_moment_leave_a_file_that_is_sound(people: PeopleDriver, codes: dict[str, str]) -> None:
    people.chooses("Demirtaş, Elif").writes("town", "Peine")
    people.desk.scan(codes["elif"])
    people.desk.scan(codes["farid"])
    people = PeopleDriver(people.desk)
    people.presses("Ctrl+S")
    assert [entry.op for entry in people.event.journal(1)] == [Op.EDIT_PERSON]
    people.page.do(ActionId.UNDO)
    people.rests()
    assert set(people.event.verify().values()) == {True}


def test_what_was_typed_about_one_is_not_brought_back_with_another(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").writes("phone", "1").presses("Ctrl+Z").chooses("Rahmani, Farid")
    people.field("phone").setFocus()
    people.presses("Ctrl+Y")
    assert people.field("phone").text() == ""


def test_only_what_makes_sense_is_offered(people: PeopleDriver, codes: dict[str, str]) -> None:
    head = people.page.panel.head
    for name, offered in (("Schröder, Anke", "Let the person come"), ("Kowalski, Piotr", "Confirm registration")):
        people.chooses(name)
        assert not head.check_in.isVisible()
        assert head.readmit.text() == offered
        people.clicks(offered)
        assert head.check_in.isVisible()
    people.desk.scan(codes["elif"]).presses("F7")
    people = PeopleDriver(people.desk).chooses("Demirtaş, Elif")
    people.clicks("Check out").says("Came at")
    assert not head.check_in.isVisible()
    people.desk.goes_to(PageId.CHECK_IN).presses("F7")
    people = PeopleDriver(people.desk)
    people.clicks("Check in").says("In the house")
    assert head.print.hasFocus() or not people.focus() or not isinstance(people.focus(), QLineEdit)


def test_who_is_in_the_house_can_still_come_into_a_room(people: PeopleDriver, codes: dict[str, str]) -> None:
    people.desk.scan(codes["elif"])
    opened = people.desk.application.opened
    assert opened is not None
    opened.flow.choose_point_named("Saal 3A")
    people = PeopleDriver(people.desk).chooses("Demirtaş, Elif")
    assert people.page.panel.head.check_in.isVisible()


def test_ordering_while_people_arrive_forgets_nobody(people: PeopleDriver) -> None:
    people.page._order("town", False)
    added = [actions.add(people.event, Person(0, f"Neu{number}", town="Aachen")) for number in range(5)]
    people.page._order("organisation", True)
    people.rests()
    assert set(people.page.model.ids) >= {person.id for person in added}
    people.page._order("town", False)
    people.rests()
    assert set(people.page.model.ids[:5]) == {person.id for person in added}


def test_merged_pages_survive_a_change_of_language(people: PeopleDriver) -> None:
    people.marks("Demirtaş, Elif", "Rahmani, Farid").presses("Ctrl+M", "Ctrl+S")
    people.writes("town", "Peine")
    people.desk.application.preferences.language = "de"
    people.desk.application.rebuild()
    again = PeopleDriver(people.desk)
    assert again.field("town").text() == "Peine"
    again.presses("F8").says("Rückgängig gemacht: ")
    assert "Rahmani, Farid" in again.names()
