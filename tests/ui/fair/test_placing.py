"""Placing exhibitors by mouse and by keys; what is not allowed says why."""

import pytest

from eventdesk.codes import Fault, Op
from eventdesk.fair import actions
from eventdesk.fair.booth import BoothState
from eventdesk.fair.exhibitor import ExhibitorStatus, Setup
from tests.ui.fair_driver import FairDriver
from ui.fair.facts import Deed

OPENS_A_LIST = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


def test_somebody_is_dragged_from_the_list_onto_a_booth(page: FairDriver) -> None:
    page.presses("F2").drags_row("Lernpaten", "A-02")
    assert page.stands("A-02") == "Lernpaten Langenhagen"
    assert page.event.journal(1)[0].op is Op.FAIR_PLACE
    page.presses("F8")
    assert page.stands("A-02") == ""


def test_somebody_is_dragged_to_a_free_booth(page: FairDriver) -> None:
    before = page.event.journal_length()
    page.drags_booth("F-04", "F-05")
    assert page.stands("F-05").startswith("Musik verbindet")
    assert page.stands("F-04") == ""
    assert page.event.journal_length() == before + 1


def test_two_are_swapped_by_dragging_one_onto_the_other(page: FairDriver) -> None:
    for name, number in (("Lernpaten", "A-02"), ("Balu und Du", "B-02")):
        actions.place(page.event, page.somebody(name).id, [page.booth(number).id])
    page.rests().drags_booth("A-02", "B-02")
    assert page.stands("A-02").startswith("Balu")
    assert page.stands("B-02").startswith("Lernpaten")
    assert page.event.journal(1)[0].op is Op.FAIR_SWAP


def test_two_are_not_swapped_if_one_would_lack_something(page: FairDriver) -> None:
    names = page.stands("C-14"), page.stands("C-15")
    page.drags_booth("C-15", "C-14")
    assert (page.stands("C-14"), page.stands("C-15")) == names
    page.says("needs 230 V")


def test_while_somebody_is_carried_the_rules_speak(page: FairDriver) -> None:
    seen: dict[str, object] = {}
    view, carrying = page.fair.view, page.fair.carrying

    def look() -> None:
        seen["over"] = carrying.over
        seen["said"] = [text for text in page.reads() if "power" in text.casefold()]
        seen["allowed"] = dict(view.allowed)

    free_without_power = "A-02"
    page.drags(view.viewport(), page.spot("A-01"), view.viewport(), page.spot(free_without_power), meanwhile=look)
    assert seen["over"] == page.booth(free_without_power).id
    assert seen["said"]
    allowed = seen["allowed"]
    assert isinstance(allowed, dict)
    assert allowed[page.booth(free_without_power).id] is False
    assert any(allowed.values())
    assert page.stands("A-01").startswith("Familien")
    assert not carrying.carrying
    assert view.allowed == {}


def test_esc_puts_nobody_anywhere(page: FairDriver) -> None:
    view = page.fair.view
    page.fair.take_focus()
    before = page.event.journal_length()
    page.drags(view.viewport(), page.spot("A-01"), view.viewport(), page.spot("A-04"),
               meanwhile=lambda: page.presses("Esc"))  # fmt: skip
    assert page.stands("A-01").startswith("Familien")
    assert page.event.journal_length() == before


def test_who_needs_two_booths_gets_the_one_beside_it_too(page: FairDriver) -> None:
    two = next(each for each in page.flow.standing.without if each.size == 2)
    goals = (each.id for each in page.flow.standing.free() if page.fair.deeds.judge(two.id, each.id).allowed)
    assert page.fair.deeds.put(two.id, next(goals))
    page.rests()
    assert len(page.flow.standing.places(two.id)) == 2


@OPENS_A_LIST
def test_somebody_is_placed_swapped_freed_and_pinned_by_keys(page: FairDriver) -> None:
    page.presses("F2").types("lernpaten").presses("Enter", "Enter")
    assert page.card()[:2] == ["No booth yet", "Lernpaten Langenhagen"]
    page.asks(Deed.SEND).answers("a2")
    assert page.where("Lernpaten") == "A-02"
    page.asks(Deed.PIN)
    assert page.somebody("Lernpaten").pinned == page.booth("A-02").id
    page.fair.take_focus()
    page.presses("Space")
    assert page.somebody("Lernpaten").pinned is None
    page.presses("F4")
    assert page.somebody("Lernpaten").pinned is not None
    page.asks(Deed.SWAP).answers("A-03")
    assert page.where("Lernpaten") == "A-03"
    page.fair.take_focus()
    page.presses("Del")
    assert page.where("Lernpaten") == ""


