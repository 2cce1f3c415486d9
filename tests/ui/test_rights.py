"""Clerks and organisers at one desk: what each may do, how a PIN is asked for, what a locked desk shows."""

import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from eventdesk import pins
from eventdesk.checkin import records
from eventdesk.codes import Op
from eventdesk.desk import open_event
from eventdesk.event import Event
from eventdesk.people import records as people
from eventdesk.rights import Level
from tests.clock import FakeClock
from tests.ui.conftest import Answers
from tests.ui.english import home
from tests.ui.rights_driver import RightsDriver
from ui.actions import PageId
from ui.application import Application
from ui.rights.keeper import MINUTE_MS, Standing
from ui.rights.table import DUTY_OF_PAGE
from ui.shell.strip_column import Urgency
from ui.widgets.text import Text

__all__ = ["home"]

ORGANISER, CLERK = "2468", "clerk1"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make hashes of PINs as fast as they must not be at a desk."""
    monkeypatch.setattr(pins, "_N", 2)


@pytest.fixture
def desk(application: Application, clock: FakeClock) -> RightsDriver:
    """Return a desk without an event."""
    return RightsDriver(application, clock)


@pytest.fixture
def guarded(desk: RightsDriver, file: Path) -> RightsDriver:
    """Return a desk at an event with a PIN for organisers."""
    return opens(desk, with_pins(file, organiser=ORGANISER))


@pytest.fixture
def locked(desk: RightsDriver, file: Path) -> RightsDriver:
    """Return a desk at an event with both PINs."""
    return opens(desk, with_pins(file, organiser=ORGANISER, clerk=CLERK))


def with_pins(file: Path, **typed: str) -> Path:
    with open_event(file, desk="Büro") as event:
        for level, pin in typed.items():
            pins.keep(event, Level(level), pins.hashed(pin))
    return file


def opens(desk: RightsDriver, file: Path) -> RightsDriver:
    desk.application.open(file)
    desk.settles()
    return desk


def event_of(desk: RightsDriver) -> Event:
    opened = desk.application.opened
    assert opened is not None
    return opened.event


def code_of(desk: RightsDriver, family_name: str) -> str:
    return next(each.code for each in people.everyone(event_of(desk).db) if each.family_name == family_name)


# ---- without a PIN


def test_without_a_pin_nobody_notices_anything(desk: RightsDriver, file: Path) -> None:
    opens(desk, file)
    assert desk.works_for(Standing.FREE)
    assert desk.frame.rail.lock is None
    assert event_of(desk).level is Level.ORGANISER
    for page in (PageId.PEOPLE, PageId.JOURNAL, PageId.EVENT, PageId.CHECK_IN):
        desk.goes_to(page)
        assert desk.is_on(page)
        assert not desk.is_asked()
    desk.presses("Ctrl+L").says("There is no PIN yet")
    desk.locks()
    assert desk.works_for(Standing.FREE)
    desk.presses("F1").does_not_say("Lock this desk", "Lock or unlock")


def test_every_page_belongs_to_a_duty() -> None:
    assert set(PageId) - set(DUTY_OF_PAGE) == {PageId.START, PageId.LOCK}


def test_the_page_of_a_locked_desk_is_nowhere_to_begin(desk: RightsDriver, file: Path) -> None:
    desk.application.preferences.remember_page(file, PageId.LOCK.value)
    opens(desk, file)
    assert desk.is_on(PageId.CHECK_IN)
    desk.goes_to(PageId.LOCK)
    assert desk.is_on(PageId.CHECK_IN)


# ---- clerks and organisers


def test_a_clerk_works_at_the_check_in_and_an_organiser_everywhere(guarded: RightsDriver) -> None:
    assert guarded.works_for(Standing.CLERK)
    assert guarded.offered() == {PageId.CHECK_IN, PageId.PRINTER, PageId.START}
    guarded.scan(code_of(guarded, "Demirtaş")).says("Elif Demirtaş")
    guarded.presses("Ctrl+Z")
    assert event_of(guarded).journal(1)[0].op is Op.UNDO
    guarded.presses("F1").says("Lock or unlock").does_not_say("Go to the list of all people", "Lock this desk")
    guarded.presses("Esc", "Ctrl+2")
    assert guarded.is_asked()
    assert guarded.is_on(PageId.CHECK_IN)
    guarded.types_pin(ORGANISER)
    assert guarded.works_for(Standing.ORGANISER)
    assert guarded.is_on(PageId.PEOPLE)
    assert PageId.JOURNAL in guarded.offered()
    guarded.clicks("Lock")
    assert guarded.works_for(Standing.CLERK)
    assert guarded.is_on(PageId.CHECK_IN)
    assert guarded.has_the_focus()


def test_the_queue_goes_on_while_a_pin_is_asked_for(guarded: RightsDriver) -> None:
    guarded.clicks("Unlock")
    assert guarded.is_asked()
    guarded.types("24").scan(code_of(guarded, "Demirtaş")).says("Elif Demirtaş")
    guarded.presses("Ctrl+L").types("24").presses("Esc")
    assert not guarded.is_asked()
    assert guarded.has_the_focus()
    guarded.presses("Ctrl+L")
    form = guarded.form()
    assert form is not None
    assert form.field.text() == "", "what somebody began to type waits for the next one"
    assert guarded.works_for(Standing.CLERK)


def test_a_list_that_is_dropped_waits_for_the_pin(guarded: RightsDriver, tmp_path: Path) -> None:
    table = tmp_path / "liste.csv"
    table.write_text("given_name;family_name\nMariam;Haidari\n", encoding="utf-8")
    guarded.application.window.dropped.emit([table])
    guarded.settles()
    assert guarded.is_on(PageId.CHECK_IN)
    guarded.types_pin(ORGANISER)
    assert guarded.is_on(PageId.IMPORT)


def test_letting_in_against_the_rules_asks_each_time(guarded: RightsDriver) -> None:
    for family_name in ("Schröder", "Kowalski"):
        code = code_of(guarded, family_name)
        guarded.scan(code).presses("Ctrl+Enter")
        assert guarded.is_asked()
        guarded.clock.advance(seconds=9)
        guarded.types_pin(ORGANISER)
        (newest, *_) = records.recent(event_of(guarded).db, 1)
        assert (newest.forced, newest.outcome.value) == (True, "accepted")
        assert guarded.works_for(Standing.CLERK), "the next one in the queue meets an organiser's desk"


def test_an_event_that_was_left_on_another_page_begins_at_the_check_in(guarded: RightsDriver) -> None:
    guarded.presses("Ctrl+8").types_pin(ORGANISER)
    assert guarded.is_on(PageId.JOURNAL)
    opens(guarded, event_of(guarded).path)
    assert guarded.works_for(Standing.CLERK)
    assert guarded.is_on(PageId.CHECK_IN)


def test_a_desk_in_other_colours_works_for_the_same_people(guarded: RightsDriver) -> None:
    guarded.application.preferences.shade = "dark"
    guarded.application.rebuild()
    guarded.settles()
    assert guarded.offered() == {PageId.CHECK_IN, PageId.PRINTER, PageId.START}
    guarded.presses("Ctrl+9").types_pin(ORGANISER)
    guarded.application.rebuild()
    guarded.settles()
    assert guarded.is_on(PageId.EVENT)
    assert guarded.works_for(Standing.ORGANISER)


# ---- rest


def test_an_organiser_who_is_gone_leaves_a_desk_for_clerks(guarded: RightsDriver) -> None:
    guarded.presses("Ctrl+2").types_pin(ORGANISER)
    keeper, rest = guarded.keeper, guarded.keeper._rest
    assert (rest.isActive(), rest.interval()) == (True, pins.USUAL_MINUTES * MINUTE_MS)
    guarded.clock.advance(minutes=4)
    guarded.presses("Down")
    guarded.clock.advance(minutes=4)
    guarded.presses("Down")
    assert guarded.works_for(Standing.ORGANISER), "somebody is there"
    guarded.application.work.beside("Long", lambda _task: None, lambda _result: None)
    rest.timeout.emit()
    assert guarded.works_for(Standing.ORGANISER), "an import would stop half-way"
    guarded.waits_for_pin()
    guarded.waits_until_idle()
    rest.timeout.emit()
    guarded.settles()
    assert guarded.works_for(Standing.CLERK)
    assert guarded.is_on(PageId.CHECK_IN)
    assert not rest.isActive()
    guarded.presses("Ctrl+2").types_pin(ORGANISER)
    guarded.clock.advance(hours=2)  # the computer slept: its timers, too
    guarded.presses("Down")
    assert guarded.works_for(Standing.CLERK)
    keeper.unlock(Level.ORGANISER)
    keeper.keep_minutes(0)
    assert not rest.isActive()


def test_what_an_organiser_began_goes_on_to_its_end(guarded: RightsDriver) -> None:
    guarded.presses("Ctrl+2").types_pin(ORGANISER)
    event, levels = event_of(guarded), []
    guarded.application.work.beside("Long", lambda _task: None, lambda _result: levels.append(event.level))
    guarded.presses("Ctrl+L")
    assert guarded.works_for(Standing.CLERK)
    assert guarded.offered() == {PageId.CHECK_IN, PageId.PRINTER, PageId.START}
    guarded.waits_until_idle()
    assert levels == [Level.ORGANISER]
    assert event.level is Level.CLERK


# ---- wrong PINs


def test_wrong_pins_are_borne_five_times_and_a_restart_helps_nobody(guarded: RightsDriver) -> None:
    guarded.presses("Ctrl+2").types_pin("9999").says("That is not the PIN. 4 more tries.")
    assert guarded.works_for(Standing.CLERK)
    guarded.tries("1", "2", "3").says("One more try.")
    opens(guarded, event_of(guarded).path)
    guarded.presses("Ctrl+2").types_pin("4").says("Too many wrong PINs. Wait 30 seconds.")
    form = guarded.form()
    assert form is not None
    assert not form.field.isEnabled()
    opens(guarded, event_of(guarded).path)
    guarded.clock.advance(seconds=11)
    guarded.presses("Ctrl+2").says("Wait 19 seconds.")
    guarded.keeper.try_pin(ORGANISER)
    assert guarded.works_for(Standing.CLERK), "a right one is not even looked at"
    guarded.clock.advance(seconds=20)
    form = guarded.form()
    assert form is not None
    form._second.timeout.emit()
    assert form.field.isEnabled()
    assert QApplication.focusWidget() is form.field
    guarded.types_pin(ORGANISER)
    assert guarded.is_on(PageId.PEOPLE)
    guarded.presses("Ctrl+L", "Ctrl+L").types_pin("9").says("4 more tries")


def test_pins_are_checked_beside_the_window(guarded: RightsDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []

    def digest(_typed: str, _salt: bytes) -> bytes:
        threads.append(threading.get_ident())
        return b""

    monkeypatch.setattr(pins, "_digest", digest)
    guarded.presses("Ctrl+2").types_pin("9999")
    guarded.keeper.set_pin(Level.CLERK, CLERK)
    guarded.waits_for_pin()
    assert threads
    assert threading.get_ident() not in threads


# ---- locked


def test_a_locked_desk_has_no_keys_to_explain(locked: RightsDriver) -> None:
    assert locked.is_locked()
    locked.presses("F1")
    assert not locked.frame.help.isVisible()


def test_a_locked_desk_shows_nobody_and_keeps_nothing(locked: RightsDriver) -> None:
    assert locked.is_locked(), "it begins locked"
    everybody = [each.family_name for each in people.everyone(event_of(locked).db)]
    code = code_of(locked, "Demirtaş")
    locked.types_pin(CLERK)
    assert locked.works_for(Standing.CLERK)
    locked.scan(code)
    assert locked.words_of_names(everybody)
    locked.types("netsch")
    locked.application._say("Elif Demirtaş is told at the top")
    strip = Text("Elif Demirtaş is told above the page")
    locked.frame.show_strip(strip, Urgency.PLACE)
    locked.locks()
    assert locked.is_locked()
    assert locked.words_of_names(everybody) == []
    before = event_of(locked).journal_length()
    locked.scan(code_of(locked, "Rahmani")).says("Not scanned: this desk is locked.")
    locked.presses("Ctrl+1", "Ctrl+2", "F3", "Ctrl+Z", "F9", "Ctrl+W", "Tab", "Tab", "Tab")
    assert locked.is_locked()
    assert locked.words_of_names(everybody) == []
    assert event_of(locked).journal_length() == before
    locked.application.rebuild()
    locked.settles()
    assert locked.is_locked()
    locked.types_pin(CLERK)
    assert locked.works_for(Standing.CLERK)
    assert locked.field() == ""
    assert locked.page.card.shown() is None or not locked.page.card.isVisible()
    locked.scan(code_of(locked, "Rahmani")).says("Farid Rahmani")


def test_a_locked_desk_opens_for_organisers_with_theirs(locked: RightsDriver) -> None:
    locked.types_pin(ORGANISER)
    assert locked.works_for(Standing.ORGANISER)
    locked.presses("Ctrl+8")
    assert locked.is_on(PageId.JOURNAL)
    locked.locks().types_pin(CLERK)
    assert locked.works_for(Standing.CLERK)
    assert not locked.frame.is_made(PageId.JOURNAL)


def test_news_wait_while_a_desk_is_locked(locked: RightsDriver) -> None:
    locked.application.notices.say(lambda _words: "The badge of Elif Demirtaş is stuck")
    locked.settles().does_not_say("Elif")
    locked.types_pin(CLERK)
    locked.says("The badge of Elif Demirtaş is stuck")


def test_a_scan_without_focus_does_not_reach_a_locked_desk(locked: RightsDriver) -> None:
    before = event_of(locked).journal_length()
    locked.frame.setFocus()
    locked.scan(code_of(locked, "Rahmani"))
    assert event_of(locked).journal_length() == before


# ---- second screens


def test_second_screens_name_nobody_if_that_is_wanted(desk: RightsDriver, file: Path, answers: Answers) -> None:
    opens(desk, file)
    preferences, guest = desk.application.preferences, desk.application.guest
    preferences.guest_screen, preferences.guest_names = True, False
    guest.follow_preferences()
    desk.scan(code_of(desk, "Netschyporenko"))
    assert guest.window is not None
    greeting = guest.window.greeting()
    assert greeting is not None
    assert "Oksana" not in " ".join([greeting.spoken, greeting.name, greeting.native_name, *greeting.places])
    assert "Netschyporenko" not in guest.window.accessibleName()
    preferences.guest_names = True
    guest.follow_preferences()
    desk.presses("F2").scan(code_of(desk, "Rahmani"))
    greeting = guest.window.greeting()
    assert greeting is not None
    assert "Rahmani" in greeting.name


def test_a_window_that_is_gone_already_holds_nobody_up(guarded: RightsDriver) -> None:
    window = QWindow()
    guarded.keeper.watch(window)
    delete(window)
    guarded.keeper.watch(None)
