"""What the view of the tables is made of, and where it stands: rounds on top, tables, cards beside or below."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.hall.carrying import Carrying, Judged
from ui.cafe.hall.legend import Legend
from ui.cafe.hall.view import HallView
from ui.cafe.tables.choice_card import ChoiceCard
from ui.cafe.tables.empty import Empty
from ui.cafe.tables.guests_card import GuestsCard
from ui.cafe.tables.judging import judge
from ui.cafe.tables.rounds_bar import RoundsBar
from ui.cafe.tables.strip import Strip
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.emptied import widgets_in
from ui.widgets.scroll import Scroll

WIDE = 780
"""From this width on (at 100 %) the cards stand beside the tables."""
SIDE_WIDTH, SIDE_SHARE, LEAST_HALL, HALL_SHARE, LIST_HEIGHT = 330, 0.34, 300, 0.92, 180
WIDEST = 16_777_215


class Board(QWidget):
    """Knows only what is where."""

    def __init__(self, look: Look, flow: CafeFlow) -> None:
        super().__init__()
        self.look, self.flow = look, flow
        self.carrying = Carrying(look, self, self._name_of, self._judge, self.may_move)
        self.view = HallView(look, self.carrying)
        self.strip, self.empty, self.legend = Strip(look), Empty(look), Legend(look)
        self.bar = RoundsBar(look)
        self.choice, self.guests = ChoiceCard(look), GuestsCard(look, self.carrying)
        self._wide: bool | None = None
        self._to_side = single_shot(self, self._bring_side)
        self._lay_out()

    def show_side(self, wanted: QWidget) -> None:
        """Show one card, or the cards, beside the tables."""
        if self._inside.indexOf(wanted) < 0:
            self._inside.addWidget(wanted, 1)
        for widget in self._beside():
            widget.setVisible(widget is wanted)
        self._to_side.start()

    def bring(self, widget: QWidget) -> None:
        """Bring a card into view where it lies below the tables."""
        inside = self.side.widget()
        if not self._wide and inside is not None and inside.isAncestorOf(widget):
            self.side.verticalScrollBar().setValue(widget.mapTo(inside, QPoint(0, 0)).y())

    def may_move(self, _person: int) -> bool:
        """Say whether somebody may be moved now."""
        return self.flow.closed is None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything for the room there is."""
        super().resizeEvent(event)
        self._arrange()
        if not self._wide:
            self.frame.setMinimumHeight(max(LEAST_HALL, round(self.height() * HALL_SHARE)))

    def _name_of(self, person: int) -> str:
        return self.flow.cafe.guests[person].name

    def _judge(self, person: int, table: int) -> Judged:
        return judge(self.look.words, self.flow, person, self.flow.memory.round or 0, table)

    def _bring_side(self) -> None:
        if self._wide or self.cards.isVisible():
            self.side.verticalScrollBar().setValue(0)
            return
        for widget in self._beside():
            if widget.isVisible():
                self.bring(widget)

    def _beside(self) -> list[QWidget]:
        return [widget for widget in widgets_in(self._inside) if widget not in (self.frame, self.bar)]

    def _lay_out(self) -> None:
        space = self.look.theme.space
        self.frame = QFrame()
        self.frame.setProperty("kind", "card")
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(space(4), space(4), space(4), space(2))
        inside.setSpacing(0)
        inside.addWidget(self.strip)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.empty, 1)
        inside.addWidget(self.legend)
        self.cards = QWidget()
        cards = QVBoxLayout(self.cards)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(space(12))
        cards.addWidget(self.choice)
        cards.addWidget(self.guests, 1)
        self.guests.setMinimumHeight(self.look.theme.text_px(LIST_HEIGHT))
        holder = QWidget()
        self._inside = QVBoxLayout(holder)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(space(12))
        self._inside.addWidget(self.cards, 1)
        self.side = Scroll(holder)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(space(16))
        self._row.addWidget(self.frame, 1)
        self._row.addWidget(self.side)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(12))
        self._column.addWidget(self.bar)
        self._column.addLayout(self._row, 1)
        self._arrange()

    def _arrange(self) -> None:
        """Put the cards beside the tables where there is room, else all below each other."""
        theme = self.look.theme
        wide = self.width() >= WIDE * theme.scale
        if wide:
            self.side.setFixedWidth(min(theme.text_px(SIDE_WIDTH), round(self.width() * SIDE_SHARE)))
        if wide == self._wide:
            return
        self._wide = wide
        for widget in (self.frame, self.bar):
            for layout in (self._row, self._inside, self._column):
                layout.removeWidget(widget)
        if wide:
            self._column.insertWidget(0, self.bar)
            self._row.insertWidget(0, self.frame, 1)
            self._row.setStretch(1, 0)
            self.frame.setMinimumHeight(0)
        else:
            self._inside.insertWidget(0, self.bar)
            self._inside.insertWidget(1, self.frame)
            self._row.setStretch(0, 1)
            self.frame.setMinimumHeight(LEAST_HALL)
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(WIDEST)
