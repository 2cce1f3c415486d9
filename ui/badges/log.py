"""What was printed: who, when, where and why, the newest first; one badge more, or one in place of a lost one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidgetItem

from ui.badges.card import Card, Lines
from ui.badges.flow import LogPlace, Print
from ui.badges.log_filters import LogFilters
from ui.look import Look
from ui.reprinting import Reprint
from ui.widgets.text import Text

AT_ONCE = 100
WIDEST_ROW = 720


class PrintLog(Card):
    """A list; below it what can be done for the person of the chosen line. `wanted` has the place to go on from."""

    wanted = Signal(object)
    again_asked = Signal(object, str)
    lost_asked = Signal(object)
    person_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, words.t("Print log"))
        self._prints: list[Print] = []
        self._following: LogPlace | None = None
        self.filters = LogFilters(look)
        self.filters.changed.connect(self.look_anew)
        self.column.addWidget(self.filters)
        self.sentence = Text("", "muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.sentence)
        self.everything = self.button(words.t("Show everything"))
        self.everything.clicked.connect(self._show_everything)
        self._all = self.add_buttons([self.everything])
        self.list = Lines(words.t("Print log"))
        self.list.setMinimumHeight(look.theme.space(160))
        self.list.currentRowChanged.connect(self._show_chosen)
        self.column.addWidget(self.list, 1)
        self.more = self.button(words.t("Show older ones"))
        self.more.clicked.connect(lambda: self.wanted.emit(self._following))
        self._older = self.add_buttons([self.more])
        self._add_deeds()
        self.column.addStretch(0)
        self._show_chosen()

    @property
    def busy(self) -> bool:
        """Whether words were typed that nobody has looked for yet."""
        return self.filters.busy

    def look_anew(self) -> None:
        """Ask for the newest prints."""
        self.filters.settle()
        self.wanted.emit(None)

    def show_prints(
        self, prints: Sequence[Print], lines: Sequence[tuple[str, str]], *, following: LogPlace | None, narrowed: bool
    ) -> None:
        """Show the newest prints; `lines` say it in words, `following` is where older ones are."""
        chosen = self.chosen()
        self._prints = []
        self.list.clear()
        self._add(prints, lines, following)
        if chosen in self._prints:
            self.list.setCurrentRow(self._prints.index(chosen))
        words, nothing = self.look.words, not self._prints
        self.list.setVisible(not nothing)
        self.sentence.setText(
            words.t("Nothing was printed for that.") if narrowed else words.t("Nothing was printed yet.")
        )
        self.sentence.setVisible(nothing)
        self._all.setVisible(nothing and narrowed)
        self._show_chosen()

    def add_prints(self, prints: Sequence[Print], lines: Sequence[tuple[str, str]], following: LogPlace | None) -> None:
        """Show older prints, too."""
        self._add(prints, lines, following)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the choices for the width."""
        super().resizeEvent(event)
        self.filters.fit(self.width() - self.look.theme.space(40))

    def _add(self, prints: Sequence[Print], lines: Sequence[tuple[str, str]], following: LogPlace | None) -> None:
        for each, (title, below) in zip(prints, lines, strict=True):
            self._prints.append(each)
            self.list.addItem(QListWidgetItem(f"{title}\n{below}"))
        if self.more.hasFocus() and following is None:
            self.list.setFocus()
        self._following = following
        self._older.setVisible(following is not None)

    def _show_everything(self) -> None:
        self.filters.field.setFocus()
        self.filters.clear()

    def chosen(self) -> Print | None:
        """Return the print of the chosen line."""
        row = self.list.currentRow()
        return self._prints[row] if 0 <= row < len(self._prints) else None

    def _add_deeds(self) -> None:
        words = self.look.words
        self.open = self.button(words.t("Open in People"))
        self.open.clicked.connect(self._open)
        self.reprint = Reprint(self.look, more=[self.open])
        self.reprint.setMaximumWidth(round(WIDEST_ROW * self.look.theme.scale))
        self.reprint.again_asked.connect(self._ask_again)
        self.reprint.lost_asked.connect(self._ask_lost)
        self.column.addWidget(self.reprint)

    def _show_chosen(self) -> None:
        each = self.chosen()
        self.reprint.setVisible(each is not None and bool(each.name))

    def _ask_again(self, reason: str) -> None:
        each = self.chosen()
        if each is not None:
            self.again_asked.emit(each.person, reason)

    def _ask_lost(self) -> None:
        each = self.chosen()
        if each is not None:
            self.lost_asked.emit(each.person)

    def _open(self) -> None:
        each = self.chosen()
        if each is not None:
            self.person_asked.emit(each.person)
