"""Roles of an event: other names, other colours, roles of its own; on badges, too; always readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.badges.actions import choose, snapshot
from eventdesk.badges.choice import WithRole
from eventdesk.event import Event
from eventdesk.history.of_person import history_of
from eventdesk.history.telling import told
from eventdesk.people.actions import add, edit
from eventdesk.people.person import Person
from eventdesk.people.role import ROLE_COLOURS, Role
from eventdesk.people.rolebook import (
    PALETTE,
    READABLE,
    add_role,
    change_role,
    contrast_on,
    forget_role,
    ink_on,
    parse_colour,
    readable,
    role_book,
)
from eventdesk.words import Words

DE, EN = Words("de"), Words("en")
colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_without_a_choice_all_is_as_it_was(event: Event) -> None:
    book = role_book(event.db)
    assert book.name(EN, "press") == "Press"
    assert book.colour("press") == ROLE_COLOURS[Role.PRESS]
    assert book.name(DE, "Kinderbetreuung") == "Kinderbetreuung"


def test_another_name_and_colour_reach_the_badge(event: Event) -> None:
    person = add(event, Person(0, "Elif", "Demirtaş", roles=("exhibitor",)))
    change_role(event, "exhibitor", colour="#7b3f00", names={"de": "Projekt", "en": "Project"})
    (badge,) = snapshot(event, [person])
    assert (badge.role, badge.colour) == ("Projekt", "#7b3f00")
    assert role_book(event.db).name(EN, "exhibitor") == "Project"
    event.undo()
    (badge,) = snapshot(event, [person])
    assert badge.colour == ROLE_COLOURS[Role.EXHIBITOR]


def test_a_role_of_its_own_is_found_by_its_names(event: Event) -> None:
    code = add_role(event, " Kinderbetreuung ")
    change_role(event, code, colour="#ffd166", names={"en": "Childcare"})
    book = role_book(event.db)
    assert code == "Kinderbetreuung"
    assert book.chosen() == [code]
    assert book.entry(code).own
    assert book.parse("childcare") == code
    assert (book.name(DE, code), book.name(EN, code)) == ("Kinderbetreuung", "Childcare")
    assert book.ink(code) != "#ffffff"
    forget_role(event, code)
    assert role_book(event.db).chosen() == []


def test_a_role_that_we_know_is_not_added_twice(event: Event) -> None:
    assert add_role(event, "Aussteller:in") == "exhibitor"
    assert add_role(event, "  ") == ""
    assert "," not in add_role(event, "Technik, Ton")
    before = event.journal_length()
    assert add_role(event, "Technik, Ton") == add_role(event, "technik  ton") == "Technik Ton"
    assert event.journal_length() == before


def test_a_colour_on_which_nothing_can_be_read_is_refused(event: Event) -> None:
    with pytest.raises(ValueError, match="#808080"):
        change_role(event, "press", colour="#808080")
    assert role_book(event.db).colour("press") == ROLE_COLOURS[Role.PRESS]


@given(colours)
def test_there_is_always_a_readable_colour_near(colour: str) -> None:
    nearest = readable(colour)
    assert contrast_on(nearest) >= READABLE
    assert readable(nearest) == nearest


def test_every_colour_of_the_palette_can_be_read() -> None:
    assert [colour for colour in PALETTE if contrast_on(colour) < READABLE] == []
    assert {ink_on(colour) for colour in PALETTE} == {"#ffffff", "#14213d"}


@pytest.mark.parametrize(("text", "colour"), [("14213D", "#14213d"), (" #1a2 ", "#11aa22")])
def test_colours_are_understood(text: str, colour: str) -> None:
    assert parse_colour(text) == colour


@pytest.mark.parametrize("text", ["", "red", "#12", "#12345", "#gggggg", "##112233"])
def test_what_is_no_colour_is_told(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text is the message
        parse_colour(text)


def test_the_history_calls_roles_as_the_event_does(event: Event) -> None:
    person = add(event, Person(0, "Elif", "Demirtaş"))
    change_role(event, "exhibitor", names={"de": "Projekt"})
    edit(event, person.id, roles=("exhibitor",))
    newest = history_of(event.db, person.id)[0]
    assert "Projekt" in told(DE, newest, event.zone, role_book(event.db)).sentences[0]


def test_badges_are_chosen_by_the_name_that_the_event_gives_a_role(event: Event) -> None:
    person = add(event, Person(0, "Elif", "Demirtaş", roles=("exhibitor",)))
    change_role(event, "exhibitor", names={"de": "Projekt"})
    assert [each.id for each in choose(event, WithRole("projekt"))] == [person.id]
