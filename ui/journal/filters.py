"""What one looks for in the journal: a text, a kind of deed, a desk, a time, what can be undone."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from eventdesk.codes import NOTES, Op
from eventdesk.history.whole import Filter, State
from eventdesk.words import mark
from ui.journal.lines import OF_FAIR
from ui.look import Look
from ui.spans import Spans
from ui.timers import single_shot
from ui.widgets.choice import ChoiceBox
from ui.widgets.keys import claims
from ui.widgets.segments import Segments

TYPING_MS = 150
"""So long after the last letter the search begins."""
ROOM_IN_ONE_ROW = 900
ENTERING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KINDS: Sequence[tuple[str, frozenset[Op]]] = (
    (mark("Everything"), frozenset()),
    (mark("Check-ins and exits"), frozenset({Op.CHECK_IN, Op.CHECK_OUT})),
    (mark("Refused scans"), frozenset({Op.REFUSED_SCAN})),
    (mark("Walk-ins"), frozenset({Op.WALK_IN})),
    (mark("Changes to people"), frozenset({Op.ADD_PERSON, Op.EDIT_PERSON, Op.MERGE_PEOPLE})),
    (mark("Imports"), frozenset({Op.IMPORT, Op.CREATE})),
    (mark("Badges"), frozenset({Op.PRINT, Op.HAND_OUT, Op.TAKE_BACK, Op.REPLACE_BADGE})),
    (mark("Fair"), OF_FAIR),
    (mark("Settings of the event"), frozenset({Op.SETTINGS, Op.PIN, Op.CREATE})),
    (mark("Look-ups and files written"), NOTES),
    (mark("What was undone"), frozenset({Op.UNDO})),
)
STATES = ((State.ALL, mark("All")), (State.UNDOABLE, mark("Can be undone")), (State.UNDONE, mark("Undone")))


class FindField(QLineEdit):
    """Down and Enter go on to the list, Esc empties; Ctrl+Z and Ctrl+Y belong to the page, which undoes deeds."""

    entered = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave to the page what its buttons show."""
        if claims(event, QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what the keys mean here."""
        if event.key() in (*ENTERING, Qt.Key.Key_Down, Qt.Key.Key_PageDown) and not event.modifiers():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Filters(QWidget):
    """A field and a few choices; says when something else is wanted."""

    changed = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, theme = look.words, look.theme
        self._look = look
        self.field = FindField()
        self.field.setPlaceholderText(words.t("Name, code or file"))
        self.field.setAccessibleName(words.t("Find in the journal"))
        self.field.setClearButtonEnabled(True)
        self.kind = ChoiceBox(words.t("What"))
        for name, ops in KINDS:
            self.kind.addItem(words.t(name), ops)
        self.desk = ChoiceBox(words.t("Desk"))
        self.when = ChoiceBox(words.t("Time"))
        self.state = Segments(look, [words.t(name) for _, name in STATES], 0, words.t("State"))
        self._typing = single_shot(self, self.changed.emit, TYPING_MS)
        self.field.textChanged.connect(self._typing.start)
        self.field.entered.connect(self._leave)
        for box in (self.kind, self.desk, self.when):
            box.activated.connect(self.changed)
        self.state.chosen.connect(self.changed)
        self._spans = Spans(words, self.when)
        self._top = QHBoxLayout()
        self._top.setSpacing(theme.space(10))
        self._top.addWidget(self.field, 1)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.space(10))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(10))
        column.addLayout(self._top)
        column.addLayout(self._grid)
        self._in_one: bool | None = None
        self.offer([], None)
        self.fit(ROOM_IN_ONE_ROW * 2)

    def add(self, widget: QWidget) -> None:
        """Put a button beside the field."""
        self._top.addWidget(widget)

    def offer(self, hours: Collection[tuple[str, datetime]], today: date | None) -> None:
        """Offer the desks and days in which something was done; what is chosen stays chosen."""
        words = self._look.words
        desk = self.desk.currentData()
        self._spans.offer({at.date() for _, at in hours}, today)
        with QSignalBlocker(self.desk):
            self.desk.clear()
            self.desk.addItem(words.t("All desks"), None)
            for name in sorted({name for name, _ in hours if name} | ({desk} if desk else set()), key=str.casefold):
                self.desk.addItem(name, name)
            self.desk.setCurrentIndex(max(0, self.desk.findData(desk)))

    def wanted(self, now: datetime) -> Filter:
        """Return what is wanted now."""
        since, until = self._spans.chosen().bounds(now)
        return Filter(
            ops=self.kind.currentData() or frozenset(),
            desk=self.desk.currentData(),
            text=self.field.text().strip(),
            since=since,
            until=until,
            state=STATES[self.state.at()][0],
        )

    @property
    def idle(self) -> bool:
        """Whether nothing is chosen: everything is wanted."""
        boxes = (self.kind, self.desk, self.when)
        return not self.field.text().strip() and self.state.at() == 0 and all(box.currentIndex() <= 0 for box in boxes)

    def clear(self) -> None:
        """Want everything again."""
        with QSignalBlocker(self.field):
            self.field.clear()
        for box in (self.kind, self.desk, self.when):
            box.setCurrentIndex(0)
        self.state.choose(0)
        self._at_once()

    def fit(self, width: int) -> None:
        """Stand in one row, or in two where the width needs it."""
        in_one = width >= ROOM_IN_ONE_ROW * self._look.theme.scale
        if in_one == self._in_one:
            return
        self._in_one = in_one
        for number, box in enumerate((self.kind, self.desk, self.when)):
            self._grid.addWidget(box, 0, number)
            self._grid.setColumnStretch(number, 1)
        if in_one:
            self._grid.addWidget(self.state, 0, 3)
        else:
            self._grid.addWidget(self.state, 1, 0, 1, 3)

    @property
    def waiting(self) -> bool:
        """Whether what was typed is still to be looked for."""
        return self._typing.isActive()

    def settle(self) -> None:
        """Look at once for what was typed last."""
        if self.waiting:
            self._at_once()

    def _leave(self) -> None:
        """Go on to what was found."""
        self.settle()
        self.left.emit()

    def _at_once(self) -> None:
        self._typing.stop()
        self.changed.emit()
