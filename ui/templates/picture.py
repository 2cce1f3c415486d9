"""The card in the middle: which side, on whom it is tried, the badge itself, and what is to be said about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from eventdesk.badges.design.examples import Example
from eventdesk.badges.design.template import Side
from eventdesk.badges.design.template_words import EXAMPLES
from ui.look import Look
from ui.templates import telling
from ui.templates.canvas import Canvas
from ui.templates.zoom_bar import ZoomBar
from ui.widgets.segments import Segments
from ui.widgets.text import ElidedText, Text
from ui.widgets.turning import turn

MOST_REMARKS = 2


class PictureCard(QFrame):
    """What goes on in the picture is told by the canvas itself."""

    turned = Signal(Side)
    example_chosen = Signal(Example)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "card")
        words, space = look.words, look.theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(12), space(12), space(12), space(12))
        column.setSpacing(space(10))
        self.sides = Segments(look, [words.t(text) for text in telling.SIDES.values()], 0, words.t("Side"))
        self.examples = Segments(look, [words.t(EXAMPLES[each]) for each in Example], 0, words.t("Shown with"))
        self.sides.chosen.connect(lambda at: self.turned.emit(list(Side)[at]))
        self.examples.chosen.connect(lambda at: self.example_chosen.emit(list(Example)[at]))
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.setSpacing(space(8))
        self._bar.addWidget(self.sides)
        self._bar.addStretch(1)
        self._bar.addWidget(self.examples)
        column.addLayout(self._bar)
        self.canvas = Canvas(look, words.t("The badge, with its boxes"))
        column.addWidget(self.canvas, 1)
        self.who = Text("", "small", wrap=True)
        self.status = Text("", "small", wrap=True)
        self.zoom = ZoomBar(look)
        self.zoom.true_asked.connect(self.canvas.show_true)
        self.canvas.zoomed.connect(self._show_zoom)
        below = QWidget()
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight, below)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(space(8))
        self._below.addWidget(self.status, 1)
        self._below.addWidget(self.zoom)
        column.addWidget(below)
        self.remarks = Text("", "note", wrap=True)
        self.brief = ElidedText("", "small")
        for widget in (self.who, self.remarks, self.brief):
            column.addWidget(widget)
        self._low = self._empty = False
        self.show_remarks(())
        self.rest()

    def show_side(self, side: Side, *, empty: bool) -> None:
        """Mark the side that is looked at; `empty`: nothing is on it."""
        self.sides.choose(list(Side).index(side))
        if empty != self._empty:
            self._empty = empty
            self.rest()

    def show_example(self, example: Example, name: str, *, invented: bool) -> None:
        """Mark on whom the badge is tried, and say who that is."""
        words = self._look.words
        self.examples.choose(list(Example).index(example))
        whole = words.t(EXAMPLES[example])
        self.who.setText(
            words.t("{example}: {name} (invented)", example=whole, name=name) if invented
            else words.t("{example}: {name}", example=whole, name=name)
        )  # fmt: skip

    def rest(self) -> None:
        """Say how one works here, or what to do where nothing is."""
        words = self._look.words
        self.status.be("small")
        if self._empty:
            self.status.setText(words.t("Nothing is on this side, so it is not printed. Put something on it."))
        else:
            self.status.setText(words.t("Drag, or use the arrow keys (Shift: 5 mm, Alt: size)."))

    def complain(self, sentence: str) -> None:
        """Say why something was not done."""
        self.status.be("trouble")
        self.status.setText(sentence)
        self.canvas.setAccessibleDescription(sentence)

    def show_remarks(self, sentences: Sequence[str]) -> None:
        """Show what should be looked at."""
        shown = list(sentences[:MOST_REMARKS])
        rest = len(sentences) - len(shown)
        if rest:
            shown.append(self._look.words.n("and one more remark", "and {count} more remarks", rest))
        self.remarks.setText("\n".join(shown))
        self.remarks.setToolTip("\n".join(sentences) if rest else "")
        self.brief.setText(" · ".join(sentences))
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        some = bool(self.remarks.text())
        self.who.setVisible(not self._low)
        self.remarks.setVisible(some and not self._low)
        self.brief.setVisible(some and self._low)

    def fit(self, *, low: bool) -> None:
        """Say less where the window is low."""
        if low != self._low:
            self._low = low
            self._show_what_fits()

    def _show_zoom(self) -> None:
        self.zoom.show_zoom(self.canvas.zoom, fits=self.canvas.fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands side by side below each other where there is little room."""
        super().resizeEvent(event)
        space = self._look.theme.space
        needed = self.sides.sizeHint().width() + self.examples.sizeHint().width() + 2 * space(12) + space(24)
        turn(self._bar, narrow=needed > self.width())
        turn(self._below, narrow=self.zoom.sizeHint().width() > 0.6 * self.width())
