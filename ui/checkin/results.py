"""The list under the scan field: people whose name, organisation or mail begins like what was typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from ui.actions import ActionId, action, key_of
from ui.checkin.result_rows import Result, ResultDelegate, Results
from ui.look import Look
from ui.widgets.button import Button, primary
from ui.widgets.text import Text

INSISTING = "note"
"""The kind of text on the ground of a note."""


@dataclass(frozen=True)
class Advice:
    """What stands below the rows: a sentence, more about it, the button for a walk-in.

    `sure`: Enter takes the first one, there is nothing to say.
    """

    sentence: str = ""
    more: str = ""
    walk_in: bool = False
    sure: bool = False


class ResultList(QWidget):
    """The list, and below it what to do when nobody fits. Enter never takes a walk-in: F3 and the button do."""

    chosen = Signal(object)
    asked = Signal(ActionId)

    def __init__(self, look: Look, parent: Any) -> None:
        """Lie over the page, not in its layout."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme, words = look.theme, look.words
        self._look = look
        self._results, self._delegate = Results(), ResultDelegate(look)
        self.view = QListView()
        self.view.setObjectName("found")
        self.view.setModel(self._results)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(words.t("People found"))
        self.view.clicked.connect(lambda index: self._choose(index.row()))
        self._nobody, self._hint, self._more = (Text("", kind, wrap=True) for kind in ("heading", "", "muted"))
        key = key_of(words, ActionId.WALK_IN)
        dress = primary(theme.colours)
        text = words.t(action(ActionId.WALK_IN).text)
        self.add_button = Button(look, text, dress, key=key, icon="walk-in", size=16, high=46)
        self.add_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add_button.clicked.connect(lambda: self.asked.emit(ActionId.WALK_IN))
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(theme.space(20), theme.space(10), theme.space(20), theme.space(8))
        foot.setSpacing(theme.space(6))
        line = QHBoxLayout()
        line.setContentsMargins(0, theme.space(6), 0, 0)
        line.addWidget(self.add_button)
        line.addStretch(1)
        for each in (self._nobody, self._hint, self._more):
            foot.addWidget(each)
        foot.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(6), theme.space(8), theme.space(6), theme.space(8))
        column.setSpacing(0)
        column.addWidget(self.view)
        column.addWidget(self._foot)
        column.addStretch(1)
        self.hide()

    def show_results(self, results: Sequence[Result], advice: Advice) -> None:
        """Show people, best first, and below them what to do."""
        self._results.show_results(results)
        self.view.setVisible(bool(results))
        self._stand_out(out=False)
        said, nobody = (advice.sentence, "") if results else ("", advice.sentence)
        for text, view in ((nobody, self._nobody), (said, self._hint), (advice.more, self._more)):
            view.setText(text)
            view.setVisible(bool(text))
        self.add_button.setVisible(advice.walk_in)
        self._foot.setVisible(bool(advice.sentence))
        self.view.setCurrentIndex(self._results.index(0) if results and advice.sure else QModelIndex())
        self.show()
        self.raise_()

    def insist(self) -> None:
        """Show that Enter was heard, and took nobody: what to do instead stands out until something else is typed."""
        self._stand_out(out=True)
        self.fit(self.geometry())

    def insists(self) -> bool:
        """Say whether what to do stands out."""
        return bool(self._hint.property("kind") == INSISTING)

    def fit(self, place: QRect) -> None:
        """Lie over `place` and show as many whole rows as fit."""
        theme, row = self._look.theme, self._delegate.height()
        foot = 0 if self._foot.isHidden() else self._foot.heightForWidth(place.width() - 2 * theme.space(6))
        rows = max(1, (place.height() - 2 * theme.space(8) - foot) // row)
        self.view.setFixedHeight(min(rows, max(1, self._results.rowCount())) * row)
        self.setGeometry(place)

    def move_choice(self, by: int) -> None:
        """Move the choice up or down."""
        last = self._results.rowCount() - 1
        if last >= 0:
            number = max(0, min(last, self.view.currentIndex().row() + by))
            self.view.setCurrentIndex(self._results.index(number))

    def current(self) -> Result | None:
        """Return who is chosen."""
        return self._results.result(self.view.currentIndex().row()) if not self.isHidden() else None

    def all(self) -> list[Result]:
        """Return everybody in the list."""
        return [self._results.result(number) or Result(0, "") for number in range(self._results.rowCount())]

    def hint(self) -> str:
        """Return the sentence below the people."""
        return self._nobody.text() or self._hint.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, and what lies outside of its corners, so that nothing below has to be drawn."""
        colours, painter = self._look.theme.colours, QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.field_line), 2))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()

    def _stand_out(self, *, out: bool) -> None:
        for text, usual in ((self._hint, ""), (self._more, "muted")):
            text.be(INSISTING if out else usual)
            text.setMargin(self._look.theme.space(8) if out else 0)

    def _choose(self, number: int) -> None:
        result = self._results.result(number)
        if result:
            self.chosen.emit(result.person)
