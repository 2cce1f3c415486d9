"""Keeps the picture up to date: finds the people on whom the badge is tried, and has the badge drawn on them."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from eventdesk.badges.design.template import Box, Template
from eventdesk.badges.design.template_check import Finding
from ui.errands import Errands
from ui.look import Look
from ui.templates import telling
from ui.templates.flow import TemplatesFlow
from ui.templates.ground import Drawn, Order
from ui.templates.picture import PictureCard
from ui.templates.zooming import dots_to_draw
from ui.work import Work


class Preview(QObject):
    """Belongs to one page; draws only while that is seen."""

    def __init__(self, look: Look, flow: TemplatesFlow, work: Work, card: PictureCard, page: QWidget) -> None:
        super().__init__(page)
        self._words, self._flow, self._errands = look.words, flow, Errands(work, page)
        self._card, self._page = card, page
        self.stale = True
        self.ground = flow.ground
        self.ground.drawn.connect(self._show)
        self.ground.failed.connect(self._fail)

    def idle(self) -> bool:
        """Say whether the picture is as it should be."""
        return self.ground.idle() and not self._errands.busy

    def ask(self, template: Template | None = None, *, now: bool = False) -> None:
        """Have the template drawn a moment after the last change, or at once."""
        draft, badges = self._flow.draft, self._flow.badges
        if draft is None or not badges or self.ground.stopped or not self._page.isVisible():
            return
        self.ground.ask(
            Order(
                template or draft.template,
                draft.side,
                badges[self._flow.example],
                dots_to_draw((draft.template.width, draft.template.height), self._card.canvas.dots_per_mm()),
                tuple(badges.values()),
                self._flow.pictures(),
            ),
            now=now,
        )

    def follow(self) -> None:
        """Find the people anew, if they may have changed."""
        if self.stale and not self._errands.busy:
            self.stale = False
            title = self._words.t("Choosing three people for the preview")
            self._errands.run("examples", title, self._flow.finding_examples(), lambda _nothing: self._found())

    def show_who(self) -> None:
        """Say on whom the badge is tried."""
        example = self._flow.example
        badge = self._flow.badges.get(example)
        if badge is not None:
            self._card.show_example(example, badge.name, invented=self._flow.invented(example))

    def try_box(self, box: Box) -> None:
        """Show what would be if the mouse let go now, and say which rule that would break."""
        template, canvas = self._flow.with_box(box), self._card.canvas
        if template is None:
            return
        broken = self._flow.refusal(template)
        canvas.wrong = broken is not None
        if broken is None and canvas.stopped:
            broken = self._flow.beyond(template)
        self._tell(broken)
        self.ask(template)

    def _tell(self, broken: Finding | None) -> None:
        if broken is None:
            self._card.rest()
        else:
            self._card.complain(telling.refusal(self._words, broken))

    def _found(self) -> None:
        self.show_who()
        self.ask(now=True)

    def _show(self, drawn: Drawn) -> None:
        draft = self._flow.draft
        if draft is not None and drawn.order.side is draft.side:
            self._card.canvas.show_ground(drawn.image)
            self._card.show_remarks(list(telling.remark_texts(self._words, drawn.report, drawn.order.badge.person)))

    def _fail(self, error: Exception) -> None:
        raise error
