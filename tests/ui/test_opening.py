"""Opening and making events: beside the window, which hears keys meanwhile, can be told to stop, and loses no scan."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from threading import Event as Flag

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eventdesk.checkin.verdict import Verdict
from eventdesk.desk import open_event
from eventdesk.people import records
from eventdesk.people.actions import add
from eventdesk.people.listing import Roll
from eventdesk.people.person import Person
from tests.clock import FakeClock
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.waiting import until
from ui import kept_keys
from ui.actions import PageId
from ui.application import Application
from ui.checkin.flow import CheckInFlow
from ui.opening import OpeningScreen
from ui.start import flow

__all__ = ["home"]


class Gate:
    """Keeps the other thread until it is let through."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.reached, self._open = Flag(), Flag()
        self.times = 0
        prepare = flow.prepare

        def held(make: object) -> flow.Prepared:
            self.times += 1
            self.reached.set()
            assert self._open.wait(20)
            return prepare(make)  # type: ignore[arg-type]

        patch.setattr(flow, "prepare", held)

    def let_through(self) -> None:
        """Let whoever waits, and all others, through."""
        self._open.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(monkeypatch)
    yield gate
    gate.let_through()


@pytest.fixture
def driver(application: Application, clock: FakeClock) -> DeskDriver:
    return DeskDriver(application, clock).settles()


def shown(application: Application) -> OpeningScreen:
    """Wait until the window offers to stop."""
    until(lambda: isinstance(application.window.centralWidget(), OpeningScreen))
    QApplication.processEvents()
    screen = application.window.centralWidget()
    assert isinstance(screen, OpeningScreen)
    return screen


def key(application: Application, which: Qt.Key) -> None:
    QTest.keyClick(application.window.windowHandle(), which)
    QApplication.processEvents()


def a_code(file: Path) -> str:
    with open_event(file) as event:
        return next(person.code for person in records.everyone(event.db) if person.family_name == "Demirtaş")


def test_it_says_what_is_opened_and_offers_to_stop(driver: DeskDriver, file: Path, gate: Gate) -> None:
    application = driver.application
    application.open(file)
    screen = shown(application)
    assert screen.sentence.text() == "Opening konferenz …"
    assert screen.stop_button.hasFocus()
    assert application.frame is None
    gate.let_through()
    driver.settles()
    assert application.opened is not None
    assert driver.has_the_focus()


@pytest.mark.parametrize("how", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space, None])
def test_it_can_be_stopped_by_keys_and_by_the_mouse(
    driver: DeskDriver, file: Path, gate: Gate, how: Qt.Key | None
) -> None:
    application = driver.application
    application.open(file)
    screen = shown(application)
    if how is None:
        QTest.mouseClick(screen.stop_button, Qt.MouseButton.LeftButton)
    else:
        key(application, how)
    driver.settles()
    assert application.beginning is not None
    gate.let_through()
    application.open(file)
    driver.settles()
    assert application.opened is not None
    assert gate.times == 2


def test_what_was_stopped_while_it_was_made_is_not_there(driver: DeskDriver, tmp_path: Path, gate: Gate) -> None:
    application, new = driver.application, tmp_path / "new.eventdesk"
    application.create(new)
    shown(application)
    application.opening.stop()
    gate.let_through()
    application.opening._jobs.wait()
    assert not new.exists()
    assert list(tmp_path.glob("new*")) == []
    application.create(new)
    driver.settles()
    assert application.opened is not None


def test_a_scan_while_a_file_is_opened_is_taken_as_soon_as_it_is_open(
    driver: DeskDriver, file: Path, gate: Gate
) -> None:
    code, application = a_code(file), driver.application
    application.open(file)
    shown(application)
    for letter in code[:9]:
        key(application, Qt.Key(ord(letter)))
    gate.let_through()
    for letter in code[9:]:
        key(application, Qt.Key(ord(letter)))
    key(application, Qt.Key.Key_Return)
    driver.settles().says("Elif Demirtaş", "4. Integrationskonferenz")
    assert driver.last() == ["Demirtaş, Elif"]


def test_another_file_takes_the_place_of_the_one_that_is_being_opened(
    driver: DeskDriver, file: Path, tmp_path: Path, gate: Gate
) -> None:
    application = driver.application
    application.open(file)
    shown(application)
    application.create(tmp_path / "other.eventdesk")
    gate.let_through()
    driver.settles()
    assert application.opened is not None
    assert application.opened.event.path.name == "other.eventdesk"
    with open_event(file) as event:  # nobody holds the first one
        assert event.view_only is None


