"""In the window: who is looked at and what is written is noted, and from the deletion day on one is reminded."""

from pathlib import Path

import pytest

from eventdesk.codes import NOTES, Fault
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.history.notes import noted
from eventdesk.rights import Level
from eventdesk.words.audit import given
from tests.clock import FakeClock
from tests.ui.conftest import NEVER_MS, Answers
from tests.ui.driver import DeskDriver
from tests.ui.journal_driver import JournalDriver
from tests.ui.people_driver import PeopleDriver
from tests.ui.settings_driver import SettingsDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.reminder import DeletionStrip

ELIF, FARID = "Demirtaş, Elif", "Rahmani, Farid"
DUE = "2017-03-21T08:00:00+00:00"


@pytest.fixture
def people(desk: DeskDriver, monkeypatch: pytest.MonkeyPatch) -> PeopleDriver:
    return PeopleDriver(desk)


def event_of(desk: DeskDriver) -> Event:
    assert desk.application.opened is not None
    return desk.application.opened.event


def looked_at(event: Event) -> list[list[str]]:
    """Return who stands in each look-up, the newest first."""
    return [list(note.people.values()) for note in noted(event.db, 10) if given(note.entry.label) is None]


def stays_with(people: PeopleDriver, name: str) -> None:
    """Look at somebody as long as it takes to be noted."""
    timer = people.page.editor._look
    timer.setInterval(0)
    people.chooses(name)
    until(lambda: not timer.isActive())


def test_whose_details_stay_open_is_noted_and_who_is_passed_is_not(people: PeopleDriver) -> None:
    people.page.editor._look.setInterval(NEVER_MS)
    people.chooses(FARID)
    stays_with(people, ELIF)
    opened = people.desk.application.opened
    assert opened is not None
    assert looked_at(people.event) == []
    opened.look_ups.write()
    assert looked_at(people.event) == [["Elif Demirtaş"]]
    stays_with(people, FARID)
    stays_with(people, ELIF)
    opened.look_ups.write()
    assert looked_at(people.event) == [["Farid Rahmani"], ["Elif Demirtaş"]]


def test_what_waits_is_noted_when_the_event_is_closed(people: PeopleDriver, file: Path) -> None:
    stays_with(people, ELIF)
    people.desk.application.show_start()
    people.desk.application._close()
    with open_event(file) as event:
        assert looked_at(event) == [["Elif Demirtaş"]]


def test_what_cannot_be_noted_now_is_noted_later(people: PeopleDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    stays_with(people, ELIF)
    opened = people.desk.application.opened
    assert opened is not None
    with monkeypatch.context() as patch:
        patch.setattr(people.event, "transact", _full)
        opened.look_ups.write()
    assert opened.look_ups._soon.isActive()
    opened.look_ups.write()
    assert looked_at(people.event) == [["Elif Demirtaş"]]
    assert not opened.look_ups._soon.isActive()


def _full(*_arguments: object) -> object:
    raise KnownError(Fault.DISK_FULL)


def test_a_list_that_is_written_is_noted_behind_who_was_looked_at(people: PeopleDriver, tmp_path: Path) -> None:
    stays_with(people, ELIF)
    people.page.write_to(tmp_path / "alle.csv")
    until(people.desk.application.work.idle)
    people.rests()
    newest, before = noted(people.event.db, 2)
    assert newest.entry.label == f"people {len(people.names())} people alle.csv"
    assert list(before.people.values()) == ["Elif Demirtaş"]
    journal = JournalDriver(people.desk)
    assert journal.titles()[0].endswith("alle.csv")
    assert "Elif Demirtaş" in journal.titles()[1]


def test_all_that_is_stored_about_somebody_is_noted_with_them(
    people: PeopleDriver, tmp_path: Path, answers: Answers
) -> None:
    people.chooses(ELIF)
    number = people.shown().id
    people.page.flow.write_about(number, tmp_path / "Elif Demirtaş.json")
    (note,) = noted(people.event.db, 5)
    assert (note.entry.label, dict(note.people)) == (f"about 1 people #{number} .json", {number: "Elif Demirtaş"})


def test_the_journal_shows_notes_alone_if_asked(desk: DeskDriver, tmp_path: Path) -> None:
    people = PeopleDriver(desk)
    stays_with(people, ELIF)
    people.page.write_to(tmp_path / "alle.json")
    until(desk.application.work.idle)
    journal = JournalDriver(desk)
    box = journal.page.filters.kind
    at = next(number for number in range(box.count()) if box.itemData(number) == NOTES)
    box.setCurrentIndex(at)
    box.activated.emit(at)
    journal.rests()
    assert [line.whole.entry.op in NOTES for line in journal.lines()] == [True, True]
    journal.chooses(journal.titles()[1])
    assert any("Elif Demirtaş" in text for text in [journal.chosen(), *journal.told()])
    assert not journal.page.details.undo_button.isVisible()


# ---- the deletion day


def strip_of(desk: DeskDriver) -> DeletionStrip | None:
    return next((each for each in desk.frame.findChildren(DeletionStrip) if each.isVisible()), None)


def test_nobody_is_reminded_before_the_day(desk: DeskDriver) -> None:
    assert strip_of(desk) is None


def test_from_the_day_on_one_is_led_to_finishing(
    application: object, file: Path, clock: FakeClock, desk: DeskDriver
) -> None:
    clock.set(DUE)
    desk.application.open(file)
    desk.settles()
    strip = strip_of(desk)
    assert strip is not None
    assert "2017" in strip.sentence.text()
    strip.finish.click()
    desk.settles()
    assert desk.frame.page_id is PageId.REPORTS
    assert desk.frame.reports.tab is desk.frame.reports.end
    assert strip_of(desk) is strip


def test_who_wants_it_later_is_reminded_at_the_next_opening(file: Path, clock: FakeClock, desk: DeskDriver) -> None:
    clock.set(DUE)
    desk.application.open(file)
    desk.settles()
    strip = strip_of(desk)
    assert strip is not None
    strip.later.click()
    desk.settles()
    assert strip_of(desk) is None
    desk.application.open(file)
    desk.settles()
    assert strip_of(desk) is not None


def test_clerks_are_not_asked_to_finish_the_event(file: Path, clock: FakeClock, desk: DeskDriver) -> None:
    clock.set(DUE)
    desk.application.open(file)
    desk.settles()
    keeper = desk.application.inside.keeper
    assert keeper is not None
    keeper.set_pin(Level.ORGANISER, "2468")
    until(keeper.idle)
    assert strip_of(desk) is not None
    keeper.step_down()
    desk.settles()
    assert strip_of(desk) is None
    keeper.unlock(Level.ORGANISER)
    desk.settles()
    strip = strip_of(desk)
    assert strip is not None
    strip.later.click()
    keeper.step_down()
    keeper.unlock(Level.ORGANISER)
    desk.settles()
    assert strip_of(desk) is None


def test_the_page_of_the_event_shows_and_changes_the_day(desk: DeskDriver) -> None:
    page = SettingsDriver.at(desk)
    field = page.settings.event_card.deletion
    assert field.edit.text() == "20.03.2017"
    page.writes(field, "1.4.2017")
    assert page.settings._flow.deletion_day() == "2017-04-01"
    page.writes(field, "bald")
    assert page.settings._flow.deletion_day() == "2017-04-01"
    page.writes(field, "")
    assert page.settings._flow.deletion_day() == "2017-03-20"
