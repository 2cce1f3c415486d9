"""The tab of the programme: sessions are looked at, moved by mouse and keys, suggested, tried, kept and printed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eventdesk.panels.actions import change_session
from tests.clock import FakeClock
from tests.ui.conftest import Answers
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.panels_driver import PanelsDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.application import Application
from ui.panels.flow.papers import Paper
from ui.panels.flow.programme_thinking import What
from ui.panels.grid.faces import Fill
from ui.panels.programme.session_card import Deed

__all__ = ["home"]

Opening = Callable[[Path], PanelsDriver]


@pytest.fixture
def opening(application: Application, clock: FakeClock, tmp_path: Path) -> Opening:
    """Return a function that opens a copy of a file on this page, in English."""

    def opened(file: Path) -> PanelsDriver:
        application.open(Path(shutil.copy(file, tmp_path / file.name)))
        desk = DeskDriver(application, clock)
        desk.settles()
        return PanelsDriver.at(desk)

    return opened


@pytest.fixture
def page(opening: Opening, panels_file: Path) -> PanelsDriver:
    """Return a desk on this page, with six sessions that have no room yet."""
    return opening(panels_file)


@pytest.fixture
def forums(opening: Opening, forums_file: Path) -> PanelsDriver:
    """Return a desk on this page, with forums that are free to move."""
    return opening(forums_file)


def test_the_grid_shows_who_is_where_and_how_full(page: PanelsDriver) -> None:
    assert page.frame.page_id is PageId.PANELS
    faces = page.tab.view.sight.faces
    workshop = faces[page.session("W1").id]
    assert (workshop.figure, workshop.rest, workshop.fill) == ("110", " / 60 would come", Fill.FULL)
    assert faces[page.session("O1").id].figure == "for all"
    assert page.tab.tray.list.count() == 6
    page.says("6 sessions have no place", "301 wishes are lost", "50 people find no seat")
    shown = [page.presses("Ctrl+T").panels.stack.currentIndex() for _ in range(3)]
    assert shown == [1, 2, 0]
    assert page.presses("Ctrl+T", "F7").panels.stack.currentIndex() == 0


def test_sessions_are_dragged_swapped_and_undone(page: PanelsDriver) -> None:
    told: list[str] = []
    page.drags_session("P1", "Z3", "3A", lambda: told.append(page.ghost()))
    assert page.at_place("P1") == ("Z3", "3A")
    assert told[0].startswith("Saal 3A, 11:00. Nobody loses anything by that.")
    assert page.tab.tray.list.count() == 5
    page.drags_session("P3", "Z3", "3B")
    page.drags_session("P1", "Z3", "3B", lambda: told.append(page.ghost()))
    assert told[1].startswith("Changes places with “Panel III · Ausbildung und Beruf”.")
    assert (page.at_place("P1"), page.at_place("P3")) == (("Z3", "3B"), ("Z3", "3A"))
    page.presses("Ctrl+Z").says("Undone")
    assert page.at_place("P1") == ("Z3", "3A")
    page.presses("Ctrl+Z", "Ctrl+Z")
    assert page.at_place("P1") == ("Z3", "")


def test_what_breaks_a_rule_is_told_while_dragging_and_may_be_insisted_on(page: PanelsDriver) -> None:
    told: list[str] = []
    page.drags_session("P2", "Z3", "FB", lambda: told.append(page.ghost()))
    assert told == ["“Panel II · Lernpatenschaften” needs Beamer, which Foyer-Bühne does not have."]
    assert page.at_place("P2") == ("Z3", "")
    page.says("Not moved.").presses("Esc").does_not_say("Not moved.")
    page.drags_session("P2", "Z3", "FB").clicks("Put it there anyway")
    assert page.at_place("P2") == ("Z3", "FB")
    page.says("2 rules are broken")
    assert page.tab.view.sight.faces[page.session("P2").id].broken


def test_a_session_is_moved_and_fixed_by_keys_alone(page: PanelsDriver) -> None:
    page.clicks_cell("Z4", "FB")
    assert page.card()[1] == "Werkstatt Projektmesse"
    page.presses("m", "Left", "Up")
    assert page.tab.carrying.carrying
    assert page.ghost()
    page.presses("Esc")
    assert page.at_place("W1") == ("Z4", "FB")
    page.presses("Ctrl+Left", "Enter")
    assert page.at_place("W1") == ("Z4", "3B")
    assert page.tab.view.hasFocus()
    page.presses("Del")
    assert page.at_place("W1") == ("", "")
    page.presses("Ctrl+Z", "Ctrl+Z")
    assert page.at_place("W1") == ("Z4", "FB")
    page.presses("Space")
    assert not page.session("W1").room_fixed
    page.presses("F4")
    assert page.session("W1").room_fixed
    page.thinks().says("It cannot be at any other time")


def test_a_suggestion_is_looked_at_applied_undone_and_gone_back_to(page: PanelsDriver) -> None:
    page.presses("F6").thinks()
    assert page.at_place("P1") == ("Z3", "")
    page.says("Proven: no timetable loses fewer people.", "6 sessions would move", "Proposal: ")
    assert {page.tab.view.sight.faces[page.session(ref).id].moved for ref in ("P1", "P2", "P3")} == {"new in the grid"}
    page.drags_cell("Z3", "3A", "Z4", "3A")
    assert page.tab.carrying.session is None
    page.clicks("Today")
    assert not page.tab.view.sight.faces[page.session("P1").id].placed
    page.clicks("Apply")
    assert {page.at_place(ref)[1] for ref in ("P1", "P2", "P3")} == {"GS", "3A", "3B"}
    assert page.tab.tray.isHidden()
    page.says("Proven: no timetable loses fewer people.")
    page.presses("Ctrl+Z").says("Undone")
    assert page.at_place("P1") == ("Z3", "")
    assert page.flow.versions() == []
    page.tab.plan_card.versions.click()
    page.settles().tab.versions.card.name.edit.setFocus()
    page.types("Wie gedruckt").presses("Enter").says("Today's timetable is kept.")
    page.presses("Esc").drags_session("P1", "Z3", "3A")
    page.tab.plan_card.versions.click()
    page.settles().tab.versions.card.list.setCurrentRow(0)
    page.settles().says("Going back: one change").clicks("Go back to it")
    assert page.at_place("P1") == ("Z3", "")


def test_a_room_drops_out_and_other_things_happen(forums: PanelsDriver) -> None:
    page = forums
    page.presses("F6").thinks().clicks("Apply").presses("F7")
    form, gone = page.tab.what_if.form, page.flow.programme.room_by_ref["S3B"]
    form.which.setCurrentIndex(form.which.findText("Saal 3B"))
    form.do.click()
    page.thinks().says("Saal 3B drops out", "Proven: fewer changes are not enough.")
    assert page.tab.what_if.card.changes.lines
    assert all(each.room != gone.id for each in page.programme_shown().sessions)
    page.clicks("Apply")
    assert all(each.room != gone.id for each in page.flow.programme.sessions)
    assert set(page.flow.programme.room_by_ref["S3B"].unavailable) == {"Z1", "Z2", "Z3", "Z4"}
    page.presses("Ctrl+Z")
    assert page.flow.programme.room_by_ref["S3B"].unavailable == ()
    assert any(each.room == gone.id for each in page.flow.programme.sessions)
    page.presses("F7")
    speaker = page.session("F2").speakers[0]
    page.chooses(form.what, What.LATE).chooses(form.which, speaker)
    form.time.edit.setText("1pm")
    form.do.click()
    page.settles().says("A time such as 13:00.")
    form.time.edit.setText("1300")
    form.do.click()
    page.thinks().says("comes at 13:00")
    page.chooses(form.what, What.POPULAR).chooses(form.which, page.session("F3").id)
    form.do.click()
    page.thinks().says("200 % of the people")
    page.clicks("Take back")
    assert [each.what for each in page.tab.what_if.cases] == [What.POPULAR]
    page.presses("Esc")
    assert page.tab.cards.isVisible()


def test_a_room_a_slot_and_a_session_are_added(opening: Opening, prepared: Path) -> None:
    page = opening(prepared)
    page.says("There is no room yet").clicks("Add a room")
    page.types("Saal 1").presses("Enter").says("A number of people, such as 120.")
    page.types("80").presses("Enter")
    assert [(each.name, each.capacity) for each in page.flow.programme.rooms] == [("Saal 1", 80)]
    page.clicks("Add a slot").types("11").presses("Tab").types("1030").says("It must end after it begins, at 11:00.")
    page.presses("Ctrl+A").types("1215").presses("Enter")
    assert [(each.starts[11:], each.ends[11:]) for each in page.flow.programme.slots] == [("11:00", "12:15")]
    page.presses("F3").types("Forum 1").presses("Enter")
    assert [each.title for each in page.flow.programme.sessions] == ["Forum 1"]
    page.presses("Ctrl+Z", "Ctrl+Z", "Ctrl+Z").says("There is no room yet")


def test_a_session_is_found_changed_and_removed(page: PanelsDriver) -> None:
    page.presses("F2").types("werkst")
    assert page.tab.list.list.count() == 1
    page.presses("Enter")
    assert page.flow.memory.session == page.session("W1").id
    page.presses("Enter")
    assert QApplication.focusWidget() is page.tab.session_card.buttons[Deed.CHANGE]
    page.presses("Space", "Ctrl+A").types("Werkstatt").presses("Enter")
    assert page.session("W1").title == "Werkstatt"
    page.tab.session_card.buttons[Deed.CHANGE].click()
    page.settles().clicks("Remove …").says("The session is removed from the programme.").clicks("Remove it")
    assert "W1" not in page.flow.programme.session_by_ref
    page.presses("Ctrl+Z")
    change_session(page.event, page.session("W1").id, title="Ganz anders")
    page.settles()
    assert page.tab.view.sight.faces[page.session("W1").id].title == "Ganz anders"


def test_papers_are_written_or_it_says_that_there_is_nothing(
    page: PanelsDriver, answers: Answers, tmp_path: Path
) -> None:
    page.presses("Ctrl+P").tab.papers.choose(Paper.PROTOCOL)
    page.clicks("Save …").says("No places have been given out yet.")
    for paper, name in ((Paper.CALENDAR, "calendar.ics"), (Paper.SIGNS, "signs.pdf")):
        answers.path = tmp_path / name
        assert not any(each.printed for each in page.flow.versions())
        page.tab.papers.choose(paper)
        page.clicks("Save …")
        until(page.application.work.idle, 20_000)
        assert answers.path.stat().st_size > 500
        page.settles().says(f"The paper is in “{name}”.")
    assert any(each.printed for each in page.flow.versions())


def test_the_focus_stays_where_one_works(page: PanelsDriver) -> None:
    page.presses("F6").thinks().clicks("Apply").thinks()
    page.clicks_cell(*page.at_place("P2"))
    card = page.tab.session_card
    card.buttons[Deed.UNFIX].setFocus()
    page.presses("Space").thinks()
    assert card.buttons[Deed.FIX].hasFocus()
    card.buttons[Deed.FREE].setFocus()
    page.presses("Space").thinks()
    assert card.buttons[Deed.CHANGE].hasFocus()
    page.drags_session("P2", "Z1", "3A").thinks()
    assert page.at_place("P2") == ("Z1", "3A")
    assert page.tab.view.hasFocus()


def test_what_was_proven_is_not_said_of_a_programme_that_has_grown(page: PanelsDriver) -> None:
    page.presses("F6").thinks().clicks("Apply").thinks()
    page.says("Proven: no timetable loses fewer people.")
    page.presses("F3").types("Another one").presses("Enter").thinks()
    page.says("Another one").does_not_say("Proven: no timetable loses fewer people.")
