"""The cards beside the plan while one draws: what is drawn next, and the booths that are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from eventdesk.fair.booth import Booth, Power
from eventdesk.fair.floor.rows import Form, Numbering
from eventdesk.fair.hall import HallPart, PartKind
from eventdesk.words import mark
from ui.actions import ActionId, PageId, key_of
from ui.fair.metre_field import MetreField
from ui.fair.pairs import Pairs
from ui.fair.part_form import PARTS, PartForm
from ui.fair.pen import Plan
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.field import Field, Note
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text
from ui.widgets.tick import Tick
from ui.widgets.wrapping import Wrapping

FORMS = {
    Form.ROW: mark("A row of booths"),
    Form.DOUBLE_ROW: mark("A double row, back to back"),
    Form.ISLAND: mark("An island with booths at its heads"),
}
DRAWN = tuple(PARTS)
POWERS = ((Power.NONE, mark("No power")), (Power.V230, mark("230 V")), (Power.V400, mark("400 V")))
LEAST_MM, MOST_MM = 300, 50_000


class NextCard(QFrame):
    """What is drawn next."""

    changed = Signal()
    put_asked = Signal(int)
    part_put_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Draw"))
        self.what = SteadyBox(words.t("What is drawn"))
        for text in (*FORMS.values(), *(PARTS[part] for part in DRAWN)):
            self.what.addItem(words.t(text))
        self.hint = Text("", "muted", wrap=True)
        self.wide = MetreField(look, words.t("Width in metres"), LEAST_MM, MOST_MM)
        self.deep = MetreField(look, words.t("Depth in metres"), LEAST_MM, MOST_MM)
        self.wide.show_length(3000)
        self.deep.show_length(2000)
        self.prefix = Field(look, words.t("Numbers begin with"), longest=12)
        self.power = _power_box(look)
        self.count = Field(look, words.t("How many"), self._count_note, longest=3)
        self.count.show_text("5")
        for field in (self.prefix, self.count):
            field.edit.setProperty("kind", "form")
        self.booths, self.part = Pairs(look), PartForm(look)
        self.booths.add(words.t("Width (m)"), self.wide)
        self.booths.add(words.t("Depth (m)"), self.deep)
        self.booths.add(words.t("Numbers"), self.prefix)
        self.booths.add(words.t("Power"), self.power)
        self.booths.add(words.t("How many"), self.count)
        self.put = Button(look, words.t("Put them where there is room"), plain(colours), size=14, high=36)
        self.put.clicked.connect(lambda: self.put_asked.emit(self.wanted()))
        self.put_part = Button(look, words.t("Put it there"), plain(colours), size=14, high=36)
        self.put_part.clicked.connect(lambda: self.part_put_asked.emit(self.part.part()))
        self.done = Button(look, words.t("Done"), primary(colours), key=words.t("Esc"), size=14, high=36)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(8))
        column.addWidget(Text(words.t("Draw"), "title"))
        for widget in (self.what, self.hint, self.booths, self.part, self.put, self.put_part, self.done):
            column.addWidget(widget)
        self.what.activated.connect(self._show)
        self.part.entered.connect(lambda _part: self.changed.emit())
        for each in (self.wide, self.deep, self.prefix):
            each.entered.connect(lambda _text: self.changed.emit())
        self.power.activated.connect(lambda _at: self.changed.emit())
        self._show()

    @property
    def part_wanted(self) -> PartKind | None:
        """The part of the hall that is drawn next; None: booths are."""
        at = self.what.currentIndex() - len(FORMS)
        return DRAWN[at] if at >= 0 else None

    def plan(self) -> Plan:
        """Return what the next gesture draws."""
        part, prefix = self.part_wanted, self.prefix.text().strip()
        if part is not None:
            return Plan(part=part, name=self.part.name.text().strip())
        island = prefix.rstrip("-. ")
        return Plan(
            tuple(FORMS)[self.what.currentIndex()],
            self.wide.value,
            self.deep.value,
            island,
            Numbering(prefix),
            Power(self.power.currentData()),
        )

    def propose(self, part: HallPart) -> None:
        """Show the numbers of a part that may be put into the hall."""
        self.part.show_part(part)

    def wanted(self) -> int:
        """Return how many booths are wanted in a row, where no gesture says so."""
        text = self.count.text().strip()
        return int(text) if text.isdecimal() and int(text) else 1

    def _count_note(self, text: str) -> Note:
        fine = text.isdecimal() and 1 <= int(text) <= 100
        return Note() if fine else Note(self._look.words.t("A number from 1 to 100."), wrong=True)

    def _show(self) -> None:
        words, booths = self._look.words, self.part_wanted is None
        self.booths.setVisible(booths)
        self.put.setVisible(booths)
        self.part.setVisible(not booths)
        self.put_part.setVisible(not booths)
        self.hint.setText(
            words.t("Draw with the mouse on the empty floor: the longer, the more booths.")
            if booths
            else words.t("Draw it with the mouse, from one end or corner to the other, or put it there by numbers.")
        )
        self.changed.emit()


class ChosenCard(QFrame):
    """What the chosen booths are like, and what can be done with them."""

    renumbered = Signal(str)
    changed = Signal(object)
    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words, space = look.words, look.theme.space
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Chosen booths"))
        self.title = Text("", "title", wrap=True)
        self.number = Field(look, words.t("Number"), longest=20)
        self.island = Field(look, words.t("Island"), longest=40)
        self.power = _power_box(look)
        for field in (self.number, self.island):
            field.edit.setProperty("kind", "form")
        self.wall = Tick(look.theme, words.t("Back wall"), ticked=False)
        self.step_free = Tick(look.theme, words.t("Step-free"), ticked=False)
        rows = Pairs(look)
        rows.add(words.t("Number"), self.number)
        rows.add(words.t("Island"), self.island)
        rows.add(words.t("Power"), self.power)
        self.turn = self._button(words.t("Turn"), "turn", "R")
        key = key_of(words, ActionId.DUPLICATE, PageId.FAIR)
        self.copy = self._button(words.t("Duplicate"), "copy", key)
        self.remove = self._button(words.t("Remove"), "remove", words.t("Del"))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(8))
        for widget in (self.title, rows, self.wall, self.step_free):
            column.addWidget(widget)
        column.addWidget(Wrapping(space(8), [self.turn, self.copy, self.remove]))
        self.number.entered.connect(self.renumbered)
        self.island.entered.connect(lambda text: self.changed.emit({"island": text}))
        self.power.activated.connect(lambda _at: self.changed.emit({"power": Power(self.power.currentData())}))
        self.wall.toggled.connect(lambda on: self.changed.emit({"wall": on}))
        self.step_free.toggled.connect(lambda on: self.changed.emit({"step_free": on}))

    def show_booths(self, booths: Sequence[Booth]) -> None:
        """Show what the chosen booths have in common."""
        words = self._look.words
        self.setVisible(bool(booths))
        if not booths:
            return
        first = booths[0]
        self.title.setText(
            words.t("Booth {number}", number=first.ref)
            if len(booths) == 1
            else words.n("One booth", "{count} booths", len(booths))
        )
        self.number.show_text(first.ref)
        self.number.edit.setToolTip(
            words.t("The others are numbered on from here, row by row.") if len(booths) > 1 else ""
        )
        self.island.show_text(first.island if len({booth.island for booth in booths}) == 1 else "")
        self.power.setCurrentIndex(self.power.findData(first.power))
        for tick, on in ((self.wall, all(each.wall for each in booths)),
                         (self.step_free, all(each.step_free for each in booths))):  # fmt: skip
            tick.box.blockSignals(True)
            tick.box.setChecked(on)
            tick.box.blockSignals(False)

    def _button(self, text: str, deed: str, key: str) -> Button:
        button = Button(self._look, text, plain(self._look.theme.colours), size=14, high=36)
        button.setToolTip(f"{text} ({key})")
        button.clicked.connect(lambda: self.asked.emit(deed))
        return button


def _power_box(look: Look) -> SteadyBox:
    box = SteadyBox(look.words.t("Power"))
    for power, text in POWERS:
        box.addItem(look.words.t(text), power)
    return box
