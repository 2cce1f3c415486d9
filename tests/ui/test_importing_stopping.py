"""An import that is stopped, closed, undone or disturbed in the middle: what is written is a whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from eventdesk.codes import Fault
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.event import Event, UndoStopped
from eventdesk.people import records
from eventdesk.people.actions import add
from eventdesk.people.person import Person
from tests.core.people.lists import listed
from tests.ui.driver import DeskDriver
from tests.ui.importing_driver import ImportDriver, drop
from ui.actions import PageId
from ui.importing.flow import ImportFlow
from ui.importing.state import Deed, End, Outcome, Step
from ui.jobs import Ok

ROWS = 5000


@pytest.fixture
def page(desk: DeskDriver, tmp_path: Path) -> ImportDriver:
    """Return a desk that has compared a long list and would import it."""
    driver = ImportDriver.of(desk)
    rows = ["Vorname;Nachname;E-Mail", *(f"Gast;Nr{at};gast{at}@example.org" for at in range(ROWS))]
    driver.drops(listed(tmp_path, *rows)).forward().forward()
    return driver


def count(page: ImportDriver) -> int:
    return records.count(page.event.db)


def until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    waiting = QElapsedTimer()
    waiting.start()
    while not holds() and not waiting.hasExpired(20_000):
        QApplication.processEvents()
    assert holds()


def begin(page: ImportDriver) -> ImportFlow:
    """Begin to import, and return in the middle of it."""
    flow = page.importing.flow
    page.importing.next.click()
    until(lambda: flow.written is not None and flow.written.done > 200)
    assert flow.deed is Deed.WRITING
    return flow


def outcome_of(page: ImportDriver) -> Outcome:
    page.waits()
    outcome = page.importing.flow.outcome
    assert outcome is not None
    return outcome


def test_a_stop_keeps_what_is_written_and_undo_takes_it_back(page: ImportDriver) -> None:
    before = count(page)
    begin(page)
    page.settles().clicks(page.importing.done.progress.stop_button.text())
    outcome = outcome_of(page)
    assert outcome.end is End.STOPPED
    assert count(page) == before + outcome.written.done
    assert 200 < outcome.written.done < ROWS
    page.presses("Ctrl+Z")
    page.waits()
    assert outcome_of(page).taken_back
    assert count(page) == before


def test_the_same_list_again_brings_the_rest(page: ImportDriver) -> None:
    before, flow = count(page), begin(page)
    flow.stop()
    written = outcome_of(page).written.done
    page.clicks(page.importing.done.again.text())
    page.waits()
    assert page.figures()["unchanged"] == written
    assert page.figures()["added"] == ROWS - written
    page.forward()
    assert count(page) == before + ROWS


def test_the_strip_shows_it_on_every_page_and_the_desk_scans(page: ImportDriver, codes: dict[str, str]) -> None:
    begin(page)
    page.goes_to(PageId.CHECK_IN)
    page.page.scan(codes["elif"])
    assert page.importing.flow.writes
    until(page.frame.work.isVisible)
    page.says("Elif Demirtaş")
    page.presses("Ctrl+I")
    page.waits()
    assert page.at is Step.DONE
    outcome = outcome_of(page)
    assert (outcome.end, outcome.written.done) == (End.WHOLE, ROWS)


def test_another_list_has_to_wait(page: ImportDriver, tmp_path: Path) -> None:
    flow = begin(page)
    drop(page.window, listed(tmp_path, "Name", "Lena Wolf", name="other.csv"))
    page.settles().says("other.csv")
    assert flow.asked is not None
    assert flow.asked.path.name == "people.csv"
    for step in (Step.FILE, Step.COLUMNS, Step.CHECK):
        assert not flow.can_go(step)
    flow.start_over()
    flow.read_as(encoding="cp1252")
    assert flow.writes
    flow.stop()
    page.waits()


def test_undone_at_the_journal_while_it_is_written(page: ImportDriver) -> None:
    before, flow = count(page), begin(page)
    assert flow.written is not None
    page.event.undo(flow.written.eid)
    outcome = outcome_of(page)
    assert outcome.end is End.UNDONE
    assert outcome.taken_back
    assert count(page) == before


def test_people_added_at_the_desk_meanwhile_are_left_alone(page: ImportDriver) -> None:
    begin(page)
    add(page.event, Person(0, "Gast", f"Nr{ROWS - 1}"))
    outcome = outcome_of(page)
    assert (outcome.end, outcome.written.left) == (End.WHOLE, 1)
    assert page.importing.done.again.isVisible()


def test_an_undo_can_be_stopped_and_goes_on(page: ImportDriver) -> None:
    before = count(page)
    page.forward()
    flow = page.importing.flow
    flow.undo()
    until(lambda: count(page) < before + ROWS)
    flow.stop()
    page.waits()
    assert before < count(page) < before + ROWS
    page.presses("Ctrl+Z")
    page.waits()
    assert count(page) == before


def test_an_undo_that_is_overtaken_says_so(page: ImportDriver) -> None:
    page.forward()
    flow = page.importing.flow
    flow.undo()
    until(lambda: flow.task is not None and count(page) < 14 + ROWS - 300)
    guests = [each for each in records.everyone(page.event.db) if each.source]
    page.page.scan(guests[0].code)
    assert isinstance(outcome_of(page).undo, UndoStopped)
    page.presses("Ctrl+I").says(guests[0].name)
    assert page.importing.done.undo.isVisible()


def test_a_full_disk_stops_it_with_a_sentence(page: ImportDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    before, flow = count(page), begin(page)

    def full(*_given: object, **_named: object) -> None:
        raise KnownError(Fault.DISK_FULL, path="konferenz.eventdesk")

    with monkeypatch.context() as patch:
        patch.setattr(Event, "transact", full)
        outcome = outcome_of(page)
    assert outcome.end is End.FAILED
    assert flow.fault is not None
    assert count(page) == before + outcome.written.done
    assert page.importing.done._fault.isVisible()


def test_the_file_is_right_after_closing_in_the_middle(page: ImportDriver, file: Path) -> None:
    before, flow = count(page), begin(page)
    assert flow.written is not None
    page.application.close_event()
    page.settles()
    with open_event(file) as event:
        written = records.count(event.db) - before
        assert 200 < written < ROWS
        assert all(event.verify().values())
        event.undo()
        assert records.count(event.db) == before


def test_another_language_while_it_is_written(page: ImportDriver) -> None:
    begin(page)
    page.application.preferences.language = "en"
    page.application.rebuild()
    page.settles()
    assert page.at is Step.DONE
    page.says("Importing people.csv …")
    page.waits().says(f"{ROWS} people imported")


def test_stopping_to_compare_goes_back_to_the_columns(page: ImportDriver) -> None:
    page.importing.flow.check_again()
    page.importing.flow.stop()
    page.waits()
    assert page.at is Step.COLUMNS
    assert page.forward().at is Step.CHECK


def test_another_meaning_while_comparing_is_not_overtaken_by_the_old(page: ImportDriver) -> None:
    flow = page.importing.flow
    flow.check_again()
    flow.mean_as_proposed()
    page.waits()
    assert flow.plan is None


def test_a_stopped_reading_leaves_nothing(page: ImportDriver, tmp_path: Path) -> None:
    drop(page.window, listed(tmp_path, "Name", "Lena Wolf", name="other.csv"))
    page.importing.flow.stop()
    page.waits()
    assert page.at is Step.FILE
    assert not page.importing.next.isEnabled()


def test_nothing_is_delivered_after_closing(page: ImportDriver, tmp_path: Path) -> None:
    answers: list[object] = []
    page.application.work.beside("waits", lambda _task: 1, answers.append)
    drop(page.window, listed(tmp_path, "Name", "Lena Wolf"))
    page.application.close_event()
    page.settles()
    assert Ok(1) not in answers
    assert page.application.work.idle()
