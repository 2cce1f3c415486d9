"""The views of places and doors can be read and reached whole: in a small window, at 200 %, in the dark, by Tab."""

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from eventdesk.panels import actions_places
from tests.clock import FakeClock
from tests.core.panels.programme_of_tests import F2, R2, person_id
from tests.ui import reading
from tests.ui.driver import DeskDriver
from tests.ui.places_driver import MORNING, DoorsDriver, PanelsViewDriver, PlacesDriver, make_file
from ui.application import Application
from ui.panels.places.lines import Line, LineList
from ui.panels.places.person_card import Deed


@pytest.fixture(scope="session")
def programme_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file with the small programme; tests work on copies of it."""
    return make_file(tmp_path_factory.mktemp("readable"))


@pytest.fixture
def clock() -> FakeClock:
    """Return a clock that shows the morning of the event."""
    return FakeClock(MORNING)


def opened(application: Application, clock: FakeClock, file: Path, folder: Path) -> DeskDriver:
    """Open a copy of the file in which Forum 2 is full and Ewa waits for it."""
    application.rebuild()
    application.open(Path(shutil.copy(file, folder / file.name)))
    desk = DeskDriver(application, clock)
    desk.settles()
    event = desk.application.opened.event if desk.application.opened is not None else None
    assert event is not None
    programme = PlacesDriver.at(desk).programme
    for name in ("Bruno", "Chi", "Dilan"):
        actions_places.give_place(event, person_id(programme, name), F2)
    actions_places.put_on_waiting(event, person_id(programme, "Ewa"), F2)
    return desk


def states(desk: DeskDriver) -> Iterator[tuple[str, PanelsViewDriver]]:
    """Go through what both views can look like."""
    places = PlacesDriver.at(desk)
    yield "places", places
    places.opens("Forum 2")
    places.turns_to(places.tab.session_card.list, "Ewa")
    yield "session", places
    places.finds("Ewa").does(Deed.GIVE, "Forum 2")
    yield "asked", places
    places.presses("F10")
    yield "draw", places
    places.presses("Esc")
    doors = DoorsDriver.at(desk)
    yield "doors", doors
    doors.tab.count_without_names()
    doors.tab.show_inside(R2)
    doors.tab.attendance.count.click()
    doors.settles()
    yield "inside", doors


@pytest.mark.parametrize(("size", "percent"), [((1024, 640), 200), ((1024, 640), 100), ((1440, 900), 200)])
def test_nothing_is_cut(
    application: Application, clock: FakeClock, programme_file: Path, tmp_path: Path,
    size: tuple[int, int], percent: int,
) -> None:  # fmt: skip
    preferences = application.preferences
    preferences.text_size, preferences.shade = percent, "dark" if percent == 200 else "light"
    application.window.resize(*size)
    desk = opened(application, clock, programme_file, tmp_path)
    for state, page in states(desk):
        assert (page.window.width(), page.window.height()) == size
        assert reading.cut(page.window) == [], state


def test_tab_reaches_everything_and_everything_has_a_name(
    application: Application, clock: FakeClock, programme_file: Path, tmp_path: Path
) -> None:
    kinds = QAbstractButton | QLineEdit | QComboBox | QListView
    for state, page in states(opened(application, clock, programme_file, tmp_path)):
        expected = [
            each
            for each in page.visible()
            if isinstance(each, kinds)
            and page.panels.tab.isAncestorOf(each)
            and each.isEnabled()
            and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        nameless = [
            each for each in expected if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        ]
        assert nameless == [], state
        page.panels.take_focus()
        reached = set()
        for _ in range(len(expected) + 25):
            QTest.keyClick(page.window.windowHandle(), Qt.Key.Key_Tab)
            reached.add(QApplication.focusWidget())
        assert [each for each in expected if each not in reached] == [], state


@pytest.mark.parametrize("high", [260, 900])
def test_lines_are_as_high_as_they_need_in_every_width(application: Application, qtbot: QtBot, high: int) -> None:
    listed = LineList(application.look, "Sessions")
    qtbot.addWidget(listed)
    titles = (f"Forum {number} · Wege in Ausbildung und Arbeit" for number in range(8))
    listed.show_lines([Line(at, title, "11:00 · Saal 3B", "103 / 120", 0.9) for at, title in enumerate(titles)])
    listed.show()
    for wide in (900, 430, 412, 405, 320, 700):
        listed.resize(wide, high)
        QApplication.processEvents()
        QApplication.processEvents()
        rows = [listed.model().index(row, 0) for row in range(8)]
        tops = [listed.visualRect(row).top() for row in rows]
        needed = [listed.sizeHintForIndex(row).height() for row in rows]
        assert [below - top for top, below in pairwise(tops)] == needed[:-1], wide
    listed.deleteLater()
