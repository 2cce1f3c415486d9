"""Plays an organiser with a list of people: drops it on the window, goes through the steps, reads what would happen."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from eventdesk.event import Event
from eventdesk.people import records
from eventdesk.people.importing import Field
from eventdesk.people.person import Person
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.importing.found import Found
from ui.importing.lines import Line
from ui.importing.page import ImportPage
from ui.importing.state import Step
from ui.widgets.choice import ChoiceBox

PATIENCE_MS = 60_000


class ImportDriver(DeskDriver):
    """One window with an open event; every call leaves nothing under way unless it says so."""

    @classmethod
    def of(cls, desk: DeskDriver) -> "ImportDriver":
        """Return the driver for the window of another driver."""
        return cls(desk.application, desk.clock)

    # ---- what a person does

    def drops(self, *paths: Path) -> "ImportDriver":
        """Drop files on the window."""
        drop(self.window, *paths)
        return self.waits()

    def waits(self) -> "ImportDriver":
        """Let everything long end."""
        until(self.application.work.idle, PATIENCE_MS)
        self.settles()
        return self

    def goes(self, step: Step) -> "ImportDriver":
        """Press the button of a step."""
        button = self.importing.bar.buttons[step]
        assert button.isEnabled(), f"{step!r} cannot be reached"
        button.click()
        return self.waits()

    def forward(self) -> "ImportDriver":
        """Go on to the next step by its key; in the third, import."""
        self.presses("Ctrl+Enter")
        return self.waits()

    def chooses(self, box: ChoiceBox, text: str) -> "ImportDriver":
        """Choose from a box."""
        number = box.findText(text)
        assert number >= 0, f"{text!r} is not among {[box.itemText(at) for at in range(box.count())]}"
        box.setCurrentIndex(number)
        box.activated.emit(number)
        return self.waits()

    def goes_back(self) -> "ImportDriver":
        """Go back a step by its key."""
        QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        return self.waits()

    def means(self, header: str, field: Field) -> "ImportDriver":
        """Say by the keyboard what a column means: arrows to its line, the space bar, the choice."""
        row = list(self.importing.flow.listing.header).index(header)
        view = self.importing.columns.list
        view.setFocus()
        view.setCurrentIndex(view.columns.index(0))
        self.presses(*["Down"] * row, "Space")
        (editor,) = [each for each in view.findChildren(ChoiceBox) if each.isVisible()]
        number = editor.findData(field)
        editor.setCurrentIndex(number)
        editor.activated.emit(number)
        return self.waits()

    def takes_contacts(self) -> "ImportDriver":
        """Tick in the second step that e-mail addresses and telephone numbers come in, too."""
        assert self.importing.columns.contacts.isVisible()
        self.importing.columns.contacts.box.click()
        return self.waits()

    def looks_at(self, found: Found) -> "ImportDriver":
        """Choose a figure."""
        self.importing.check.tiles._tiles[found].click()
        self.settles()
        return self

    # ---- what a person sees

    @property
    def importing(self) -> ImportPage:
        return self.frame.importing

    @property
    def at(self) -> Step:
        """The step that is shown."""
        assert self.frame.page_id is PageId.IMPORT
        return self.importing.flow.step

    @property
    def event(self) -> Event:
        opened = self.application.opened
        assert opened is not None
        return opened.event

    def figures(self) -> dict[str, int]:
        """Return the figures of the check, those that are seen."""
        tiles = self.importing.check.tiles._tiles
        return {found.name.lower(): tile.figure for found, tile in zip(Found, tiles, strict=True) if tile.isVisible()}

    def lines(self) -> list[Line]:
        """Return the lines of the list below the figures."""
        model = self.importing.check.lines
        return [model.line(row) for row in range(model.rowCount())]

    def columns(self) -> dict[str, Field]:
        """Return what the page says about each column."""
        model: Any = self.importing.columns.list.columns
        return {column.header: column.field for column in model._columns}

    def first_rows(self) -> list[list[str]]:
        """Return the cells that the preview shows."""
        model = self.importing.file.preview.model()
        across = range(model.columnCount())
        return [[model.index(row, at).data() for at in across] for row in range(model.rowCount())]

    def everybody(self) -> dict[str, Person]:
        """Return who is in the file, by name."""
        return {person.name: person for person in records.everyone(self.event.db)}


def drop(window: QWidget, *paths: Path) -> bool:
    """Drop files on a window; returns whether they are welcome."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, none))
    return enter.isAccepted()
