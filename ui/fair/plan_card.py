"""The card of the plan: how many stand, whose wishes are met, how good it is, what has changed since the print."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.button_row import ButtonRow
from ui.widgets.change_list import FIRST, ChangeLine, ChangeList
from ui.widgets.text import Text


@dataclass(frozen=True)
class Figures:
    """What is counted. `quality` is a word or a number, `proof` what it rests on; `good`: proven."""

    placed: str
    of: str
    wishes: str
    quality: str
    proof: str
    good: bool = False


@dataclass(frozen=True)
class Since:
    """What has changed since something; `sentence` sums it up."""

    title: str = ""
    changes: tuple[ChangeLine, ...] = ()
    sentence: str = ""


class Figure(QWidget):
    """One number, and below it what it counts."""

    def __init__(self, look: Look, kind: str = "planfigure") -> None:
        super().__init__()
        self.number, self.rest = Text("", kind), Text("", "muted")
        self.said = Text("", "small")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(4))
        row.addWidget(self.number)
        row.addWidget(self.rest)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.said)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_factor(self, factor: float) -> None:
        """Keep the size."""

    def say(self, number: str, rest: str, said: str) -> None:
        """Say another number."""
        self.number.setText(number)
        self.rest.setText(rest)
        self.rest.setVisible(bool(rest))
        self.said.setText(said)
        self.setAccessibleName(f"{number}{rest} {said}")
        self.adjustSize()

    def sizeHint(self) -> QSize:
        """Return room for the wider of both."""
        for text in (self.number, self.rest, self.said):
            text.ensurePolished()
        return super().sizeHint()


class PlanCard(QFrame):
    """Three figures, what has changed, and what can be asked about the plan."""

    what_if_asked = Signal()
    weights_asked = Signal()
    versions_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self._look = look
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Plan"))
        self.placed, self.wishes, self.quality = Figure(look), Figure(look), Figure(look)
        self._figures = ButtonRow(space(22), [self.placed, self.wishes, self.quality])
        self.alarm = Text("", "mind", wrap=True)
        self.alarm.hide()
        self.since = Text("", "label", wrap=True)
        self.changes = ChangeList(look)
        self.sum = Text("", "quietbox", wrap=True)
        self.what_if = Button(look, words.t("What if …"), plain(colours), size=14, high=36)
        self.versions = Button(look, words.t("Versions …"), plain(colours), size=14, high=36)
        self.weights = Button(look, words.t("Weights …"), plain(colours), size=14, high=36)
        self.what_if.clicked.connect(self.what_if_asked)
        self.versions.clicked.connect(self.versions_asked)
        self.weights.clicked.connect(self.weights_asked)
        self._deeds = ButtonRow(space(8), [self.what_if, self.versions, self.weights])
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(8))
        column.addWidget(Text(words.t("Plan"), "label"))
        column.addWidget(self._figures)
        column.addWidget(self.alarm)
        column.addWidget(self.since)
        column.addWidget(self.changes, FIRST)
        column.addWidget(self.sum)
        column.addStretch(1)
        column.addWidget(self._deeds)
        self.show_since(Since())

    def show_figures(self, figures: Figures) -> None:
        """Show how the plan is now."""
        words = self._look.words
        self.placed.say(figures.placed, f" / {figures.of}", words.t("placed"))
        self.wishes.say(figures.wishes, "", words.t("wishes met"))
        self.quality.number.be("planproven" if figures.good else "planfigure")
        self.quality.say(figures.quality, "", figures.proof)
        for each in (self.wishes, self.quality):
            each.setVisible(bool(each.number.text()))
        self._figures.refit()

    def show_alarm(self, sentence: str) -> None:
        """Show what somebody has to look after now."""
        self.alarm.setText(sentence)
        self.alarm.setVisible(bool(sentence))

    def show_since(self, since: Since) -> None:
        """Show what has changed."""
        self.since.setText(since.title)
        self.since.setVisible(bool(since.title))
        self.changes.show_changes(since.changes)
        self.changes.setVisible(bool(since.changes))
        self.sum.setText(since.sentence)
        self.sum.setVisible(bool(since.sentence))
