"""One control for each kind of value that a template may hold. Each shows a value, and tells of another one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from eventdesk.badges.design.template import Said
from eventdesk.badges.design.template_words import expectation
from eventdesk.badges.design.toml_cells import Cell, Whole, WrongValueError, plain
from eventdesk.words import Words
from ui import languages
from ui.amounts import written
from ui.look import Look
from ui.templates import telling
from ui.widgets.field import Field, Note
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text
from ui.widgets.tick import Tick

OWN = "#"
Judge = Callable[[Any], str]
"""Says why a value cannot be taken where it is, or nothing."""


class Control(Protocol):
    """What a form asks of each of its controls."""

    @property
    def widget(self) -> QWidget:
        """What is put into the form."""

    @property
    def changed(self) -> SignalInstance:
        """Tells the new value."""

    def show_value(self, value: Any) -> None:
        """Show what holds."""

    def say(self, sentence: str) -> None:
        """Say what is wrong, beside the control."""


class _Base(QObject):
    changed = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget


class TextControl(_Base):
    """One line, such as the name of a template or of a picture."""

    def __init__(self, look: Look, name: str, cell: Cell, judge: Judge, *, longest: int = 200, hint: str = "") -> None:
        self._words, self._cell, self._judge = look.words, cell, judge
        self.field = Field(look, name, self._check, longest=longest, hint=hint)
        self.field.edit.setProperty("kind", "form")
        super().__init__(self.field)
        self.field.entered.connect(lambda text: self.changed.emit(self._value(text)))

    def show_value(self, value: Any) -> None:
        """Show the text."""
        self.field.show_text(value)

    def say(self, sentence: str) -> None:
        """Say what is wrong."""
        self.field.say(Note(sentence, wrong=bool(sentence)))

    def _value(self, text: str) -> Any:
        return self._cell.read(text)

    def _check(self, text: str) -> Note:
        return judged(self._words, self._judge, partial(self._value, text))


class NumberControl(TextControl):
    """A number with its unit; a comma is as good as a point."""

    def __init__(self, look: Look, name: str, cell: Cell, judge: Judge, unit: str = "") -> None:
        super().__init__(look, name, cell, judge, longest=12, hint=unit)

    def show_value(self, value: Any) -> None:
        """Show a number."""
        self.field.show_text(written(self._words, plain(value)))

    def _value(self, text: str) -> Any:
        number = text.replace(",", ".").removesuffix("mm").removesuffix("pt").strip()
        try:
            return self._cell.read(int(number) if isinstance(self._cell, Whole) else float(number))
        except ValueError as error:
            if isinstance(error, WrongValueError):
                raise
            return self._cell.read(text)  # raises, and says what was expected


class WordsControl(_Base):
    """Words of the template in both languages."""

    def __init__(self, look: Look, name: str, cell: Cell, judge: Judge) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(6))
        super().__init__(inside)
        self._words, self._cell, self._judge = look.words, cell, judge
        self._said = Said()
        self.fields: dict[str, Field] = {}
        for language, spoken in zip(("de", "en"), languages.NAMES, strict=True):
            title = look.words.t("{title} ({language})", title=name, language=spoken)
            field = Field(look, title, partial(self._check, language), hint=spoken)
            field.edit.setProperty("kind", "form")
            field.entered.connect(partial(self._enter, language))
            self.fields[language] = field
            column.addWidget(field)

    def show_value(self, value: Said) -> None:
        """Show the words."""
        self._said = value
        self.fields["de"].show_text(value.de)
        self.fields["en"].show_text(value.en)

    def say(self, sentence: str) -> None:
        """Say what is wrong."""
        self.fields["en"].say(Note(sentence, wrong=bool(sentence)))

    def _value(self, language: str, text: str) -> Said:
        both = {"de": self._said.de, "en": self._said.en} | {language: text}
        said: Said = self._cell.read({key: value for key, value in both.items() if value})
        return said

    def _check(self, language: str, text: str) -> Note:
        return judged(self._words, self._judge, partial(self._value, language, text))

    def _enter(self, language: str, text: str) -> None:
        self.changed.emit(self._value(language, text))


class Told(_Base):
    """A control with a sentence below it."""

    def __init__(self, look: Look) -> None:
        inside = QWidget()
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.theme.space(4))
        self.sentence = Text("", "trouble", wrap=True)
        self.sentence.hide()
        super().__init__(inside)

    def say(self, sentence: str) -> None:
        """Say what is wrong."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))


