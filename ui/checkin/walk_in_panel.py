"""A person who is not registered: a name is enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.checkin.panel import Panel
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.button import Button, plain
from ui.widgets.choice import ChoiceBox
from ui.widgets.emptied import empty
from ui.widgets.text import Text

MOST_DUPLICATES = 3
PAUSE_MS = 150
LONGEST = 200


@dataclass(frozen=True)
class Likeness:
    """Somebody registered who may be the same person; `same`: they have exactly this name, or this address."""

    person: int
    text: str
    same: bool = False


@dataclass(frozen=True)
class Newcomer:
    """What was typed about a walk-in. `role` is a code, or empty."""

    name: str
    organisation: str
    role: str


class WalkInPanel(Panel):
    """Three fields. While the name is typed, people who may be the same are shown.

    Who is registered under exactly this name is not added by the first Enter: it goes to the button that takes them
    instead, and there is another one then, which adds all the same. Among several of this name it chooses none.
    """

    typed = Signal(str)
    same_person = Signal(object)

    def __init__(self, look: Look, roles: Sequence[tuple[str, str]]) -> None:
        """`roles` are pairs of code and name."""
        words, theme = look.words, look.theme
        super().__init__(look, "walk-in", words.t("Walk-in"), words.t("Add and admit"))
        self.lead.setText(words.t("The name is enough. The rest can wait."))
        self.name = self._field(words.t("Name"))
        self.organisation = self._field(words.t("Organisation"))
        self.role = ChoiceBox(words.t("Role"))
        self.show_roles(roles)
        self._trouble = Text("", "danger", wrap=True)
        self.add_button = Button(look, words.t("Add all the same"), plain(theme.colours), size=16, high=46)
        self.add_button.clicked.connect(self.done)
        self.foot.addWidget(self.add_button)
        self._same: list[Button] = []
        self._about = Text("", "label", wrap=True)
        self._likenesses = QVBoxLayout()
        self._likenesses.setSpacing(theme.space(4))
        self._add(words.t("Name"), self.name)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._about)
        self.body.addLayout(self._likenesses)
        self._add(words.t("Organisation"), self.organisation)
        self._add(words.t("Role"), self.role)
        self.body.addStretch(1)
        self.show_likenesses([])
        self._pause = single_shot(self, lambda: self.typed.emit(self.name.text()), PAUSE_MS)
        self.name.textEdited.connect(self._on_typed)

    def show_roles(self, roles: Sequence[tuple[str, str]]) -> None:
        """Offer these roles, pairs of code and name; the one that is chosen stays so."""
        chosen = self.role.currentData()
        self.role.clear()
        self.role.addItem(self.look.words.t("no role"), "")
        for code, text in roles:
            self.role.addItem(text, code)
        self.role.setCurrentIndex(max(0, self.role.findData(chosen)))

    def start(self, name: str) -> None:
        """Begin with a name that was typed already; without one, go on where a scan came in between."""
        if name:
            self.forget()
            self.name.setText(name)
        self.say("")
        self.show_likenesses([])
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.end(False)
        self.bring_into_view(self.name)
        self.typed.emit(self.name.text())

    def press(self) -> None:
        """Add the person; first go to whoever is registered under exactly this name."""
        if self._pause.isActive():
            self._pause.stop()
            self.typed.emit(self.name.text())
        if not self._same:
            self.done.emit()
            return
        words, button = self.look.words, self.add_button.text()
        if len(self._same) > 1:
            said = words.t(
                "Several people of this name are registered. Choose one with Tab; “{button}” adds another one.",
                button=button,
            )
        else:
            said = words.t(
                "This person seems to be registered. Enter takes them in; “{button}” adds another one.", button=button
            )
            self._same[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._about.setText(said)
        self.add_button.show()
        self.do_button.hide()
        self.bring_into_view(self._about)
        self.bring_into_view(self._same[0])

    def hideEvent(self, event: QHideEvent) -> None:
        """Look for nobody any more."""
        super().hideEvent(event)
        self._pause.stop()

    def forget(self) -> None:
        """Empty all fields."""
        self._pause.stop()
        self.name.clear()
        self.organisation.clear()
        self.role.setCurrentIndex(0)

    def newcomer(self) -> Newcomer:
        """Return what was typed."""
        return Newcomer(self.name.text().strip(), self.organisation.text().strip(), self.role.currentData())

    def say(self, trouble: str) -> None:
        """Say what is missing."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def show_likenesses(self, likenesses: Sequence[Likeness]) -> None:
        """Show who may be the same person; a click checks them in instead."""
        empty(self._likenesses)
        shown = sorted(likenesses, key=lambda each: not each.same)[:MOST_DUPLICATES]
        buttons = [self._likeness(each) for each in shown]
        self._same = [button for button, each in zip(buttons, shown, strict=True) if each.same]
        self._about.setText(self.look.words.t("Perhaps registered already:"))
        self._about.setVisible(bool(buttons))
        self.add_button.hide()
        self.do_button.show()
        for button in buttons:
            self._likenesses.addWidget(button)
            button.show()
        self._order(buttons)

    def likenesses(self) -> list[Button]:
        """Return the buttons of those who may be the same person."""
        return [button for button in self.findChildren(Button) if button.objectName() == "likeness"]

    def _likeness(self, likeness: Likeness) -> Button:
        dress = plain(self.look.theme.colours)
        button = Button(self.look, likeness.text, dress, icon="check-in", size=15)
        button.setObjectName("likeness")
        button.clicked.connect(lambda: self.same_person.emit(likeness.person))
        return button

    def _add(self, label: str, widget: QWidget) -> None:
        title = Text(label, "label")
        title.setBuddy(widget)
        self.body.addWidget(title)
        self.body.addWidget(widget)

    def _order(self, likenesses: Sequence[QWidget]) -> None:
        """Let Tab go from the name to who may be the same, then to the rest."""
        stops = [
            self.name,
            *likenesses,
            self.organisation,
            self.role,
            self.back_button,
            self.do_button,
            self.add_button,
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setMaxLength(LONGEST)
        return field

    def _on_typed(self) -> None:
        self.say("")
        self._pause.start()
