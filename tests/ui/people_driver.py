"""Plays a person who looks through the list: searches, filters, types into the panel, merges."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from eventdesk.event import Event
from eventdesk.people.person import Person
from tests.ui.driver import DeskDriver
from tests.ui.pauses import until_skipping
from ui.actions import PageId
from ui.people.page import PeoplePage


class PeopleDriver:
    """The people page of one desk. Every call leaves it painted and at rest."""

    def __init__(self, desk: DeskDriver) -> None:
        self.desk = desk
        desk.frame.show_page(PageId.PEOPLE)
        self.rests()

    # ---- what a person does

    def presses(self, *keys: str) -> "PeopleDriver":
        """Press keys, wherever the focus is."""
        for key in keys:
            self.desk.presses(key)
            self.rests()
        return self

    def types(self, text: str) -> "PeopleDriver":
        """Type a text, wherever the focus is."""
        self.desk.types(text)
        return self.rests()

    def clicks(self, text: str) -> "PeopleDriver":
        """Click the button or chip with this text."""
        self.desk.clicks(text)
        return self.rests()

    def chooses(self, name: str) -> "PeopleDriver":
        """Click the row of somebody."""
        at = self.names().index(name)
        place = self.page.table.visualRect(self.page.model.index(at, 0)).center()
        QTest.mouseClick(self.page.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        return self.rests()

    def marks(self, *names: str) -> "PeopleDriver":
        """Mark several rows, as with Ctrl and clicks."""
        for number, name in enumerate(names):
            place = self.page.table.visualRect(self.page.model.index(self.names().index(name), 0)).center()
            held = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
            QTest.mouseClick(self.page.table.viewport(), Qt.MouseButton.LeftButton, held, place)
        return self.rests()

    def writes(self, field: str, text: str) -> "PeopleDriver":
        """Replace what stands in a field of the panel, key by key."""
        editor = self.field(field)
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        editor.selectAll()
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        return self.types(text)

    def rests(self) -> "PeopleDriver":
        """Let everything happen that is due, with what follows a moment later."""
        until_skipping(lambda: not self._busy(), self._pauses)
        self.desk.settles()
        return self

    # ---- what a person sees

    def names(self) -> list[str]:
        """Return the first column of the list."""
        return [self.page.model.texts(row)[0].removeprefix("• ") for row in range(self.page.model.rowCount())]

    def count(self) -> str:
        """Return what is said about how many people are shown."""
        return self.page.foot.count.text()

    def chips(self) -> list[str]:
        """Return what is filtered for."""
        return [chip.text() for chip in self.page.bar.chips]

    def field(self, name: str) -> QLineEdit:
        """Return a field of the panel."""
        field = self.page.panel.form.fields[name]
        assert isinstance(field, QLineEdit)
        return field

    def shown(self) -> Person:
        """Return who is shown in the panel."""
        assert self.page.editor.person is not None
        return self.page.editor.person

    def says(self, *texts: str) -> "PeopleDriver":
        """Check that each of these texts can be read."""
        self.desk.says(*texts)
        return self

    def does_not_say(self, *texts: str) -> "PeopleDriver":
        """Check that none of these texts can be read."""
        self.desk.does_not_say(*texts)
        return self

    def copied(self) -> str:
        """Return what lies in the clipboard."""
        return QGuiApplication.clipboard().text()

    def unsaved(self) -> str:
        """Return what the panel says about what is not saved."""
        return self.page.panel.unsaved()

    def focus(self) -> QWidget | None:
        return QApplication.focusWidget()

    @property
    def page(self) -> PeoplePage:
        return self.desk.frame.people

    @property
    def event(self) -> Event:
        assert self.desk.application.opened is not None
        return self.desk.application.opened.event

    def _busy(self) -> bool:
        return self.page.busy or self.page.editor.busy or not self.desk.application.work.idle()

    def _pauses(self) -> tuple[QTimer, ...]:
        """What the page leaves for later while a hand goes on."""
        page, editor = self.page, self.page.editor
        return page._pause, page._soon, page._whole, page._unfold, editor._rest, editor._ask
