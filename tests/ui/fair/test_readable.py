"""The page of the fair can be read and reached whole: small, large, at 200 %, in the dark, by ear; it never halts."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView, QSlider, QTableView

from eventdesk.fair.day import What
from tests.ui import reading
from tests.ui.fair.conftest import Opening
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
    page.clicks_booth("C-14").presses("F7").fair.what_if.buttons[What.BLOCKED].click()
    return page.thinks()


def _newcomer(page: FairDriver) -> object:
    page.clicks_booth("C-14").presses("F7").fair.what_if.buttons[What.WALK_IN].click()
    return page.rests()


def _part(page: FairDriver) -> object:
    page.presses("F3").fair.drawing.parts.list.setCurrentRow(1)
    return page.rests()


def _drawing(page: FairDriver) -> object:
    return page.clicks_booth("C-14").presses("F3")


def _versions(page: FairDriver) -> object:
    page.flow.keep("Nach dem Anruf der Feuerwehr am Freitagnachmittag")
    page.fair.plan_card.versions.click()
    return page.rests()


WITH_FEW: dict[str, Callable[[FairDriver], object]] = {
    "nothing": lambda page: page,
    "chosen": _chosen,
    "asked": lambda page: page.clicks_booth("C-14").asks(Deed.BLOCK),
    "free": lambda page: page.clicks_booth("A-02"),
    "list": lambda page: page.presses("F2"),
    "suggested": _suggested,
    "weights": _weights,
    "drawing": _drawing,
    "versions": _versions,
    "part": _part,
    "papers": lambda page: page.presses("Ctrl+P"),
}
WITH_EVERYBODY: dict[str, Callable[[FairDriver], object]] = {
    "chosen": _chosen,
    "suggested": _suggested,
    "what-if": _what_if,
    "newcomer": _newcomer,
}


def through(page: FairDriver, states: Mapping[str, Callable[[FairDriver], object]]) -> Iterator[str]:
    """Go through the states of the page, one after the other."""
    for name, bring in states.items():
        bring(page)
        yield name
        page.fair.show_cards()
        page.fair.choose_booth(None)
        page.rests()


@pytest.mark.parametrize(("size", "percent"), [(SMALL, 100), (SMALL, 200), (LARGE, 100)])
@pytest.mark.parametrize("everybody", [False, True], ids=["few", "everybody"])
def test_nothing_is_cut(opening: Opening, fair_file: Path, placed_file: Path, application: Application,
                        everybody: bool, size: tuple[int, int], percent: int) -> None:  # fmt: skip
    preferences = application.preferences
    preferences.text_size, preferences.shade = percent, "dark" if percent == 200 else "light"
    application.window.resize(*size)
    page = opening(placed_file if everybody else fair_file, "de")
    for state in through(page, WITH_EVERYBODY if everybody else WITH_FEW):
        assert (page.window.width(), page.window.height()) == size
        assert reading.cut(page.window) == [], state
        assert page.fair.view.height() > 150, state
        assert page.fair.view.width() > 300, state


@pytest.mark.parametrize("everybody", [False, True], ids=["few", "everybody"])
def test_tab_reaches_everything_and_everything_has_a_name(
    opening: Opening, fair_file: Path, placed_file: Path, everybody: bool
) -> None:
    page = opening(placed_file if everybody else fair_file, "de")
    kinds = QAbstractButton | QLineEdit | QComboBox | QListView | QTableView | QSlider | FloorView
    for state in through(page, WITH_EVERYBODY if everybody else WITH_FEW):
        expected = [
            each
            for each in page.visible()
            if isinstance(each, kinds) and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        nameless = [
            each for each in expected if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        ]
        assert nameless == [], state
        page.fair.take_focus()
        reached = set(page.tabs(len(expected) + 30))
        missed = [each for each in expected if each not in reached and not getattr(each, "group", lambda: None)()]
        assert missed == [], state


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
