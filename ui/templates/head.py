"""The line above the editor: the way back, which template, and the deeds that concern all of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from ui.actions import ActionId, key_of
from ui.look import Look
from ui.templates.flow import Offer
from ui.widgets.button import Button, plain, primary
from ui.widgets.steady_box import SteadyBox
from ui.widgets.turning import turn

LEAST_TEMPLATE = 180
"""So wide (at 100 %) is the choice of the template at least, before it gets a line of its own."""


class Head(QFrame):
    """One line where there is room, else more."""

    back_asked = Signal()
    chosen = Signal(str)
    undo_asked = Signal()
    redo_asked = Signal()
    save_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.back = Button(look, words.t("Badges"), plain(colours), key="Esc", icon="back", size=14, high=38)
        self.template = SteadyBox(words.t("Template"))
        self.undo = Button(look, words.t("Undo"), plain(colours), icon="undo", size=14, high=38)
        self.redo = Button(look, words.t("Redo"), plain(colours), icon="redo", size=14, high=38)
        self.undo.setToolTip(f"{words.t('Undo')} ({key_of(words, ActionId.UNDO)})")
        self.redo.setToolTip(f"{words.t('Redo')} ({key_of(words, ActionId.REDO)})")
        self.save = Button(look, words.t("Save"), primary(colours), key=key_of(words, ActionId.SAVE), size=14, high=38)
        self.back.clicked.connect(self.back_asked)
        self.template.activated.connect(lambda at: self.chosen.emit(self.template.itemData(at)))
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.save.clicked.connect(self.save_asked)
        ways = QBoxLayout.Direction
        self._steps = QBoxLayout(ways.LeftToRight)
        self._row = QBoxLayout(ways.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for row in (self._row, self._steps):
            row.setSpacing(space(8))
        self._row.addWidget(self._line([self.back, self.template]), 1)
        self._steps.addWidget(self._line([self.undo, self.redo]))
        self._steps.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)
        self._row.addLayout(self._steps)

    def show_offers(self, offers: Sequence[Offer], key: str) -> None:
        """Show what can be chosen, and what is."""
        words = self._look.words
        self.template.clear()
        for offer in offers:
            title = offer.title.text(words.language) or offer.name
            if offer.unsaved:
                title = words.t("{title} · not saved", title=title)
            elif not offer.own:
                title = words.t("Copy and change: {title}", title=title)
            self.template.addItem(title, offer.name)
        self.template.setCurrentIndex(self.template.findData(key))

    def show_deeds(self, *, undo: bool, redo: bool, save: bool) -> None:
        """Show what can be done now; the focus does not stay on what cannot."""
        for button, able in ((self.undo, undo), (self.redo, redo), (self.save, save)):
            if button.hasFocus() and not able:
                self.template.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(able)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one line, two, or three."""
        super().resizeEvent(event)
        space = self._look.theme.space
        steps = sum(button.sizeHint().width() + space(8) for button in (self.undo, self.redo, self.save))
        first = self.back.sizeHint().width() + self._look.theme.text_px(LEAST_TEMPLATE)
        turn(self._row, narrow=first + steps > self.width())
        turn(self._steps, narrow=steps > self.width())

    def _line(self, widgets: Sequence[QWidget]) -> QWidget:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.theme.space(8))
        for widget in widgets:
            row.addWidget(widget, 1 if isinstance(widget, SteadyBox) else 0)
        row.addStretch(0)
        return inside
