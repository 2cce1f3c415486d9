"""Forms, panels and the guided first scan can be read whole: small and large, at 200 %, light and dark, by ear."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

from tests.ui import reading
from tests.ui.driver import DeskDriver
from tests.ui.settings_driver import SettingsDriver

STATES = ("point", "role", "pale", "licences", "new", "problems", "tour")


def bring(desk: DeskDriver, state: str) -> None:
    """Bring the window into one of the states that are looked at."""
    application = desk.application
    if state in ("point", "role", "pale", "licences"):
        page = SettingsDriver.at(desk)
        if state == "point":
            page.opens_point("Haupteingang")
        elif state == "licences":
            page.settings.about.licences.click()
        else:
            form = page.opens_role(page.settings.roles.fold.lines()[0].text())
            if state == "pale":
                page.writes(form.colour, "#808080")
        desk.settles()
        return
    application.close_event()
    desk.settles()
    assert application.beginning is not None
    start = application.beginning.page
    deeds: dict[str, Callable[[], object]] = {
        "new": start.show_new,
        "problems": lambda: start.show_problems(application.preferences.folder, ["rooms.csv, line 2: wrong"] * 30),
        "tour": start.tour_asked.emit,
    }
    deeds[state]()
    desk.settles()


SMALL, LARGE = (1024, 640), (1440, 900)
LOOKED_AT = [(state, size, percent) for state in STATES for size, percent in ((SMALL, 100), (SMALL, 200), (LARGE, 100))]
LOOKED_AT.remove(("tour", SMALL, 200))  # strip and check-in page together have no room there


@pytest.mark.parametrize(("state", "size", "percent"), LOOKED_AT)
def test_nothing_is_cut(desk: DeskDriver, state: str, size: tuple[int, int], percent: int) -> None:
    preferences = desk.application.preferences
    preferences.text_size = percent
    preferences.shade = "dark" if percent == 200 else "light"
    desk.application.rebuild()
    desk.window.resize(*size)
    bring(desk.settles(), state)
    assert (desk.window.width(), desk.window.height()) == size
    assert reading.cut(desk.window) == []


@pytest.mark.parametrize("state", STATES)
def test_tab_reaches_everything_and_everything_has_a_name(desk: DeskDriver, state: str) -> None:
    bring(desk, state)
    kinds = QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit
    expected = [
        each
        for each in desk.visible()
        if isinstance(each, kinds) and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [each for each in expected if not each.accessibleName()] == []
    reached = set(desk.tabs(len(expected) + 20))
    missed = [each for each in expected if each not in reached and not (getattr(each, "group", lambda: None)())]
    assert missed == []
