"""The view of the places: giving them out, waiting lists, one person's places and wishes."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eventdesk.codes import Op
from eventdesk.panels import actions_places
from eventdesk.panels.actions import remove_session
from eventdesk.panels.actions_spots import put_session
from eventdesk.panels.outcome import Put
from eventdesk.panels.place import How, Way
from eventdesk.panels.records import read_programme
from eventdesk.panels.seating.problem import NOT_WISHED
from eventdesk.people.actions import cancel
from tests.clock import FakeClock
from tests.core.panels import programme_of_tests
from tests.core.panels.programme_of_tests import person_id
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.places_driver import MORNING, PlacesDriver, make_file
from ui.application import Application
from ui.panels.flow.draws import still_proven
from ui.panels.places.person_card import Deed
from ui.panels.places.session_card import HOLDING, WAITING
from ui.panels.places.standing import Content, changed, content, places_now, rank_of

__all__ = ["home"]

F1, F2, F3, F4, F5 = (
    programme_of_tests.F1,
    programme_of_tests.F2,
    programme_of_tests.F3,
    programme_of_tests.F4,
    programme_of_tests.F5,
)


@pytest.fixture(scope="session")
def programme_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file with the small programme; tests work on copies of it."""
    return make_file(tmp_path_factory.mktemp("programme"))


@pytest.fixture
def clock() -> FakeClock:
    """Return a clock that shows the morning of the event."""
    return FakeClock(MORNING)


@pytest.fixture
def page(application: Application, clock: FakeClock, programme_file: Path, tmp_path: Path) -> PlacesDriver:
    """Return a desk on this view, in English."""
    application.open(Path(shutil.copy(programme_file, tmp_path / programme_file.name)))
    desk = DeskDriver(application, clock)
    desk.settles()
    return PlacesDriver.at(desk)


def seat(page: PlacesDriver, given_name: str, session: int, *, waits: bool = False) -> None:
    """Give somebody a place, or let them wait for one, behind the back of the page."""
    person = person_id(page.programme, given_name)
    deed = actions_places.put_on_waiting if waits else actions_places.give_place
    deed(page.event, person, session)
    page.settles()


# ---- giving out


def test_places_are_given_out_looked_at_applied_and_taken_back(page: PlacesDriver) -> None:
    page.says("Places have not been given out yet.")
    assert page.tab.summary.table.texts()[-1] == "without any place 4"
    page.presses("F10")
    page.says("nothing is written yet", "people get a place who had none.", "Proven: nobody can sit better")
    assert page.figures()["Forum 2"] == "3 / 3"
    drawn = page.tab.giving.drawn
    assert drawn is not None
    assert drawn.then.ranks == {rank: people for rank, people in drawn.outcome.ranks.items() if rank < NOT_WISHED}
    assert (drawn.then.other, drawn.then.without) == (drawn.outcome.ranks.get(NOT_WISHED, 0), drawn.outcome.unplaced)
    assert page.programme.places == ()
    page.clicks("Apply").says("The places are given out")
    assert len(page.programme.places_in[F2]) == 3
    assert not page.tab.giving.card.isVisible()
    page.says("Nobody can sit better unless somebody else sits worse.")
    assert page.tab.summary.table.texts()[-1] == "without any place 0"
    page.presses("Ctrl+Z")
    assert page.programme.places == ()
    page.says("Places have not been given out yet.").does_not_say("Nobody can sit better")


def test_discarding_leaves_everything_as_it_was(page: PlacesDriver) -> None:
    entries = len(page.event.journal(50))
    page.presses("F10", "Esc")
    assert not page.tab.giving.card.isVisible()
    assert page.figures()["Forum 2"] == "0 / 3"
    assert len(page.event.journal(50)) == entries


def test_nothing_is_called_proven_any_more_once_a_place_was_taken_by_hand(page: PlacesDriver) -> None:
    page.presses("F10").clicks("Apply")
    programme = page.programme
    draw = page.tab.flow.last_draw()
    assert draw is not None
    assert still_proven(programme, draw)
    somebody = programme.places_in[F2][0].person
    actions_places.take_place(page.event, somebody, F2)
    page.settles().does_not_say("Nobody can sit better").says("nothing is proven any more")
    assert not still_proven(page.programme, draw)


