"""Another language, other colours, larger text: no scan is lost on the way, and what one was about stays."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.application import Application
from ui.frames import EventFrame
from ui.page_makers import PageMakers


class Scanner:
    """Sends letters as a scanner does; the system notes when each was pressed, however late it is heard."""

    def __init__(self, desk: DeskDriver) -> None:
        self._desk, self._moment = desk, round(time.monotonic() * 1000)

    def press(self, text: str) -> None:
        """Let keys arrive, without waiting for anything."""
        for letter in text:
            self._moment += 5
            which = Qt.Key.Key_Return if letter == "\n" else Qt.Key(ord(letter.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, which, Qt.KeyboardModifier.NoModifier, "\r" if letter == "\n" else letter)
                event.setTimestamp(self._moment)
                QCoreApplication.sendEvent(self._desk.window.windowHandle(), event)


def press(desk: DeskDriver, text: str) -> None:
    """Let the keys of one scan arrive, without waiting for anything."""
    Scanner(desk).press(text)


def one_turn() -> None:
    QApplication.processEvents()


def nothing() -> None:
    """Let no time pass."""


CHANGES: dict[str, Callable[[DeskDriver], None]] = {
    "language": lambda desk: setattr(desk.application.preferences, "language", "en"),
    "colours": lambda desk: setattr(desk.application.preferences, "shade", "dark"),
    "text": lambda desk: setattr(desk.application.preferences, "text_size", 150),
}


BETWEEN = (nothing, one_turn)
MEETINGS = [
    *((page, at, between) for page in (PageId.CHECK_IN, PageId.PEOPLE) for at in (0, 8, 16) for between in BETWEEN),
    *((page, at, one_turn) for page in (PageId.JOURNAL, PageId.EVENT, PageId.IMPORT) for at in (1, 15)),
]


@pytest.mark.parametrize(("page", "at", "between"), MEETINGS)
def test_a_scan_that_meets_a_change_arrives_whole(
    desk: DeskDriver, codes: dict[str, str], page: PageId, at: int, between: Callable[[], None]
) -> None:
    """The change comes at any place of the scan, on any page; what comes behind it comes before or amid the change."""
    desk.goes_to(page)
    code, scanner = codes["elif"], Scanner(desk)
    scanner.press(code[:at])
    CHANGES["language"](desk)
    desk.application._rebuilding.soon()
    for letter in f"{code[at:]}\n":
        between()
        scanner.press(letter)
    desk.settles().says("Elif Demirtaş")
    assert desk.last() == ["Demirtaş, Elif"]
    assert desk.application.look.words.language == "en"
    assert desk.field() == ""


@pytest.mark.parametrize("change", CHANGES)
def test_the_verdict_stays_and_scanning_goes_on(desk: DeskDriver, codes: dict[str, str], change: str) -> None:
    desk.scan(codes["elif"])
    CHANGES[change](desk)
    desk.application._rebuilding.soon()
    desk.settles().says("Elif Demirtaş")
    assert desk.has_the_focus()
    desk.scan(codes["oksana"]).says("Oksana Netschyporenko")
    assert len(desk.last()) == 2


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_half_typed_stays_in_the_scan_field(desk: DeskDriver, change: str) -> None:
    desk.types("dem")
    CHANGES[change](desk)
    desk.application._rebuilding.soon()
    desk.settles()
    assert desk.field() == "dem"
    desk.types("irtas")
    assert desk.field() == "demirtas"


def test_only_the_page_that_is_shown_is_made_at_once(desk: DeskDriver) -> None:
    desk.goes_to(PageId.JOURNAL)
    desk.application.rebuild()
    assert [each for each in PageId if desk.frame.is_made(each)] == [PageId.JOURNAL]
    assert desk.frame.page_id is PageId.JOURNAL


def test_pages_that_are_not_looked_at_are_asked_for_as_before(desk: DeskDriver, codes: dict[str, str]) -> None:
    """Whoever needs a page that is not there yet gets it."""
    desk.goes_to(PageId.EVENT)
    desk.application.rebuild()
    assert not desk.frame.is_made(PageId.CHECK_IN)
    desk.frame.check_in.scan(codes["elif"])
    desk.goes_to(PageId.CHECK_IN).says("Elif Demirtaş")


def test_search_and_filter_of_the_people_stay(desk: DeskDriver) -> None:
    desk.goes_to(PageId.PEOPLE)
    desk.frame.people.bar.search.field.setText("demir")
    desk.settles()
    CHANGES["language"](desk)
    desk.application._rebuilding.soon()
    desk.settles()
    assert desk.frame.people.bar.search.field.text() == "demir"


def test_two_changes_in_one_go_are_both_made(desk: DeskDriver) -> None:
    for change in ("language", "colours"):
        CHANGES[change](desk)
        desk.application._rebuilding.soon()
    desk.settles()
    assert desk.application.look.words.language == "en"
    assert desk.application.look.theme.dark


def test_an_event_closed_amid_a_change_is_closed(desk: DeskDriver) -> None:
    desk.application._rebuilding.soon()
    QApplication.processEvents()
    desk.application.close_event()
    desk.settles()
    assert desk.application.opened is None
    assert desk.application.beginning is not None


def test_a_page_is_put_in_in_another_turn_than_it_is_made(desk: DeskDriver) -> None:
    desk.application.rebuild()
    frame = desk.frame
    frame.prepare(PageId.JOURNAL)
    assert not frame.is_made(PageId.JOURNAL)
    (_, prepared) = frame._pages_made._in_hand or (None, None)
    frame.prepare(PageId.JOURNAL)
    assert frame.journal is prepared
    assert frame._pages_made.ready is None


def test_a_page_that_was_made_in_vain_is_gone(desk: DeskDriver) -> None:
    frame = desk.frame
    desk.application.rebuild()
    for give_up in (lambda: desk.frame.prepare(PageId.PEOPLE), desk.frame.drop_hidden, desk.application.close_event):
        frame = desk.application.frame or frame
        frame.prepare(PageId.JOURNAL)
        (_, prepared) = frame._pages_made._in_hand or (None, None)
        give_up()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not isValid(prepared)
    desk.settles()


@pytest.mark.parametrize("turns", range(8))
def test_what_is_closed_while_it_is_brought_in_leaves_nothing(application: Application, file: Path, turns: int) -> None:
    application.open(file)
    until(lambda: application.opened is not None)
    for _ in range(turns):
        one_turn()
    application.close_event()
    until(lambda: not application.busy)
    one_turn()
    assert application.opened is None
    assert application.window.findChildren(EventFrame) == []
    assert application.window.updatesEnabled()
    assert application.beginning is not None


def test_nothing_is_shown_of_a_window_without_a_page(application: Application, file: Path) -> None:
    """Where the page is still to be made, there is no inside yet."""
    application.open(file)
    seen: list[bool] = []
    while not seen or application.busy:
        one_turn()
        seen.append(application.frame is None or bool(application.frame.stack.count()))
    assert all(seen)
    assert application.frame is not None
    assert application.frame.isVisible()


def test_a_bug_on_the_way_leaves_a_window_that_is_painted_and_hears_keys(
    desk: DeskDriver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(makers: PageMakers) -> None:
        raise ValueError("nobody foresaw this")

    application = desk.application
    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(PageMakers, "_make_check_in", broken)
        application._rebuilding.soon()
        until(lambda: bool(raised))
    assert application.window.updatesEnabled()
    assert not application.busy
    application._rebuilding.soon()
    desk.settles().types("dem")
    assert desk.field() == "dem"
