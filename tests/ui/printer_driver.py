"""Plays a person on the page of the printer: chooses, measures, looks after what does not come out."""

from pathlib import Path

from PySide6.QtCore import Qt

from eventdesk.badges.printers.queue import Item, Stage
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.printer.page import PrinterPage
from ui.printing import Printing
from ui.widgets.field import Field


class PrinterDriver(DeskDriver):
    """A desk on the page of the printer."""

    @classmethod
    def at(cls, desk: DeskDriver) -> "PrinterDriver":
        """Go to the page by its key."""
        driver = cls(desk.application, desk.clock)
        driver.presses("F9")
        return driver

    @property
    def printer(self) -> PrinterPage:
        """The page, which is made anew with every language."""
        return self.frame.printer

    @property
    def printing(self) -> Printing:
        """What prints."""
        opened = self.application.opened
        assert opened is not None
        return opened.printing

    def items(self) -> list[Item]:
        """What is still to be printed."""
        return list(self.printing.runner.queue)

    def stages(self) -> list[tuple[str, Stage]]:
        """Name and stage of what is still to be printed."""
        return [(item.title, item.stage) for item in self.items()]

    def waits_until_stages(self, *stages: Stage) -> "PrinterDriver":
        """Wait until the queue is so."""
        until(lambda: tuple(item.stage for item in self.items()) == stages)
        self.settles()
        return self

    def lines(self) -> list[str]:
        """What the list says."""
        shown = self.printer.queue.list
        return [shown.item(at).text() for at in range(shown.count())]

    def tells(self, text: str) -> "PrinterDriver":
        """Check that the list says this of one of its lines."""
        assert any(text in line for line in self.lines()), self.lines()
        return self

    def marks(self, *numbers: int) -> "PrinterDriver":
        """Mark lines of the list."""
        shown = self.printer.queue.list
        shown.clearSelection()
        for at in numbers:
            shown.item(at).setSelected(True)
        self.settles()
        return self

    def writes(self, field: Field, text: str) -> "PrinterDriver":
        """Write into a field in place of what stands there, and leave it."""
        field.edit.setFocus(Qt.FocusReason.TabFocusReason)
        field.edit.selectAll()
        self.presses("Del") if not text else self.types(text)
        self.presses("Tab")
        return self

    def chooses_folder(self, folder: Path) -> "PrinterDriver":
        """Let badges go to a folder."""
        self.printer.choose(f"folder:{folder}")
        self.settles()
        return self
