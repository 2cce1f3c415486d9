"""The view of the end: the next event, who came how often, and finishing this one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.actions import ActionId
from ui.dates import day_text
from ui.errands import Errands
from ui.jobs import Err, Ok
from ui.look import Look
from ui.reports.ending.finish_card import FinishCard
from ui.reports.ending.next_card import NextCard
from ui.reports.ending.regulars_card import RegularsCard
from ui.reports.flow import ending_flow
from ui.reports.flow.ending_flow import Doomed
from ui.reports.flow.reports_flow import ReportsFlow
from ui.reports.view import View
from ui.timers import single_shot
from ui.widgets.scroll import Scroll
from ui.widgets.turning import turn
from ui.work import Stopped, Task, Work

LEAST_BESIDE = 820
INVITING, REMEMBERING = "inviting", "remembering"


class EndTab(View):
    """`closed_deed_asked`: something is to be done to the closed file; `place_asked`: where a new file goes."""

    closed_deed_asked = Signal(object)
    place_asked = Signal(Path)

    def __init__(self, look: Look, flow: ReportsFlow, work: Work, folders: Callable[[], Sequence[Path]]) -> None:
        super().__init__(look, flow, work)
        space = look.theme.space
        self._folders, self._errands = folders, Errands(work, self)
        self._task: Task | None = None
        self._bring = single_shot(self, self._bring_title)
        self.next = NextCard(look, ending_flow.proposed(flow))
        self.regulars = RegularsCard(look)
        self.finish = FinishCard(look, flow.title)
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, space(6), 0)
        self._row.setSpacing(space(14))
        for cards in ((self.next,), (self.finish, self.regulars)):
            column = QVBoxLayout()
            column.setSpacing(space(14))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._row.addLayout(column, 1)
        self.sight = Scroll(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sight)
        self.next.asked.connect(self._ask_place)
        self.regulars.asked.connect(self._remember)
        self.finish.looked.connect(self._look)
        self.finish.left.connect(self._rest)
        self.finish.confirmed.connect(self._finish)

    @property
    def busy(self) -> bool:
        """Whether it is being looked what there is."""
        return super().busy or self._errands.busy or self._task is not None

    def keys(self) -> dict[ActionId, Callable[[], object]]:
        """Return what each key does here."""
        return {}

    def take_focus(self) -> None:
        """Begin with the next event."""
        self.next.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show how many agreed; and whether the event is finished."""
        words, finished = self.look.words, self.flow.finished
        title = words.t("Counting who agreed")
        self._errands.run(INVITING, title, ending_flow.inviting(self.flow), self.next.show_invited)
        if finished is not None:
            day = day_text(words, finished.date().isoformat())
            self.finish.show_finished(words.t("Finished on {day}. Nobody is in the file any more.", day=day))

    def make_next(self, path: Path) -> None:
        """Make the next event in this file."""
        card, words = self.next, self.look.words
        deed = ending_flow.next_event(
            self.flow, path, card.details(), card.choice(), words, opens=card.opens.box.isChecked()
        )
        self.closed_deed_asked.emit(deed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc asks for no title any more."""
        if event.key() == Qt.Key.Key_Escape and self.finish.asking:
            self._rest()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put cards below each other where there is little room."""
        super().resizeEvent(event)
        turn(self._row, narrow=self.width() < LEAST_BESIDE * self.look.theme.scale)

    # ---- inside

    def _ask_place(self) -> None:
        self.place_asked.emit(ending_flow.file_for(self.flow, self.next.title_typed(), self.look.words))

    def _remember(self) -> None:
        title = self.look.words.t("Counting who came how often")
        self._errands.run(REMEMBERING, title, ending_flow.remembering(self.flow), self.regulars.show_found)

    def _rest(self) -> None:
        self.finish.rest()
        self.finish.look_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        """Find out beside the window what would be deleted."""
        if self.attempts.is_closed() or self._task is not None:
            return
        look = ending_flow.looking(self.flow, self._folders())

        def ended(result: Ok[Doomed] | Err | Stopped) -> None:
            self._task = None
            if isinstance(result, Ok):
                self.finish.show_doomed(result.value, ending_flow.keepsake_folder(self.flow, self.look.words))
                self._bring.start()
            elif isinstance(result, Err):
                raise result.error

        title = self.look.words.t("Looking for backups and files …")
        self._task = self.work.beside(title, lambda _task: look(), self.while_here(ended))

    def _bring_title(self) -> None:
        for widget in (self.finish.delete, self.finish.typed, self.finish.ask):
            self.sight.ensureWidgetVisible(widget, 0, self.look.theme.space(8))

    def _finish(self) -> None:
        if not self.attempts.is_closed():
            deed = ending_flow.finishing(self.flow, self.finish.doomed_files(), self.look.words)
            self.closed_deed_asked.emit(deed)
