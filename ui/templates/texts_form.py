"""The texts of a box: which there are, and the properties of the one that is looked at."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from eventdesk.badges.badge import Field
from eventdesk.badges.design.template import Box, Panel, Stack
from eventdesk.badges.design.template_cells import TEXT
from eventdesk.badges.design.template_check import texts_of
from ui.look import Look
from ui.templates import telling, texting
from ui.templates.controls import Judge
from ui.templates.folded import FoldedForm
from ui.templates.form import RARE
from ui.widgets.button import Button, plain
from ui.widgets.steady_box import SteadyBox
from ui.widgets.wrapping import Wrapping

_KEYS = ("field", "text", "max_size", "min_size", "weight", "colour", "lines", "capitals", "show_if")


class TextsForm(QWidget):
    """Tells the whole box when one of its texts changes."""

    changed = Signal(object, str)

    def __init__(self, look: Look, judge: Judge) -> None:
        super().__init__()
        self._look, self._judge = look, judge
        self._box: Box | None = None
        self._at = 0
        words, space = look.words, look.theme.space
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(10))
        self.which = SteadyBox(words.t("Text in this box"))
        self.which.activated.connect(self._look_at)
        self.form = FoldedForm(look, TEXT, [*_KEYS, *(key for key in TEXT if key in RARE)], self._judged)
        self.form.changed.connect(self._change)
        self.more = self._button(words.t("Add a text"), "new")
        self.less = self._button(words.t("Take away"), "close")
        self.up = self._button(words.t("Up"), "up")
        self.down = self._button(words.t("Down"), "down")
        self.more.clicked.connect(self._add)
        self.less.clicked.connect(self._take_away)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self._buttons = Wrapping(space(6), [self.more, self.less, self.up, self.down])
        for widget in (self.which, self._buttons, self.form):
            column.addWidget(widget)

    def show_box(self, box: Box, *, anew: bool) -> None:
        """Show the texts of a box; of another one than before (`anew`) the first."""
        self._box = box
        shown = texts_of(box)
        self._at = 0 if anew else max(0, min(self._at, len(shown) - 1))
        self.which.clear()
        for number, text in enumerate(shown, 1):
            self.which.addItem(f"{number} · {telling.text_name(self._look.words, text)}")
        self.which.setCurrentIndex(self._at)
        several = isinstance(box, Stack)
        self.which.setVisible(several)
        if self.less.hasFocus() and len(shown) < 2:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.more.setVisible(several or not shown)
        self.less.setVisible(len(shown) > 1 if several else bool(shown))
        self.up.setVisible(several and len(shown) > 1)
        self.down.setVisible(several and len(shown) > 1)
        self.up.setEnabled(self._at > 0)
        self.down.setEnabled(self._at + 1 < len(shown))
        self._buttons.place()
        self._buttons.setMinimumHeight(self._buttons.heightForWidth(self._buttons.width()))
        self.form.setVisible(bool(shown))
        if shown:
            self._show_text()

    def _show_text(self) -> None:
        if self._box is not None:
            text = texts_of(self._box)[self._at]
            self.form.show_thing(text)
            self.form.show_key("text", shown=text.field is Field.TEXT)
            self.form.show_key("capitals", shown=text.field not in texting.NAMES)

    def _look_at(self, at: int) -> None:
        self._at = at
        if self._box is not None:
            self.show_box(self._box, anew=False)

    def _with(self, key: str, value: Any) -> Box | None:
        if self._box is None:
            return None
        text = texting.text_with(texts_of(self._box)[self._at], key, value)
        return texting.with_text(self._box, self._at, text)

    def _judged(self, key: str, value: Any) -> str:
        box = self._with(key, value)
        return self._judge(box) if box is not None else ""

    def _change(self, key: str, value: object) -> None:
        box = self._with(key, value)
        if box is not None:
            self.changed.emit(box, f"{self._at}.{key}")

    def _add(self) -> None:
        if self._box is not None:
            at = self._at
            self._at = at if isinstance(self._box, Panel) else at + 1
            self.changed.emit(texting.with_one_more(self._box, at), "")

    def _take_away(self) -> None:
        if self._box is not None:
            self.changed.emit(texting.with_one_less(self._box, self._at), "")

    def _move(self, steps: int) -> None:
        if self._box is not None:
            at = self._at
            self._at += steps
            self.changed.emit(texting.with_text_moved(self._box, at, steps), "")

    def _button(self, text: str, icon: str) -> Button:
        return Button(self._look, text, plain(self._look.theme.colours), icon=icon, size=13, high=32)
