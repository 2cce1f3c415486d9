"""The line above the views of this page: which view is shown, and which poll."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from eventdesk.prize.poll import Poll
from eventdesk.words.prize import STATES
from ui.actions import ActionId, PageId, key_of
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.segments import Segments
from ui.widgets.steady_box import SteadyBox
from ui.widgets.turning import turn

BOX_LEAST, BOX_WIDE, GAP = 200, 320, 16


class Head(QWidget):
    """Views at the left, polls at the right; below each other in little room."""

    chosen = Signal(int)
    poll_chosen = Signal(object)
    new_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setMinimumHeight(look.theme.space(40))
        words = look.words
        names = [words.t("Prepare"), words.t("Hand out"), words.t("Cast"), words.t("Result")]
        self.tabs = Segments(look, names, 0, words.t("View"))
        self.tabs.chosen.connect(self.chosen)
        self.polls = SteadyBox(words.t("Poll"))
        self.polls.setMinimumWidth(look.theme.text_px(BOX_LEAST))
        self.polls.setMaximumWidth(look.theme.text_px(BOX_WIDE))
        self.polls.activated.connect(lambda _at: self.poll_chosen.emit(self.polls.currentData()))
        key = key_of(words, ActionId.ADD, PageId.PRIZE)
        self.new = Button(look, words.t("New poll"), plain(look.theme.colours), key=key, size=14, high=38)
        self.new.clicked.connect(self.new_asked)
        self.new.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._polls_many = False
        self._right = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._right.setSpacing(look.theme.space(8))
        self._right.addStretch(1)
        self._right.addWidget(self.polls, 6)
        self._right.addWidget(self.new)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(look.theme.space(GAP))
        self._line.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(self._right, 1)

    def show_tab(self, at: int) -> None:
        """Show which view is looked at."""
        self.tabs.choose(at)
        self._show_right()

    def show_polls(self, polls: Sequence[Poll], at: Poll | None) -> None:
        """Show which polls there are, and which one is looked at."""
        words = self._look.words
        self.polls.clear()
        for poll in polls:
            self.polls.addItem(f"{poll.title} · {words.t(STATES[poll.state.value])}", poll.id)
        self.polls.setCurrentIndex(next((n for n, poll in enumerate(polls) if at is not None and poll.id == at.id), -1))
        self._polls_many = len(polls) > 1
        self._show_right()

    def _show_right(self) -> None:
        """Show a choice only where there is one, and what begins a poll where polls are prepared."""
        self.polls.setVisible(self._polls_many)
        self.new.setVisible(self.polls.count() > 0 and self.tabs.at() == 0)
        self.arrange()

    def arrange(self) -> None:
        """Take one line or two."""
        theme = self._look.theme
        right = self.new.sizeHint().width() if not self.new.isHidden() else 0
        right += theme.text_px(BOX_LEAST) if not self.polls.isHidden() else 0
        right += theme.space(GAP) + theme.space(8)
        turn(self._line, narrow=self.tabs.sizeHint().width() + right > self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one line or two."""
        super().resizeEvent(event)
        self.arrange()
