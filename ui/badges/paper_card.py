"""The card of the paper: which sheet, from which place on, how it is turned, how many badges go into a box."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from eventdesk.badges.design.template import Template
from eventdesk.badges.sheets.sheet import Duplex, Fold, Sheet
from eventdesk.badges.stock import Chosen
from eventdesk.words import mark
from ui.badges.card import Card, Rows
from ui.badges.sheet_form import SheetForm
from ui.badges.sheet_view import SheetView, look_words
from ui.look import Look
from ui.widgets.segments import Segments
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text

BOXES = (0, 25, 50, 75, 100, 150, 200)
_DUPLEX = {
    Duplex.NONE: mark("Front only"),
    Duplex.LONG: mark("Long edge"),
    Duplex.SHORT: mark("Short edge"),
}


class PaperCard(Card):
    """Only sheets are offered on which the badge has room."""

    changed = Signal(object)
    save_asked = Signal(object)
    remove_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, words.t("Paper"))
        self._chosen, self._size = Chosen(), (1.0, 1.0)
        self._sheets: Mapping[str, Sheet] = {}
        self._own: frozenset[str] = frozenset()
        self.sheet = SteadyBox(words.t("Sheet"))
        self.sheet.activated.connect(self._choose_sheet)
        self.column.addWidget(self.sheet)
        self.wrong = Text("", "danger", wrap=True)
        self.column.addWidget(self.wrong)
        self.view = SheetView(look)
        self.view.chosen.connect(lambda start: self._tell(replace(self._chosen, start=start)))
        self.begins = Text("", "strong", wrap=True)
        self.hint = Text(words.t("Click the first free place of a sheet that is partly used."), "small", wrap=True)
        beside = QVBoxLayout()
        beside.addWidget(self.begins)
        beside.addWidget(self.hint)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(look.theme.space(16))
        row.addWidget(self.view, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        self.column.addLayout(row)
        self.own, self.remove = self.button(words.t("Another sheet …")), self.button(words.t("Forget this sheet"))
        self.own.clicked.connect(self._begin_form)
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self._chosen.sheet))
        self._line = self.add_buttons([self.own, self.remove])
        self.form = SheetForm(look)
        self.form.saved.connect(self.save_asked)
        self.form.left.connect(self._end_form)
        self.form.drawn.connect(lambda sheet: self.view.show_sheet(sheet, 1))
        self.form.hide()
        self.column.addWidget(self.form)
        self.rows = Rows(look)
        self.duplex = Segments(look, [words.t(name) for name in _DUPLEX.values()], 0, words.t("Back sides"))
        self.duplex.chosen.connect(lambda at: self._tell(replace(self._chosen, duplex=list(_DUPLEX)[at])))
        self.rows.add(words.t("Back sides"), self.duplex)
        self.boxes = SteadyBox(words.t("Boxes"))
        for most in BOXES:
            name = words.n("at most one badge", "at most {count} badges", most) if most else words.t("No boxes")
            self.boxes.addItem(name, most)
        self.boxes.activated.connect(lambda: self._tell(replace(self._chosen, boxes=self.boxes.currentData())))
        self.rows.add(words.t("Boxes"), self.boxes)
        self.column.addWidget(self.rows)

    def show_paper(self, chosen: Chosen, template: Template, sheets: Mapping[str, Sheet], own: frozenset[str]) -> None:
        """Show what is chosen, and what can be."""
        self._size = size = template.width, template.height
        self._chosen, self._sheets, self._own = chosen, sheets, own
        words, sheet = self.look.words, sheets.get(chosen.sheet)
        fitting = {
            name: each for name, each in sheets.items() if each.turn_for(*size) is not None or name == chosen.sheet
        }
        self.sheet.clear()
        self.sheet.addItem(words.t("Pages of the size of the badge"), "")
        for name, each in fitting.items():
            self.sheet.addItem(each.title.text(words.language) or name, name)
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(chosen.sheet)))
        fits = sheet is None or sheet.turn_for(*size) is not None
        self.wrong.setText(
            "" if fits else words.t("The badge is too large for this sheet. Choose another sheet or another design.")
        )
        self.wrong.setVisible(not fits)
        if not self.form.isVisibleTo(self):
            self._show_sheet(sheet)
        both = bool(template.back) and sheet is not None and sheet.fold is Fold.NONE
        self.rows.show_row(self.duplex, shown=both)
        self.duplex.choose(list(_DUPLEX).index(chosen.duplex))
        if self.boxes.findData(chosen.boxes) < 0:
            self.boxes.addItem(words.n("at most one badge", "at most {count} badges", chosen.boxes), chosen.boxes)
        self.boxes.setCurrentIndex(self.boxes.findData(chosen.boxes))

    def end_form(self) -> None:
        """Have done with a sheet of one's own."""
        self.form.hide()
        self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sheet(self, sheet: Sheet | None) -> None:
        self.view.setVisible(sheet is not None)
        several = sheet is not None and sheet.capacity > 1
        if sheet is not None:
            start = self._chosen.start if self._chosen.start <= sheet.capacity else 1
            self.view.show_sheet(sheet, start)
            self.begins.setText(look_words(self.look, start, sheet.capacity))
        self.begins.setVisible(sheet is not None)
        self.hint.setVisible(several)
        self.own.show()
        self.remove.setVisible(self._chosen.sheet in self._own)
        self._line.show()
        self._line.place()

    def _choose_sheet(self) -> None:
        self._tell(replace(self._chosen, sheet=str(self.sheet.currentData()), start=1))

    def _tell(self, chosen: Chosen) -> None:
        self.changed.emit(chosen)

    def _begin_form(self) -> None:
        names = {name for name in self._sheets if name.startswith("own-")}
        free = next(f"own-{number}" for number in range(1, len(names) + 2) if f"own-{number}" not in names)
        self.form.begin(free, self._sheets.get(self._chosen.sheet), self._size)
        self.form.show()
        self._line.hide()
        self.begins.hide()
        self.hint.hide()
        self.view.show()
        self.form.draw()
        self.form.take_focus()

    def _end_form(self) -> None:
        self.end_form()
        self._show_sheet(self._sheets.get(self._chosen.sheet))
