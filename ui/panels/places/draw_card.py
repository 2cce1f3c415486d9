"""The card that gives out places: in which way, how far it is, how content people would be, taking it or leaving it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from eventdesk.panels.place import Way
from eventdesk.panels.seating.telling import way_text
from eventdesk.words import mark
from ui.look import Look
from ui.panels.places.content_table import ContentTable
from ui.panels.places.standing import Content
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.field import Field, Note
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text
from ui.widgets.tick import Tick

WAYS = {
    Way.LEXIMIN: mark("Fair to everybody"),
    Way.RANK_MAXIMAL: mark("Many first wishes"),
    Way.REGISTRATION: mark("Who came first"),
    Way.LOTTERY: mark("Lottery"),
}
LARGEST_SEED = 2**31 - 1


@dataclass(frozen=True)
class DrawWish:
    """In which way places are to be given out."""

    way: Way
    seed: int
    together: bool
    everybody: bool


class DrawCard(QFrame):
    """Another choice begins anew. Nothing is written before it is applied."""

    begun = Signal()
    stopped = Signal()
    applied = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Give out places"))
        self.way = SteadyBox(words.t("In which way"))
        for way, name in WAYS.items():
            self.way.addItem(words.t(name), way)
        self.about = Text("", "muted", wrap=True)
        self.seed = Field(look, words.t("Number of the lots"), self._check, longest=10)
        self.seed.edit.setProperty("kind", "form")
        self.seed.show_text("1")
        self.together = Tick(look.theme, words.t("Groups that wish the same stay together"), ticked=True)
        self.everybody = Tick(look.theme, words.t("Who wished nothing gets what is left"), ticked=False)
        self.lots = Text(words.t("Number of the lots: the same number draws the same lots"), "label", wrap=True)
        self.sentence = Text("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(space(6))
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words.t("Progress"))
        self.table = ContentTable(look)
        self.changes, self.notes = Text("", "strong", wrap=True), Text("", "mind", wrap=True)
        self.begin = Button(look, words.t("Give out anew"), primary(colours), size=14, high=38)
        self.stop = Button(look, words.t("Stop, keep the best"), plain(colours), size=14, high=38)
        self.take = Button(look, words.t("Apply"), primary(colours), size=14, high=38)
        self.leave = Button(look, words.t("Discard"), plain(colours), key=words.t("Esc"), size=14, high=38)
        for button, signal in (
            (self.begin, self.begun), (self.stop, self.stopped), (self.take, self.applied), (self.leave, self.left),
        ):  # fmt: skip
            button.clicked.connect(signal)
        self.deeds = ButtonRow(space(8), [self.begin, self.stop, self.take, self.leave])
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(9))
        rule = QFrame()
        rule.setProperty("kind", "rule")
        for widget in (
            Text(words.t("Give out places"), "title", wrap=True), self.table, self.changes, self.sentence, self.bar,
            self.notes, self.deeds, rule, Text(words.t("In which way"), "label"), self.way, self.about, self.together,
            self.everybody, self.lots, self.seed,
        ):  # fmt: skip
            column.addWidget(widget)
        self.way.activated.connect(lambda _at: self.begun.emit())
        self.way.currentIndexChanged.connect(lambda _at: self._say_way())
        self._say_way()
        self.together.toggled.connect(lambda _on: self.begun.emit())
        self.everybody.toggled.connect(lambda _on: self.begun.emit())
        self.seed.entered.connect(self._take_seed)
        self.show_progress("", busy=False, answered=False)
        self.show_answer(None, None, "", ())

    def wish(self) -> DrawWish:
        """Return what is wanted."""
        text = self.seed.text().strip()
        seed = int(text) if not self._check(text).wrong else 1
        return DrawWish(
            Way(self.way.currentData()), seed, self.together.box.isChecked(), self.everybody.box.isChecked()
        )

    def take_focus(self) -> None:
        """Begin at what can be done now."""
        for button in (self.take, self.stop, self.begin, self.leave):
            if button.isVisible() and button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_progress(
        self, sentence: str, *, busy: bool, answered: bool, able: bool = True, proven: bool = False
    ) -> None:
        """Show how far the answer is; `able`: it may be taken."""
        had = next((each for each in (self.begin, self.stop, self.take) if each.hasFocus()), None)
        self.sentence.be("proven" if proven else "muted")
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.bar.setVisible(busy)
        self.begin.setVisible(not busy and not (answered and able))
        self.stop.setVisible(busy)
        self.take.setVisible(answered and able)
        self.take.setEnabled(not busy or answered)
        self.deeds.refit()
        if had is not None and not had.isVisible():
            self.take_focus()

    def show_answer(self, now: Content | None, then: Content | None, changes: str, notes: Sequence[str]) -> None:
        """Show how content people are today, and would be."""
        self.table.setVisible(then is not None)
        if now is not None and then is not None:
            self.table.show_content(now, then)
        self.changes.setText(changes)
        self.changes.setVisible(bool(changes))
        self.notes.setText(" ".join(notes))
        self.notes.setVisible(bool(notes))

    def _say_way(self) -> None:
        self.about.setText(way_text(self.look.words, Way(self.way.currentData())))

    def _check(self, text: str) -> Note:
        fits = text.isascii() and text.isdecimal() and int(text) <= LARGEST_SEED
        return Note() if fits else Note(self.look.words.t("A whole number without a sign, please."), wrong=True)

    def _take_seed(self, text: str) -> None:
        self.seed.show_text(text)
        self.begun.emit()
