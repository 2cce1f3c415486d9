"""What all views of this page have in common."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.actions import ActionId
from ui.attempts import Attempts
from ui.look import Look
from ui.reports.flow.reports_flow import ReportsFlow
from ui.reports.writing import Writing
from ui.timers import single_shot
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.work import Work

T = TypeVar("T")


class View(QWidget):
    """Shows how things are when it is looked at. `deeds` stand in the head of the page."""

    said = Signal(str)
    told = Signal(str)
    save_asked = Signal(str, str)
    picture_asked = Signal()

    def __init__(self, look: Look, flow: ReportsFlow, work: Work) -> None:
        super().__init__()
        self.look, self.flow, self.work = look, flow, work
        self.attempts = Attempts(look, flow, self)
        self.attempts.said.connect(self.said)
        self.attempts.told.connect(self.told)
        self.writing = Writing(look, work)
        self.deeds = ButtonRow(look.theme.space(8), [])
        self._soon = single_shot(self, self._refresh)
        self._stale = True
        self._leaving = False
        self._here = [True]
        self.destroyed.connect(self._here.clear)
        flow.leaving.begun.connect(self._leave)

    @property
    def busy(self) -> bool:
        """Whether something is still to be shown, read or drawn."""
        return self._soon.isActive()

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this view knows it."""
        known = self.keys()
        if wanted not in known:
            return False
        known[wanted]()
        return True

    def keys(self) -> dict[ActionId, Callable[[], object]]:
        """Return what each key does here."""
        return {}

    def take_focus(self) -> None:
        """Begin where work begins."""
        self.setFocus()

    def field_for_letters(self) -> QLineEdit | None:
        """Letters that are typed nowhere go nowhere."""
        return None

    def changed(self) -> None:
        """Show how things are now: soon, or when somebody looks here again."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def refresh(self) -> None:
        """Show how things are now."""

    def keep(self) -> None:
        """Write what was typed."""

    def save_to(self, path: Path) -> None:
        """Write what was asked for to a file."""

    def take_picture(self, path: Path) -> None:
        """Take in a picture that was asked for."""

    def while_here(self, deliver: Callable[[T], None]) -> Callable[[T], None]:
        """Return what delivers as long as this view is there: what is thought out may come when it is made anew."""
        here = self._here

        def delivered(result: T) -> None:
            if here:
                deliver(result)

        return delivered

    def button(self, text: str, do: Callable[[], object], *, main: bool = False, key: str = "") -> Button:
        """Make a button."""
        colours = self.look.theme.colours
        button = Button(self.look, text, (primary if main else plain)(colours), key=key, size=14, high=38)
        button.clicked.connect(lambda _on=False: do())
        return button

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what was typed; when the file is closed that was done before."""
        super().hideEvent(event)
        if not self._leaving:
            self.keep()

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things are now."""
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    def _leave(self) -> None:
        self.keep()
        self._leaving = True
        self._soon.stop()

    def _refresh(self) -> None:
        self._stale = False
        self.refresh()
