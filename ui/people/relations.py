"""Below the fields: who may be the same person, who came together, codes, and what happened."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from eventdesk.people.code import grouped
from eventdesk.people.person import Person
from ui.actions import ActionId, key_text
from ui.look import Look
from ui.people.columns import Speech
from ui.people.flow import Known
from ui.people.keys import key_here
from ui.people.telling import came_by, who
from ui.widgets.button import Button, plain
from ui.widgets.text import Text

MOST_SHOWN = 12
MOST_LINES = 40


class Relations(QWidget):
    """Lists of buttons and lines, made anew for each person."""

    person_asked = Signal(object)
    compare_asked = Signal(object)

    def __init__(self, look: Look, speech: Speech) -> None:
        super().__init__()
        self._look, self._speech = look, speech
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.theme.space(10))
        self._alike, self._group, self._codes, self._history = (QWidget() for _ in range(4))
        for box in (self._alike, self._group, self._codes, self._history):
            self._column.addWidget(box)
            box.hide()

    def show_known(self, known: Known) -> None:
        """Show the group and the codes."""
        words = self._speech.words
        self._group = self._fresh(self._group)
        if known.members:
            column = self._titled(self._group, words.t("Group: {group}", group=known.person.group))
            for member, inside in known.members[:MOST_SHOWN]:
                text = f"{member.name} · {words.t('in the house')}" if inside else member.name
                column.addWidget(self._link(text, member, "group"))
            more = len(known.members) - MOST_SHOWN
            if more > 0:
                column.addWidget(Text(words.n("and one more", "and {count} more", more), "small"))
        self._codes = self._fresh(self._codes)
        if known.person.id:
            column = self._titled(self._codes, words.t("Badge code"))
            column.addWidget(self._line(grouped(known.person.code), ""))
            for code in known.former_codes:
                column.addWidget(self._line(words.t("{code} (of a merged entry)", code=grouped(code)), "small"))
            column.addWidget(self._line(came_by(words, known.person), "small"))

    def show_alike(self, people: Sequence[Person]) -> None:
        """Show who may be the same person."""
        self._alike = self._fresh(self._alike)
        self.setVisible(bool(people))
        if people:
            column = self._titled(self._alike, self._speech.words.t("Perhaps the same person"))
            for number, person in enumerate(people):
                key = "" if number else key_text(self._speech.words, key_here(ActionId.COMPARE))
                button = self._button(who(person, self._speech), "walk-in", "alike", key)
                button.clicked.connect(lambda _checked=False, other=person.id: self.compare_asked.emit(other))
                column.addWidget(button)

    def show_history(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show what happened: when, what, at which desk; newest first."""
        theme, words = self._look.theme, self._speech.words
        self._history = self._fresh(self._history)
        if not lines:
            return
        column = self._titled(self._history, words.t("What happened"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(12))
        grid.setVerticalSpacing(theme.space(8))
        grid.setColumnStretch(1, 1)
        for row, (when, what, desk) in enumerate(lines[:MOST_LINES]):
            grid.addWidget(Text(when, "small"), 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(what, "", wrap=True), 2 * row, 1)
            if desk:
                grid.addWidget(Text(desk, "small", wrap=True), 2 * row + 1, 1)
        column.addLayout(grid)

    def _fresh(self, old: QWidget) -> QWidget:
        new = QWidget()
        self._column.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        new.hide()
        return new

    def _titled(self, box: QWidget, title: str) -> QVBoxLayout:
        space = self._look.theme.space
        column = QVBoxLayout(box)
        column.setContentsMargins(0, space(8), 0, 0)
        column.setSpacing(space(6))
        column.addWidget(Text(title, "title", wrap=True))
        box.show()
        return column

    def _link(self, text: str, person: Person, icon: str) -> Button:
        button = self._button(text, icon, "member")
        button.clicked.connect(lambda _checked=False, number=person.id: self.person_asked.emit(number))
        return button

    def _button(self, text: str, icon: str, name: str, key: str = "") -> Button:
        button = Button(self._look, text, plain(self._look.theme.colours), key=key, icon=icon, size=14, high=36)
        button.setObjectName(name)
        button.setToolTip(f"{text} ({key})" if key else text)
        return button

    def _line(self, text: str, kind: str) -> Text:
        line = Text(text, kind, wrap=True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return line
