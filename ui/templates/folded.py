"""A form of which what is asked for seldom waits behind a button."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from eventdesk.badges.design.toml_cells import Cell
from ui.look import Look
from ui.templates.controls import Control
from ui.templates.form import RARE, Form
from ui.widgets.button import Button, plain


class FoldedForm(QWidget):
    """Two forms, the second one folded away."""

    changed = Signal(str, object)

    def __init__(
        self, look: Look, cells: Mapping[str, Cell], keys: Sequence[str], judge: Callable[[str, Any], str]
    ) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rare = [key for key in keys if key in RARE]
        self._forms = [Form(look, cells, [key for key in keys if key not in RARE], judge)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(10))
        column.addWidget(self._forms[0])
        if rare:
            self._forms.append(Form(look, cells, rare, judge))
            self.fold = Button(look, "", plain(look.theme.colours), size=13, high=32)
            self.fold.setCheckable(True)
            self.fold.toggled.connect(self._turn)
            self._turn(False)
            column.addWidget(self.fold)
            column.addWidget(self._forms[1])
        for form in self._forms:
            form.changed.connect(self.changed)

    @property
    def controls(self) -> Mapping[str, Control]:
        """All controls by their keys."""
        return {key: control for form in self._forms for key, control in form.controls.items()}

    def show_thing(self, thing: Any) -> None:
        """Show the values of a thing."""
        for form in self._forms:
            form.show_thing(thing)

    def show_key(self, key: str, *, shown: bool) -> None:
        """Show a row, or leave it out."""
        for form in self._forms:
            if key in form.controls:
                form.show_key(key, shown=shown)

    def _turn(self, unfolded: bool) -> None:
        words = self._look.words
        self.fold.say(words.t("Fewer properties") if unfolded else words.t("More properties"))
        self._forms[1].setVisible(unfolded)
