"""Counting people at the door of a room without their names: how full it is, and a button for each way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eventdesk.doors import Fill
from eventdesk.words import doors
from ui.actions import ActionId, action, key_of
from ui.checkin.counts import Bar
from ui.checkin.figures import session_line
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import Text

WIDEST_BAR = 520
"""The bar grows no wider than this at 100 %."""


class CounterCard(QFrame):
    """Large figures and two large buttons; what there is no room for goes, the buttons stay."""

    asked = Signal(ActionId)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._look = look
        theme, middle = look.theme, Qt.AlignmentFlag.AlignHCenter
        self._room, self._session = Text("", "heading", wrap=True), Text("", "lead", wrap=True)
        self._number, self._remarks = Text("", "figure"), Text("", "strong", wrap=True)
        for text in (self._room, self._session, self._number, self._remarks):
            text.setAlignment(middle)
        self.bar = Bar(theme)
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bar_row = _centred(self.bar, theme.space(WIDEST_BAR))
        colours = look.theme.colours
        self.went_out = self._button(ActionId.COUNT_OUT, size=20, high=72)
        self.came_in = self._button(ActionId.COUNT_IN, size=20, high=72)
        self.came_in.wear(primary(colours))
        self.leave = self._button(ActionId.COUNT, size=16, high=42)
        self.leave.say(look.words.t("Scan badges again"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(16))
        buttons.addStretch(1)
        for button in (self.went_out, self.came_in):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.space(24), theme.space(16), theme.space(24), theme.space(16))
        self._column.setSpacing(theme.space(10))
        self._column.addStretch(2)
        for widget in (self._room, self._session, self._number, self._bar_row, self._remarks):
            self._column.addWidget(widget)
        self._column.addSpacing(theme.space(8))
        self._column.addLayout(buttons)
        self._column.addStretch(3)
        self._column.addWidget(self.leave, 0, middle)

    def show_fill(self, fill: Fill) -> None:
        """Show how full the room is."""
        words, inside = self._look.words, max(0, fill.inside)
        self._room.setText(fill.room)
        self._session.setText(session_line(fill))
        self._number.setText(doors.fill(inside, fill.capacity))
        self._remarks.setText(" · ".join(doors.remarks(words, fill)))
        self.bar.show_share(inside / fill.capacity if fill.capacity else 0.0, warns=fill.nearly_full)
        self._bar_row.setProperty("useful", fill.capacity is not None)
        self.setAccessibleName(" · ".join(self.texts()))
        self._fit()

    def texts(self) -> list[str]:
        """Return what can be read, from the top."""
        texts = (self._room, self._session, self._number, self._remarks)
        return [text.text() for text in texts if text.text()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low card leave out what is needed least."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins, gap = self._column.contentsMargins(), self._column.spacing()
        width = self.width() - margins.left() - margins.right()
        room = self.height() - margins.top() - margins.bottom()
        room -= (
            self.came_in.sizeHint().height() + self._number.sizeHint().height() + 2 * gap + self._look.theme.space(8)
        )
        wanted = ((self._session, bool(self._session.text())), (self._remarks, bool(self._remarks.text())))
        for text, said in (*wanted, (self._room, True)):
            high = text.heightForWidth(width) + gap
            text.setVisible(said and high <= room)
            room -= high if not text.isHidden() else 0
        for widget, useful in ((self.leave, True), (self._bar_row, bool(self._bar_row.property("useful")))):
            high = widget.sizeHint().height() + gap
            widget.setVisible(useful and high <= room)
            room -= high if not widget.isHidden() else 0

    def _button(self, wanted: ActionId, *, size: float, high: float) -> Button:
        words, dress = self._look.words, plain(self._look.theme.colours)
        button = Button(
            self._look, words.t(action(wanted).text), dress, key=key_of(words, wanted), size=size, high=high
        )
        button.clicked.connect(lambda: self.asked.emit(wanted))
        return button


def _centred(widget: QWidget, widest: int) -> QWidget:
    widget.setMaximumWidth(widest)
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(widget, 8)
    row.addStretch(1)
    return made
