"""The page can be read and reached whole: small, large, at 200 %, in the dark, by ear; it never halts."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView, QPlainTextEdit

from tests.clock import FakeClock
from tests.ui import reading
from tests.ui.cafe_driver import CafeDriver
from tests.ui.driver import DeskDriver
from tests.ui.watchdog import BUSY_MS, Watchdog
from ui.application import Application
from ui.cafe.hall.view import HallView
from ui.cafe.tables.choice_card import Deed

States = Mapping[str, Callable[[CafeDriver], object]]


def _guest(page: CafeDriver) -> object:
    people = page.cafe.at(page.flow.memory.round or 0, page.table("T02"))
    page.tab.choose_person(people[2], bring=True)
    return page.settles()


def _table(page: CafeDriver) -> object:
    page.tab.choose_table(page.table("T03"))
    return page.settles()


def _form(page: CafeDriver) -> object:
    _table(page)
    page.tab.do_chosen(Deed.CHANGE)
    return page.settles()


def _rounds(page: CafeDriver) -> object:
    page.tab.set_rounds()
    return page.settles()


def _roles(page: CafeDriver) -> object:
    page.tab.choose_roles()
    return page.settles()


def _closing(page: CafeDriver) -> object:
    _table(page)
    page.tab.do_chosen(Deed.CLOSE)
    return page.thinks()


def _results(page: CafeDriver) -> object:
    return page.presses("Ctrl+T")


STATES: States = {
    "nothing": lambda page: page,
    "guest": _guest,
    "table": _table,
    "form": _form,
    "rounds": _rounds,
    "roles": _roles,
    "closing": _closing,
    "suggested": lambda page: page.presses("F6").thinks(),
    "papers": lambda page: page.presses("Ctrl+P"),
    "running": lambda page: page.presses("F7"),
    "results": _results,
}


def through(page: CafeDriver, states: States) -> Iterator[str]:
    """Go through the states of the page, one after the other."""
    for name, bring in states.items():
        bring(page)
        yield name
        page.cafe_page.show_tab(0)
        page.tab.show_cards()
        page.tab.choose_table(None)
        page.settles()


@pytest.mark.parametrize(
    ("size", "percent", "shade"),
    [((1024, 640), 100, "light"), ((1440, 900), 200, "dark"), ((1024, 640), 200, "light")],
    ids=["small", "double", "small-double"],
)
def test_nothing_is_cut(
    application: Application,
    seated_cafe: Path,
    tmp_path: Path,
    clock: FakeClock,
    size: tuple[int, int],
    percent: int,
    shade: str,
) -> None:
    preferences = application.preferences
    preferences.text_size, preferences.shade, preferences.language = percent, shade, "de"
    application.rebuild()
    application.window.resize(*size)
    application.open(Path(shutil.copy(seated_cafe, tmp_path / seated_cafe.name)))
    page = CafeDriver.at(DeskDriver(application, clock).settles())
    for state in through(page, STATES):
        assert (page.window.width(), page.window.height()) == size, state
        assert reading.cut(page.window) == [], state
        if state != "results":
            assert page.tab.view.height() > 120, state


def test_tab_reaches_everything_and_everything_has_a_name(seated: CafeDriver) -> None:
    kinds = QAbstractButton | QLineEdit | QComboBox | QListView | QPlainTextEdit | HallView
    for state in through(seated, STATES):
        expected = [
            each
            for each in seated.visible()
            if isinstance(each, kinds) and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        nameless = [
            each for each in expected if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        ]
        assert nameless == [], state
        seated.cafe_page.take_focus()
        reached = set(seated.tabs(len(expected) + 20))
        missed = [each for each in expected if each not in reached and not getattr(each, "group", lambda: None)()]
        assert missed == [], state


def test_looking_around_never_holds_up_the_window_and_is_told_to_a_screen_reader(seated: CafeDriver) -> None:
    loop, tab = QEventLoop(), seated.tab
    deeds: list[Callable[[], object]] = [
        *([lambda: tab.step_round(1)] * 2),
        *([lambda: tab.step_round(-1)] * 2),
        *(lambda table=table: tab.choose_table(table) for table in tab.view.tables()),
        lambda: tab.guests.field.setText("han"),
        tab.guests.field.clear,
        tab.show_papers,
        tab.show_cards,
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
    seated.settles()
    assert not dog.turns, dog.culprits()
    seated.tab.choose_table(seated.table("T02"))
    spoken = seated.tab.view.accessibleDescription()
    assert spoken.startswith("Tisch 2, 8 people on 8 seats, host: ")
    person = seated.cafe.at(seated.flow.memory.round or 0, seated.table("T02"))[0]
    seated.tab.choose_person(person)
    assert f"{seated.cafe.guests[person].name}, Tisch 2, host" in seated.tab.view.accessibleDescription()
