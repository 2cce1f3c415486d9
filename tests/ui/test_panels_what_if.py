"""What if: the answer says first what matters, keys go through it in order, a line brings its move into sight."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.panels_driver import LEFT, NO_KEYS, PanelsDriver
from tests.ui.test_panels_programme import Opening, home, opening
from ui.actions import ActionId, PageId, footer_of
from ui.widgets.button import Button
from ui.widgets.change_list import ChangeLine
from ui.widgets.reason_line import ReasonLine
from ui.widgets.text import Text

__all__ = ["home", "opening"]


@pytest.fixture
def page(opening: Opening, panels_file: Path) -> PanelsDriver:
    """Return a desk on this page, with a timetable."""
    return opening(panels_file).presses("F6").thinks().clicks("Apply")


def without_3b(page: PanelsDriver) -> PanelsDriver:
    """Ask by keys what becomes of the programme if Saal 3B drops out."""
    page.presses("F7")
    form = page.tab.what_if.form
    form.which.setCurrentIndex(form.which.findText("Saal 3B"))
    form.do.setFocus()
    return page.presses("Space").thinks()


def test_an_empty_card_begins_its_buttons_at_the_left(page: PanelsDriver) -> None:
    page.presses("F7")
    card = page.tab.what_if.card
    assert card.leave.x() == 0
    assert card.leave.isVisible()
    assert not card.begin.isVisible()


def test_it_says_first_which_sessions_lose_their_place(page: PanelsDriver) -> None:
    today = page.flow.cost
    without_3b(page)
    card = page.tab.what_if.card
    assert card.sum.text().startswith("2 sessions lose their place: ")
    assert card.sum.text().endswith("people want to go there")
    assert "(today: " in card.beside.text()
    found = page.tab.what_if.found
    assert found is not None
    assert found.cost < today.total
    notes = [each.findChildren(Text)[0].text() for each in card.findChildren(ReasonLine) if each.isVisible()]
    assert notes[0].endswith(" finds no place.")
    assert notes[1].startswith("This would help: ")
    lines = [line for each in notes for line in each.splitlines()]
    assert all(len(line) < 160 for line in lines), lines


def test_keys_go_from_the_answer_to_taking_it(page: PanelsDriver) -> None:
    without_3b(page)
    what_if = page.tab.what_if
    assert QApplication.focusWidget() is what_if.card.take
    what_if.form.what.setFocus()
    way = []
    for _ in range(5):
        page.presses("Tab")
        way.append(QApplication.focusWidget())
    assert way[:4] == [what_if.form.which, what_if.form.do, what_if.card.take, what_if.card.leave]
    assert way[4] in what_if.list.findChildren(Button)


def test_after_places_were_given_out_it_counts_those_who_have_one(page: PanelsDriver) -> None:
    page.says("wishes are lost", "find no seat")
    repeats = [each for each in page.tab.view.sight.faces.values() if each.figure == "repeat"]
    assert repeats
    assert all("seen when places are given out" in each.spoken and "0 /" not in each.spoken for each in repeats)
    page.clicks_cell("Z4", "FB").says("50 people find no seat in")
    page.presses("F10").thinks()
    page.clicks("Apply").thinks()
    assert page.flow.programme.places
    page.presses("Ctrl+T", "Ctrl+T").settles().does_not_say("find no seat")
    page.says("Places have been given out.", "By the wishes: ")
    assert page.card()[1] == "Werkstatt Projektmesse"
    without_3b(page)
    assert page.tab.what_if.card.sum.text().endswith("people have a place there")


def test_what_has_no_room_is_listed_by_its_time(opening: Opening, panels_file: Path) -> None:
    tray = opening(panels_file).tab.tray.list
    assert {tray.item(at).text().split(" · ")[0] for at in range(tray.count())} == {"11:00", "13:30"}


def test_the_footer_says_how_places_are_given_out_before_what_has_a_button_anyway() -> None:
    keys = [each.id for each in footer_of(PageId.PANELS)]
    assert keys.index(ActionId.SUGGEST) < keys.index(ActionId.GIVE_OUT) < keys.index(ActionId.WHAT_IF)


def test_who_would_have_two_places_is_told_before_and_after(opening: Opening, forums_file: Path) -> None:
    page = opening(forums_file).presses("F6").thinks().clicks("Apply").presses("F10").thinks().clicks("Apply").thinks()
    page.presses("Ctrl+T", "Ctrl+T").settles()
    without_3b(page).says("people would have two places at one time.", "Give out the places anew afterwards (F10).")
    page.presses("Space").thinks()
    page.says("The timetable is applied: 3 changes. ", "people would have two places at one time.")


def test_a_line_of_the_list_brings_its_move_into_sight(opening: Opening, forums_file: Path) -> None:
    page = opening(forums_file).presses("F6").thinks()
    card, view = page.tab.suggestion.card, page.tab.view
    page.application.window.resize(1200, 900)
    page.settles()
    line = next(each for each in card.changes.lines if each.after is not None)
    card.changes.setFocus()
    page.presses("Home")
    bar = view.horizontalScrollBar()
    for act in ("Enter", "click"):
        far = max((0, bar.maximum()), key=lambda value: abs(value - bar.value()))
        bar.setValue(far)
        assert not _is_in_sight(page, line)
        if act == "Enter":
            page.presses("Enter")
        else:
            place = card.changes.visualRect(card.changes.currentIndex()).center()
            QTest.mouseClick(card.changes.viewport(), LEFT, NO_KEYS, place)
            page.settles()
        assert _is_in_sight(page, line), act


def _is_in_sight(page: PanelsDriver, line: ChangeLine) -> bool:
    slot, room = page.programme_shown().session_of[line.after or 0].spot
    return page.tab.view.viewport().rect().contains(page.tab.view.place_of((slot or 0, room or 0)))