def test_a_file_that_changes_in_between_is_looked_at_again(
    driver: DeskDriver, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another desk opens it, writes and closes it just when this one has checked it."""
    prepare, times = flow.prepare, []

    def disturbed(make: object) -> flow.Prepared:
        prepared = prepare(make)  # type: ignore[arg-type]
        times.append(prepared.state)
        if len(times) == 1:
            with open_event(file) as event:
                add(event, Person(0, "Farid", "Rahimi"))
        return prepared

    monkeypatch.setattr(flow, "prepare", disturbed)
    driver.application.open(file)
    driver.settles()
    assert driver.application.opened is not None
    assert len(times) == 2
    assert times[0] != times[1]


def test_another_language_meanwhile(driver: DeskDriver, file: Path, gate: Gate) -> None:
    application = driver.application
    application.open(file)
    shown(application)
    application.preferences.language = "de"
    application.rebuild()
    assert shown(application).sentence.text().startswith("konferenz")
    gate.let_through()
    driver.settles().says("Protokoll")


def test_closing_the_window_while_a_file_is_opened(driver: DeskDriver, file: Path, gate: Gate) -> None:
    driver.application.open(file)
    shown(driver.application)
    gate.let_through()
    driver.application.quit()
    QApplication.processEvents()
    assert driver.application.opened is None
    with open_event(file) as event:
        assert event.view_only is None


def rolls() -> int:
    """Count the lists of all people that are in memory."""
    return sum(isinstance(each, Roll) for each in gc.get_objects())


def test_event_after_event_leaves_nothing_behind(driver: DeskDriver, file: Path) -> None:
    application = driver.application
    application._tidying._pause.setInterval(200)  # nobody does anything here
    gc.unfreeze()
    others = rolls()
    gone: list[weakref.ref[object]] = []
    frozen: list[int] = []
    for _ in range(4):
        application.open(file)
        driver.settles().goes_to(PageId.PEOPLE)
        until(lambda: not driver.frame.people.busy)
        assert application.opened is not None
        gone += [weakref.ref(application.opened), weakref.ref(application.opened.event)]
        application.close_event()
        until(lambda: not application._untidy)
        frozen.append(gc.get_freeze_count())
    assert [each() for each in gone if each() is not None] == []
    assert frozen[-1] - frozen[0] < 0.05 * frozen[0]
    gc.unfreeze()  # what is left alone is not listed
    assert rolls() <= others + 1


def test_sixty_scans_while_an_event_opens_all_arrive(
    driver: DeskDriver, file: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    application, scanned, scan = driver.application, list[str](), CheckInFlow.scan

    def noted(flow: CheckInFlow, code: str) -> Verdict:
        scanned.append(code)
        return scan(flow, code)

    monkeypatch.setattr(CheckInFlow, "scan", noted)
    with open_event(file) as event:
        known = [person.code for person in records.everyone(event.db)]
    codes = [known[number % len(known)] for number in range(60)]
    application.open(file)
    until(gate.reached.is_set)
    for sign in "".join(f"{code}\n" for code in codes):
        QTest.keyClick(application.window.windowHandle(), Qt.Key.Key_Return if sign == "\n" else Qt.Key(ord(sign)))
    gate.let_through()
    driver.settles()
    assert scanned == codes
    assert driver.has_the_focus()


def test_what_is_typed_while_kept_keys_arrive_comes_behind_them(
    driver: DeskDriver, file: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_keys, "SLICE_MS", 0)
    application = driver.application
    application.open(file)
    until(gate.reached.is_set)
    for letter in "abcdef":
        key(application, Qt.Key(ord(letter.upper())))
    gate.let_through()
    until(lambda: application.opening.keys.busy)
    for letter in "ghi":
        QTest.keyClick(application.window.windowHandle(), Qt.Key(ord(letter.upper())))
    driver.settles()
    assert driver.field() == "abcdefghi"


def test_more_than_can_be_kept_is_told(
    driver: DeskDriver, file: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_keys, "MOST_KEYS", 8)
    application = driver.application
    application.open(file)
    until(gate.reached.is_set)
    for letter in "abcdef":
        key(application, Qt.Key(ord(letter.upper())))
    gate.let_through()
    driver.settles().says("Please scan the last badges again.")
    assert driver.field() == "abcd"
