"""The voting screen: scan, choose, confirm, thanks; it forgets, and is not left by chance."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eventdesk.prize.ballot import Channel
from eventdesk.prize.poll import PollEntry
from tests.ui.prize_driver import PROJECTS, PrizeDriver
from ui.actions import PageId
from ui.prize.kiosk.screen import Step
from ui.prize.kiosk.search import matching


@pytest.fixture
def voting(prize: PrizeDriver) -> PrizeDriver:
    """Return the desk with its voting screen open."""
    prize.with_poll().presses("F10")
    prize.screen.resize(1280, 800)
    return prize.settles()


def test_a_vote_by_keys(voting: PrizeDriver) -> None:
    voting.guest_types(voting.ballots()[0].code, "Enter")
    assert _step(voting) is Step.CHOICE
    voting.guest_types("sprach")
    assert [entry.name for entry in voting.screen.tiles.entries()] == ["Sprachpaten"]
    voting.guest_types("", "Enter")
    assert any("Sprachpaten" in text for text in voting.guest_reads())
    voting.guest_types("", "Enter")
    assert voting.flow.turnout(voting.poll).used[Channel.KIOSK] == 1
    assert _step(voting) is Step.TOLD
    assert not any(project in text for project in PROJECTS for text in voting.guest_reads()), (
        "the vote is on the screen"
    )
    voting.kiosk.start_over()
    assert _step(voting) is Step.BALLOT
    assert not any(project in text for project in PROJECTS for text in voting.guest_reads())
    assert not voting.screen.field.isUndoAvailable()


def test_a_vote_by_touch(voting: PrizeDriver) -> None:
    voting.guest_types(voting.ballots()[0].code, "Enter")
    tiles = voting.screen.tiles
    QTest.mouseClick(tiles, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, tiles.place_of(2).center())
    assert _step(voting) is Step.SURE
    voting.clicks_at(voting.screen.no, QPoint(9, 9))
    assert _step(voting) is Step.CHOICE
    QTest.mouseClick(tiles, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, tiles.place_of(2).center())
    voting.clicks_at(voting.screen.yes, QPoint(9, 9))
    assert QApplication.focusWidget() is voting.screen.field, "the next scan would go astray"
    entries = voting.poll.entries
    tiles.show_entries(entries[:1], entries[0].id)
    assert tiles.current() is None, "that is the own stand"
    voting.flow.close_poll(voting.poll)
    assert voting.votes() == {PROJECTS[2]: 1}
    voting.guest_types(voting.ballots()[1].code, "Enter")
    assert _step(voting) is Step.TOLD, "a closed poll takes no votes"


def test_the_next_guest_scans_while_the_one_before_is_not_done(voting: PrizeDriver) -> None:
    one, other = voting.ballots()[:2]
    voting.guest_types(one.code, "Enter").guest_types("1", "Enter")
    assert _step(voting) is Step.SURE
    voting.guest_types(other.code, "Enter")
    assert _step(voting) is Step.CHOICE, "a scan is no confirmation"
    assert voting.flow.turnout(voting.poll).cast == 0


def test_enter_takes_the_number_that_was_typed_and_nothing_by_chance(voting: PrizeDriver) -> None:
    voting.guest_types(voting.ballots()[0].code, "Enter").guest_types("a", "Enter")
    assert _step(voting) is Step.CHOICE, "several fit"
    assert voting.screen.field.text() == "a"
    voting.guest_types("", "Esc")
    assert (voting.screen.field.text(), len(voting.screen.tiles.entries())) == ("", len(PROJECTS))
    voting.screen.tiles.show_entries(matching([PollEntry(1, 1, "A"), PollEntry(2, 12, "B")], "1"), None, meant=1)
    assert voting.screen.tiles.at == 0, "1 is 1, although 12 begins like it"
    voting.guest_types("", "Esc")
    assert _step(voting) is Step.BALLOT


def test_a_used_ballot_and_a_foreign_code(voting: PrizeDriver) -> None:
    code = voting.ballots()[0].code
    voting.guest_types(code, "Enter").guest_types("1", "Enter", "Enter").guest_types(code, "Enter")
    assert _step(voting) is Step.TOLD
    voting.guest_types(voting.person("Rahmani").code, "Enter")
    assert _step(voting) is Step.TOLD
    assert voting.frame.prize.isVisible()
    assert voting.flow.turnout(voting.poll).cast == 1


def test_it_forgets_an_unfinished_vote(voting: PrizeDriver) -> None:
    voting.guest_types(voting.ballots()[0].code, "Enter").guest_types("1", "Enter")
    voting.kiosk._rest.timeout.emit()
    assert (voting.kiosk.step, voting.kiosk._ballot, voting.kiosk._entry) == (Step.BALLOT, "", None)


def test_another_language_until_the_guest_is_gone(voting: PrizeDriver) -> None:
    assert voting.screen.language == "de"
    voting.guest_types(voting.ballots()[0].code, "Enter").guest_types("", "F2")
    assert (voting.screen.language, voting.kiosk.step) == ("en", Step.CHOICE)
    voting.guest_types("1", "Enter")
    assert "Your vote for" in voting.guest_reads()
    voting.guest_types("", "Enter")
    assert "Thank you!" in voting.guest_reads()
    voting.kiosk.start_over()
    assert voting.screen.language == "de"


def test_only_its_key_leaves_it_and_asks(voting: PrizeDriver) -> None:
    window = voting.screen
    window.close()
    voting.settles()
    assert window.isVisible(), "the system closed it"
    assert _step(voting) is Step.LEAVING
    voting.guest_types("", "Enter")
    assert _step(voting) is Step.BALLOT
    voting.guest_types("", "Esc", "F9", "F11", "Ctrl+1", "Ctrl+7")
    assert _step(voting) is Step.BALLOT
    voting.asks_to_leave()
    assert _step(voting) is Step.LEAVING
    voting.asks_to_leave()
    assert voting.kiosk.window is None
    assert voting.frame.page_id is PageId.PRIZE, "a key of the desk worked at the voting screen"


def _step(voting: PrizeDriver) -> Step:
    return voting.kiosk.step


@pytest.mark.parametrize(
    ("typed", "found"),
    [("", [1, 2, 17]), ("1", [1, 17]), ("17", [17]), ("cafe", [2]), ("NÄH werk", [1]), ("xyz", [])],
)
def test_search(typed: str, found: list[int]) -> None:
    entries = (PollEntry(1, 1, "Nähwerkstatt"), PollEntry(2, 2, "Café Grenzenlos"), PollEntry(3, 17, "Sprachpaten"))
    assert [entry.number for entry in matching(entries, typed)] == found
