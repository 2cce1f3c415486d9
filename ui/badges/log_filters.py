"""What one looks for in the print log: words, a printer, a desk, a reason, a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from eventdesk.badges.print_log import LogValues
from eventdesk.words.badges import REASONS, reason_text
from ui.badges.flow import LogFilter
from ui.badges.whose_card import WordsField
from ui.look import Look
from ui.spans import Spans
from ui.timers import single_shot
from ui.widgets.steady_box import SteadyBox

TYPING_MS = 300
ROOM_IN_ONE_ROW = 760


@dataclass(frozen=True)
class LogWish:
    """Which prints are wanted; `words` find the people whose they are."""

    words: str = ""
    filter: LogFilter = LogFilter()  # noqa: RUF009 - it cannot be changed

    @property
    def everything(self) -> bool:
        """Whether every print is wanted."""
        return not self.words and self.filter.everything


class LogFilters(QWidget):
    """A field and four choices; says when something else is wanted."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, space = look.words, look.theme.space
        self._look = look
        self.field = WordsField()
        self.field.setProperty("kind", "form")
        self.field.setPlaceholderText(words.t("Name, organisation, e-mail or code"))
        self.field.setAccessibleName(words.t("Search the print log"))
        self._typing = single_shot(self, self.changed.emit, TYPING_MS)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.field.returnPressed.connect(self._at_once)
        self.printer, self.desk = SteadyBox(words.t("Printer")), SteadyBox(words.t("Desk"))
        self.reason, self.when = SteadyBox(words.t("Reason")), SteadyBox(words.t("Time"))
        self.boxes = (self.printer, self.desk, self.reason, self.when)
        self._spans = Spans(words, self.when)
        self._grid = QGridLayout()
        self._grid.setSpacing(space(10))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(10))
        column.addWidget(self.field)
        column.addLayout(self._grid)
        self._in_one: bool | None = None
        for box in self.boxes:
            box.activated.connect(self._at_once)
        self.offer(LogValues(), frozenset(), None)
        self.fit(2 * ROOM_IN_ONE_ROW)

    @property
    def busy(self) -> bool:
        """Whether words were typed that nobody has looked for yet."""
        return self._typing.isActive()

    def offer(self, values: LogValues, days: frozenset[date], today: date | None) -> None:
        """Offer what prints can be told apart by; what is chosen stays chosen."""
        words = self._look.words
        _fill(self.printer, words.t("All printers"), {name: name for name in values.printers})
        _fill(self.desk, words.t("All desks"), {name: name for name in values.desks})
        reasons = {code: reason_text(words, code) for code in {*values.reasons, *REASONS}}
        _fill(self.reason, words.t("All reasons"), reasons)
        self._spans.offer(days, today)

    def wanted(self, now: datetime) -> LogWish:
        """Return what is wanted now."""
        since, until = self._spans.chosen().bounds(now)
        printer, desk, reason = (str(box.currentData() or "") for box in self.boxes[:3])
        return LogWish(self.field.text().strip(), LogFilter(printer, desk, reason, since, until))

    def clear(self) -> None:
        """Want everything again."""
        with QSignalBlocker(self.field):
            self.field.clear()
        for box in self.boxes:
            box.setCurrentIndex(0)
        self._at_once()

    def fit(self, width: int) -> None:
        """Stand in one row, or in two where the width needs it."""
        in_one = width >= ROOM_IN_ONE_ROW * self._look.theme.scale
        if in_one == self._in_one:
            return
        self._in_one = in_one
        for number, box in enumerate(self.boxes):
            row, column = (0, number) if in_one else divmod(number, 2)
            self._grid.addWidget(box, row, column)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if in_one or column < 2 else 0)

    def settle(self) -> None:
        """Have done with typing: somebody looks for what stands here now."""
        self._typing.stop()

    def _at_once(self) -> None:
        self._typing.stop()
        self.changed.emit()


def _fill(box: SteadyBox, everything: str, named: Mapping[str, str]) -> None:
    """Offer values by name behind the one that means all; the chosen one stays, and stays chosen."""
    chosen, text = str(box.currentData() or ""), box.currentText()
    offered = {**named, **({chosen: named.get(chosen, text)} if chosen else {})}
    box.clear()
    box.addItem(everything, "")
    for value in sorted(offered, key=lambda value: offered[value].casefold()):
        box.addItem(offered[value], value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
