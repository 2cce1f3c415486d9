"""What if: the answer is looked at, applied as one and taken back as one."""

import pytest
from PySide6.QtWidgets import QApplication

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.fair import records as records_of_fair
from eventdesk.fair.booth import BoothState
from eventdesk.fair.day import What
from tests.ui.fair_driver import FairDriver


def test_what_if_a_booth_falls_away(placed: FairDriver) -> None:
    placed.clicks_booth("A-01").presses("F7").thinks()
    what_if = placed.fair.what_if
    what_if.buttons[What.BLOCKED].click()
    placed.thinks()
    placed.says("A-01 falls away", "enough", "proven: fewest")
    assert placed.booth("A-01").state is BoothState.FREE
    placed.clicks("Apply").rests()
    assert placed.booth("A-01").state is BoothState.BLOCKED
    assert placed.where("Familien für") not in ("", "A-01")


def test_what_if_somebody_new_comes(placed: FairDriver) -> None:
    placed.presses("F7").thinks()
    what_if = placed.fair.what_if
    what_if.buttons[What.WALK_IN].click()
    placed.rests().types("Chor der Vielfalt").presses("Enter").rests()
    placed.thinks()
    placed.says("Chor der Vielfalt comes")
    placed.clicks("Apply").rests()
    assert placed.where("Chor der Vielfalt")


def test_one_undo_takes_back_all_that_happened_and_all_moves(placed: FairDriver) -> None:
    before, kept = placed.flow.fair, placed.flow.versions()
    placed.clicks_booth("A-01").presses("F7").thinks()
    what_if = placed.fair.what_if
    what_if.buttons[What.BLOCKED].click()
    placed.clicks_booth("F-05").thinks()
    what_if.buttons[What.NO_SHOW].click()
    placed.rests()
    what_if.buttons[What.WALK_IN].click()
    placed.rests().types("Chor der Vielfalt").presses("Enter").rests()
    placed.thinks().clicks("Apply").rests()
    assert placed.booth("A-01").state is BoothState.BLOCKED
    assert placed.where("Chor der Vielfalt")
    assert len([each for each in placed.flow.fair.exhibitors if not each.comes]) == 1
    placed.presses("Ctrl+Z").rests()
    placed.says("Undone: Placement applied")
    assert placed.flow.fair == before
    assert placed.flow.versions() == kept
    assert set(placed.event.verify().values()) == {True}


def test_a_what_if_that_cannot_be_written_changes_nothing(placed: FairDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    placed.clicks_booth("A-01").presses("F7").thinks()
    placed.fair.what_if.buttons[What.BLOCKED].click()
    placed.thinks()
    before, length = placed.flow.fair, placed.event.journal_length()

    def fails(*_: object) -> None:
        raise KnownError(Fault.DISK_FULL, path="messe.eventdesk")

    with monkeypatch.context() as patched:
        patched.setattr(records_of_fair, "let_pin_follow", fails)
        placed.clicks("Apply").rests()
    placed.says("The disk is full: this step was not saved")
    placed.flow.renew()
    assert (placed.flow.fair, placed.event.journal_length()) == (before, length)
    placed.clicks("Apply").rests()
    assert placed.booth("A-01").state is BoothState.BLOCKED


def test_before_anything_is_assumed_it_is_todays_plan_and_the_keys_are_on_the_card(placed: FairDriver) -> None:
    placed.clicks_booth("A-01").presses("F7").thinks()
    placed.says("Nothing is assumed yet: this is today's plan.")
    assert not placed.fair.plans.both
    assert QApplication.focusWidget() is placed.fair.what_if.buttons[What.BLOCKED]
    placed.presses("Space").thinks()
    placed.says("A-01 falls away", "Not today's plan")
    assert placed.fair.plans.both
