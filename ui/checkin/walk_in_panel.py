"""A person who is not registered: a name is enough."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.checkin.panel import Panel
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.choice import ChoiceBox
from ui.widgets.text import Text

MOST_DUPLICATES = 3
PAUSE_MS = 150
LONGEST = 200


@dataclass(frozen=True)
class Likeness:
    """Somebody registered who may be the same person."""

    person: int
    text: str


@dataclass(frozen=True)
class Newcomer:
    """What was typed about a walk-in. `role` is a code, or empty."""

    name: str
    organisation: str
    role: str


class WalkInPanel(Panel):
    """Three fields. While the name is typed, people who may be the same are shown."""

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
        self.role.addItem(words.t("no role"), "")
        for code, text in roles:
            self.role.addItem(text, code)
        for label, widget in (
            (words.t("Name"), self.name),
            (words.t("Organisation"), self.organisation),
            (words.t("Role"), self.role),
        ):
            title = Text(label, "label")
            title.setBuddy(widget)
            self.body.addWidget(title)
            self.body.addWidget(widget)
        self._trouble = Text("", "danger", wrap=True)
        self.body.addWidget(self._trouble)
        self._likenesses = QVBoxLayout()
        self._likenesses.setSpacing(theme.space(4))
        self.body.addLayout(self._likenesses)
        self.body.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.typed.emit(self.name.text()))
        self.name.textEdited.connect(self._on_typed)

    def start(self, name: str) -> None:
        """Begin with a name that was typed already."""
        self.name.setText(name)
        self.organisation.clear()
        self.role.setCurrentIndex(0)
        self.say("")
        self.show_likenesses([])
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.end(False)
        self.bring_into_view(self.name)
        self.typed.emit(name)

    def newcomer(self) -> Newcomer:
        """Return what was typed."""
        return Newcomer(self.name.text().strip(), self.organisation.text().strip(), self.role.currentData())

    def say(self, trouble: str) -> None:
        """Say what is missing."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def show_likenesses(self, likenesses: Sequence[Likeness]) -> None:
        """Show who may be the same person; a click checks them in instead."""
        while (item := self._likenesses.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not likenesses:
            return
        self._likenesses.addWidget(Text(self.look.words.t("Perhaps registered already:"), "label"))
        for likeness in likenesses[:MOST_DUPLICATES]:
            self._likenesses.addWidget(self._likeness(likeness))

    def likenesses(self) -> list[Button]:
        """Return the buttons of those who may be the same person."""
        return [button for button in self.findChildren(Button) if button.objectName() == "likeness"]

    def _likeness(self, likeness: Likeness) -> QWidget:
        dress = plain(self.look.theme.colours)
        button = Button(self.look, likeness.text, dress, icon="check-in", size=15)
        button.setObjectName("likeness")
        button.clicked.connect(lambda: self.same_person.emit(likeness.person))
        return button

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setMaxLength(LONGEST)
        return field

    def _on_typed(self) -> None:
        self.say("")
        self._pause.start()
