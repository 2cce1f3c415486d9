"""Whom a deed on the people page meets: who is seen and chosen, and nobody else."""

import pytest

from eventdesk.people import actions, records
from eventdesk.people.person import Person
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.people_driver import PeopleDriver
from ui.people.page import PeoplePage

__all__ = ["home"]

NOBODY = "Choose somebody in the list to see more."


@pytest.fixture
def people(desk: DeskDriver) -> PeopleDriver:
    return PeopleDriver(desk)


def scans(people: PeopleDriver) -> list[str]:
    return [entry.label for entry in people.event.journal(20) if entry.op.value == "check_in"]


def test_who_is_found_alone_is_chosen_and_nobody_else_is_checked_in(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").presses("F2").types("oksana")
    assert people.names() == ["Netschyporenko, Oksana"]
    assert people.shown().given_name == "Oksana"
    people.presses("Ctrl+Enter").says("Oksana Netschyporenko: Welcome · Haupteingang")
    assert scans(people) == ["Oksana Netschyporenko"]


def test_nobody_is_shown_when_several_others_are_found(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").presses("F2").types("schmidt").says(NOBODY)
    before = people.event.journal_length()
    people.presses("Ctrl+Enter").says("First choose somebody in the list.")
    people.presses("F5").says("First choose somebody in the list.")
    assert people.event.journal_length() == before
    people.presses("F2", "F2").says(NOBODY)


def test_whoever_is_only_called_alike_is_not_chosen(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").types("rachmani")
    assert people.names() == ["Rahmani, Farid"]
    people.says(NOBODY).presses("Ctrl+Enter").says("First choose somebody in the list.")


def test_who_is_among_the_results_stays_chosen(people: PeopleDriver) -> None:
    people.types("schmidt").presses("Enter", "Down")
    second = people.shown()
    people.presses("F2").types("schmidt a")
    assert people.shown() == second


def test_what_was_typed_waits_as_a_draft(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").writes("town", "Peine").presses("F2").types("schmidt")
    people.says(NOBODY, "One person is not saved yet")
    people.presses("Ctrl+S").clicks("One person is not saved yet")
    assert people.field("town").text() == "Peine"
    assert people.unsaved() == "Not saved yet: Town"


def test_a_filter_lets_go_too(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").presses("F4").clicks("Speaker · 2").presses("Ctrl+Enter")
    people.says("First choose somebody in the list.")
    assert scans(people) == []


def test_digits_that_wait_are_looked_for_before_a_deed(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").presses("F2")
    people.desk.types("4711").presses("Ctrl+Enter")
    people.rests().says("First choose somebody in the list.")
    assert scans(people) == []


def test_who_is_shown_beside_the_list_alone_can_be_checked_in_while_seen(people: PeopleDriver) -> None:
    people.types("leila").clicks("Lina Touma")
    assert people.shown().given_name == "Lina"
    people.presses("F4", "Ctrl+Enter").says("First choose somebody in the list.")
    people.presses("F4").presses("Ctrl+Enter")
    assert scans(people) == ["Lina Touma"]


def test_somebody_new_stays_while_one_looks_whether_they_are_there(people: PeopleDriver) -> None:
    people.presses("F3").types("Mariam").presses("F2").types("schmidt")
    assert people.field("given_name").text() == "Mariam"


def test_ctrl_z_in_the_search_field_undoes_the_deed_and_leaves_the_text(people: PeopleDriver) -> None:
    people.types("oksana").presses("Ctrl+Enter", "F2").types("oks").presses("Ctrl+Z")
    assert people.page.bar.search.field.text() == "oks"
    people.says("Undone: Check-in: Oksana Netschyporenko")
    people.presses("Esc")
    assert people.page.bar.search.field.text() == ""


def test_saved_is_said_until_something_else_is_typed(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").does_not_say("Saved").writes("town", "Peine").presses("Ctrl+S")
    assert people.page.panel.says_saved()
    people.writes("town", "Celle")
    assert not people.page.panel.says_saved()
    people.presses("Ctrl+S", "F8")
    assert people.field("town").text() == "Peine"
    assert not people.page.panel.says_saved()


def two(page: PeoplePage) -> bool:
    return page.foot.compare.isVisible()


def test_two_marked_people_bring_the_button_to_merge(people: PeopleDriver) -> None:
    assert not two(people.page)
    people.marks("Demirtaş, Elif", "Rahmani, Farid")
    assert two(people.page)
    people.clicks("Merge").says("Is this one person?").presses("Esc")
    people.chooses("Demirtaş, Elif")
    assert not two(people.page)
    people.marks("Demirtaş, Elif", "Rahmani, Farid").presses("F2").types("schmidt")
    assert not two(people.page)


def test_other_names_warn_and_a_merger_says_how_to_undo_it(people: PeopleDriver) -> None:
    people.marks("Demirtaş, Elif", "Rahmani, Farid").presses("Ctrl+M")
    people.says("The family names differ: please look twice.", "The given names differ: please look twice.")
    people.presses("Ctrl+S").says("Elif Demirtaş now also stands for Farid Rahmani · Ctrl Z undoes it")
    assert people.event.journal(1)[0].label == "Elif Demirtaş + Farid Rahmani"
    people.presses("Ctrl+Z")
    assert "Rahmani, Farid" in people.names()


def test_of_the_same_name_the_code_tells_them_apart(people: PeopleDriver) -> None:
    twin = actions.add(people.event, Person(0, "Elif", "Demirtaş", email="e@example.org"))
    code = " ".join(twin.code[at : at + 4] for at in range(0, 16, 4))
    same = [person for person in records.everyone(people.event.db) if person.name == twin.name and person != twin]
    people.rests().page.show_person(same[0].id)
    people.rests().presses("Ctrl+M").does_not_say("please look twice").presses("Ctrl+S")
    people.says(f"Elif Demirtaş now also stands for Elif Demirtaş ({code}) · Ctrl Z undoes it")


def test_a_possible_duplicate_shows_the_key(people: PeopleDriver) -> None:
    actions.add(people.event, Person(0, "Elif", "Demirtas"))
    people.rests().chooses("Demirtas, Elif")
    button = people.page.panel.alike.findChild(type(people.page.foot.compare), "alike")
    assert button is not None
    assert button.toolTip().endswith("(Ctrl M)")
