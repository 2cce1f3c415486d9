"""Votes of paper ballots are put in by keyboard; nothing tells afterwards what they were for."""

from eventdesk.prize.ballot import Channel, VoidReason
from tests.ui.prize_driver import PROJECTS, PrizeDriver
from ui.actions import PageId


def _casting(prize: PrizeDriver) -> PrizeDriver:
    prize.with_poll()
    prize.presses("Ctrl+T")
    assert prize.prize.tab is prize.prize.cast
    return prize


def test_ballot_number_next(prize: PrizeDriver) -> None:
    _casting(prize)
    for ballot, number in zip(prize.ballots()[:4], "2231", strict=True):
        prize.scan(ballot.code).says("What is it for?").types(number).presses("Enter").says("Counted", "Next ballot")
    assert prize.flow.turnout(prize.poll).used[Channel.PAPER] == 4
    prize.presses("F7").clicks("Close and count")
    assert prize.votes() == {PROJECTS[1]: 2, PROJECTS[0]: 1, PROJECTS[2]: 1}


def test_nothing_is_left_of_a_vote(prize: PrizeDriver) -> None:
    _casting(prize)
    prize.scan(prize.ballots()[0].code).types("2").presses("Enter")
    assert not any(PROJECTS[1] in text or text == "2" for text in prize.reads())
    field = prize.prize.cast.line.field
    assert not field.isUndoAvailable(), "undoing in the field would bring the number back"


def test_a_ballot_counts_once(prize: PrizeDriver) -> None:
    _casting(prize)
    code = prize.ballots()[0].code
    prize.scan(code).types("1").presses("Enter").scan(code).says("Does not count", "was cast before")


def test_a_wrong_number_asks_again_and_another_ballot_begins_anew(prize: PrizeDriver) -> None:
    _casting(prize)
    one, other, third = prize.ballots()[:3]
    prize.scan(one.code).types("99").presses("Enter").says("There is nothing to vote for under this number.")
    prize.types("3").presses("Enter").says("Counted")
    prize.scan(third.stub).says("Does not count", "This is the stub.")
    prize.scan(other.code).presses("Esc").says("First the ballot")
    assert prize.flow.turnout(prize.poll).cast <= 1


def test_a_spoiled_one_is_made_void(prize: PrizeDriver) -> None:
    _casting(prize)
    prize.presses("F6").says("Scan the ballot first")
    prize.scan(prize.ballots()[0].code).presses("F6").says("This ballot is void now.")
    assert prize.flow.turnout(prize.poll).void[VoidReason.SPOILED] == 1


def test_a_ballot_that_is_scanned_beside_the_field_finds_its_way(prize: PrizeDriver) -> None:
    _casting(prize).presses("Ctrl+T")
    assert prize.prize.tab is prize.prize.result
    prize.focuses("Close the poll …").scan(prize.ballots()[0].code).says("What is it for?")
    assert prize.frame.page_id is PageId.PRIZE
