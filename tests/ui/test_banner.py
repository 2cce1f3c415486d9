"""A sentence at the top comes and goes without moving anything that somebody may be about to click."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from tests.ui import reading
from tests.ui.driver import DeskDriver
from ui.actions import PageId

USUAL = "The badge waits for QL-820: it is paused. More: F9"
LONG = " ".join(["The printer says that its paper is at an end; please put in a new roll and close its lid."] * 3)
MARGIN = 12
"""So much every page leaves free at its top."""
SIZES = [(100, 1440, 900), (150, 1280, 800), (200, 1024, 640)]


@pytest.fixture(params=SIZES)
def sized(desk: DeskDriver, request: pytest.FixtureRequest) -> DeskDriver:
    size, width, height = request.param
    desk.application.preferences.language = "en"
    desk.application.preferences.text_size = size
    desk.application.rebuild()
    desk.window.resize(width, height)
    return desk.settles()


def under(desk: DeskDriver, place: QPoint) -> QWidget:
    found = desk.window.childAt(place)
    assert found is not None
    return found


def test_nothing_under_the_pointer_moves(sized: DeskDriver) -> None:
    frame = sized.frame
    for page in (PageId.CHECK_IN, PageId.FAIR, PageId.PEOPLE):
        sized.goes_to(page)
        spots = [QPoint(x, y) for x in range(250, 1000, 150) for y in range(200, 600, 80)]
        before, room = [under(sized, spot) for spot in spots], frame.stack.geometry()
        frame.say(USUAL)
        sized.settles().says(USUAL)
        assert frame.stack.geometry() == room
        assert [under(sized, spot) for spot in spots] == before
        assert frame.banner.height() <= frame.header.height() + MARGIN
        assert reading.cut(frame.banner) == []
        frame.say("")


def test_a_long_sentence_is_read_whole(sized: DeskDriver) -> None:
    room = sized.frame.stack.geometry()
    sized.frame.say(LONG)
    sized.settles()
    assert reading.cut(sized.frame.banner) == []
    assert sized.frame.stack.geometry() == room
    sized.frame.say(USUAL)
    sized.settles()
    assert sized.frame.banner.height() <= sized.frame.header.height() + MARGIN


def test_it_stays_over_the_header_when_the_window_changes(desk: DeskDriver) -> None:
    frame = desk.frame
    frame.say(USUAL)
    for width, height in ((1024, 640), (1900, 1000), (1280, 800)):
        desk.window.resize(width, height)
        desk.settles()
        assert frame.banner.geometry().topLeft() == frame.header.mapTo(frame, QPoint())
        assert frame.banner.width() == frame.header.width()


def test_it_is_reached_by_tab_before_the_page(desk: DeskDriver) -> None:
    desk.frame.say(USUAL)
    desk.settles()
    button = desk.button("Verstanden")
    desk.page.scan_bar.field.setFocus()
    met = []
    for _ in range(60):
        desk.presses("Shift+Tab")
        focused = desk.window.focusWidget()
        met.append(focused)
        if focused is button:
            break
    assert met[-1] is button
    assert desk.frame.stack.isAncestorOf(met[0]) or len(met) == 1
    assert not any(desk.frame.rail.isAncestorOf(each) for each in met)
