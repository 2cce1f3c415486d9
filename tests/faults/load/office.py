"""What others do with the same file at the same time: a list is imported, stands are given out, and again."""

from pathlib import Path

from eventdesk.tables.writing import write_table
from tests.ui.importing_driver import drop
from ui.actions import ActionId, PageId
from ui.application import Application
from ui.importing.state import Step

BETWEEN = 10
"""So many guests come at least before the next placement is asked for."""
HEADER = ("id", "given_name", "family_name", "organisation", "roles")


def latecomers(path: Path, people: int) -> Path:
    """Write a list of people who registered late."""
    rows = ((f"L{at}", f"Spät{at}", f"Angemeldet{at}", f"Verein {at % 97}", "participant") for at in range(people))
    write_table(path, HEADER, rows)
    return path


class Office:
    """Looks in between two guests, as somebody does at the desk, and goes on with what is ready."""

    def __init__(self, application: Application, late: Path) -> None:
        self._application, self._late = application, late
        self.asked = self._asked_at = 0
        self.imported = self._begun = False

    def look_in(self, done: int, total: int) -> None:
        """Begin when a tenth of the guests has come; go on after every other."""
        if not self._begun and done * 10 >= total:
            self._begun = True
            self._begin(done)
        elif self._begun:
            self._go_on(done)

    def _begin(self, done: int) -> None:
        """Drop the list on the window, ask for a placement, and go back to the door."""
        drop(self._application.window, self._late)
        self._to_the_door()
        self._ask(done)

    def _go_on(self, done: int) -> None:
        frame = self._application.frame
        if frame is None:
            return
        flow = frame.importing.flow
        if flow.outcome is not None:
            self.imported = True
        elif flow.deed is None and flow.plan is not None and flow.step is Step.CHECK:
            flow.take_in()
        elif flow.deed is None and flow.step is Step.FILE and flow.can_go(Step.CHECK):
            flow.go(Step.CHECK)
        if not frame.fair.busy and done >= self._asked_at + BETWEEN:
            self._ask(done)

    def _ask(self, done: int) -> None:
        frame = self._application.frame
        if frame is not None:
            self.asked, self._asked_at = self.asked + 1, done
            frame.show_page(PageId.FAIR)
            frame.do(ActionId.SUGGEST)
            self._to_the_door()

    def _to_the_door(self) -> None:
        frame = self._application.frame
        if frame is not None:
            frame.show_page(PageId.CHECK_IN)