class ChoiceControl(Told):
    """One of a few values."""

    def __init__(self, look: Look, name: str, values: Sequence[tuple[Any, str]], judge: Judge) -> None:
        super().__init__(look)
        self._values = [value for value, _text in values]
        self._judge = judge
        self.box = SteadyBox(name)
        for _value, text in values:
            self.box.addItem(text)
        self.box.activated.connect(self._choose)
        self.column.addWidget(self.box)
        self.column.addWidget(self.sentence)
        self._shown: Any = None

    def show_value(self, value: Any) -> None:
        """Show the chosen value."""
        self._shown = value
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.say("")

    def _choose(self, at: int) -> None:
        value = self._values[at]
        wrong = self._judge(value)
        if wrong:
            self.show_value(self._shown)
            self.say(wrong)
        elif value != self._shown:
            self.changed.emit(value)


class YesControl(Told):
    """Yes or no."""

    def __init__(self, look: Look, name: str, judge: Judge) -> None:
        super().__init__(look)
        self._judge = judge
        self.tick = Tick(look.theme, name, ticked=False)
        self.tick.toggled.connect(self._turn)
        self.column.addWidget(self.tick)
        self.column.addWidget(self.sentence)

    def show_value(self, value: bool) -> None:
        """Show it."""
        self.tick.box.blockSignals(True)
        self.tick.box.setChecked(value)
        self.tick.box.blockSignals(False)
        self.say("")

    def _turn(self, value: bool) -> None:
        wrong = self._judge(value)
        if wrong:
            self.show_value(not value)
            self.say(wrong)
        else:
            self.changed.emit(value)


class ColourControl(Told):
    """A colour by its name, or one's own as a number."""

    def __init__(self, look: Look, name: str, cell: Cell, names: Sequence[str], judge: Judge) -> None:
        super().__init__(look)
        words = look.words
        self._words, self._cell, self._judge, self._names = words, cell, judge, [*names, OWN]
        self.box = SteadyBox(name)
        for each in names:
            self.box.addItem(words.t(telling.COLOURS[each]))
        self.box.addItem(words.t("a colour of its own"))
        self.box.activated.connect(self._choose)
        self.field = Field(look, words.t("{title}, as a number", title=name), self._check, longest=9, hint="#14213d")
        self.field.edit.setProperty("kind", "form")
        self.field.entered.connect(lambda text: self.changed.emit(self._cell.read(text)))
        for widget in (self.box, self.field, self.sentence):
            self.column.addWidget(widget)

    def show_value(self, value: str) -> None:
        """Show the colour."""
        own = value not in self._names[:-1]
        self.box.setCurrentIndex(len(self._names) - 1 if own else self._names.index(value))
        self.field.setVisible(own)
        self.field.show_text(value if own else "")

    def _choose(self, at: int) -> None:
        if self._names[at] == OWN:
            self.field.show()
            self.field.edit.setFocus()
        else:
            self.changed.emit(self._names[at])

    def _check(self, text: str) -> Note:
        try:
            wrong = self._judge(self._cell.read(text))
        except WrongValueError:
            wrong = self._words.t("A colour is written like #14213d.")
        return Note(wrong, wrong=bool(wrong))


def judged(words: Words, judge: Judge, read: Callable[[], Any]) -> Note:
    """Return what stands below a field in which such a value is typed: what was expected, or which rule it breaks."""
    try:
        wrong = judge(read())
    except WrongValueError as error:
        wrong = words.t("Expected: {expected}.", expected=expectation(words, error.expected, error.wanted))
    return Note(wrong, wrong=bool(wrong))
