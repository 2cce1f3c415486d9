"""Which columns the list has, and by which it is ordered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from eventdesk.people.listing import NAME
from ui.look import Look
from ui.people.chips import Chip, Lines
from ui.people.columns import COLUMNS, USUAL, heading
from ui.people.pane import Pane
from ui.widgets.button import Button, plain
from ui.widgets.choice import ChoiceBox
from ui.widgets.segments import Segments
from ui.widgets.text import Text


class ColumnPane(Pane):
    """Chips for the columns; a choice for the order."""

    columns_changed = Signal(object)
    order_changed = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.words.t("Columns and order"))
        words, theme = look.words, look.theme
        self.order = ChoiceBox(words.t("Ordered by"))
        for column in COLUMNS:
            if column.sortable:
                self.order.addItem(heading(words, column.key), column.key)
        self.direction = Segments(look, [words.t("A to Z"), words.t("Z to A")], 0, words.t("Direction"))
        self.order.activated.connect(lambda _at: self._tell_order())
        self.direction.chosen.connect(lambda _at: self._tell_order())
        self.column.addWidget(Text(words.t("Ordered by"), "title"))
        self.column.addWidget(self.order)
        self.column.addWidget(self.direction)
        self.column.addSpacing(theme.space(8))
        self.column.addWidget(Text(words.t("Columns"), "title"))
        holder = QWidget()
        lines = Lines(holder, theme.space(6))
        self.chips = {column.key: Chip(look, heading(words, column.key)) for column in COLUMNS if column.key != NAME}
        for chip in self.chips.values():
            chip.clicked.connect(lambda _checked=False: self._tell_columns())
            lines.addWidget(chip)
        self.column.addWidget(holder)
        self.usual = Button(look, words.t("The usual columns"), plain(theme.colours), size=14, high=38)
        self.usual.clicked.connect(lambda: self.columns_changed.emit(list(USUAL)))
        self.column.addWidget(self.usual)
        self.column.addSpacing(theme.space(8))
        self.column.addWidget(Text(words.t("Lists"), "title"))
        self.deeds = QWidget()
        self._deed_lines = Lines(self.deeds, theme.space(8))
        self.column.addWidget(self.deeds)
        self.column.addStretch(1)

    def offer(self, button: Button) -> None:
        """Offer something that can be done with the whole list."""
        self._deed_lines.addWidget(button)

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show which columns the list has."""
        for key, chip in self.chips.items():
            chip.setChecked(key in keys)

    def show_order(self, key: str, *, backwards: bool) -> None:
        """Show by what the list is ordered."""
        self.order.setCurrentIndex(max(0, self.order.findData(key)))
        self.direction.choose(int(backwards))

    def take_focus(self) -> None:
        """Begin at the order."""
        self.order.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_columns(self) -> None:
        on = [key for key, chip in self.chips.items() if chip.isChecked()]
        self.columns_changed.emit([NAME, *on])

    def _tell_order(self) -> None:
        self.order_changed.emit(self.order.currentData(), bool(self.direction.at()))