def test_places_that_a_new_timetable_puts_at_one_time_are_told(page: PlacesDriver) -> None:
    seat(page, "Bruno", F1)
    seat(page, "Bruno", F3)
    page.does_not_say("two places at one time")
    slot = page.programme.session_of[F1].slot
    assert isinstance(put_session(page.event, F3, slot, None, anyway=True), Put)
    page.settles().says("One place is in a session without a room or a time. One person has two places at one time.")
    page.presses("Ctrl+Z").settles().does_not_say("two places at one time")


@pytest.mark.parametrize("with_time", [True, False])
def test_places_in_a_session_that_lost_its_room_or_time_are_proven_no_more(page: PlacesDriver, with_time: bool) -> None:
    page.presses("F10").clicks("Apply")
    slot = page.programme.session_of[F2].slot if with_time else None
    assert isinstance(put_session(page.event, F2, slot, None, anyway=True), Put)
    page.settles().does_not_say("Nobody can sit better").says("nothing is proven any more")
    page.says("3 places are in sessions without a room or a time.")


def test_a_lottery_is_drawn_with_the_number_that_was_typed(page: PlacesDriver) -> None:
    page.presses("F10")
    card = page.tab.giving.card
    card.way.setCurrentIndex(card.way.findData(Way.LOTTERY))
    card.seed.edit.setText("x")
    card.seed.edit.textEdited.emit("x")
    assert card.seed.note() == "A whole number without a sign, please."
    card.seed.edit.setText("77")
    card.seed.edit.setModified(True)
    card.seed.edit.editingFinished.emit()
    page.settles()
    page.clicks("Apply")
    draw = page.tab.flow.last_draw()
    assert draw is not None
    assert (draw.facts.way, draw.facts.seed) == (Way.LOTTERY, 77)
    page.says("By lots")


def test_an_answer_about_what_has_changed_since_is_not_applied(page: PlacesDriver) -> None:
    page.presses("F10")
    seat(page, "Bruno", F1)
    page.says("The programme has changed since this was thought out.")
    assert not page.tab.giving.card.take.isVisible()
    page.clicks("Give out anew")
    assert page.tab.giving.card.take.isVisible()


def test_places_are_written_whole_though_the_page_is_made_anew_meanwhile(page: PlacesDriver) -> None:
    page.presses("F10")
    page.tab.giving.card.take.click()
    page.application.rebuild()
    page.tab.refresh()
    page.application.rebuild()
    page.settles().says("The places are given out")
    assert len(page.programme.places_in[F2]) == 3
    page.presses("Ctrl+Z")
    assert page.programme.places == ()


# ---- waiting lists


def test_a_place_that_becomes_free_goes_to_who_waits_longest_with_one_undo(page: PlacesDriver) -> None:
    for name in ("Bruno", "Chi", "Dilan"):
        seat(page, name, F2)
    seat(page, "Aram", F4)
    seat(page, "Ewa", F2, waits=True)
    page.opens("Forum 2")
    page.says("full – one person is waiting")
    assert [line.title for line in page.tab.session_card.list.lines] == ["1. Ewa Nowak"]
    assert not page.tab.session_card.all_up.isVisible()
    page.tab.session_card.show_part(HOLDING)
    page.settles()
    page.turns_to(page.tab.session_card.list, "Chi")
    page.clicks("Take the place").says("Ewa Nowak moves up to Forum 2.")
    page.clicks("Move up").says("Ewa Nowak has moved up.")
    assert page.places("Ewa") == {"F2": How.CONFIRMED}
    assert page.waits("F2") == []
    page.presses("Ctrl+Z")
    assert page.places("Ewa") == {}
    assert page.waits("F2") == ["Ewa"]


