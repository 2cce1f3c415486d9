"""What was printed: who, when, where and why, the newest first; one badge more, or one in place of a lost one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidgetItem

from eventdesk.codes import PrintReason
from eventdesk.words.badges import REASONS
from ui.badges.card import Card, Lines, Rows
from ui.badges.flow import Print
from ui.badges.whose_card import WordsField
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text

AT_ONCE = 100
TYPING_MS = 300
WIDEST_ROW = 560
_OWN = "?"


class PrintLog(Card):
    """A list; below it what can be done for the person of the chosen line."""

    wanted = Signal(str, int)
    again_asked = Signal(object, str)
    lost_asked = Signal(object)
    person_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, words.t("Print log"))
        self._prints: list[Print] = []
        self.field = WordsField()
        self.field.setProperty("kind", "form")
        self.field.setPlaceholderText(words.t("Name, organisation, e-mail or code"))
        self.field.setAccessibleName(words.t("Search the print log"))
        self._typing = single_shot(self, self.look_anew, TYPING_MS)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.field.returnPressed.connect(self.look_anew)
        self.column.addWidget(self.field)
        self.sentence = Text("", "muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.sentence, 1)
        self.list = Lines(words.t("Print log"))
        self.list.setMinimumHeight(look.theme.space(160))
        self.list.currentRowChanged.connect(self._show_chosen)
        self.column.addWidget(self.list, 1)
        self.more = self.button(words.t("Show older ones"))
        self.more.clicked.connect(lambda: self.wanted.emit(self.field.text().strip(), len(self._prints)))
        self._older = self.add_buttons([self.more])
        self._add_deeds()
        self._show_chosen()

    @property
    def busy(self) -> bool:
        """Whether words were typed that nobody has looked for yet."""
        return self._typing.isActive()

    def look_anew(self) -> None:
        """Ask for the newest prints."""
        self._typing.stop()
        self.wanted.emit(self.field.text().strip(), 0)

    def show_prints(
        self, prints: Sequence[Print], lines: Sequence[tuple[str, str]], *, first: bool, more: bool
    ) -> None:
        """Show prints, at the end or anew; `lines` say it in words."""
        words, chosen = self.look.words, self.chosen()
        if first:
            self._prints = []
            self.list.clear()
        for each, (title, below) in zip(prints, lines, strict=True):
            self._prints.append(each)
            self.list.addItem(QListWidgetItem(f"{title}\n{below}"))
            if chosen is not None and first and each == chosen:
                self.list.setCurrentRow(len(self._prints) - 1)
        self._older.setVisible(more)
        self.list.setVisible(bool(self._prints))
        nothing = (
            words.t("Nothing was printed for that.")
            if self.field.text().strip()
            else words.t("Nothing was printed yet.")
        )
        self.sentence.setText("" if self._prints else nothing)
        self.sentence.setVisible(not self._prints)
        self._show_chosen()

    def chosen(self) -> Print | None:
        """Return the print of the chosen line."""
        row = self.list.currentRow()
        return self._prints[row] if 0 <= row < len(self._prints) else None

    def _add_deeds(self) -> None:
        words = self.look.words
        self.rows = Rows(self.look)
        self.rows.setMaximumWidth(round(WIDEST_ROW * self.look.theme.scale))
        self.reason = SteadyBox(words.t("Why once more"))
        for code, name in REASONS.items():
            self.reason.addItem(words.t(name), code)
        self.reason.addItem(words.t("In own words …"), _OWN)
        self.reason.setCurrentIndex(self.reason.findData(PrintReason.DAMAGED.value))
        self.reason.activated.connect(self._show_chosen)
        self.own = QLineEdit()
        self.own.setProperty("kind", "form")
        self.own.setMaxLength(120)
        self.rows.add(words.t("Why once more"), self.reason)
        self.rows.add(words.t("In own words"), self.own)
        self.column.addWidget(self.rows)
        self.again = self.button(words.t("Print again"))
        self.lost = self.button(words.t("Lost: new code, new badge"))
        self.open = self.button(words.t("Open in People"))
        self.again.clicked.connect(lambda: self._ask(lost=False))
        self.lost.clicked.connect(lambda: self._ask(lost=True))
        self.open.clicked.connect(self._open)
        self._deeds = self.add_buttons([self.again, self.lost, self.open])
        self.note = Text(
            words.t("The old code of a lost badge is refused from then on, and says whose it was."), "small", wrap=True
        )
        self.column.addWidget(self.note)

    def _show_chosen(self) -> None:
        each = self.chosen()
        there = each is not None and bool(each.name)
        self.rows.setVisible(there)
        self._deeds.setVisible(there)
        self.note.setVisible(there)
        self.rows.show_row(self.own, shown=self.reason.currentData() == _OWN)

    def _ask(self, *, lost: bool) -> None:
        each = self.chosen()
        if each is None:
            return
        if lost:
            self.lost_asked.emit(each.person)
            return
        own = self.reason.currentData() == _OWN
        self.again_asked.emit(each.person, self.own.text().strip() if own else str(self.reason.currentData()))

    def _open(self) -> None:
        each = self.chosen()
        if each is not None:
            self.person_asked.emit(each.person)
