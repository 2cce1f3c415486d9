"""The forms of the programme: what is folded away, chosen, checked while one types, and left as it was."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from eventdesk.panels.actions import change_room, change_session
from eventdesk.panels.programme import Programme
from eventdesk.panels.room import Room, Seating
from eventdesk.panels.session import Session
from eventdesk.words import Words
from tests.ui.panels_driver import PanelsDriver
from tests.ui.test_panels_programme import home, opening, page
from ui.panels.programme.naming import possible_before, possible_originals
from ui.panels.programme.picks import Picks
from ui.panels.programme.room_form import RoomForm
from ui.panels.programme.seatings import seatings_note, seatings_of, seatings_text
from ui.panels.programme.session_form import SessionForm

__all__ = ["home", "opening", "page"]
WORDS = Words("en")


def session_form(page: PanelsDriver, ref: str) -> SessionForm:
    """Open the form of a session."""
    page.tab.forms.open(page.session(ref))
    form = page.settles().tab.forms.form
    assert isinstance(form, SessionForm)
    return form


def room_form(page: PanelsDriver, ref: str) -> RoomForm:
    """Open the form of a room."""
    page.tab.forms.open(page.flow.programme.room_by_ref[ref])
    form = page.settles().tab.forms.form
    assert isinstance(form, RoomForm)
    return form


def unfold(page: PanelsDriver, form: SessionForm | RoomForm) -> None:
    """Press the button of the part that is folded away."""
    assert form.more is not None
    form.more.button.setFocus()
    page.presses("Space")
    assert form.more.inside.isVisible()


def offered(picks: Picks) -> list[str]:
    """Return the ids that can be chosen."""
    return [picks.box.itemData(at) for at in range(1, picks.box.count())]


def test_a_session_gets_wishes_languages_and_prerequisites(page: PanelsDriver) -> None:
    form = session_form(page, "P1")
    assert form.more is not None
    assert form.more.inside.isHidden()
    unfold(page, form)
    page.presses("Tab")
    assert QApplication.focusWidget() is form.room_wished.box
    page.chooses(form.room_wished.box, "GS").chooses(form.room_wished.box, "3A")
    assert "3A" not in offered(form.room_forbidden)
    form.room_wished.box.setFocus()
    page.presses("Tab")
    assert QApplication.focusWidget() is form.room_wished.button_of("GS")
    page.presses("Tab")
    assert QApplication.focusWidget() is form.room_wished.button_of("3A")
    page.presses("Tab")
    assert QApplication.focusWidget() is form.room_forbidden.box
    page.chooses(form.room_forbidden.box, "FB")
    assert "FB" not in offered(form.room_wished)
    page.chooses(form.unavailable.box, "Z3").says("It is at 11:00 now.")
    assert "Z3" not in offered(form.slot_wished)
    page.chooses(form.slot_wished.box, "Z4").chooses(form.after.box, "O1").chooses(form.repeat_of, "P2")
    form.language.edit.setFocus()
    page.presses("Ctrl+A").types("Deutsch").presses("Tab").types("Farsi, deutsch").says("Deutsch is spoken anyway.")
    form.capacity.edit.setFocus()
    page.types("viele").says("A number of people, such as 120.")
    page.presses("Ctrl+A").types("40").presses("Tab").types("55").presses("Tab").types("Am Fenster").presses("Enter")
    found = page.session("P1")
    assert found.room_wished == ("GS", "3A")
    assert (found.room_forbidden, found.slot_wished, found.unavailable) == (("FB",), ("Z4",), ("Z3",))
    assert (found.after, found.repeat_of, found.language) == (("O1",), "P2", "Deutsch")
    assert (found.interpretation, found.capacity, found.expected) == (("Farsi", "deutsch"), 40, 55)
    assert found.note == "Am Fenster"
    form = session_form(page, "P1")
    assert form.more is not None
    summary = form.more.summary.text()
    assert summary.startswith("Filled in: Wished rooms · Rooms that are out of the question · Wished slots · Cannot")
    assert form.more.button.accessibleDescription() == summary
    assert "P1" not in offered(form.after)
    button = form.room_forbidden.button_of("FB")
    assert button.accessibleName() == "Take away “Foyer-Bühne”"
    unfold(page, form)
    button.setFocus()
    page.presses("Space")
    assert form.room_forbidden.chosen == ()
    assert QApplication.focusWidget() is form.room_forbidden.box
    form.save.click()
    page.settles()
    assert page.session("P1") == replace(found, room_forbidden=())
    page.presses("Ctrl+Z", "Ctrl+Z")
    assert page.session("P1").room_wished == ()


def test_people_in_a_room_are_seated_in_another_way(page: PanelsDriver) -> None:
    form = room_form(page, "3A")
    seats = form.capacity.text()
    unfold(page, form)
    page.presses("Tab").types("Rows").presses("Tab").types("U-shape")
    page.says("A name and its seats each, such as: Rows: 120, U-shape: 40.").types(" 40, rows: 5")
    page.says("“rows” is there twice.").presses("Enter")
    assert page.flow.programme.room_by_ref["3A"].seatings == ()
    page.presses("Ctrl+A").types("U-shape 40, Circle: 30")
    form.change_to.activated.emit(form.change_to.findText("U-shape, 40 seats"))
    assert (form.seating.text(), form.capacity.text()) == ("U-shape", "40")
    page.chooses(form.unavailable.box, "Z1")
    form.changeover.edit.setFocus()
    page.types("bald").says("A number of minutes, such as 10.").presses("Enter")
    page.presses("Ctrl+A").types("15").presses("Tab").types("Schlüssel beim Hausmeister").presses("Enter")
    room = page.flow.programme.room_by_ref["3A"]
    assert (room.seating, room.capacity, room.changeover_min) == ("U-shape", 40, 15)
    assert set(room.seatings) == {Seating("Rows", int(seats)), Seating("Circle", 30)}
    assert (room.unavailable, room.note) == (("Z1",), "Schlüssel beim Hausmeister")
    page.presses("Ctrl+Z")
    assert page.flow.programme.room_by_ref["3A"].capacity == int(seats)


def test_what_is_wrong_and_folded_away_is_unfolded(page: PanelsDriver) -> None:
    page.application.window.resize(1024, 640)
    form = room_form(page, "3A")
    form.changeover.edit.setText("sofort")
    form.save.click()
    page.settles().says("A number of minutes, such as 10.")
    assert QApplication.focusWidget() is form.changeover.edit
    seen = form.changeover.visibleRegion().boundingRect()
    assert seen == form.changeover.rect()


def test_what_is_not_touched_stays_as_it_was(page: PanelsDriver) -> None:
    odd = {"needs": ("Beamer, groß",), "interpretation": ("a, b",), "note": "x\ny" * 200, "repeat_of": "weg"}
    change_session(page.event, page.session("P2").id, **odd, after=("fort",), slot_wished=("nie",))
    room = page.flow.programme.room_by_ref["3B"]
    change_room(page.event, room.id, seatings=(Seating("Tische, rund", 20), Seating("", 9)), equipment=("a, b",))
    session, room = page.settles().session("P2"), page.flow.programme.room_by_ref["3B"]
    session_form(page, "P2").save.click()
    page.settles()
    room_form(page, "3B").save.click()
    page.settles()
    assert page.session("P2") == session
    assert page.flow.programme.room_by_ref["3B"] == room


def test_what_another_desk_writes_meanwhile_stays(page: PanelsDriver) -> None:
    form = room_form(page, "3B")
    room = page.flow.programme.room_by_ref["3B"]
    change_room(page.event, room.id, unavailable=("Z3",), note="Fenster klemmt")
    page.settles()
    form.name.edit.setText("Saal Drei")
    form.save.click()
    page.settles()
    found = page.flow.programme.room_by_ref["3B"]
    assert (found.name, found.unavailable, found.note) == ("Saal Drei", ("Z3",), "Fenster klemmt")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("Reihen: 120, U-Form 40", (Seating("Reihen", 120), Seating("U-Form", 40))),
        ("Block 2: 30,", (Seating("Block 2", 30),)),
        ("Reihen", None),
        ("120", None),
        (": 5", None),
        ("Reihen: 1234567", None),
    ],
)
def test_seatings_are_read_as_typed(text: str, found: tuple[Seating, ...] | None) -> None:
    assert seatings_of(text) == found
    assert seatings_note(WORDS, text, "Kreis").wrong is (found is None)
    if found is not None:
        assert seatings_of(seatings_text(WORDS, found)) == found


def test_no_session_waits_for_itself_or_repeats_its_own_repetition() -> None:
    sessions = (
        Session(1, "A", "A"),
        Session(2, "B", "B", after=("A",)),
        Session(3, "C", "C", after=("B",), repeat_of="A"),
        Session(4, "D", "D"),
    )
    programme = Programme(rooms=(Room(1, "R", "R", 5),), sessions=sessions)
    assert [each.ref for each in possible_before(programme, sessions[0])] == ["D"]
    assert [each.ref for each in possible_before(programme, sessions[2])] == ["A", "B", "D"]
    assert [each.ref for each in possible_before(programme, Session(0, "", ""))] == ["A", "B", "C", "D"]
    assert [each.ref for each in possible_originals(programme, sessions[0])] == ["B", "D"]
