"""The card with the sessions; whoever types sees people instead."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QVBoxLayout

from ui.actions import ActionId, PageId, key_of
from ui.look import Look
from ui.panels.places.lines import Line, LineList
from ui.widgets.keys import claims
from ui.widgets.text import Text


class PersonField(QLineEdit):
    """Esc empties it; Enter and the arrow go on to the list; Ctrl+Z is for the page."""

    entered = Signal()
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave the key of undo to the page: what was done counts for more than what was typed here."""
        if claims(event, QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on or back."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class ListCard(QFrame):
    """`searched` carries what is typed; the page answers with `show_people`."""

    searched = Signal(str)
    session_turned = Signal(object)
    session_entered = Signal(object)
    person_turned = Signal(object)
    person_entered = Signal(object)
    escaped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words, space = look.words, look.theme.space
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Sessions with places"))
        self.field = PersonField()
        self.field.setProperty("kind", "form")
        self.field.setAccessibleName(words.t("Search for a person"))
        self.field.setPlaceholderText(words.t("Search for a person"))
        self.field.setToolTip(key_of(words, ActionId.SEARCH, PageId.PANELS))
        self.title = Text("", "label", wrap=True)
        self.sessions = LineList(look, words.t("Sessions with places"), least=6)
        self.people = LineList(look, words.t("People"), least=6)
        self.none = Text("", "muted", wrap=True)
        self.stack = QStackedWidget()
        for each in (self.sessions, self.people):
            self.stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(14), space(14), space(14), space(12))
        column.setSpacing(space(8))
        for widget in (self.field, self.title, self.none, self.stack):
            column.addWidget(widget, 1 if widget is self.stack else 0)
        self.field.textChanged.connect(self.searched)
        self.field.entered.connect(self._into_list)
        self.field.escaped.connect(self.escaped)
        self.sessions.turned.connect(self.session_turned)
        self.sessions.entered.connect(self.session_entered)
        self.people.turned.connect(self.person_turned)
        self.people.entered.connect(self.person_entered)
        for each in (self.sessions, self.people):
            each.left.connect(self.take_focus)
        self.none.hide()

    @property
    def searching(self) -> bool:
        """Whether people are looked for."""
        return bool(self.field.text().strip())

    def show_sessions(self, lines: Sequence[Line], chosen: int | None, *, preview: bool, without: str = "") -> None:
        """Show the sessions; `preview`: as they would be; `without`: what to say if there is none."""
        words = self._look.words
        self.stack.setCurrentWidget(self.sessions)
        self.title.setText(
            words.t("How full sessions would be; nothing is written yet")
            if preview
            else words.t("Sessions with places")
        )
        self.title.be("strong" if preview else "label")
        self.none.setText(without)
        self.none.setVisible(bool(without) and not lines)
        self.sessions.show_lines(lines, chosen)

    def show_people(self, lines: Sequence[Line], chosen: int | None) -> None:
        """Show who was found."""
        words = self._look.words
        self.stack.setCurrentWidget(self.people)
        self.title.be("label")
        self.title.setText(words.n("One person", "{count} people", len(lines)) if lines else "")
        self.none.setText(words.t("Nobody who is to come is called like that."))
        self.none.setVisible(not lines)
        self.people.show_lines(lines, chosen)

    def take_focus(self) -> None:
        """Begin in the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def into_list(self) -> None:
        """Go to the list that is shown."""
        self._into_list()

    def _into_list(self) -> None:
        shown = self.people if self.searching else self.sessions
        if shown.lines:
            shown.begin()
