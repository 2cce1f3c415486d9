"""The card of the design: all templates of one size as true pictures with names of this event."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QButtonGroup, QWidget

from eventdesk.badges.design.examples import Example, Examples
from eventdesk.badges.design.template import Template
from eventdesk.badges.design.template_words import EXAMPLES
from eventdesk.words import Words
from ui.badges.card import Card
from ui.badges.picture_button import PictureButton
from ui.look import Look
from ui.widgets.segments import Segments
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping

Size = tuple[float, float]


class Gallery(Card):
    """A size first, then a design; the same three people show what comes of their names in each of them."""

    chosen = Signal(str)
    pictures_wanted = Signal()
    editor_asked = Signal()

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, words.t("Design"))
        self._templates: dict[str, Template] = {}
        self._chosen = ""
        self._examples = Examples({})
        self.buttons: dict[str, PictureButton] = {}
        self.sizes = SteadyBox(words.t("Size of the badge"))
        self.sizes.activated.connect(lambda: self._show_size(self.sizes.currentData()))
        self.column.addWidget(self.sizes)
        self.example = Segments(look, [words.t(name) for name in EXAMPLES.values()], 0, words.t("Shown with"))
        self.example.chosen.connect(lambda _at: self._draw_anew())
        self.column.addWidget(self.example, 0, Qt.AlignmentFlag.AlignLeft)
        self._group = QButtonGroup(self)
        self._line: QWidget | None = None
        self.invented = Text("", "small", wrap=True)
        self.column.addWidget(self.invented)
        self.edit = self.button(words.t("Change or make templates"))
        self.edit.clicked.connect(self.editor_asked)
        self.add_buttons([self.edit])

    @property
    def shown_example(self) -> Example:
        """Whose name the pictures show."""
        return list(EXAMPLES)[self.example.at()]

    def template(self, name: str) -> Template:
        """Return one of the templates."""
        return self._templates[name]

    def wanting(self) -> list[tuple[str, tuple[int, int]]]:
        """Return the templates whose pictures are still to be drawn, and with how many dots; the chosen one first."""
        found = [(name, button.dots) for name, button in self.buttons.items() if not button.drawn]
        return sorted(found, key=lambda each: each[0] != self._chosen)

    def show_templates(self, templates: Sequence[Template], chosen: str) -> None:
        """Show what there is to choose from."""
        self._templates = {template.name: template for template in templates}
        self._chosen = chosen
        words = self.look.words
        counted: dict[Size, int] = {}
        for template in templates:
            counted[_size(template)] = counted.get(_size(template), 0) + 1
        self.sizes.clear()
        for size, count in counted.items():
            designs = words.n("one design", "{count} designs", count)
            self.sizes.addItem(f"{size_text(words, size)} · {designs}", size)
        self._show_size(_size(self._templates[chosen]))

    def show_chosen(self, name: str) -> None:
        """Show another template as chosen."""
        if name in self._templates and name != self._chosen:
            self._chosen = name
            if name in self.buttons:
                self.buttons[name].setChecked(True)
            else:
                self._show_size(_size(self._templates[name]))

    def show_picture(self, name: str, image: QImage) -> None:
        """Show what a template looks like."""
        if name in self.buttons:
            self.buttons[name].show_picture(image)

    def show_examples(self, examples: Examples) -> None:
        """Say whether the person who is shown is one of this event; draw all pictures anew."""
        self._examples = examples
        self._draw_anew()

    def _draw_anew(self) -> None:
        words = self.look.words
        invented = self.shown_example in self._examples.invented
        self.invented.setText(
            words.t("Nobody whose badges are wanted has such a name: this one is invented.") if invented else ""
        )
        self.invented.setVisible(invented)
        for button in self.buttons.values():
            button.forget_picture()
        self.pictures_wanted.emit()

    def _show_size(self, size: Size) -> None:
        self.sizes.setCurrentIndex(next(at for at in range(self.sizes.count()) if self.sizes.itemData(at) == size))
        words = self.look.words
        focused = any(button.hasFocus() for button in self.buttons.values())
        if self._line is not None:
            self._line.hide()
            self._line.deleteLater()
        for button in self._group.buttons():
            self._group.removeButton(button)
        self.buttons = {
            name: PictureButton(self.look, template.title.text(words.language), size)
            for name, template in self._templates.items()
            if _size(template) == size
        }
        for name, button in self.buttons.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _checked=False, name=name: self._choose(name))
            button.stepped.connect(self._step)
        self._line = Wrapping(self.look.theme.space(8), list(self.buttons.values()))
        self.column.insertWidget(3, self._line)
        if self._chosen in self.buttons:
            self.buttons[self._chosen].setChecked(True)
        else:
            next(iter(self.buttons.values())).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if focused and self._chosen in self.buttons:
            self.buttons[self._chosen].setFocus(Qt.FocusReason.OtherFocusReason)
        self.pictures_wanted.emit()

    def _choose(self, name: str) -> None:
        self._chosen = name
        self.chosen.emit(name)

    def _step(self, step: int) -> None:
        names = list(self.buttons)
        at = next((number for number, name in enumerate(names) if self.buttons[name].hasFocus()), 0) + step
        if 0 <= at < len(names):
            self.buttons[names[at]].setChecked(True)
            self.buttons[names[at]].setFocus(Qt.FocusReason.TabFocusReason)
            self._choose(names[at])


def size_text(words: Words, size: Size) -> str:
    """Return a size as people know it."""
    numbers = f"{_mm(size[0])} × {_mm(size[1])} mm"
    whole = round(size[0]), round(size[1])
    if whole == (105, 148):
        return words.t("A6 upright, {size}", size=numbers)
    return words.t("A6 lengthwise, {size}", size=numbers) if whole == (148, 105) else numbers


def _mm(length: float) -> str:
    return f"{length:g}"


def _size(template: Template) -> Size:
    return template.width, template.height
