"""A form made of the cells of a template file: a row for each key, with the control that its kind of value needs."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from eventdesk.badges.design.template import AUTO
from eventdesk.badges.design.template_cells import TEXT
from eventdesk.badges.design.toml_cells import Cell, Choice, Number, Text, Whole, YesNo
from eventdesk.badges.painting import paint
from ui.look import Look
from ui.templates import telling
from ui.templates.conditions import ConditionsControl
from ui.templates.controls import (
    ChoiceControl,
    ColourControl,
    Control,
    NumberControl,
    TextControl,
    WordsControl,
    YesControl,
)
from ui.widgets.text import Text as Label

PAIRS = (("x", "y"), ("width", "height"), ("max_size", "min_size"), ("size", "digit_size"), ("length", "thickness"),
         ("radius", "padding"), ("lead", "leading"), ("comfortable", "compact"))  # fmt: skip
"""Numbers that stand side by side where there is room."""
RARE = ("lead", "leading", "comfortable", "compact", "radius", "padding", "turn")
"""Asked for seldom: these wait behind a button."""


class Form(QWidget):
    """Shows the values of one thing. `judge` says why a value of a key cannot be taken, or nothing."""

    changed = Signal(str, object)

    def __init__(
        self, look: Look, cells: Mapping[str, Cell], keys: Sequence[str], judge: Callable[[str, Any], str]
    ) -> None:
        super().__init__()
        self._look, self._judge = look, judge
        self.controls: dict[str, Control] = {}
        self._parts: dict[str, QWidget] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.theme.space(10))
        first = {pair[0]: pair[1] for pair in PAIRS}
        done: set[str] = set()
        for key in keys:
            if key in done:
                continue
            other = first.get(key)
            if other in keys:
                self._add_pair(cells, key, str(other))
                done.add(str(other))
            else:
                self._column.addWidget(self._part(cells, key))

    def show_thing(self, thing: Any) -> None:
        """Show the values of a thing."""
        for key, control in self.controls.items():
            control.show_value(getattr(thing, key))

    def show_key(self, key: str, *, shown: bool) -> None:
        """Show a row, or leave it out."""
        self._parts[key].setVisible(shown)

    def _add_pair(self, cells: Mapping[str, Cell], one: str, other: str) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._look.theme.space(10))
        for at, key in enumerate((one, other)):
            grid.addWidget(self._part(cells, key), 0, at)
            grid.setColumnStretch(at, 1)
        self._column.addLayout(grid)

    def _part(self, cells: Mapping[str, Cell], key: str) -> QWidget:
        words = self._look.words
        of_picture = isinstance(cells[key], Text)
        name = words.t("Name of the picture") if of_picture else words.t(telling.KEYS[key])
        unit = telling.UNITS.get(key, "")
        part = QWidget()
        part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(3))
        control = self._control(key, name, cells[key], cells is TEXT)
        if not isinstance(control, YesControl):
            label = Label(f"{name}, {unit}" if unit else name, "label", wrap=True)
            label.setBuddy(control.widget)
            column.addWidget(label)
        column.addWidget(control.widget)
        column.addStretch(1)
        control.changed.connect(partial(self._on_changed, key))
        self.controls[key] = control
        self._parts[key] = part
        return part

    def _on_changed(self, key: str, value: object) -> None:
        self.changed.emit(key, value)

    def _control(self, key: str, name: str, cell: Cell, of_text: bool) -> Control:
        look, judge = self._look, partial(self._judge, key)
        match cell:
            case Number() | Whole():
                return NumberControl(look, name, cell, judge, telling.UNITS.get(key, ""))
            case Choice():
                values = [(value, telling.choice_text(look.words, value)) for value in cell.values.values()]
                return ChoiceControl(look, name, values, judge)
            case YesNo():
                return YesControl(look, name, judge)
            case Text():
                return TextControl(look, name, cell, judge)
            case _:
                return self._own_control(key, name, cell, of_text)

    def _own_control(self, key: str, name: str, cell: Cell, of_text: bool) -> Control:
        """Make a control for a value that only templates have."""
        look, judge = self._look, partial(self._judge, key)
        match key:
            case "colour":
                return ColourControl(look, name, cell, [each for each in paint.NAMES if of_text or each != AUTO], judge)
            case "show_if":
                return ConditionsControl(look, name, judge)
            case "title" | "text":
                return WordsControl(look, name, cell, judge)
            case _:
                return TextControl(look, name, cell, judge)
