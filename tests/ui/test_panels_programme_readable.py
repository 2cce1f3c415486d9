"""The tab of the programme can be read and reached whole: small, large, at 200 %, in the dark, by ear."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListView

from eventdesk.panels.room import Seating
from tests.ui import reading
from tests.ui.panels_driver import PanelsDriver
from tests.ui.test_panels_programme import Opening, home, opening
from ui.application import Application
from ui.panels.grid.view import GridView
from ui.panels.programme.session_card import Deed

__all__ = ["home", "opening"]
SMALL, LARGE = (1024, 640), (1440, 900)


def _what_if(page: PanelsDriver) -> object:
    page.presses("F6").thinks().tab.suggestion.card.take.click()
    page.settles().presses("F7").tab.what_if.form.do.click()
    return page.thinks()


def _versions(page: PanelsDriver) -> object:
    page.tab.plan_card.versions.click()
    return page.settles()


def _form(page: PanelsDriver) -> object:
    page.clicks_cell("Z4", "FB").tab.session_card.buttons[Deed.CHANGE].click()
    return page.settles().clicks("Remove …")


def _whole_session(page: PanelsDriver) -> object:
    """Unfold the form of a session that has much of everything."""
    session = page.flow.programme.session_by_ref["P1"]
    refs = tuple(each.ref for each in page.flow.programme.sessions if each.ref not in ("P1", "O1"))
    spots = replace(session, room_wished=("GS", "3B"), room_forbidden=("FB",), unavailable=("Z1", "Z2"))
    page.tab.forms.open(replace(spots, after=refs[:3], slot_wished=("Z4",), note="Am Fenster", capacity=400))
    return _unfolded(page)


def _whole_room(page: PanelsDriver) -> object:
    room = page.flow.programme.room_by_ref["3A"]
    page.tab.forms.open(replace(room, seatings=(Seating("Reihen", 90),), unavailable=("Z3",), seating="U-Form"))
    return _unfolded(page)


def _unfolded(page: PanelsDriver) -> object:
    form = page.settles().tab.forms.form
    assert form is not None
    assert form.more is not None
    form.more.button.click()
    return page.settles()


STATES: dict[str, Callable[[PanelsDriver], object]] = {
    "nothing": lambda page: page,
    "chosen": lambda page: page.clicks_cell("Z4", "FB").thinks(),
    "refused": lambda page: page.drags_session("P2", "Z3", "FB"),
    "list": lambda page: page.presses("F2"),
    "suggested": lambda page: page.presses("F6").thinks(),
    "what-if": _what_if,
    "versions": _versions,
    "form": _form,
    "session": _whole_session,
    "room": _whole_room,
    "new": lambda page: page.presses("F3"),
    "papers": lambda page: page.presses("Ctrl+P"),
}


def through(page: PanelsDriver) -> Iterator[str]:
    """Go through the states of the page, one after the other."""
    for name, bring in STATES.items():
        bring(page)
        yield name
        page.tab.show_cards()
        page.tab.choose_session(None)
        page.settles()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut(opening: Opening, panels_file: Path, application: Application, percent: int) -> None:
    application.preferences.text_size = percent
    application.preferences.shade = "dark" if percent == 200 else "light"
    application.rebuild()
    page = opening(panels_file)
    for state in through(page):
        for size in (LARGE, SMALL):
            application.window.resize(*size)
            page.settles()
            assert (page.window.width(), page.window.height()) == size
            assert reading.cut(page.window) == [], (state, size)
            assert page.tab.view.height() > 150, (state, size)
            assert page.tab.view.width() > 300, (state, size)


def test_tab_reaches_everything_and_everything_has_a_name(opening: Opening, panels_file: Path) -> None:
    page = opening(panels_file)
    kinds = QAbstractButton | QLineEdit | QComboBox | QListView | GridView
    for state in through(page):
        expected = [
            each
            for each in page.visible()
            if isinstance(each, kinds) and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        nameless = [
            each for each in expected if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        ]
        assert nameless == [], state
        page.tab.take_focus()
        reached = set()
        for _ in range(len(expected) + 30):
            page.presses("Tab")
            reached.add(QApplication.focusWidget())
        missed = [each for each in expected if each not in reached and not getattr(each, "group", lambda: None)()]
        assert missed == [], state


def test_the_grid_tells_what_has_the_cursor(opening: Opening, panels_file: Path) -> None:
    page = opening(panels_file)
    view = page.tab.view
    page.clicks_cell("Z4", "FB")
    told = QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Description)
    spot = "Werkstatt Projektmesse, 13:30, Foyer-Bühne"
    assert told == f"{spot}, 110 / 60 would come, 50 too many · Mikro, fixed, Tuğba Sağlam"
    page.presses("Up")
    assert view.accessibleDescription() == "Foyer-Bühne, 11:00: free"
    page.clicks_cell("Z4", "FB").presses("m", "Left")
    assert view.accessibleDescription().startswith("Werkstatt Projektmesse: ")


@pytest.mark.parametrize("language", ["de", "en"])
def test_six_rooms_are_seen_at_once_and_what_is_cut_is_told(
    opening: Opening, forums_file: Path, application: Application, language: str
) -> None:
    application.preferences.language = language
    application.rebuild()
    page = opening(forums_file).presses("F6").thinks()
    page.tab.suggestion.card.take.click()
    application.window.resize(*LARGE)
    page.thinks()
    view = page.tab.view
    assert len(view.sight.programme.rooms) == 6
    assert view.horizontalScrollBar().maximum() == 0
    forum = page.session("F6")
    assert forum.slot is not None
    assert forum.room is not None
    QTest.mouseMove(view.viewport(), QPoint(1, 1))  # wherever it was left before, it comes from elsewhere
    page.settles()
    QTest.mouseMove(view.viewport(), page.point((forum.slot, forum.room)))
    page.settles()
    assert forum.title in view.viewport().toolTip()
    assert page.flow.programme.called(forum.crew[0]) in view.viewport().toolTip()
    page.tab.choose_session(forum.id)
    assert view.accessibleDescription() == view.sight.faces[forum.id].whole
    room = page.flow.programme.rooms[0]
    x, wide = view.layout_of.columns[room.id]
    QTest.mouseMove(view.viewport(), QPoint(x + wide // 2, 12))
    page.settles()
    assert view.viewport().toolTip().startswith(f"{room.name}: {room.capacity} ")
    assert all(each in view.viewport().toolTip() for each in room.equipment)
