"""The page of the fair can be read and reached whole: small, large, at 200 %, in the dark, by ear; it never halts."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListView, QSlider, QTableView

from eventdesk.fair.day import What
from tests.clock import FakeClock
from tests.ui import reading
from tests.ui.driver import DeskDriver
from tests.ui.fair_driver import FairDriver
from tests.ui.watchdog import BUSY_MS, Watchdog
from ui.application import Application
from ui.fair.facts import Deed
from ui.fair.view import STEP, FloorView

SMALL, LARGE = (1024, 640), (1440, 900)


def _chosen(page: FairDriver) -> object:
    return page.clicks_booth("C-14")


def _suggested(page: FairDriver) -> object:
    return page.presses("F6").thinks()


def _weights(page: FairDriver) -> object:
    page.fair.plan_card.weights.click()
    return page.rests()


def _what_if(page: FairDriver) -> object:
    page.clicks_booth("C-14").presses("F7")
    page.fair.what_if.buttons[What.WALK_IN].click()
    return page.rests()


def _drawing(page: FairDriver) -> object:
    return page.clicks_booth("C-14").presses("F3")


def _versions(page: FairDriver) -> object:
    page.flow.keep("Nach dem Anruf der Feuerwehr am Freitagnachmittag")
    page.fair.plan_card.versions.click()
    return page.rests()


STATES: dict[str, Callable[[FairDriver], object]] = {
    "nothing": lambda page: page,
    "chosen": _chosen,
    "asked": lambda page: page.clicks_booth("C-14").asks(Deed.BLOCK),
    "free": lambda page: page.clicks_booth("A-02"),
    "list": lambda page: page.presses("F2"),
    "suggested": _suggested,
    "weights": _weights,
    "what-if": _what_if,
    "drawing": _drawing,
    "versions": _versions,
    "papers": lambda page: page.presses("Ctrl+P"),
}


@pytest.fixture
def page(application: Application, clock: FakeClock, fair_file: Path, tmp_path: Path) -> FairDriver:
    """A desk on this page, with the fair of the sample."""
    application.open(Path(shutil.copy(fair_file, tmp_path / fair_file.name)))
    return FairDriver.at(DeskDriver(application, clock).settles())


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut(page: FairDriver, state: str, size: tuple[int, int], percent: int) -> None:
    preferences = page.application.preferences
    preferences.text_size, preferences.shade = percent, "dark" if percent == 200 else "light"
    page.application.rebuild()
    page.window.resize(*size)
    page.rests()
    STATES[state](page)
    assert (page.window.width(), page.window.height()) == size
    assert reading.cut(page.window) == []
    assert page.fair.view.height() > 150
    assert page.fair.view.width() > 300


@pytest.mark.parametrize("state", STATES)
def test_tab_reaches_everything_and_everything_has_a_name(page: FairDriver, state: str) -> None:
    STATES[state](page)
    kinds = QAbstractButton | QLineEdit | QComboBox | QListView | QTableView | QSlider | FloorView
    expected = [
        each
        for each in page.visible()
        if isinstance(each, kinds) and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    nameless = [each for each in expected if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)]
    assert nameless == []
    page.fair.take_focus()
    reached = set()
    for _ in range(len(expected) + 30):
        page.presses("Tab")
        reached.add(QApplication.focusWidget())
    missed = [each for each in expected if each not in reached and not getattr(each, "group", lambda: None)()]
    assert missed == []


@pytest.mark.usefixtures("little_in_memory")
def test_looking_around_never_holds_up_the_window(page: FairDriver) -> None:
    loop, view = QEventLoop(), page.fair.view
    deeds = [
        *([lambda: view.zoom(STEP, QPoint(200, 200))] * 6),
        *([lambda: view.pan(QPoint(25, 15))] * 20),
        lambda: page.fair.choose_booth(page.booth("C-14").id),
        view.show_all,
        page.fair.show_list,
        page.fair.show_cards,
    ]
    timer = QTimer()
    timer.setInterval(15)

    def go_on() -> None:
        if deeds:
            deeds.pop(0)()
        else:
            loop.quit()

    timer.timeout.connect(go_on)
    with Watchdog(limit_ms=BUSY_MS) as dog:
        timer.start()
        loop.exec()
    timer.stop()
    page.rests()
    assert dog.longest_ms > 0
    assert not dog.turns, dog.culprits()
