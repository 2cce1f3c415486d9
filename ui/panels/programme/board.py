"""What the tab of the programme is made of, and where it stands: the grid with its strip, the cards beside or below."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.look import Look
from ui.panels.flow.programme_flow import PanelsFlow
from ui.panels.grid.carrying import Carrying, Judged
from ui.panels.grid.geometry import Where
from ui.panels.grid.view import GridView
from ui.panels.programme.empty import Empty
from ui.panels.programme.judging import judge
from ui.panels.programme.list_card import ListCard
from ui.panels.programme.plan_card import PlanCard
from ui.panels.programme.session_card import SessionCard
from ui.panels.programme.strip import Strip
from ui.panels.programme.tray import Tray
from ui.widgets.beside import Beside

WIDE = 780
"""From this width on (at 100 %) the cards stand beside the grid."""
SIDE_WIDTH, SIDE_SHARE, LEAST_GRID = 340, 0.36, 300
GRID_SHARE = 0.92
"""Above the cards the grid takes so much of the height."""


class Board(QWidget):
    """Knows no rules: only what is where."""

    def __init__(self, look: Look, flow: PanelsFlow) -> None:
        super().__init__()
        self.look, self.flow = look, flow
        self.carrying = Carrying(look, self, self._name_of, self._judge, self.may_move)
        self.view = GridView(look, self.carrying)
        self.strip, self.empty = Strip(look), Empty(look)
        self.session_card, self.plan_card = SessionCard(look), PlanCard(look)
        self.tray, self.list = Tray(look, self.carrying), ListCard(look)
        self._lay_out()

    def show_side(self, wanted: QWidget) -> None:
        """Show one card, or the cards, beside the grid."""
        self.side.show_card(wanted)

    def bring(self, widget: QWidget) -> None:
        """Bring a card into view where it lies below the grid."""
        self.side.bring(widget)

    def may_move(self) -> bool:
        """Say whether sessions may be moved now."""
        return self.flow.closed is None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything for the room there is."""
        super().resizeEvent(event)
        self._arrange()
        if not self.side.is_beside:
            self.frame.setMinimumHeight(max(LEAST_GRID, round(self.height() * GRID_SHARE)))

    def _name_of(self, session: int) -> str:
        return self.flow.programme.session_of[session].title

    def _judge(self, session: int, where: Where) -> Judged:
        return judge(self.look.words, self.flow, session, where)

    def _lay_out(self) -> None:
        space = self.look.theme.space
        self.frame = QFrame()
        self.frame.setProperty("kind", "card")
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(space(2), space(2), space(2), space(2))
        inside.setSpacing(0)
        for widget in (self.strip, self.view, self.empty):
            inside.addWidget(widget, 0 if widget is self.strip else 1)
        self.cards = QWidget()
        cards = QVBoxLayout(self.cards)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(space(14))
        for card in (self.tray, self.session_card, self.plan_card):
            cards.addWidget(card)
        cards.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(18))
        self.side = Beside(row, self.frame, self.cards, space(12))
        self.side.add(self.list)
        self._arrange()

    def _arrange(self) -> None:
        """Put the cards beside the grid where there is room, else below it."""
        theme = self.look.theme
        wide = self.width() >= WIDE * theme.scale
        if self.side.stand(min(theme.text_px(SIDE_WIDTH), round(self.width() * SIDE_SHARE)), beside=wide):
            self.frame.setMinimumHeight(0 if wide else LEAST_GRID)
