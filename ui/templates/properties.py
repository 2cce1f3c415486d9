"""The card with the properties of the chosen box, or of the badge itself if none is chosen."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from eventdesk.badges.design.template import Box, Picture, Template
from eventdesk.badges.design.template_cells import BOXES, HEAD
from ui.look import Look
from ui.templates import telling
from ui.templates.controls import Judge
from ui.templates.folded import FoldedForm
from ui.templates.form import Form
from ui.templates.shapes import Kind, kind_of
from ui.templates.tabbing import stops
from ui.templates.texts_form import TextsForm
from ui.widgets.button import Button, plain
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping


class BoxForm(QWidget):
    """All properties of one kind of box."""

    changed = Signal(object, str)
    picture_asked = Signal()

    def __init__(self, look: Look, kind: Kind, judge: Judge) -> None:
        super().__init__()
        self._judge = judge
        self._box: Box | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(12))
        self.texts: TextsForm | None = None
        cells = BOXES[kind.value][1]
        self.form = FoldedForm(look, cells, list(cells), self._judged)
        self.form.changed.connect(self._change)
        if kind is Kind.PICTURE:
            choose = Button(
                look, look.words.t("Choose a picture…"), plain(look.theme.colours), icon="open", size=14, high=36
            )
            choose.clicked.connect(self.picture_asked)
            column.addWidget(choose)
        if kind is Kind.TEXT:
            self._add_texts(look, column)
        column.addWidget(self.form)
        if kind is Kind.PANEL:
            self._add_texts(look, column)

    def show_box(self, box: Box, *, anew: bool) -> None:
        """Show a box."""
        self._box = box
        self.form.show_thing(box)
        if self.texts is not None:
            self.texts.show_box(box, anew=anew)

    def _add_texts(self, look: Look, column: QVBoxLayout) -> None:
        self.texts = TextsForm(look, self._judge)
        self.texts.changed.connect(self.changed)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        for widget in (self.texts, rule) if column.count() == 0 else (rule, self.texts):
            column.addWidget(widget)

    def _judged(self, key: str, value: Any) -> str:
        return self._judge(replace(self._box, **{key: value})) if self._box is not None else ""

    def _change(self, key: str, value: object) -> None:
        if self._box is not None:
            self.changed.emit(replace(self._box, **{key: value}), key)  # type: ignore[arg-type]


class Properties(QFrame):
    """Forms are made when they are needed first."""

    box_changed = Signal(object, str)
    badge_changed = Signal(str, object)
    picture_asked = Signal(str)
    open_asked = Signal()
    write_asked = Signal()
    forget_asked = Signal()
    copy_asked = Signal()
    remove_asked = Signal()
    use_asked = Signal()

    def __init__(self, look: Look, judge: Judge, judge_badge: Callable[[str, Any], str], *, closed: bool) -> None:
        super().__init__()
        self._look, self._judge, self._closed = look, judge, closed
        self.setProperty("kind", "card")
        words, space = look.words, look.theme.space
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space(18), space(14), space(18), space(18))
        self._column.setSpacing(space(10))
        self.title = Text("", "title", wrap=True)
        self._column.addWidget(self.title)
        self.badge = Form(look, HEAD, list(HEAD), judge_badge)
        self.badge.changed.connect(self.badge_changed)
        self._column.addWidget(self.badge)
        self.boxes: dict[Kind, BoxForm] = {}
        self.logo = self._button(words.t("Choose the logo…"))
        self.open = self._button(words.t("Open a file…"))
        self.write = self._button(words.t("Save as a file…"))
        self.forget = self._button(words.t("Give up changes"))
        self.use = self._button(words.t("Use for this event"))
        self.use.clicked.connect(self.use_asked)
        self.copy = self._button(words.t("Go on with a copy"))
        self.remove = self._button(words.t("Remove template"))
        self.copy.clicked.connect(self.copy_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.logo.clicked.connect(partial(self.picture_asked.emit, ""))
        self.open.clicked.connect(self.open_asked)
        self.write.clicked.connect(self.write_asked)
        self.forget.clicked.connect(self.forget_asked)
        self._files = Wrapping(
            space(8), [self.use, self.logo, self.open, self.write, self.copy, self.forget, self.remove]
        )
        self._column.addWidget(self._files)
        self._column.addStretch(1)
        self._known: tuple[Kind | None, object] = (None, None)

    def show_badge(self, template: Template, *, unsaved: bool, stored: bool, used: bool) -> None:
        """Show the properties of the badge itself; `used`: the badges of the event are printed with it."""
        self._show_form(None)
        self.title.setText(self._look.words.t("The badge"))
        self.badge.show_thing(template)
        able = not self._closed
        ables = (unsaved and able, stored and able, able, stored and able and not used)
        for button, can in zip((self.forget, self.remove, self.logo, self.use), ables, strict=True):
            if button.hasFocus() and not can:
                self.open.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(can)
        self._close_all()

    def show_box(self, box: Box, which: object) -> None:
        """Show the properties of a box; `which` tells it from others of its kind."""
        kind = kind_of(box)
        anew = self._known != (kind, which)
        self._show_form(kind)
        self._known = (kind, which)
        self.title.setText(self._look.words.t(telling.KINDS[kind]))
        self.boxes[kind].show_box(box, anew=anew)
        self._close_all()

    def take_focus(self) -> None:
        """Begin at the first property."""
        first = next(iter(stops(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, kind: Kind | None) -> None:
        if kind is not None and kind not in self.boxes:
            form = BoxForm(self._look, kind, self._judge)
            form.changed.connect(self.box_changed)
            form.picture_asked.connect(partial(self._ask_picture, form))
            self._column.insertWidget(2, form)
            self.boxes[kind] = form
        self._known = (kind, None) if kind is None else self._known
        self.badge.setVisible(kind is None)
        self._files.setVisible(kind is None)
        for each, form in self.boxes.items():
            form.setVisible(each is kind)

    def _ask_picture(self, form: BoxForm) -> None:
        box = form._box  # noqa: SLF001 - of the same module
        if isinstance(box, Picture):
            self.picture_asked.emit(box.name)

    def _close_all(self) -> None:
        if self._closed:
            for form in (self.badge, *self.boxes.values()):
                form.setEnabled(False)

    def _button(self, text: str) -> Button:
        return Button(self._look, text, plain(self._look.theme.colours), size=14, high=36)
