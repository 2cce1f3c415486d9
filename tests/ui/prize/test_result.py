"""Nothing is to be seen of the votes before the poll is closed; then the count, a tie, the protocol."""

from pathlib import Path

from eventdesk.prize.ballot import Channel
from eventdesk.prize.poll import TieRule
from tests.ui.conftest import Answers
from tests.ui.prize_driver import PROJECTS, PrizeDriver
from tests.ui.waiting import until


def _voted(prize: PrizeDriver, votes: str, tie: TieRule = TieRule.DRAW) -> PrizeDriver:
    prize.with_poll(tie=tie)
    for ballot, number in zip(prize.ballots(), votes, strict=False):
        entry = prize.poll.numbered(int(number))
        prize.flow.cast(prize.poll, ballot.code, entry.id if entry else None, Channel.PAPER)
    return prize.settles()


def _closed(prize: PrizeDriver) -> PrizeDriver:
    prize.presses("F7").says("Close “Publikumspreis”?", "This cannot be undone.")
    return PrizeDriver.settles(prize.clicks("Close and count"))  # type: ignore[arg-type]


def test_no_interim_result_on_any_view(prize: PrizeDriver) -> None:
    _voted(prize, "22231")
    assert prize.flow.count(prize.poll) is None
    for _ in range(4):
        prize.presses("Ctrl+T")
        assert not any("3 votes" in text for text in prize.reads())
    assert prize.prize.result.standings.lines() == []
    assert prize.prize.result.figures.figures()["cast"] == 5


def test_closing_is_meant_counts_and_stays(prize: PrizeDriver) -> None:
    _voted(prize, "22231").presses("F7", "Enter")
    assert prize.poll.is_open, "the first answer has to be meant"
    _closed(prize).says("Winner", f"2 · {PROJECTS[1]}", "3 votes")
    first = prize.prize.result.standings.lines()[0]
    assert first == f"Place 1, 2 · {PROJECTS[1]}, 3 votes"
    prize.presses("Ctrl+R").says("Counted again from the file: 5 votes, the same result.")
    assert prize.poll.closed is not None


def test_a_tie_is_drawn_with_the_seed_shown(prize: PrizeDriver) -> None:
    _closed(_voted(prize, "1122")).says("Winner by lot after a tie", str(prize.poll.seed), "SHA-256")


def test_a_tie_leads_to_a_run_off(prize: PrizeDriver) -> None:
    _closed(_voted(prize, "11223", TieRule.RUN_OFF)).says("A tie")
    prize.clicks("Prepare the run-off").says("is prepared")
    assert [entry.name for entry in prize.poll.entries] == [PROJECTS[0], PROJECTS[1]]
    assert prize.prize.tab is prize.prize.setup


def test_the_protocol_of_a_poll_without_votes(prize: PrizeDriver, answers: Answers, tmp_path: Path) -> None:
    _voted(prize, "").presses("Ctrl+T", "Ctrl+T")
    answers.path = tmp_path / "protokoll.pdf"
    prize.presses("Ctrl+P").says("The protocol is there when the poll is closed.")
    _closed(prize).says("Nobody has voted").presses("Ctrl+P")
    until(prize.application.work.idle)
    assert answers.path.read_bytes().startswith(b"%PDF")
