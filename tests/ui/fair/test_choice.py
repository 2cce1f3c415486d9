"""What is chosen on the page of the fair stays one: card, frame and focus; who would lose a booth is told before."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from eventdesk.fair import actions
from eventdesk.fair.day import What
from eventdesk.fair.plan import Version
from tests.ui.fair_driver import FairDriver
from ui.fair.facts import Deed
from ui.fair.legend import MOST_THEMES
from ui.fair.telling import figures
from ui.widgets.ghost import Ghost

OPENS_A_LIST = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


def framed(page: FairDriver) -> str:
    """Return the number of the booth with the frame, empty for none."""
    booth = page.fair.booth
    return booth.ref if booth is not None else ""


def test_after_an_undo_the_frame_is_where_the_card_says(page: FairDriver) -> None:
    page.presses("F2").drags_row("Lernpaten", "A-02").presses("Esc", "Esc")
    page.drags_booth("A-02", "A-03")
    assert (framed(page), page.card()[0]) == ("A-03", "Booth A-03")
    page.presses("F8").rests()
    assert (framed(page), page.card()[0]) == ("A-02", "Booth A-02")
    page.presses("F8").rests()
    assert (framed(page), page.card()[0]) == ("", "No booth yet")


def test_the_frame_follows_who_is_moved_by_another_desk(page: FairDriver) -> None:
    who = page.somebody("Lernpaten")
    actions.place(page.event, who.id, [page.booth("A-02").id])
    page.rests().clicks_booth("A-02")
    actions.place(page.event, who.id, [page.booth("D-09").id])
    page.rests()
    assert (framed(page), page.card()[0]) == ("D-09", "Booth D-09")


def test_a_free_booth_stays_chosen_whatever_happens_elsewhere(page: FairDriver) -> None:
    page.clicks_booth("A-05")
    actions.place(page.event, page.somebody("Lernpaten").id, [page.booth("A-02").id])
    page.rests()
    assert framed(page) == "A-05"


@OPENS_A_LIST
def test_after_placing_by_keys_the_focus_is_on_the_first_deed(page: FairDriver) -> None:
    page.presses("F2").types("lernpaten").presses("Enter", "Enter")
    page.asks(Deed.SEND).answers("a2")
    assert page.fair.window().focusWidget() is page.fair.booth_card.buttons[Deed.PIN]


def test_who_would_lose_a_booth_is_told_with_a_triangle_and_so_is_a_pin(page: FairDriver) -> None:
    lernpaten, balu = page.somebody("Lernpaten").id, page.somebody("Balu").id
    actions.place(page.event, balu, [page.booth("A-02").id])
    page.rests()
    loose = page.fair.deeds.judge(lernpaten, page.booth("A-02").id)
    settled = page.fair.deeds.judge(lernpaten, page.booth("C-15").id)
    free = page.fair.deeds.judge(lernpaten, page.booth("A-03").id)
    assert (loose.allowed, loose.loses, loose.sentence) == (True, True, "Balu und Du Hannover then has no booth.")
    assert settled.loses
    assert "is pinned here, and then has no booth." in settled.sentence
    assert not free.loses


def test_what_is_said_while_somebody_is_carried_is_not_cut(page: FairDriver) -> None:
    seen: list[tuple[str, int, int]] = []
    page.clicks("List · 69 have no booth").rests()
    table, view = page.fair.list.table, page.fair.view
    place = table.visualRect(table.rows_model.index(0, 0)).center()

    def look() -> None:
        [said] = [each.sentence for each in page.fair.findChildren(Ghost)]
        seen.append((said.text(), said.height(), said.heightForWidth(said.width())))

    page.drags(table.viewport(), place, view.viewport(), page.spot("C-15"), meanwhile=look)
    [(text, height, needed)] = seen
    assert "is pinned here" in text
    assert height >= needed


def test_names_have_the_room_of_the_booths_where_nobody_has_one(page: FairDriver) -> None:
    page.clicks("List · 69 have no booth").rests()
    table = page.fair.list.table
    narrow = table.columnWidth(0)
    assert table.isColumnHidden(1)
    page.fair.list.which.choose(0)
    page.fair.list.which.chosen.emit(0)
    page.rests()
    assert not table.isColumnHidden(1)
    assert table.columnWidth(0) < narrow


def test_the_lock_is_explained_while_somebody_is_pinned(page: FairDriver) -> None:
    def keys() -> list[str]:
        return [text for text, _sign in page.fair.legend.keys]

    assert "pinned" in keys()
    for who in page.flow.fair.exhibitors:
        if who.pinned is not None:
            actions.unpin(page.event, [who.id])
    page.rests()
    assert "pinned" not in keys()


@pytest.mark.parametrize(("milliseconds", "said"), [(0, "proven at once"), (40, "proven at once"), (800, "0.8 s")])
def test_no_plan_is_proven_in_zero_seconds(page: FairDriver, milliseconds: int, said: str) -> None:
    kept = Version(1, "", datetime(2017, 3, 6, 8, tzinfo=UTC), "Büro", "optimal", 1, 1, milliseconds)
    assert said in figures(page.fair.look.words, page.flow.standing, kept).proof


def test_what_was_refused_is_said_no_more_after_what_was_done(page: FairDriver) -> None:
    banner = page.frame.banner
    page.presses("F2").drags_row("Balu und Du", "C-03").presses("Esc", "Esc")
    assert banner.isVisible()
    assert not page.where("Balu und Du")
    page.presses("F2").drags_row("Balu und Du", "A-04").presses("Esc", "Esc")
    assert page.where("Balu und Du") == "A-04"
    assert not banner.isVisible()


def test_after_somebody_new_was_named_the_keys_stay_on_the_card(placed: FairDriver) -> None:
    placed.presses("F7").thinks()
    what_if = placed.fair.what_if
    what_if.buttons[What.WALK_IN].click()
    placed.rests().types("Chor der Vielfalt").presses("Enter").thinks()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert what_if.card.isAncestorOf(focus)


def test_very_many_themes_leave_the_room_to_the_plan(page: FairDriver) -> None:
    def keys() -> list[str]:
        return [text for text, _sign in page.fair.legend.keys]

    few = page.fair.view.height()
    for number, who in enumerate(page.flow.fair.exhibitors[:40]):
        actions.change_exhibitor(page.event, who.id, theme=f"Themenfeld {number}")
    page.rests()
    told, themes = keys(), len(set(page.flow.standing.themes))
    shown = [theme for theme in page.flow.standing.themes if theme in told]
    assert len(shown) == MOST_THEMES - 1
    assert f"{themes - len(shown)} more themes" in told
    assert "Begegnung" in told
    assert page.fair.view.height() > 0.8 * few
