"""The page can be read and reached whole: at 200 % in the smallest window, in the dark, by keys and by ear."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListView, QPlainTextEdit, QWidget

from tests.clock import FakeClock
from tests.ui import reading
from tests.ui.driver import DeskDriver
from tests.ui.reports_driver import ReportsDriver
from ui.application import Application
from ui.reports.flow.reports_flow import BROCHURE, CERTIFICATES, END, FIGURES, RESULTS


def _part(at: int) -> Callable[[ReportsDriver], object]:
    def bring(desk: ReportsDriver) -> object:
        desk.shows(BROCHURE).reports.brochure.parts.choose(at)
        desk.reports.brochure.parts.chosen.emit(at)
        return desk.settles()

    return bring


def _finishing(desk: ReportsDriver) -> object:
    desk.shows(END).reports.end.finish.look_button.click()
    return desk.settles()


STATES: dict[str, Callable[[ReportsDriver], object]] = {
    "results": lambda desk: desk.shows(RESULTS),
    "figures": lambda desk: desk.shows(FIGURES),
    "certificates": lambda desk: desk.shows(CERTIFICATES),
    "projects": _part(0),
    "words": _part(1),
    "contacts": _part(2),
    "end": lambda desk: desk.shows(END),
    "finishing": _finishing,
}
CONTROLS = QAbstractButton | QLineEdit | QComboBox | QListView | QPlainTextEdit


def _large(application: Application, file: Path, folder: Path, clock: FakeClock) -> ReportsDriver:
    preferences = application.preferences
    preferences.language, preferences.text_size, preferences.shade = "de", 200, "dark"
    application.rebuild()
    application.window.resize(1024, 640)
    application.open(Path(shutil.copy(file, folder / file.name)))
    return ReportsDriver.at(DeskDriver(application, clock).settles())


def test_nothing_is_cut(application: Application, over_file: Path, tmp_path: Path, clock: FakeClock) -> None:
    page = _large(application, over_file, tmp_path, clock)
    for state, bring in STATES.items():
        bring(page)
        assert (page.window.width(), page.window.height()) == (1024, 640)
        assert reading.cut(page.window) == [], state


def test_a_project_that_is_described_is_not_cut_and_reached_by_tab(
    application: Application, empty_file: Path, tmp_path: Path, clock: FakeClock
) -> None:
    page = _large(application, empty_file, tmp_path, clock).shows(BROCHURE)
    projects = page.reports.brochure.projects
    projects.opened.emit(projects.seen()[0])
    page.settles()
    assert page.reports.brochure.describing.card.isVisible()
    assert reading.cut(page.window) == []
    _all_reached(page, "described")


def test_tab_reaches_everything_and_everything_has_a_name(over: ReportsDriver) -> None:
    for state, bring in STATES.items():
        bring(over)
        _all_reached(over, state)


def _all_reached(desk: ReportsDriver, state: str) -> None:
    expected = [
        each
        for each in desk.reports.findChildren(QWidget)
        if isinstance(each, CONTROLS)
        and each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    nameless = [each for each in expected if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)]
    assert nameless == [], state
    reached, at = set(), desk.reports.head.tabs.findChildren(QAbstractButton)[desk.reports.stack.currentIndex()]
    at.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(len(expected) + 12):
        reached.add(QApplication.focusWidget())
        desk.window.focusNextChild()
    assert [each for each in expected if each not in reached] == [], state