def test_a_number_that_is_none_is_asked_for_again(page: FairDriver) -> None:
    page.clicks_booth("A-01").asks(Deed.SWAP).answers("Q-99")
    page.says("There is no booth Q-99. Which one?")
    page.presses("Esc")
    assert page.fair.booth_card.asking is None


@OPENS_A_LIST
def test_who_is_to_stand_at_a_free_booth_is_asked_by_name(page: FairDriver) -> None:
    page.clicks_booth("A-06").asks(Deed.PLACE).answers("Patenkreis")
    assert page.stands("A-06") == "Patenkreis Pattensen"


def test_an_answer_may_be_a_click_on_the_plan(page: FairDriver) -> None:
    page.clicks_booth("B-14").asks(Deed.SWAP)
    who = page.stands("B-14")
    page.clicks_booth("B-15")
    assert page.stands("B-15") == who


def test_a_booth_is_blocked_with_its_reason_and_opened_again(page: FairDriver) -> None:
    page.clicks_booth("A-02").asks(Deed.BLOCK).answers("Wasserschaden")
    booth = page.booth("A-02")
    assert (booth.state, booth.reason) == (BoothState.BLOCKED, "Wasserschaden")
    page.says("Blocked", "Wasserschaden")
    page.asks(Deed.UNBLOCK)
    assert page.booth("A-02").state is BoothState.FREE


def test_the_day_is_noted_set_up_and_not_come(page: FairDriver) -> None:
    page.clicks_booth("A-01").asks(Deed.SET_UP)
    assert page.somebody("Familien für").setup is Setup.SET_UP
    page.asks(Deed.NOT_SET_UP).asks(Deed.NO_SHOW)
    assert page.somebody("Familien für").status is ExhibitorStatus.NO_SHOW
    assert page.stands("A-01") == ""


def test_the_list_finds_and_narrows(page: FairDriver) -> None:
    page.presses("F2").types("sprache")
    assert len(page.listed()) >= 15
    page.presses("Esc")
    page.fair.list.which.choose(2)
    page.fair.list.which.chosen.emit(2)
    page.rests()
    assert "A-02" in [row.number for row in page.fair.list.table.rows_model.rows]
    page.presses("Esc", "Esc")
    assert page.fair.cards.isVisible()


def test_nothing_is_changed_in_a_file_that_can_only_be_looked_at(page: FairDriver) -> None:
    before = page.event.journal_length()
    page.event.view_only = Fault.NEWER_FILE
    page.clicks_booth("A-01").asks(Deed.UNPIN)
    page.drags_booth("F-04", "F-05")
    page.event.view_only = None
    assert page.event.journal_length() == before
    assert page.stands("F-05") == ""


def alone(page: FairDriver, number: str) -> FairDriver:
    """Let somebody who needs two booths stand on one alone, as a list may have it, not pinned any more."""
    two = page.somebody("Bücherbus")
    actions.change_exhibitor(page.event, two.id, pinned=page.booth(number).id)
    actions.unpin(page.event, [two.id])
    return page.rests().clicks_booth(number)


def test_who_needs_two_booths_is_pinned_on_two(page: FairDriver) -> None:
    alone(page, "A-05").asks(Deed.PIN)
    assert page.where("Bücherbus") == "A-04 + A-05"
    assert page.somebody("Bücherbus").pinned == page.booth("A-05").id
    page.presses("F8")
    assert page.where("Bücherbus") == "A-05"
    assert page.somebody("Bücherbus").pinned is None


def test_why_who_needs_two_booths_cannot_be_pinned_is_said(page: FairDriver) -> None:
    page.flow.block([page.booth("A-04").id, page.booth("A-06").id], "Wasser")
    alone(page.rests(), "A-05").asks(Deed.PIN)
    page.says("Not pinned, for there have to be two booths: A-04 is blocked: Wasser.")
    assert page.somebody("Bücherbus").pinned is None
