"""The card of one person: their wishes, the best first, their places, and what can be done about both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.look import Look
from ui.panels.places.asking_line import AskingLine
from ui.panels.places.lines import Line, LineList
from ui.widgets.button import Button, Dress, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.text import Text


class Deed(Enum):
    """What can be done about a person and a session."""

    GIVE = "give"
    TAKE = "take"
    CONFIRM = "confirm"
    WAIT = "wait"
    STOP_WAITING = "stop_waiting"
    ADD_WISH = "add_wish"
    EARLIER = "earlier"
    LATER = "later"
    REMOVE_WISH = "remove_wish"


@dataclass(frozen=True)
class Choice:
    """A session as it is for this person: its line, and what may be done."""

    line: Line
    deeds: frozenset[Deed]


class PersonCard(QFrame):
    """First the wishes, then all other sessions. `asked` carries a deed and the session."""

    asked = Signal(object, object)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.setProperty("kind", "card")
        self._choices: dict[int, Choice] = {}
        self.name, self.about = Text("", "title", wrap=True), Text("", "muted", wrap=True)
        self.list = LineList(look, words.t("Wishes and sessions"), least=4)
        self.asking = AskingLine(look)
        self.deeds: dict[Deed, Button] = {}
        for deed, text, dress in (
            (Deed.GIVE, words.t("Give a place"), primary(colours)),
            (Deed.TAKE, words.t("Take the place"), plain(colours)),
            (Deed.CONFIRM, words.t("Confirm"), plain(colours)),
            (Deed.WAIT, words.t("Put on the waiting list"), plain(colours)),
            (Deed.STOP_WAITING, words.t("Take off the list"), plain(colours)),
            (Deed.ADD_WISH, words.t("Add as last wish"), plain(colours)),
            (Deed.EARLIER, words.t("Wish earlier"), plain(colours)),
            (Deed.LATER, words.t("Wish later"), plain(colours)),
            (Deed.REMOVE_WISH, words.t("Remove the wish"), plain(colours)),
        ):
            self.deeds[deed] = self._button(deed, text, dress)
        self.leave = Button(look, words.t("Back"), plain(colours), key=words.t("Esc"), size=14, high=36)
        self.leave.clicked.connect(self.left)
        self.row = ButtonRow(space(8), [*self.deeds.values(), self.leave])
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(8))
        for widget in (self.name, self.about, self.list, self.asking, self.row):
            column.addWidget(widget, 1 if widget is self.list else 0)
        self.list.turned.connect(lambda _key: self._turn())
        self.list.entered.connect(lambda _key: self._enter())

    def show_person(self, name: str, about: str, choices: Sequence[Choice]) -> None:
        """Show somebody."""
        self.setAccessibleName(name)
        self.name.setText(name)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        known = {each.line.key: each for each in choices}
        if known != self._choices:
            self.asking.forget()
        self._choices = known
        had = next((each for each in self.deeds.values() if each.hasFocus()), None)
        self.list.show_lines([each.line for each in choices])
        self._show_deeds()
        if had is not None and had.isHidden():
            self.list.begin()

    def take_focus(self) -> None:
        """Begin with the wishes."""
        self.list.begin()
        self._show_deeds()

    def _turn(self) -> None:
        self.asking.forget()
        self._show_deeds()

    def _show_deeds(self) -> None:
        chosen = self._choices.get(self.list.chosen() or 0)
        for deed, button in self.deeds.items():
            button.setVisible(chosen is not None and deed in chosen.deeds)
        self.row.refit()

    def _enter(self) -> None:
        """Go on to what can be done."""
        self._show_deeds()
        first = next((each for each in self.deeds.values() if not each.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, deed: Deed, text: str, dress: Dress) -> Button:
        button = Button(self._look, text, dress, size=14, high=36)
        button.clicked.connect(self._asker(deed))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _asker(self, deed: Deed) -> Callable[[], None]:
        def ask() -> None:
            session = self.list.chosen()
            if session is not None:
                self.asked.emit(deed, session)

        return ask
