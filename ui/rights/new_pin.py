"""Two lines in which a new PIN is typed, the same in both; what was typed is kept nowhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eventdesk.rights import Level
from eventdesk.words.faults import fault_sentence
from ui.look import Look
from ui.rights.form import PinField
from ui.rights.keeper import Keeper, Made
from ui.rights.telling import trouble_text
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import Text


class NewPin(QWidget):
    """Hidden until a PIN is to be set. `left` tells that it is hidden again."""

    left = Signal()

    def __init__(self, look: Look, keeper: Keeper) -> None:
        super().__init__()
        self._look, self._keeper = look, keeper
        self._level: Level | None = None
        self._mine = False
        words, theme = look.words, look.theme
        self.title = Text("", "strong", wrap=True)
        self.first = PinField(look, words.t("New PIN"))
        self.second = PinField(look, words.t("New PIN once more"))
        self.note = Text("", "danger", wrap=True)
        self.save = Button(look, words.t("Save the PIN"), primary(theme.colours), key=words.t("Enter"), high=40)
        self.cancel = Button(look, words.t("Cancel"), plain(theme.colours), key=words.t("Esc"), high=40)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(4), 0, theme.space(4))
        column.setSpacing(theme.space(8))
        column.addWidget(self.title)
        hint = words.t("4 to 12 digits or letters. Take none that you use elsewhere.")
        column.addWidget(Text(hint, "muted", wrap=True))
        for name, field in ((words.t("New PIN"), self.first), (words.t("Once more"), self.second)):
            label = Text(name, "label")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(10))
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column.addWidget(self.note)
        column.addLayout(buttons)
        self.first.entered.connect(self._next)
        self.second.entered.connect(self._save)
        for field in (self.first, self.second):
            field.escaped.connect(self.leave)
            field.textEdited.connect(lambda _text: self._say(""))
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.leave)
        keeper.made.connect(self._on_made)
        self.hide()

    def ask(self, level: Level) -> None:
        """Ask for a new PIN of this level."""
        self._level, words = level, self._look.words
        titles = {
            Level.ORGANISER: words.t("New PIN for organisers"),
            Level.CLERK: words.t("New PIN for clerks"),
        }
        self.title.setText(titles[level])
        self.setAccessibleName(self.title.text())
        self._begin()
        self.show()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Keep nothing, ask nothing."""
        self._begin()
        self._level = None
        self.hide()
        self.left.emit()

    def _begin(self) -> None:
        self.first.clear()
        self.second.clear()
        self._say("")

    def _next(self) -> None:
        self.second.setFocus(Qt.FocusReason.TabFocusReason)

    def _save(self) -> None:
        if self._level is None or self._mine:
            return
        if self.first.text() != self.second.text():
            self.second.clear()
            self._say(self._look.words.t("The two are not the same. Please type the second one again."))
            self.second.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._mine = True
        self._keeper.set_pin(self._level, self.first.text())

    def _on_made(self, made: Made) -> None:
        if not self._mine:
            return
        self._mine = False
        words = self._look.words
        if made.trouble is None and made.error is None:
            self.leave()
            return
        self._begin()
        self._say(trouble_text(words, made.trouble) if made.trouble else "")
        if made.error is not None:
            self._say(fault_sentence(words, made.error))
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
