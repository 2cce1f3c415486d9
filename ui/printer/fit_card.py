"""The card of how badges fit: a test frame to measure, offset, turn, labels left."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eventdesk.badges.printers.frame import FRAME_MM, PAPERS, Paper
from eventdesk.badges.printers.raster import TURNS
from eventdesk.words import Words
from ui.actions import ActionId, key_of
from ui.look import Look
from ui.print_places import FARTHEST_MM, LEAST_STRETCH, MOST_STRETCH, Setup
from ui.printer.card import Card
from ui.printing import Printing
from ui.widgets.field import Field, Note
from ui.widgets.segments import Segments
from ui.widgets.text import Text

_MOST_LABELS = 99_999


class FitCard(Card):
    """Everything takes effect with the next page that is handed over."""

    frame_asked = Signal(Paper)

    def __init__(self, look: Look, printing: Printing) -> None:
        words = look.words
        super().__init__(
            look,
            words.t("Does it fit?"),
            words.t("Print the test frame and measure it with a ruler: it is 100 mm wide and 50 mm high."),
        )
        self._printing = printing
        papers = {Paper.LABEL: words.t("Label"), Paper.A6: "A6", Paper.A4: "A4"}
        self.paper = Segments(look, [papers[paper] for paper in PAPERS], 1, words.t("Paper"))
        self.add_row(words.t("Paper"), self.paper)
        self.frame = self.button(words.t("Print test frame"), key_of(words, ActionId.TEST_FRAME))
        self.frame.clicked.connect(self.ask_frame)
        self.add_buttons([self.frame])
        self.wide, self.high = self._length(words.t("Width")), self._length(words.t("Height"))
        self._add_pair(words.t("I measured (width, height)"), self.wide, self.high)
        self.wide.entered.connect(lambda text: self._measured(text, across=True))
        self.high.entered.connect(lambda text: self._measured(text, across=False))
        self.stretch = Text("", "small", wrap=True)
        self.usual = self.button(words.t("Back to the true size"))
        self.usual.clicked.connect(self._true_size)
        self.column.addWidget(self.stretch)
        self._usual_line = self.add_buttons([self.usual])
        self.right, self.down = self._offset(words.t("To the right")), self._offset(words.t("Down"))
        self._add_pair(words.t("Move by mm (right, down)"), self.right, self.down)
        self.right.entered.connect(lambda text: self._change(right=number(text)))
        self.down.entered.connect(lambda text: self._change(down=number(text)))
        self.turn = Segments(look, [f"{turn}°" for turn in TURNS], 0, words.t("Turn"))
        self.turn.chosen.connect(lambda at: self._change(turn=TURNS[at]))
        self.add_row(words.t("Turn"), self.turn)
        self.labels = Field(look, words.t("Labels left on the roll"), lambda text: _labels_note(words, text), longest=5)
        self.labels.edit.setPlaceholderText(words.t("not counted"))
        self.labels.entered.connect(self._count)
        self.add_row(words.t("Labels left on the roll"), self.labels)
        printing.changed.connect(self.show_setup)
        self.show_setup()

    @property
    def setup(self) -> Setup:
        """How the chosen printer is set up."""
        return self._printing.places.setup(self._printing.places.chosen)

    def ask_frame(self) -> None:
        """Have the test frame printed."""
        self.frame_asked.emit(PAPERS[self.paper.at()])

    def show_setup(self) -> None:
        """Show how the chosen printer is set up."""
        setup, words = self.setup, self.look.words
        self.right.show_text(millimetres(setup.right))
        self.down.show_text(millimetres(setup.down))
        self.turn.choose(TURNS.index(setup.turn))
        self.labels.show_text("" if setup.left is None else str(setup.left))
        for field in (self.wide, self.high):
            if not field.edit.hasFocus():
                field.show_text("")
        stretched = (setup.across, setup.along) != (1.0, 1.0)
        shares = {"across": millimetres(setup.across * 100), "along": millimetres(setup.along * 100)}
        said = words.t("Pages are printed {across} % wide and {along} % high, so that they measure right.", **shares)
        self.stretch.setText(said if stretched else "")
        self.stretch.setVisible(stretched)
        self.show_some(self._usual_line, {self.usual: stretched})
        for widget in (self.frame, self.paper, self.wide, self.high, self.right, self.down, self.turn, self.labels):
            widget.setEnabled(self._printing.ready)

    def _add_pair(self, title: str, one: Field, other: Field) -> None:
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.look.theme.space(8))
        line.addWidget(one)
        line.addWidget(other)
        names = one.edit.accessibleName(), other.edit.accessibleName()
        self.add_row(title, both)
        for field, name in zip((one, other), names, strict=True):
            field.setAccessibleName(f"{title}: {name}")

    def _offset(self, name: str) -> Field:
        words = self.look.words
        return Field(self.look, name, lambda text: _within(words, text, -FARTHEST_MM, FARTHEST_MM), longest=6)

    def _length(self, name: str) -> Field:
        words, near = self.look.words, MOST_STRETCH
        longest = FRAME_MM[0] if name == words.t("Width") else FRAME_MM[1]
        field = Field(self.look, name, lambda text: _within(words, text, longest / near, longest * near), longest=6)
        field.edit.setPlaceholderText(f"{longest:g}")
        return field

    def _measured(self, text: str, *, across: bool) -> None:
        """Stretch pages so that what measured `text` measures what it should."""
        measured = number(text)
        if not measured:
            return
        setup = self.setup
        if across:
            self._change(across=_stretched(setup.across, FRAME_MM[0] / measured))
        else:
            self._change(along=_stretched(setup.along, FRAME_MM[1] / measured))
        for field in (self.wide, self.high):
            field.show_text(field.text())
            field.show_text("")

    def _true_size(self) -> None:
        self._change(across=1.0, along=1.0)

    def _count(self, text: str) -> None:
        self._change(left=int(text) if text.isdecimal() else None)

    def _change(self, **changes: object) -> None:
        place = self._printing.places.chosen
        self._printing.places.set_up(place, replace(self.setup, **changes))  # type: ignore[arg-type]
        self._printing.renew(place)


def number(text: str) -> float:
    """Read "1,5" and "1.5" alike; nothing is 0."""
    return float(text.replace(",", ".").replace("\u2212", "-") or 0)


def millimetres(value: float) -> str:
    """Write a length with at most one decimal."""
    return f"{round(value, 1):g}"


def _stretched(before: float, by: float) -> float:
    return max(LEAST_STRETCH, min(MOST_STRETCH, before * by))


def _within(words: Words, text: str, least: float, most: float) -> Note:
    try:
        fits = not text or least <= number(text) <= most
    except ValueError:
        fits = False
    if fits:
        return Note()
    limits = {"least": f"{least:.0f}", "most": f"{most:.0f}"}
    return Note(words.t("A number of mm from {least} to {most}, please.", **limits), wrong=True)


def _labels_note(words: Words, text: str) -> Note:
    if not text or (text.isdecimal() and int(text) <= _MOST_LABELS):
        return Note()
    return Note(words.t("A whole number, please, or nothing."), wrong=True)
