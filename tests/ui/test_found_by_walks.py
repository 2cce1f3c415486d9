"""What random walks through the window have found, each as small as it can be."""

import gc
import time
import weakref
from pathlib import Path
from threading import Event as Flag

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.application import Application
from ui.bench import Bench
from ui.checkin.group_panel import GroupPanel
from ui.checkin.point_box import PointBox
from ui.guest.window import GuestWindow
from ui.jobs import Jobs
from ui.panels.programme.session_card import SessionCard
from ui.prize.setup.entry_list import EntryList
from ui.widgets.text import FittingText, laid_out, lines_of, wrapping

TASKS = Path("/proc/self/task")
PATIENCE_S = 20


def waits(begun: Flag, may_end: Flag) -> bool:
    """Work as long as the test wants it."""
    begun.set()
    return may_end.wait(PATIENCE_S)


def test_before_anything_is_chosen_there_is_nothing_to_do_to_it(application: Application) -> None:
    card = SessionCard(application.look)
    assert [deed for deed, button in card.buttons.items() if not button.isHidden()] == []


def test_a_start_page_that_is_never_seen_takes_its_cards_with_it(application: Application) -> None:
    def thrown_away() -> int:
        application.show_start()
        application.rebuild()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return len(QApplication.allWidgets())

    thrown_away()
    assert len({thrown_away() for _ in range(3)}) == 1


def test_a_file_is_looked_at_while_the_start_page_is_made_anew(desk: DeskDriver) -> None:
    """What is found in the file comes when the page that asked is gone, and the next one is not there yet."""
    application = desk.application
    application.close_event()
    desk.settles()
    beginning = application.beginning
    assert beginning is not None
    beginning._look_at_files()
    assert not beginning.idle()
    pieces = application._rebuilt()
    while application.window.centralWidget() is not None:
        next(pieces)
    assert application.beginning is None
    until(beginning.idle)
    list(pieces)
    desk.settles()


@pytest.mark.parametrize("kind", [GroupPanel, EntryList])
def test_what_is_closed_is_let_go_of(application: Application, kind: type[GroupPanel] | type[EntryList]) -> None:
    made = kind(application.look)
    gone = weakref.ref(made)
    made.deleteLater()
    del made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()
    gc.collect()
    assert gone() is None


def test_icons_are_let_go_of_with_the_look_they_were_drawn_for(application: Application) -> None:
    """Those of every size and colour that anybody has ever tried are tens of megabytes."""
    drawn = weakref.ref(application.look.icons)
    application.preferences.language = "en"
    application.rebuild()
    assert application.look.icons is drawn()
    application.preferences.shade, application.preferences.text_size = "dark", 175
    application.rebuild()
    assert application.look.icons is not drawn()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()
    gc.collect()
    assert drawn() is None


TWICE = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
"""Signs that Qt counts as two each. A text that is cut by such figures lies beside itself, or has no sign there."""


@pytest.mark.parametrize("text", [TWICE * 40, f"Fest {TWICE} Hof", "\U0001f600" * 90, "\U0001f600 " * 30])
def test_signs_that_qt_counts_twice_are_whole_on_every_line(application: Application, text: str) -> None:
    look = application.look
    for width in range(30, 700, 45):
        layout = laid_out(text, look.theme.font(30), width, wrapping())
        assert "".join(lines_of(layout)) == text
        fitting = FittingText(look.theme, 76, QFont.Weight.Bold, "#ffffff", lines=3)
        fitting.setText(text)
        assert fitting.heightForWidth(width) > 0
    box = PointBox(look)
    box.addItem(text)
    box.resize(150, 60)
    assert not box.grab().isNull()
    assert "".join(box.lines()).startswith(text[:2].strip())
    box.deleteLater()
    screen = GuestWindow(look)
    screen.show_event(text, text, "12:00")
    assert not screen.grab().isNull()
    screen.deleteLater()


def test_work_goes_on_to_its_end_when_nobody_wants_it_any_more(dressed: QApplication) -> None:
    """Whoever asked is gone first: nothing is delivered, nothing fails, and nobody waits."""
    bench, begun, may_end = Bench(), Flag(), Flag()
    gone: list[bool] = []
    delivered: list[object] = []
    bench.jobs.destroyed.connect(lambda: gone.append(True))
    bench.jobs.run(lambda: waits(begun, may_end), delivered.append)
    assert begun.wait(PATIENCE_S)
    before = time.monotonic()
    bench.close()
    del bench
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert time.monotonic() - before < 10
    assert gone == []
    may_end.set()
    until(lambda: gone == [True])
    assert delivered == []


@pytest.mark.skipif(not TASKS.exists(), reason="threads are counted where the system tells of them")
def test_a_thread_does_not_stay_for_who_let_go_of_it(dressed: QApplication) -> None:
    jobs, begun, may_end = Jobs(), Flag(), Flag()
    jobs.run(lambda: waits(begun, may_end), lambda _result: None)
    assert begun.wait(PATIENCE_S)
    with_it = len(list(TASKS.iterdir()))
    jobs.drop()
    del jobs
    may_end.set()
    until(lambda: len(list(TASKS.iterdir())) < with_it)


def test_work_that_never_began_is_let_go_of(dressed: QApplication) -> None:
    class Asking:
        def deliver(self, result: object) -> None:
            """Be asked for nothing."""

    jobs, begun, may_end = Jobs(), Flag(), Flag()
    asking = [Asking() for _ in range(4)]
    gone = [weakref.ref(each) for each in asking]
    for each in asking:
        jobs.run(lambda: waits(begun, may_end), each.deliver)
    assert begun.wait(PATIENCE_S)
    jobs.drop()
    del asking, each
    may_end.set()
    jobs.wait()
    until(lambda: all(each() is None for each in gone))
