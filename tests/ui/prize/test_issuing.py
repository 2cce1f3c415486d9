"""Ballots are handed out: one verdict in large letters, none twice, a lost one by its stub."""

from zoneinfo import ZoneInfo

from eventdesk.people.person import Person
from eventdesk.prize import records
from eventdesk.prize.outcome import Issued
from eventdesk.prize.poll import PollEntry
from eventdesk.words import Words
from tests.ui.prize_driver import PrizeDriver
from ui.prize.issue.telling import Mood, issue_said


def _mood(prize: PrizeDriver) -> Mood:
    said = prize.prize.issue.panel.said
    assert said is not None
    return said.mood


def test_one_ballot_each_by_badge_or_by_name(prize: PrizeDriver) -> None:
    prize.with_poll().with_guests("Rahmani", "Demirtaş")
    prize.scan(prize.person("Rahmani").code).says("Hand out a ballot", "Farid Rahmani", "From the pile for everybody.")
    assert _mood(prize) is Mood.GOOD
    prize.scan(prize.person("Rahmani").code).says("Has a ballot already")
    assert _mood(prize) is Mood.MIND
    prize.types("demirtas").presses("Enter").says("Hand out a ballot", "Elif Demirtaş")
    assert prize.prize.issue.figures.figures()["handed out"] == 2
    assert prize.prize.issue.line.field.text() == ""


def test_only_who_is_in_the_house_and_of_several_who_is_chosen(prize: PrizeDriver) -> None:
    prize.with_poll().with_guests("Schmidt")
    prize.scan(prize.person("Rahmani").code).says("Not checked in", "Check in first")
    assert _mood(prize) is Mood.NO
    prize.types("schmidt").presses("Enter").says("Several people have this name.")
    assert records.issued(prize.event.db, prize.poll.id) == 0
    prize.presses("Down", "Enter").says("Hand out a ballot", "Anna Schmidt")
    prize.types("zzzz").presses("Enter").says("Nobody is called exactly that.")
    prize.presses("Esc").types("qqwwx").presses("Enter").says("Nobody of this name is on the list.")
    assert records.issued(prize.event.db, prize.poll.id) == 1


def test_a_lost_one_needs_its_stub(prize: PrizeDriver) -> None:
    prize.with_poll().with_guests("Rahmani")
    prize.presses("F4").says("Scan the badge of the person first")
    code = prize.person("Rahmani").code
    prize.scan(code).scan(code).presses("F4").says("Ask for the stub")
    prize.types("1234567890123456").presses("Enter").says("No other one")
    prize.types(prize.ballots()[0].stub).presses("Enter").says("The lost one is void", "Hand out a ballot")
    figures = prize.prize.issue.figures.figures()
    assert (figures["handed out"], figures["void"]) == (2, 1)


def test_undo_takes_the_note_back(prize: PrizeDriver) -> None:
    prize.with_poll().with_guests("Rahmani")
    prize.scan(prize.person("Rahmani").code).presses("Ctrl+Z").says("Undone")
    assert records.issued(prize.event.db, prize.poll.id) == 0


def test_a_ballot_scanned_here_is_no_badge_and_stays_here(prize: PrizeDriver) -> None:
    prize.with_poll()
    ballot = prize.ballots()[0]
    prize.scan(ballot.code).says("This is a ballot")
    prize.focuses("Hand out").scan(ballot.code)
    assert prize.frame.prize.isVisible()
    assert all(ballot.code not in (entry.label or "") for entry in prize.event.journal(50))


def test_people_of_a_stand_get_their_packet() -> None:
    stand, person = PollEntry(1, 17, "Café Grenzenlos", 5), Person(9, "Elif", "Demirtaş")
    said = issue_said(Words("en"), Issued(9, stand, again=False, issued=1, eid=""), person, ZoneInfo("Europe/Berlin"))
    assert (said.mood, said.large) == (Mood.PACKET, "Take from packet 17")
