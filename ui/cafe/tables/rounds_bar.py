"""The line above the tables: the rounds as steps, the clock, and what is asked in the round that is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from eventdesk.cafe.round import CafeRound
from ui.actions import ActionId, PageId, key_of
from ui.cafe.clock.state import ClockState, Phase
from ui.cafe.clock.telling import deed_text, said_text, time_text
from ui.cafe.tables.steps import Stage, StepFace, Steps
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.text import ElidedText, Text
from ui.widgets.turning import turn


class RoundsBar(QFrame):
    """Says how much time is left, and has the deeds of the clock."""

    round_chosen = Signal(object)
    clock_asked = Signal()
    minute_asked = Signal()
    end_asked = Signal()
    window_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self._look = look
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Rounds"))
        self.steps = Steps(look)
        self.steps.chosen.connect(self.round_chosen)
        self.question = ElidedText("", "small")
        self.time, self.said = Text("", "boothname"), Text("", "small")
        self.deed = Button(look, "", primary(colours), size=14, high=36)
        self.minute = Button(look, words.t("+1 minute"), plain(colours), size=14, high=36)
        self.end = Button(look, words.t("End"), plain(colours), size=14, high=36)
        self.window_button = Button(look, words.t("Large clock"), plain(colours), size=14, high=36)
        self.window_button.setToolTip(f"{words.t('Large clock')} ({key_of(words, ActionId.BIG_CLOCK, PageId.CAFE)})")
        self.deed.clicked.connect(self.clock_asked)
        self.minute.clicked.connect(self.minute_asked)
        self.end.clicked.connect(self.end_asked)
        self.window_button.clicked.connect(self.window_asked)
        self.deeds = ButtonRow(space(8), [self.deed, self.minute, self.end, self.window_button])
        self._texts = QVBoxLayout()
        self._texts.setSpacing(0)
        self._texts.addWidget(self.time, 0, Qt.AlignmentFlag.AlignRight)
        self._texts.addWidget(self.said, 0, Qt.AlignmentFlag.AlignRight)
        self._clock = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._clock.setSpacing(space(12))
        self._clock.addLayout(self._texts)
        self._clock.addWidget(self.deeds, 0, Qt.AlignmentFlag.AlignVCenter)
        left = QVBoxLayout()
        left.setSpacing(space(2))
        left.addWidget(self.steps)
        left.addWidget(self.question)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(space(12), space(8), space(14), space(8))
        self._line.setSpacing(space(12))
        self._line.addLayout(left, 1)
        self._line.addLayout(self._clock)

    def show_rounds(self, rounds: Sequence[CafeRound], chosen: int | None) -> None:
        """Show the rounds, and the question of the chosen one."""
        self.steps.show_rounds([self._step(each) for each in rounds], chosen)
        question = next((each.question for each in rounds if each.id == chosen), "")
        self.question.setText(question)
        self.question.setVisible(bool(question))
        self._arrange()

    def show_clock(self, state: ClockState, *, able: bool, due: bool) -> None:
        """Show what the clock says, and what may be done with it; `due`: the clock is what the page is about now."""
        colours = self._look.theme.colours
        self.deed.wear(primary(colours) if due else plain(colours))
        words = self._look.words
        running = state.round is not None
        self.time.setText(state.text if running else "")
        self.time.setVisible(running)
        self.said.setText(said_text(words, state))
        self.said.setVisible(bool(self.said.text()))
        deed = deed_text(words, state)
        self.deed.say(deed)
        if deed:
            self.deed.setToolTip(f"{deed} ({key_of(words, ActionId.CLOCK, PageId.CAFE)})")
        self.deed.setVisible(bool(deed))
        self.deed.setEnabled(able)
        self.minute.setVisible(running)
        self.minute.setEnabled(able)
        self.end.setVisible(state.phase in (Phase.RUNNING, Phase.PAUSED))
        self.end.setEnabled(able)
        self.window_button.setVisible(state.phase is not Phase.EMPTY)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the clock below the rounds where there is little room."""
        super().resizeEvent(event)
        self._arrange()

    def _step(self, each: CafeRound) -> StepFace:
        words = self._look.words
        stage = Stage.OVER if each.is_over else Stage.ON if each.is_on else Stage.COMING
        time = time_text(each)
        name = words.t("Round {number}", number=each.number)
        stages = {Stage.OVER: words.t("over"), Stage.ON: words.t("on"), Stage.COMING: ""}
        minutes = words.n("one minute", "{count} minutes", each.minutes)
        spoken = ", ".join(part for part in (name, time, minutes, stages[stage], each.question) if part)
        return StepFace(each.id, each.number, time or name, stage, spoken)

    def _arrange(self) -> None:
        """Take one line or two; what the clock says stands at the left of a line of its own."""
        edges, gap = self._line.contentsMargins(), self._look.theme.space(12)
        room = self.width() - edges.left() - edges.right()
        said = max((each.sizeHint().width() for each in (self.time, self.said) if not each.isHidden()), default=0)
        deeds = self.deeds.natural_width()
        narrow = self.steps.natural_width() + said + deeds + 2 * gap > room
        low = said + deeds + gap > room
        turn(self._line, narrow=narrow)
        turn(self._clock, narrow=low)
        self.deeds.setMinimumWidth(min(deeds, max(1, room)))
        self.deeds.setMaximumWidth(max(1, room) if low else deeds)
        for text in (self.time, self.said):
            self._texts.setAlignment(text, Qt.AlignmentFlag.AlignLeft if low else Qt.AlignmentFlag.AlignRight)
        self.deeds.refit()
