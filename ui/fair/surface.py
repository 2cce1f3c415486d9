"""What the page of the fair is made of, and where it stands: the plan with its lines, beside or below it the cards."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.fair.booth_card import BoothCard
from ui.fair.carrying import Carrying
from ui.fair.deeds import Deeds
from ui.fair.empty import Empty
from ui.fair.flow.fair_flow import FairFlow
from ui.fair.head import Head
from ui.fair.legend import Legend
from ui.fair.list_card import ListCard
from ui.fair.plan_card import PlanCard
from ui.fair.plan_frame import PlanFrame
from ui.fair.scene import FloorScene
from ui.fair.tools import Hand
from ui.fair.two_plans import TwoPlans
from ui.fair.view import FloorView
from ui.look import Look
from ui.widgets.beside import Beside

WIDE = 820
"""From this width on (at 100 %) the cards stand beside the plan."""
ROOMY = 1180
"""Below this width the lines above and below the plan go over the cards, too, so that the plan keeps its height."""
TWO_PLANS = 1120
"""From this width on two plans have room beside each other."""
SIDE_WIDTH, SIDE_SHARE, LEAST_PLAN = 372, 0.38, 340


class Surface(QWidget):
    """Knows no rules: only what is where."""

    def __init__(self, look: Look, flow: FairFlow) -> None:
        super().__init__()
        self.look, self.flow = look, flow
        self.setObjectName("page")
        self.deeds = Deeds(look, flow, self)
        self.carrying = Carrying(look, self, self.name_of, self.deeds.judge)
        self.scene = FloorScene(look)
        self.hand = Hand(self.carrying, self.who_is_at, self.on_chosen)
        self.view = FloorView(look, self.scene, self.hand)
        self.carrying.view = self.view
        self.head, self.legend, self.empty = Head(look), Legend(look), Empty(look)
        self.plans = TwoPlans(look, self.view, self.carrying)
        self.plan = PlanFrame(look, self.plans, self.empty)
        self.booth_card, self.plan_card = BoothCard(look), PlanCard(look)
        self.list = ListCard(look, self.carrying)
        self._across = self.roomy = False
        self._lay_out()

    # ---- what children know

    def name_of(self, exhibitor: int) -> str:
        """Return what an exhibitor is called."""
        return self.flow.fair.exhibitor_of[exhibitor].name

    def who_is_at(self, booth: int) -> int | None:
        """Return who may be carried away from a booth."""
        return self.flow.standing.of_booth.get(booth)

    def on_chosen(self, booth: int | None) -> None:
        """Take note that a booth was clicked."""

    def on_room(self) -> None:
        """Take note that there is room for two plans beside each other, or no more."""

    # ---- the column beside the plan

    def show_side(self, wanted: QWidget) -> None:
        """Show one card, or the pair of cards, beside the plan."""
        self.side.show_card(wanted)

    def bring(self, widget: QWidget) -> None:
        """Bring a card into view where it lies below the plan."""
        self.side.bring(widget)

    def bring_side(self) -> None:
        """Bring the card that is shown into view again, when everything has its place."""
        self.side.bring_shown()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything for the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        space = self.look.theme.space
        self.left = QWidget()
        self._left = QVBoxLayout(self.left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(space(12))
        self._left.addWidget(self.head)
        self._left.addWidget(self.plan, 1)
        self._left.addWidget(self.legend)
        self.cards = QWidget()
        cards = QVBoxLayout(self.cards)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(space(14))
        cards.addWidget(self.booth_card)
        cards.addWidget(self.plan_card, 1)
        row = QHBoxLayout()
        row.setSpacing(space(18))
        self.side = Beside(row, self.left, self.cards, space(12))
        self.side.add(self.list)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space(24), space(16), space(24), space(14))
        self._column.setSpacing(space(12))
        self._column.addLayout(row, 1)
        self._arrange()

    def _arrange(self) -> None:
        """Put the cards beside the plan where there is room, else below it; in between, the lines go all the way."""
        text_px = self.look.theme.text_px
        wide = self.width() >= WIDE * self.look.theme.scale
        roomy = self.width() >= TWO_PLANS * self.look.theme.scale
        across = wide and self.width() < ROOMY * self.look.theme.scale
        if roomy != self.roomy:
            self.roomy = roomy
            self.on_room()
        if across != self._across:
            self._across = across
            for line in (self.head, self.legend):
                (self._left if across else self._column).removeWidget(line)
            place = self._column if across else self._left
            place.insertWidget(0, self.head)
            place.addWidget(self.legend)
        if self.side.stand(min(text_px(SIDE_WIDTH), round(self.width() * SIDE_SHARE)), beside=wide):
            self.plan.setMinimumHeight(0 if wide else LEAST_PLAN)
            self.view.scrolls_around = not wide
