"""When something is shown, in plain words: always, or if there is something, or if somebody is something."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eventdesk.badges.badge import Field as BadgeField
from eventdesk.badges.design.template import Condition
from eventdesk.badges.painting.texts import SUBJECTS
from ui.look import Look
from ui.templates import telling
from ui.templates.controls import Judge, Told
from ui.widgets.button import Button, plain
from ui.widgets.field import Field
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text

MOST = 4
_HAS, _HAS_NOT, _IS, _IS_NOT, _NEVER_MIND = range(5)
USUAL = Condition(BadgeField.NATIVE_NAME.value)
_EXAMPLES = {
    BadgeField.ROLE.value: "press, guest",
    BadgeField.SECTOR.value: "business",
    BadgeField.LANGUAGES.value: "Deutsch",
}


class _Line(QWidget):
    """One condition: what is asked, about what, and which values will do."""

    changed = Signal()
    removed = Signal()

    def __init__(self, look: Look, condition: Condition) -> None:
        super().__init__()
        words = look.words
        self.how = SteadyBox(words.t("Condition"))
        for text in (
            words.t("if there is"),
            words.t("if there is no"),
            words.t("if it is"),
            words.t("if it is not"),
            words.t("take this condition away"),
        ):
            self.how.addItem(text)
        self.what = SteadyBox(words.t("What is asked for"))
        for subject in SUBJECTS:
            self.what.addItem(telling.subject_text(words, subject), subject)
        self.values = Field(look, words.t("One of these, with commas"), longest=200)
        self.values.edit.setProperty("kind", "form")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(4))
        for widget in (self.how, self.what, self.values):
            column.addWidget(widget)
        self.how.setCurrentIndex((_IS if condition.values else _HAS) + (1 if condition.negated else 0))
        self.what.setCurrentIndex(max(0, SUBJECTS.index(condition.subject)))
        self.values.show_text(", ".join(condition.values))
        self._fit()
        self.how.activated.connect(self._on_how)
        self.what.activated.connect(self._on_what)
        self.values.entered.connect(lambda _text: self.changed.emit())

    def condition(self) -> Condition | None:
        """Return what was asked for; None while a value is missing."""
        how, subject = self.how.currentIndex(), SUBJECTS[self.what.currentIndex()]
        values = tuple(part.strip() for part in self.values.text().replace("|", ",").split(",") if part.strip())
        if how in (_HAS, _HAS_NOT):
            return Condition(subject, (), how == _HAS_NOT)
        return Condition(subject, values, how == _IS_NOT) if values else None

    def _on_how(self, how: int) -> None:
        if how == _NEVER_MIND:
            self.removed.emit()
            return
        self._fit()
        if self.condition() is None:
            self.values.edit.setFocus()
        self.changed.emit()

    def _on_what(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        self.values.setVisible(self.how.currentIndex() in (_IS, _IS_NOT))
        self.values.edit.setPlaceholderText(_EXAMPLES.get(SUBJECTS[self.what.currentIndex()], ""))


class ConditionsControl(Told):
    """All conditions must hold."""

    def __init__(self, look: Look, name: str, judge: Judge) -> None:
        super().__init__(look)
        self._look, self._judge = look, judge
        self._shown: tuple[Condition, ...] = ()
        self._lines: list[_Line] = []
        self._told = Text("", "", wrap=True)
        self.add = Button(look, look.words.t("Add a condition"), plain(look.theme.colours), size=13, high=32)
        self.add.setAccessibleDescription(name)
        self.add.clicked.connect(self._add)
        for widget in (self._told, self.add, self.sentence):
            self.column.addWidget(widget)

    @property
    def lines(self) -> Sequence[_Line]:
        """The conditions, each with its controls."""
        return self._lines

    def show_value(self, value: tuple[Condition, ...]) -> None:
        """Show the conditions."""
        self._told.setText(telling.conditions_text(self._look.words, value))
        self.add.setVisible(len(value) < MOST)
        if value == self._shown and len(self._lines) == len(value):
            return
        self._shown = value
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for number, condition in enumerate(value):
            line = _Line(self._look, condition)
            line.changed.connect(self._tell)
            line.removed.connect(lambda at=number: self._remove(at))
            self.column.insertWidget(1 + number, line)
            self._lines.append(line)

    def _add(self) -> None:
        self._offer((*self._shown, USUAL))
        if self._lines:
            self._lines[-1].what.setFocus()

    def _remove(self, at: int) -> None:
        self._offer((*self._shown[:at], *self._shown[at + 1 :]))
        self.add.setFocus()

    def _tell(self) -> None:
        found = [line.condition() for line in self._lines]
        whole = tuple(each for each in found if each is not None)
        if len(whole) == len(found) and whole != self._shown:
            self._shown = whole  # the lines show it already
            self._offer(whole)

    def _offer(self, value: tuple[Condition, ...]) -> None:
        wrong = self._judge(value)
        self.say(wrong)
        if not wrong:
            self.changed.emit(value)
