"""The voting screen of an event with a PIN: guests vote, and only organisers leave it."""

import pytest
from PySide6.QtWidgets import QLineEdit

from eventdesk import pins
from eventdesk.people import records as people
from eventdesk.prize.ballot import Channel
from eventdesk.rights import Level
from tests.ui.prize_driver import PrizeDriver
from tests.ui.rights_driver import RightsDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.prize.kiosk.screen import Step
from ui.rights.keeper import Standing

ORGANISER = "2468"


@pytest.fixture
def voting(prize: PrizeDriver, monkeypatch: pytest.MonkeyPatch) -> PrizeDriver:
    """Return a desk with a PIN and its voting screen open."""
    monkeypatch.setattr(pins, "_N", 2)
    prize.with_poll()
    pins.keep(prize.event, Level.ORGANISER, pins.hashed(ORGANISER))
    prize.settles().presses("F10")
    prize.screen.resize(1280, 800)
    return prize.settles()


def tries(voting: PrizeDriver, pin: str) -> None:
    voting.guest_types(pin, "Enter")
    until(_rights(voting).keeper.idle)
    voting.settles()


def is_at(voting: PrizeDriver, step: Step) -> bool:
    return voting.kiosk.step is step


def is_open(voting: PrizeDriver) -> bool:
    return voting.kiosk.window is not None


def _rights(voting: PrizeDriver) -> RightsDriver:
    return RightsDriver(voting.application, voting.clock)


def test_only_the_pin_leaves_the_voting_screen(voting: PrizeDriver) -> None:
    rights = _rights(voting)
    assert rights.works_for(Standing.CLERK), "whoever gets behind the voting screen is an organiser"
    voting.asks_to_leave()
    assert is_at(voting, Step.LEAVING)
    assert voting.screen.field.echoMode() is QLineEdit.EchoMode.Password
    assert voting.screen.go.isHidden()
    voting.asks_to_leave()
    assert is_open(voting), "the key once more leaves it without the PIN"
    voting.screen.close()
    voting.guest_types("", "Esc")
    assert is_open(voting)
    assert is_at(voting, Step.BALLOT)
    assert voting.screen.field.echoMode() is QLineEdit.EchoMode.Normal
    voting.asks_to_leave()
    tries(voting, "9999")
    assert any("Das ist nicht die PIN. Noch 4 Versuche." in text for text in voting.guest_reads())
    tries(voting, ORGANISER)
    assert not is_open(voting)
    assert rights.works_for(Standing.ORGANISER)
    assert voting.frame.page_id is PageId.PRIZE


def test_guests_vote_while_the_desk_works_for_clerks(voting: PrizeDriver) -> None:
    code, other = (ballot.code for ballot in voting.ballots()[:2])
    voting.guest_types(code, "Enter").guest_types("1", "Enter", "Enter")
    assert voting.flow.turnout(voting.poll).used[Channel.KIOSK] == 1
    voting.asks_to_leave()
    voting.guest_types(other, "Enter")
    assert is_at(voting, Step.CHOICE), "a ballot was taken for a PIN"
    assert voting.screen.field.echoMode() is QLineEdit.EchoMode.Normal
    everybody = [each.family_name for each in people.everyone(voting.event.db)]
    assert not any(name in text for name in everybody for text in voting.guest_reads())


def test_too_many_wrong_pins_keep_the_voting_screen(voting: PrizeDriver) -> None:
    voting.asks_to_leave()
    for pin in ("1", "2", "3", "4", "5"):
        tries(voting, pin)
    assert any("Bitte 30 Sekunden warten." in text for text in voting.guest_reads())
    tries(voting, ORGANISER)
    assert is_open(voting)
    voting.clock.advance(seconds=31)
    tries(voting, ORGANISER)
    assert not is_open(voting)