def test_one_of_those_who_wait_is_given_the_place_or_taken_off_the_list(page: PlacesDriver) -> None:
    for name in ("Ewa", "Chi"):
        seat(page, name, F2, waits=True)
    page.opens("Forum 2")
    page.turns_to(page.tab.session_card.list, "Chi")
    page.clicks("Give this one the place")
    assert page.places("Chi") == {"F2": How.CONFIRMED}
    page.turns_to(page.tab.session_card.list, "Ewa")
    page.clicks("Take off the list")
    assert page.waits("F2") == []
    page.says("Nobody waits.")


def test_places_that_people_were_told_are_kept_at_the_next_draw(page: PlacesDriver) -> None:
    page.presses("F10").clicks("Apply")
    page.opens("Forum 2")
    page.tab.session_card.show_part(HOLDING)
    page.clicks("Confirm all here").says("3 people keep their places from now on")
    assert {place.how for place in page.programme.places_in[F2]} == {How.CONFIRMED}
    assert not page.tab.session_card.confirm_all.isVisible()
    page.presses("Ctrl+Z")
    assert {place.how for place in page.programme.places_in[F2]} == {How.DRAWN}


# ---- one person


def test_somebody_is_found_and_given_a_place_that_is_taken_again(page: PlacesDriver) -> None:
    page.finds("Bruno").does(Deed.GIVE, "Forum 1")
    assert page.places("Bruno") == {"F1": How.CONFIRMED}
    assert "has a place, confirmed" in page.tab.person_card.list.lines[0].about
    page.does(Deed.TAKE, "Forum 1")
    assert page.places("Bruno") == {}


def test_what_breaks_a_rule_is_asked_about_first(page: PlacesDriver) -> None:
    seat(page, "Bruno", F1)
    page.finds("Bruno").does(Deed.GIVE, "Forum 2").says("Bruno Lang has a place in “Forum 1” at that time.")
    page.clicks("Leave it")
    assert page.places("Bruno") == {"F1": How.CONFIRMED}
    page.does(Deed.GIVE, "Forum 2").clicks("All the same")
    assert page.places("Bruno") == {"F2": How.CONFIRMED}


def test_a_question_says_what_becomes_free_and_goes_when_it_is_out_of_date(page: PlacesDriver) -> None:
    page.finds("Bruno").does(Deed.GIVE, "Forum 1").does(Deed.GIVE, "Forum 2").says("The other place becomes free then.")
    page.presses("Ctrl+Z")
    assert page.places("Bruno") == {}
    assert page.tab.person_card.asking.isHidden()


def test_a_session_shows_who_waits_and_where_nobody_does_who_has_a_place(page: PlacesDriver) -> None:
    card = page.tab.session_card
    seat(page, "Bruno", F1)
    assert page.opens("Forum 1").tab.session_card.which.at() == HOLDING
    card.show_part(WAITING)
    page.presses("Ctrl+Z").settles()
    assert card.which.at() == WAITING
    page.finds("Chi").does(Deed.WAIT, "Forum 2").presses("F2", "Ctrl+A", "Backspace")
    assert page.opens("Forum 2").tab.session_card.which.at() == WAITING


def test_somebody_is_put_on_a_waiting_list(page: PlacesDriver) -> None:
    page.finds("Bruno").does(Deed.WAIT, "Forum 2")
    assert page.waits("F2") == ["Bruno"]
    page.does(Deed.STOP_WAITING, "Forum 2")
    assert page.waits("F2") == []


def test_wishes_are_put_in_another_order_added_and_removed(page: PlacesDriver) -> None:
    def wishes() -> tuple[int, ...]:
        programme = page.programme
        return programme.wishes.get(person_id(programme, "Bruno"), ())

    page.finds("Bruno").does(Deed.EARLIER, "Forum 3")
    assert wishes() == (F1, F3, F2)
    page.does(Deed.REMOVE_WISH, "Forum 1")
    assert wishes() == (F3, F2)
    page.does(Deed.ADD_WISH, "Forum 4")
    assert wishes() == (F3, F2, F4)
    page.presses("Ctrl+Z")
    assert wishes() == (F3, F2)


