"""Plays people around the audience prize: the team at the desk, and a guest at the voting screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from eventdesk.checkin import records as checkin
from eventdesk.checkin.actions import check_in_person
from eventdesk.event import Event
from eventdesk.people import records as people
from eventdesk.people.person import Person
from eventdesk.prize import records
from eventdesk.prize.ballot import Ballot
from eventdesk.prize.poll import NewEntry, Poll, TieRule
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.prize.flow.prize_flow import PrizeFlow
from ui.prize.kiosk.screen import KioskScreen
from ui.prize.kiosk.window import KioskWindow
from ui.prize.page import PrizePage

PROJECTS = ("Café Grenzenlos", "Sprachpaten", "Zähl auf uns", "Nähwerkstatt")
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class PrizeDriver(DeskDriver):
    """A desk on this page. Every call waits until what has changed is shown."""

    @classmethod
    def at(cls, desk: DeskDriver) -> "PrizeDriver":
        """Go to the page by its key."""
        driver = cls(desk.application, desk.clock)
        driver.presses("Ctrl+7")
        return driver.settles()

    # ---- what there is

    @property
    def prize(self) -> PrizePage:
        """The page, which is made anew with every language."""
        return self.frame.prize

    @property
    def flow(self) -> PrizeFlow:
        """What the page asks."""
        return self.prize.flow

    @property
    def event(self) -> Event:
        """The open event."""
        return self.flow.event

    @property
    def poll(self) -> Poll:
        """The poll that is looked at."""
        poll = self.flow.poll()
        assert poll is not None
        return poll

    def person(self, family_name: str) -> Person:
        """Return the first of this name."""
        return next(each for each in people.everyone(self.event.db) if each.family_name == family_name)

    def ballots(self) -> list[Ballot]:
        """Return the ballots that lie on the table, in any order."""
        return records.ballots(self.event.db, self.poll.id)

    def votes(self) -> dict[str, int]:
        """Return the count of the closed poll."""
        count = records.count(self.event.db, self.poll.id)
        assert count is not None
        return {each.entry.name: each.votes for each in count.standings if each.votes}

    # ---- what is prepared without keys

    def with_poll(self, ballots: int = 12, *, tie: TieRule = TieRule.DRAW, opened: bool = True) -> "PrizeDriver":
        """Prepare a poll over four projects, make ballots, and open it."""
        self.flow.add("Publikumspreis", [NewEntry(name) for name in PROJECTS], own_barred=True, tie=tie)
        self.flow.make_ballots(self.poll, ballots - self.flow.need(self.poll).for_anybody)
        if opened:
            self.flow.open(self.poll)
        return self.settles()

    def with_guests(self, *family_names: str) -> "PrizeDriver":
        """Check people in, at the first entrance."""
        point = checkin.points(self.event.db)[0]
        for name in family_names:
            check_in_person(self.event, self.person(name).id, point)
        return self.settles()

    # ---- the voting screen

    @property
    def kiosk(self) -> KioskScreen:
        """The voting screen."""
        return self.flow.kiosk

    @property
    def screen(self) -> KioskWindow:
        """Its window, which is another one after a change of language."""
        window = self.kiosk.window
        assert window is not None
        return window

    def guest_types(self, text: str, *keys: str) -> "PrizeDriver":
        """Type at the voting screen, then press keys."""
        self.types(text, self.screen.windowHandle())
        for key in keys:
            self.presses(key, into=self.screen.windowHandle())
        return self.settles()

    def guest_reads(self) -> list[str]:
        """Return everything that can be read at the voting screen, and what a screen reader would say."""
        found = list(self.screen.panel.texts()) if self.screen.panel.isVisible() else []
        found += [self.screen.field.text(), self.screen.head.text()]
        found += [each.text() for each in self.screen.findChildren(QAbstractButton) if each.isVisible()]
        tiles = self.screen.tiles
        found += [entry.name for entry in tiles.entries()] + [tiles.accessibleName()]
        return [text for text in (*found, self.screen.panel.accessibleDescription()) if text]

    def asks_to_leave(self) -> "PrizeDriver":
        """Press the key that asks whether the voting screen is to be left, or answers that."""
        handle: QWindow = self.screen.windowHandle()
        QTest.keyClick(handle, Qt.Key.Key_Q, BOTH)
        return self.settles()

    # ---- waiting

    def settles(self) -> "PrizeDriver":
        """Wait until nothing is to be shown on this page any more, while it is looked at."""
        super().settles()
        frame = self.application.frame
        if frame is not None and frame.page_id is PageId.PRIZE:
            until(lambda: not frame.prize.busy)
            super().settles()
        return self
