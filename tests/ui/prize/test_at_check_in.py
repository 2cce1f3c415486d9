"""The check-in says who gets a ballot, while a poll is open; one key notes it, and nothing waits for it."""

from eventdesk.prize import records
from tests.ui.prize_driver import PrizeDriver


def test_a_line_and_a_key(prize: PrizeDriver, codes: dict[str, str]) -> None:
    prize.presses("Ctrl+1").scan(codes["leila"]).does_not_say("Audience prize: gets", "Ballot handed out")
    prize.presses("Shift+F9").says("There is nobody on the screen who could get a ballot now.")
    prize.with_poll()
    prize.scan(codes["farid"]).says("Audience prize: gets a ballot").presses("Shift+F9")
    prize.says("Ballot handed out from the pile for everybody")
    assert prize.has_the_focus()
    prize.presses("Shift+F9")
    assert records.issued(prize.event.db, prize.poll.id) == 1
    prize.scan(codes["farid"]).says("has a ballot already")
    prize.scan(codes["joern"]).scan(codes["oksana"]).says("Audience prize: gets a ballot")
    assert records.issued(prize.event.db, prize.poll.id) == 1


def test_who_is_turned_away_gets_none_nor_does_anybody_after_closing(prize: PrizeDriver, codes: dict[str, str]) -> None:
    prize.with_poll().presses("Ctrl+1")
    prize.scan(codes["cancelled"]).does_not_say("gets a ballot").presses("Shift+F9")
    assert records.issued(prize.event.db, prize.poll.id) == 0
    prize.flow.close_poll(prize.poll)
    prize.scan(codes["farid"]).does_not_say("gets a ballot")
