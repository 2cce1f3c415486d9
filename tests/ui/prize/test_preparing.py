"""A poll is set up: what can be voted for, ballots, the notice, and it is opened on purpose only."""

from pathlib import Path

from eventdesk.prize.poll import PollState
from tests.ui.conftest import Answers
from tests.ui.prize_driver import PrizeDriver
from tests.ui.waiting import until


def test_from_nothing_to_an_open_poll_by_keys_alone(prize: PrizeDriver, answers: Answers, tmp_path: Path) -> None:
    prize.says("New poll").types("Preis der Gäste")
    form = prize.prize.setup.form
    form.project.edit.setFocus()
    prize.types("Café Grenzenlos").presses("Enter").types("Sprachpaten").presses("Enter")
    form.save.setFocus()
    prize.presses("Enter")
    assert prize.poll.title == "Preis der Gäste"
    answers.path = None
    prize.presses("Ctrl+P")
    assert not prize.ballots(), "nobody said where the paper goes"
    assert [(each.number, each.name) for each in prize.poll.entries] == [(1, "Café Grenzenlos"), (2, "Sprachpaten")]
    answers.path = tmp_path / "zettel.pdf"
    prize.presses("Ctrl+P")
    until(prize.application.work.idle)
    assert answers.path.read_bytes().startswith(b"%PDF")
    assert prize.flow.made(prize.poll) == prize.flow.need(prize.poll, 0).for_anybody + prize.flow.made(prize.poll)
    prize.presses("F7").says("Open “Preis der Gäste”?").presses("Esc")
    assert prize.poll.state is PollState.PREPARING
    prize.presses("F7").presses("Enter")
    assert prize.poll.state is PollState.PREPARING, "the first answer has to be meant"
    prize.presses("F7").clicks("Open the poll")
    assert prize.poll.is_open
    assert prize.prize.tab is prize.prize.issue


def test_without_ballots_it_cannot_be_opened(prize: PrizeDriver) -> None:
    prize.with_poll(opened=False)
    prize.presses("Ctrl+Z").says("Undone")
    assert not prize.ballots()
    prize.presses("F7").says("has no ballots yet")
    prize.presses("F10").says("The voting screen needs an open poll.")
    assert prize.kiosk.window is None
    assert prize.poll.state is PollState.PREPARING


def test_a_poll_needs_two_to_choose_from_only_when_it_is_opened_and_a_title_at_once(prize: PrizeDriver) -> None:
    form = prize.prize.setup.form
    form.name.edit.clear()
    form.try_to_save()
    prize.settles().says("The poll needs a title.")
    assert prize.flow.poll() is None


def test_removing_can_be_undone(prize: PrizeDriver) -> None:
    prize.with_poll(opened=False).clicks("Remove the poll")
    assert prize.flow.poll() is None
    prize.presses("Ctrl+Z")
    assert len(prize.ballots()) == 12
