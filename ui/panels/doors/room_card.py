"""The card of one room: how full it is now, in figures that are read from afar."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from eventdesk.doors import Fill
from ui.look import Look
from ui.panels.doors import telling
from ui.panels.places.fill_bar import FillBar
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.pressable import ENTER
from ui.widgets.text import Text


class RoomCard(QFrame):
    """Can have the focus: Enter shows who is inside, + and - count where people are counted without names."""

    chosen = Signal()
    entered = Signal()
    counted = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("roomcard")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.room, self.session = Text("", "title", wrap=True), Text("", "muted", wrap=True)
        self.figure = Text("", "roomfigure")
        self.bar = FillBar(look.theme, 10)
        self.warning, self.rest = Text("", "", wrap=True), Text("", "small", wrap=True)
        self.out = Button(look, words.t("− out"), plain(colours), size=15, high=40)
        self.came = Button(look, words.t("+ in"), primary(colours), size=15, high=40)
        self.out.clicked.connect(lambda: self.counted.emit(-1))
        self.came.clicked.connect(lambda: self.counted.emit(1))
        self.buttons = ButtonRow(space(8), [self.out, self.came])
        column = QVBoxLayout(self)
        column.setContentsMargins(space(18), space(14), space(18), space(16))
        column.setSpacing(space(6))
        for widget in (self.room, self.session, self.figure, self.bar, self.warning, self.rest):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self._counts = False
        self.show_counter(on=False, able=False)

    def show_fill(self, fill: Fill, now: datetime) -> None:
        """Show how full the room is; `now` is local."""
        words = self._look.words
        self.room.setText(fill.room)
        self.session.setText(telling.session_text(words, fill))
        self.figure.setText(telling.figure_text(fill))
        self.bar.show_share(telling.share(fill), telling.tone(fill))
        self.warning.be("danger" if fill.full else "mind")
        self.warning.setText(telling.warning_text(words, fill))
        self.warning.setVisible(bool(self.warning.text()))
        self.rest.setText(telling.rest_text(words, fill, now))
        self.rest.setVisible(bool(self.rest.text()))
        self.setAccessibleName(" · ".join(self.texts()))

    def show_counter(self, *, on: bool, able: bool) -> None:
        """Show the buttons to count with; `able`: the room has a door to count at."""
        self._counts = on and able
        for button in (self.out, self.came):
            button.setVisible(on)
            button.setEnabled(able)
        self.buttons.setVisible(on)
        self.buttons.refit()

    def texts(self) -> list[str]:
        """Return what can be read, from the top."""
        texts = (self.room, self.session, self.figure, self.warning, self.rest)
        return [text.text() for text in texts if text.text()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count, or show who is inside."""
        if event.text() in ("+", "-") and self._counts:
            self.counted.emit(1 if event.text() == "+" else -1)
        elif event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show who is inside."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.entered.emit()

    def event(self, event: QEvent) -> bool:
        """Say that this room was chosen when it gets the focus."""
        if event.type() is QEvent.Type.FocusIn:
            self.chosen.emit()
        return super().event(event)