def test_a_wish_for_a_session_that_nobody_knows_stays(page: PlacesDriver) -> None:
    page.finds("Chi").does(Deed.LATER, "Forum 2")
    person = person_id(page.programme, "Chi")
    assert page.programme.wishes[person] == (F1, F2)
    assert page.programme.unknown_wishes[person] == ("F9",)


def test_nobody_is_found_who_does_not_come(page: PlacesDriver) -> None:
    page.presses("F2").types("Fatou")
    page.says("Nobody who is to come is called like that.")
    page.presses("Esc")
    assert page.tab.list.field.text() == ""
    assert page.tab.list.sessions.isVisible()


def test_the_keyboard_alone_is_enough(page: PlacesDriver) -> None:
    seat(page, "Ewa", F2, waits=True)
    page.presses("F2", "Down", "Down", "Enter")
    assert page.tab.session_card.title.text() == "Forum 2"
    assert QApplication.focusWidget() is page.tab.session_card.all_up
    page.presses("Enter")
    assert page.places("Ewa") == {"F2": How.CONFIRMED}
    page.presses("Esc")
    assert QApplication.focusWidget() is page.tab.list.sessions


def test_a_file_that_can_only_be_looked_at_is_not_changed(page: PlacesDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    from eventdesk.codes import Fault
    from eventdesk.errors import KnownError

    monkeypatch.setattr(type(page.tab.flow), "closed", KnownError(Fault.NEWER_FILE))
    page.presses("F10")
    assert not page.tab.giving.card.isVisible()
    entries = len(page.event.journal(50))
    page.finds("Bruno").does(Deed.GIVE, "Forum 1")
    assert len(page.event.journal(50)) == entries


def test_what_is_looked_at_may_go_away_meanwhile(page: PlacesDriver) -> None:
    seat(page, "Ewa", F2, waits=True)
    page.finds("Ewa")
    cancel(page.event, person_id(page.programme, "Ewa"))
    page.settles()
    assert not page.tab.person_card.isVisible()
    page.presses("F2", "Esc")
    page.opens("Forum 2").says("Nobody waits.")
    remove_session(page.event, F2)
    page.settles()
    assert not page.tab.session_card.isVisible()
    assert "Forum 2" not in page.figures()


# ---- counting


def test_content_counts_by_wish_and_a_repeat_is_the_same_wish(page: PlacesDriver) -> None:
    programme = page.programme
    bruno, chi = person_id(programme, "Bruno"), person_id(programme, "Chi")
    found = content(programme, {bruno: [F5], chi: [F3]})
    # Bruno's first wish is repeated by F5; Chi wishes others; Elif and Aram speak; Dilan and Ewa have nothing
    assert found == Content({0: 1}, other=1, without=2, people=6, most=3)
    assert rank_of(programme, (F2, F1), F5) == 1
    assert rank_of(programme, (F2,), F3) is None


def test_who_gets_another_place_is_told_from_who_had_none() -> None:
    assert changed({1: [5], 2: [5], 3: []}, {1: [5], 2: [6], 3: [7], 4: [7]}) == (2, 1)
    assert changed({1: [5]}, {}) == (0, 1)
    assert changed({}, {1: [5], 2: [5]}, {2}) == (1, 0)


def test_places_are_read_as_the_file_has_them(page: PlacesDriver) -> None:
    seat(page, "Bruno", F1)
    programme = read_programme(page.event.db)
    assert places_now(programme) == {person_id(programme, "Bruno"): [F1]}
    assert page.event.journal(1)[0].op is Op.PANELS_GIVE_PLACE


def test_without_a_programme_there_is_nothing_to_give_out(
    application: Application, prepared: Path, clock: FakeClock, tmp_path: Path
) -> None:
    application.open(Path(shutil.copy(prepared, tmp_path / prepared.name)))
    desk = DeskDriver(application, clock)
    desk.settles()
    page = PlacesDriver.at(desk)
    page.says("No session that people choose has a time yet.")
    page.presses("F10")
    assert not page.tab.giving.card.isVisible()
    assert not page.tab.give.isEnabled()
    page.presses("Ctrl+T").says("There are no rooms yet.")
