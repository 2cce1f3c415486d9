"""Plays a person on the page of the badges: chooses, looks at pages, puts names right, prints, saves."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox

from eventdesk.badges.badge import BadgeData
from eventdesk.event import Event
from tests.ui.driver import DeskDriver
from tests.ui.pauses import until_skipping
from ui.actions import PageId
from ui.badges.flow import BadgesFlow
from ui.badges.page import BadgesPage
from ui.badges.whose_card import FacetBox
from ui.printing import Printing


class BadgesDriver(DeskDriver):
    """A desk on this page. Every call waits until everything is found, drawn and looked over."""

    @classmethod
    def at(cls, desk: DeskDriver) -> "BadgesDriver":
        """Go to the page by its key."""
        driver = cls(desk.application, desk.clock)
        driver.presses("Ctrl+3")
        return driver.rests()

    @property
    def badges(self) -> BadgesPage:
        """The page, which is made anew with every language."""
        return self.frame.badges

    @property
    def flow(self) -> BadgesFlow:
        """What the page asks."""
        return self.badges.flow

    @property
    def event(self) -> Event:
        """The open event."""
        return self.flow.event

    @property
    def printing(self) -> Printing:
        """What prints."""
        return self.flow.printing

    def settles(self) -> "BadgesDriver":
        """Wait until nothing is under way on this page, too, while it is looked at."""
        super().settles()
        frame = self.application.frame
        if frame is not None and frame.page_id is PageId.BADGES:
            until_skipping(lambda: not self.badges.busy and self.application.work.idle(), self._pauses)
            super().settles()
        return self

    def rests(self) -> "BadgesDriver":
        """Wait until nothing is under way."""
        return self.settles()

    def chooses(self, box: QComboBox, text: str) -> "BadgesDriver":
        """Choose the entry of a box that begins so, as a click does."""
        if isinstance(box, FacetBox):
            box.offer()
        texts = [box.itemText(at) for at in range(box.count())]
        (at,) = [number for number, each in enumerate(texts) if each.startswith(text)]
        box.setCurrentIndex(at)
        box.activated.emit(at)
        return self.rests()

    def names(self) -> list[str]:
        """Whose badges are wanted, in order."""
        return [person.name for person in self.flow.people]

    def wanted(self) -> str:
        """What the foot says comes out."""
        return self.badges.foot.sentence.text()

    def remarks(self) -> list[str]:
        """What the list of those who need a look says."""
        shown = self.badges.prepare.remarks.list
        return [shown.item(at).text() for at in range(shown.count())]

    def log(self) -> list[str]:
        """What the print log says."""
        shown = self.badges.log.list
        return [shown.item(at).text() for at in range(shown.count())]

    def page_number(self) -> str:
        """Which page is shown."""
        return self.badges.prepare.preview.number.text()

    def badge_of(self, name: str) -> BadgeData:
        """What would be printed of somebody."""
        people = [person for person in self.flow.people if person.name == name]
        return self.flow.badges(people)[0]

    def prints_into(self, folder: Path) -> "BadgesDriver":
        """Let badges go to a folder."""
        self.printing.choose(f"folder:{folder}")
        self.settles()
        return self

    def _pauses(self) -> tuple[QTimer, ...]:
        """What the page leaves for later while a hand goes on."""
        page, prepare = self.badges, self.badges.prepare
        typing = page.log.filters._typing, prepare.whose._typing
        return page._count, page._find, *typing, prepare._over, prepare.preview._later
