"""Plays a person who looks into the journal: finds entries, reads what they did, undoes them."""

from PySide6.QtCore import Qt

from eventdesk.event import Event
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.journal.lines import Line
from ui.journal.page import JournalPage


class JournalDriver:
    """The page "Journal" of a desk. Every call leaves the window painted and at rest."""

    def __init__(self, desk: DeskDriver) -> None:
        self.desk = desk
        desk.goes_to(PageId.JOURNAL)

    @property
    def page(self) -> JournalPage:
        return self.desk.frame.journal

    @property
    def event(self) -> Event:
        opened = self.desk.application.opened
        assert opened is not None
        return opened.event

    def titles(self) -> list[str]:
        """Return all lines that are listed."""
        return [line.title for line in self.lines()]

    def lines(self) -> list[Line]:
        """Return all lines that are listed."""
        found = (self.page.lines.line(row) for row in range(self.page.lines.rowCount()))
        return [line for line in found if line is not None]

    def finds(self, text: str) -> "JournalDriver":
        """Type a text into the field, and Enter."""
        self.desk.presses("F2").types(text).presses("Enter")
        return self.rests()

    def chooses(self, title: str) -> "JournalDriver":
        """Choose the newest line with this title by the arrow keys."""
        row = self.titles().index(title)
        self.page.list.setFocus(Qt.FocusReason.TabFocusReason)
        self.page.list.choose(0)
        for _ in range(row):
            self.desk.presses("Down")
        return self

    def chosen(self) -> str:
        """Return the title of the chosen line."""
        line = self.page.list.current()
        return line.title if line else ""

    def picks(self, box: str, text: str) -> "JournalDriver":
        """Choose from one of the boxes: "kind", "desk" or "when"."""
        choice = {"kind": self.page.filters.kind, "desk": self.page.filters.desk, "when": self.page.filters.when}[box]
        number = choice.findText(text)
        assert number >= 0, [choice.itemText(each) for each in range(choice.count())]
        choice.setCurrentIndex(number)
        choice.activated.emit(number)
        return self.rests()

    def told(self) -> list[str]:
        """Return what stands beside the list about the rows of the chosen entry."""
        return self.page.details.texts()

    def rests(self) -> "JournalDriver":
        """Wait until everything is found, summed up and undone."""
        until(lambda: not self._busy())
        self.desk.settles()
        return self

    def _busy(self) -> bool:
        return self.page.busy or not self.desk.application.work.idle()
