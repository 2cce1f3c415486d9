"""A page of several views, of which one is shown: what all such pages do alike."""

from collections.abc import Mapping, Sequence
from typing import Protocol, cast

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import ActionId
from ui.look import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.views_head import ViewsHead


class Memory(Protocol):
    """Where it is kept which view was looked at last."""

    tab: int


class OneView(Protocol):
    """What a page asks of each of its views; it is a widget."""

    said: SignalInstance
    told: SignalInstance
    deeds: ButtonRow

    @property
    def busy(self) -> bool:
        """Whether something is still to be shown, thought, read or drawn."""

    def take_focus(self) -> None:
        """Begin where work begins."""

    def field_for_letters(self) -> QLineEdit | None:
        """Return where letters go that are typed while no field has the focus."""


class ViewsPage(QWidget):
    """Shows one view below a line with the names of all; children say what keys do."""

    said = Signal(str)
    told = Signal(str)
    keys_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setObjectName("page")

    def take_views(
        self,
        names: Sequence[str],
        views: Sequence[OneView],
        memory: Memory,
        keys: Mapping[int, Sequence[ActionId]],
    ) -> None:
        """Take in the views by their names, and show none of them yet.

        `keys`: which keys work in a view, if not those of the page.
        """
        self._views, self._memory, self._keys = views, memory, keys
        self.head = ViewsHead(self.look, names, [view.deeds for view in views])
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        for view in views:
            self.stack.addWidget(cast("QWidget", view))
            view.said.connect(self.said)
            view.told.connect(self.told)
        space = self.look.theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(24), space(16), space(24), space(14))
        column.setSpacing(space(12))
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)
        self.head.chosen.connect(self.show_tab)

    @property
    def busy(self) -> bool:
        """Whether something is still to be shown, thought, read or drawn."""
        return any(view.busy for view in self._views)

    def step(self, by: int) -> None:
        """Go on by so many views, or back, round and round; begin there."""
        self.show_tab((self.stack.currentIndex() + by) % len(self._views))
        self.take_focus()

    def take_focus(self) -> None:
        """Begin where work begins in the view that is shown."""
        self._views[self.stack.currentIndex()].take_focus()

    def field_for_letters(self) -> QLineEdit | None:
        """Return where letters go that are typed while no field has the focus."""
        return self._views[self.stack.currentIndex()].field_for_letters()

    def show_tab(self, at: int) -> None:
        """Show one of the views."""
        self._memory.tab = at
        self.stack.setCurrentIndex(at)
        self.head.show_tab(at)
        self.keys_changed.emit()

    def present_keys(self) -> Sequence[ActionId] | None:
        """Return the keys that work in the view that is shown; None: those of the page."""
        return self._keys.get(self.stack.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange the deeds, which have their width now."""
        super().showEvent(event)
        self.head.arrange()
